import type { Visit } from '#ground/house.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { setupPage, setupPath, wordsFor } from './steps.tsx'

/** GET /:l/setup/seminar: where the first seminar is made, and what is worth doing on the first day. */
export async function showFirstSeminar(visit: Visit): Promise<Response> {
  const words = wordsFor(visit)
  const at = (path: string) => `/${visit.locale}${path}`
  const { seminar } = words
  return setupPage(
    visit,
    seminar,
    <div class="stack">
      <p class="buttons">
        <LinkButton href={at('/desk/seminars/new')}>{seminar.make}</LinkButton>
        <a href={at('/desk/import')}>{seminar.file}</a>
      </p>
      <section class="stack" aria-labelledby="first-day">
        <h2 id="first-day">{seminar.before}</h2>
        <ul class="doors">
          <li>
            <a href={at('/account/second-factor')}>{seminar.secondFactor}</a>
            <p class="small">{seminar.secondFactorText}</p>
          </li>
          <li>
            <a href={at('/administration')}>{seminar.backups}</a>
            <p class="small">{seminar.backupsText}</p>
          </li>
          <li>
            <a href={at('/administration/spaces/territories/new')}>{seminar.territory}</a>
            <p class="small">{seminar.territoryText}</p>
          </li>
          <li>
            <a href={at('/administration/access/give')}>{seminar.colleagues}</a>
            <p class="small">{seminar.colleaguesText}</p>
          </li>
        </ul>
      </section>
      <p>
        <a href={setupPath(visit)}>{words.back}</a>
      </p>
    </div>,
  )
}

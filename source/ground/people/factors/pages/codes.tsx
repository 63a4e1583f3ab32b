import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { page, redirect } from '../../../web/answer.ts'
import { layout } from '../../../web/layout.tsx'
import { LinkButton } from '../../../web/parts/form.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { renewRecoveryCodes } from '../acts/recovery-codes.ts'
import { listFactors } from '../store/authenticators.ts'
import { ownFactorsPath, showItFirst, whoIs, wordsFor } from './parts.tsx'

/** POST /:l/account/second-factor/codes: new codes in the place of the old. */
export async function renewCodes(visit: Visit): Promise<Response> {
  const me = whoIs(visit)
  const factors = await as(visit.house.db, visit.actor, tx => listFactors(tx, me.personId))
  const first = showItFirst(visit, factors.length > 0)
  if (first) return first
  const codes = await renewRecoveryCodes(visit.house, me.personId)
  if (codes === null) return redirect(visit, ownFactorsPath(visit))
  return codesPage(visit, codes, ownFactorsPath(visit))
}

/**
 * The codes, shown this once. Answered at once instead of after a redirect: they stand in no address and are kept nowhere.
 *
 * @param then where the person goes on to
 */
export function codesPage(visit: Visit, codes: readonly string[], then: string, said?: string): Promise<Response> {
  const { words } = wordsFor(visit)
  const site = `${visit.house.look?.name ?? 'Perenne'} (${visit.house.settings.publicUrl.host})`
  const file = `${words.codes.file(site)}\r\n\r\n${codes.join('\r\n')}\r\n`
  visit.headers.set('cache-control', 'no-store')
  return page(
    visit,
    layout(
      visit,
      { title: words.codes.newTitle, office: true },
      <div class="stack measure">
        <PageHead title={words.codes.newTitle} lead={words.codes.newLead} kicker={said} />
        <ul class="recovery-codes" aria-label={words.codes.list}>
          {codes.map(code => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download={words.codes.fileName}>
            {words.codes.download}
          </a>
        </p>
        <p class="buttons">
          <LinkButton href={then}>{words.codes.kept}</LinkButton>
        </p>
      </div>,
    ),
  )
}

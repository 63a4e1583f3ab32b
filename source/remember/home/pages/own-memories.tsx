import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { may } from '#ground/web/visit.ts'
import { memoryWords } from '#remember/messages/memory.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { RecordName } from '#remember/pages/record-name.tsx'
import { listMemories } from '../store/memory-list.ts'

/** Whoever looks after the whole installation belongs to every memory: beyond these, the list of all. */
const most = 6

/** With so few, what is done every week is one step away from the desk. */
const few = 2

/** On the home page: the memories that somebody who is signed in belongs to; null for everybody else. */
export const ownMemories = (visit: Visit) => memoriesOf(visit, false)

/** The same on the desk, with what is done in them every week. */
export const memoriesOnDesk = (visit: Visit) => memoriesOf(visit, true)

async function memoriesOf(visit: Visit, onDesk: boolean) {
  if (!visit.signedIn) return null
  const { locale, house } = visit
  const words = memoryHome[locale].own
  const { rows, texts } = await as(house.db, visit.actor, async tx => {
    const rows = (await listMemories(tx)).filter(
      // A network that only convenes seminars has nothing to open here.
      one => may(visit, 'read', one.id) && (one.kind === 'territory' || one.relationships > 0),
    )
    const texts = await textsOf(
      tx,
      rows.map(({ id }) => id),
    )
    return { rows, texts }
  })
  if (rows.length === 0) return null
  const named = rows
    .map(row => ({ ...row, name: show(texts.get(row.id)?.name, locale) ?? { text: row.slug, language: locale } }))
    .sort((a, b) => b.relationships - a.relationships || a.name.text.localeCompare(b.name.text, locale))
  const weekly = (one: (typeof named)[number]) => {
    const at = `/${locale}/territories/${one.slug}`
    const { monday, note } = memoryHome[locale]
    return (
      <p class="buttons">
        <a href={`${at}/monday`}>{monday.title}</a>
        {may(visit, 'edit', one.id) ? <a href={`${at}/journal/new`}>{note}</a> : null}
      </p>
    )
  }
  return (
    <section class="stack" aria-labelledby="own-memories">
      <h2 id="own-memories">{words.title}</h2>
      <ul class="doors">
        {named.slice(0, most).map(one => (
          <li>
            <a href={`/${locale}/territories/${one.slug}`}>
              <RecordName locale={locale} name={one.name} otherwise={one.slug} quiet />
            </a>
            <p class="small">
              {memoryWords[locale].kinds[one.kind]}
              {' · '}
              {one.relationships > 0 ? memoryHome[locale].list.relationships(one.relationships) : words.empty}
            </p>
            {onDesk && named.length <= few ? weekly(one) : null}
          </li>
        ))}
      </ul>
      {named.length > most ? (
        <p>
          <a href={`/${locale}/territories`}>{words.all}</a>
        </p>
      ) : null}
    </section>
  )
}

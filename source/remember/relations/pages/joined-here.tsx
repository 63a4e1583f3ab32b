import type { Visit } from '#ground/house.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { joiningWords } from '../../messages/joining.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { RecordName, SaidOf } from '../../pages/record-name.tsx'
import type { JoinedOne } from '../store/joined.ts'

const nameOf = ({ name, language }: JoinedOne) => (name === null ? undefined : { text: name, language })

/** To whoever came by the address of another one, why they are here. */
export function WasJoined({ visit, joined }: { visit: Visit; joined: readonly JoinedOne[] }) {
  const { locale } = visit
  const was = joined.find(one => one.id === visit.url.searchParams.get('was'))
  if (!was) return null
  const { was: say } = joiningWords[locale]
  const name = nameOf(was)
  return (
    <Note>
      <p>{name ? <SaidOf locale={locale} say={say} name={name} /> : say(relationsWords[locale].nameless)}</p>
    </Note>
  )
}

/** Those that were found to be this one, with their history and the way back. */
export function JoinedHere(props: { visit: Visit; memory: Memory; id: string; joined: readonly JoinedOne[] }) {
  const { visit, memory, id, joined } = props
  const { locale } = visit
  if (joined.length === 0) return null
  const words = joiningWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  return (
    <section class="stack">
      <h2>{words.joined}</h2>
      <ul>
        {joined.map(one => (
          <li>
            <a href={at(`/records/relationship/${one.id}`)}>
              <RecordName locale={locale} name={nameOf(one)} otherwise={relationsWords[locale].nameless} />
            </a>
            <span class="small">
              {' '}
              – {words.joinedOn(dayOf(locale, one.at.toZonedDateTimeISO(memory.timeZone).toPlainDate().toString()))}
            </span>
            {memory.edits ? (
              <>
                {' '}
                <a class="small" href={at(`/relationships/${id}/joined/${one.id}`)}>
                  {words.takeApart}
                  <span class="hidden-text"> – {one.name ?? relationsWords[locale].nameless}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

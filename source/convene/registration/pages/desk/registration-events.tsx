import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import type { DeskRegistration } from '../../store/desk-registration.ts'
import type { OfficeSeminar } from '../desk.tsx'

type Props = { visit: Visit; seminar: OfficeSeminar; found: DeskRegistration }

/** What happened to the place, in the order in which it was decided, with who did it. */
export function Events({ visit, seminar, found }: Props) {
  const { locale } = visit
  const words = deskPeople[locale].events
  return (
    <DataTable
      t={parts[locale]}
      caption={words.title}
      address={visit.url.pathname}
      rows={found.events}
      columns={[
        {
          key: 'at',
          heading: words.at,
          kind: 'moment',
          cell: event => shortMoment(locale, event.at, seminar.timeZone),
        },
        { key: 'what', heading: words.what, cell: event => <What visit={visit} found={found} event={event} /> },
        { key: 'who', heading: words.by, cell: event => <Who visit={visit} event={event} /> },
      ]}
      empty={{ title: words.none, text: words.noneText }}
    />
  )
}

type EventProps = { visit: Visit; event: DeskRegistration['events'][number] }

function What({ visit, found, event }: EventProps & { found: DeskRegistration }) {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].events
  const detail = event.detail ?? {}
  const pair = (key: string) => {
    const change = detail[key]
    return Array.isArray(change) ? ([change[0], change[1]] as const) : null
  }
  const said: string[] = []
  if (event.to !== null && event.from === null) said.push(words.registered(m.states[event.to]))
  else if (event.to !== null && event.from !== null && event.to !== event.from)
    said.push(words.became(m.states[event.from], m.states[event.to]))
  const change = (term: string, key: string, name: (value: unknown) => string) => {
    const found = pair(key)
    if (found) said.push(words.changed(term, name(found[0]), name(found[1])))
  }
  const known = (names: Readonly<Record<string, string>>) => (value: unknown) => names[String(value)] ?? String(value)
  change(m.desk.category, 'category', known(m.categoriesShort))
  change(m.desk.region, 'region', known(m.regions))
  change(deskPeople[locale].one.territory, 'territory', value =>
    typeof value === 'string' ? wordsOf(found.territories.get(value), locale) || words.unknown : words.noTerritory,
  )
  change(deskPeople[locale].one.priority, 'priority', value => number(locale, Number(value)))
  if (detail.person === true || detail.identity === true) said.push(words.person)
  if (detail.organisation === true) said.push(words.organisation)
  if (detail.invitation !== undefined) said.push(words.invitation)
  return (
    <>
      {said.map(sentence => (
        <div>{sentence}</div>
      ))}
    </>
  )
}

/** Acts by a person's own link run as the job `own-link`; whoever registers has no link yet. */
function Who({ visit, event }: EventProps) {
  const words = deskPeople[visit.locale].events
  if (event.who !== null) return <span dir="auto">{event.who}</span>
  if (event.actorKind === 'person') return <>{words.team}</>
  if (event.actorKind === 'link' || event.actorId === 'own-link' || event.actorId === 'not-me') return <>{words.self}</>
  return <>{event.actorId === 'registration' ? words.onRegistering : words.program}</>
}

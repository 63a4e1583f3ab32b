import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import { number } from '#ground/languages/say.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { EmptyPage, Figures, State } from '#ground/web/parts/text.tsx'
import { dayOf, edtfInWords } from '#remember/acts/edtf-in-words.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { addressIn, type Memory, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { InItsLanguage } from '#remember/pages/record-name.tsx'
import { type Calculated, type NamedWith, namedWith, whatIsDue, withCalculated } from '../acts/due-in-words.ts'
import { pathOf } from '../rules/paths.ts'
import { type DueKind, dueUntil } from '../store/due.ts'
import { ruleSettings, thresholdFor } from '../store/find.ts'
import { holdsOthers, projectsUnderWay, type RelationshipStanding, relationshipsOn } from '../store/overview.ts'
import { owedOn } from '../store/owed.ts'
import { Name } from './lines.tsx'

const daysAhead = 90

/** GET /:l/territories/:slug: a memory at a glance: what is alive, sleeping, not known, expiring, owed. */
export async function showMemory(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const { locale } = visit
  const words = memoryHome[locale]
  const found = await whatThereIs(visit, memory)
  const { relationships, expiring } = found
  const isExpected = ({ kind }: { kind: DueKind }) => kind === 'theirs' || kind === 'dues'
  const owed = found.open.filter(one => !isExpected(one))
  const promised = found.open.filter(isExpected)
  const late = owed.filter(one => isLate(memory, one)).length
  const of = (state: RelationshipStanding['state']) => relationships.filter(one => one.state === state)
  const goingOn = relationships.filter(({ state }) => state === 'alive' || state === 'sleeping' || state === 'unknown')
  const inLines = memory.inside ? [...expiring, ...found.open] : expiring
  const namesShown = [...goingOn.map(one => one.name), ...inLines.flatMap(one => [one.name, one.about])]
  const count = (things: readonly unknown[]) => number(locale, things.length)
  const figure = (
    of: 'alive' | 'sleeping' | 'unknown' | 'expiring' | 'goingOn',
    things: readonly unknown[],
    href: string,
  ) => ({
    label: words.numbers[of](things.length),
    value: count(things),
    href,
  })
  const nothing = relationships.length === 0 && expiring.length === 0 && found.open.length === 0 && found.projects === 0
  const figures = memory.inside
    ? [
        figure('alive', of('alive'), '#alive'),
        figure('sleeping', of('sleeping'), '#sleeping'),
        ...(of('unknown').length > 0 ? [figure('unknown', of('unknown'), '#unknown')] : []),
        figure('expiring', expiring, '#expiring'),
        {
          label: words.numbers.owed[memory.kind],
          value: count(owed),
          href: '#owed',
          ...(late > 0 ? { explain: words.numbers.late(late) } : {}),
        },
      ]
    : [
        figure('goingOn', goingOn, '#going-on'),
        figure('expiring', expiring, '#expiring'),
        {
          label: words.numbers.underWay(found.projects),
          value: number(locale, found.projects),
          href: addressIn(visit, memory, '/projects'),
        },
      ]
  const ties = (
    id: string,
    title: string,
    text: string,
    empty: string,
    list: readonly (RelationshipStanding & NamedWith)[],
  ) => (
    <section class="stack" id={id}>
      <h2>{title}</h2>
      <p class="small">{text}</p>
      {list.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul class="entries">
          {list.map(one => (
            <li>
              <p class="kicker">{words.kinds[one.kind]}</p>
              <div>
                <a href={addressIn(visit, memory, pathOf('relationship', one.id))}>
                  <Name locale={locale} name={one.name} />
                </a>
                <p class="small">
                  {edtfInWords(locale, one.during)}
                  {memory.inside
                    ? ` · ${one.lastContact ? words.lastContact(dayOf(locale, one.lastContact)) : words.noContact}`
                    : ''}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
  return memoryPage(
    visit,
    memory,
    { title: memory.name, section: null },
    nothing ? (
      <>
        <Empty visit={visit} memory={memory} />
        {memory.inside && found.others ? <Doors visit={visit} memory={memory} /> : null}
      </>
    ) : (
      <>
        <p class="small">{longDate(locale, memory.day)}</p>
        {memory.edits ? (
          // What an office does most, first on the page and under the thumb.
          <Buttons>
            <LinkButton href={addressIn(visit, memory, '/journal/new')}>{words.note}</LinkButton>
          </Buttons>
        ) : null}
        <div class="memory-figures">
          <Figures figures={figures} />
        </div>
        {memory.inside ? <Doors visit={visit} memory={memory} /> : null}
        <InItsLanguage locale={locale} names={namesShown} />
        {memory.inside ? (
          <>
            {ties('alive', words.alive.title, words.alive.text(found.months), words.alive.empty, of('alive'))}
            {ties(
              'sleeping',
              words.sleeping.title,
              words.sleeping.text(found.months),
              words.sleeping.empty,
              of('sleeping'),
            )}
            {of('unknown').length > 0
              ? ties('unknown', words.unknown.title, words.unknown.text, '', of('unknown'))
              : null}
          </>
        ) : (
          ties('going-on', words.goingOn.title, words.goingOn.text, words.goingOn.empty, goingOn)
        )}
        <section class="stack" id="expiring">
          <h2>{words.expiring.title}</h2>
          <p class="small">{words.expiring.text}</p>
          <Lines visit={visit} memory={memory} lines={expiring} empty={words.expiring.empty} />
        </section>
        {memory.inside ? (
          <>
            <section class="stack" id="owed">
              <h2>{words.owed.title}</h2>
              <p class="small">{words.owed.text[memory.kind]}</p>
              <Lines visit={visit} memory={memory} lines={owed} empty={words.owed.empty} />
            </section>
            <section class="stack" id="promised">
              <h2>{words.promised[memory.kind].title}</h2>
              <p class="small">{words.promised[memory.kind].text}</p>
              <Lines visit={visit} memory={memory} lines={promised} empty={words.promised[memory.kind].empty} />
            </section>
          </>
        ) : null}
        <p>
          {of('ended').length > 0 ? `${words.ended(of('ended').length)} ` : ''}
          <a href={addressIn(visit, memory, '/relationships')}>{words.allRelationships}</a>
          {memory.inside ? null : (
            <>
              {' · '}
              <a href={addressIn(visit, memory, '/timeline')}>{words.doors.timeline}</a>
            </>
          )}
        </p>
      </>
    ),
  )
}

async function whatThereIs(visit: Visit, memory: Memory) {
  const day = memory.day.toString()
  return reading(visit, memory, async tx => {
    // How a memory wants its rules is its own affair: nobody outside reads it.
    const settings = memory.inside ? await ruleSettings(tx, memory.id) : new Map()
    const months = thresholdFor('relationship-dormant', settings) ?? 0
    const relationships = await relationshipsOn(tx, memory.id, day, months)
    const due = await dueUntil(tx, memory.id, day, memory.day.add({ days: daysAhead }).toString())
    const expiring = await withCalculated(
      tx,
      visit.locale,
      memory.day,
      due.filter(({ table }) => table === 'agreement'),
    )
    const owed = memory.inside ? await owedOn(tx, memory.id, day) : []
    const projects = memory.inside ? 0 : await projectsUnderWay(tx, memory.id)
    const isBare = relationships.length === 0 && expiring.length === 0 && owed.length === 0
    // One question for the names of all: as many queries for an empty list as for a long one.
    const named = await namedWith<{ id: string }>(tx, memory.id, visit.locale, [...relationships, ...expiring, ...owed])
    const names = new Map(named.map(one => [one.id, one]))
    const withName = <T extends { id: string }>(one: T) => {
      const { name, about = null } = names.get(one.id) ?? {}
      return { ...one, name: name ?? { text: memoryHome[visit.locale].unnamed, language: visit.locale }, about }
    }
    return {
      months,
      relationships: relationships.map(withName),
      projects,
      others: memory.inside && isBare && (await holdsOthers(tx, memory.id)),
      expiring: expiring.map(withName),
      open: owed.map(withName),
    }
  })
}

/** A memory of which nothing is to be told at a glance: to whoever writes it how to begin, to the others that it is so. */
function Empty({ visit, memory }: { visit: Visit; memory: Memory }) {
  const { empty } = memoryHome[visit.locale]
  if (!memory.inside) return <EmptyPage {...empty.outside} />
  if (!memory.edits) return <EmptyPage title={empty.title} text={empty.others} />
  return (
    <EmptyPage
      title={empty.title}
      text={empty.text}
      action={{ href: addressIn(visit, memory, '/relationships/new'), label: empty.action }}
      // An office begins with the spreadsheet that it has.
      also={{ href: addressIn(visit, memory, '/import'), label: empty.import }}
    />
  )
}

/** A promise or a fee whose day is past. What an agreement asks for says by its words when it is too late. */
const isLate = ({ day }: Memory, line: Line): boolean =>
  line.table !== 'agreement' && line.day !== null && line.day < day.toString()

type Line = { kind: DueKind; table: string; id: string; day: string | null; year: number | null } & Partial<Calculated>

function Lines(props: { visit: Visit; memory: Memory; lines: readonly (Line & NamedWith)[]; empty: string }) {
  const { visit, memory, lines } = props
  const { locale } = visit
  if (lines.length === 0) return <p>{props.empty}</p>
  return (
    <ul class="entries">
      {lines.map(line => (
        <li>
          <p class="kicker">{whatIsDue(locale, line)}</p>
          <div>
            <a href={addressIn(visit, memory, pathOf(line.table, line.id))}>
              <Name locale={locale} name={line.name} />
            </a>
            <p class="small">
              {isLate(memory, line) ? (
                <>
                  <State kind="no">
                    {line.year === null ? memoryHome[locale].late.promise : memoryHome[locale].late.fee}
                  </State>
                  {' · '}
                </>
              ) : null}
              {line.day ? dayOf(locale, line.day) : memoryHome[locale].noDay}
              {line.calculated ? ` (${line.calculated})` : ''}
              {line.about ? (
                <>
                  {' · '}
                  <Name locale={locale} name={line.about} />
                </>
              ) : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Doors({ visit, memory }: { visit: Visit; memory: Memory }) {
  const { doors } = memoryHome[visit.locale]
  const all = [
    ['monday', doors.monday, doors.mondayText],
    ['timeline', doors.timeline, doors.timelineText],
    ['checks', doors.checks, doors.checksText],
    ['reminders', doors.reminders, doors.remindersText],
    ...(memory.edits ? ([['import', doors.import, doors.importText]] as const) : []),
    ['export', doors.export, doors.exportText],
    ['shares', doors.shares, doors.sharesText],
  ] as const
  return (
    <nav class="stack close memory-desk" aria-labelledby="memory-desk">
      <h2 id="memory-desk">{doors.title}</h2>
      <ul class="doors">
        {all.map(([path, label, text]) => (
          <li>
            <a href={addressIn(visit, memory, `/${path}`)}>{label}</a>
            <p class="small">{text}</p>
          </li>
        ))}
      </ul>
    </nav>
  )
}

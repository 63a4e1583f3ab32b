import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { dueWords } from '../messages/due.ts'
import { memoryWords } from '../messages/memory.ts'
import { memoryHome } from '../messages/memory-home.ts'
import { addressIn, type Memory } from './memory.ts'
import { SearchBox } from './search-box.tsx'
import { type Section, sections } from './sections.ts'

export type MemoryPage = {
  title: string
  /** The title as it stands on the page, where it is not in the visitor's language. */
  heading?: Child
  lead?: Child
  /** Under which door of the memory it lies; null for the first page. */
  section: Section | null
  /** Pages between the section and this one; paths are within the memory. */
  above?: readonly { label: Child; path: string }[]
  failed?: boolean
  /** It asks for words itself: the box of the other pages stays away. */
  searching?: boolean
  islands?: readonly string[]
  linkedData?: object
  description?: string
}

/** A page of a memory: under its name, with its doors, and the remark when it is read as of a past day. */
export function memoryPage(visit: Visit, memory: Memory, about: MemoryPage, children: Child, status?: number) {
  const { locale } = visit
  const m = memoryWords[locale]
  const { title, heading = title, lead, section, above = [], failed = false } = about
  const at = (path: string) => addressIn(visit, memory, path)
  const isFirst = section === null && above.length === 0 && title === memory.name
  // The page that a door leads to is not one step further than its door.
  const isDoor = section !== null && within(visit, memory) === sections[section].path
  const trail = [
    isFirst ? { label: memory.name } : { label: memory.name, href: at('') },
    ...(section === null || isDoor ? [] : [sectionStep(visit, memory, section, title)]),
    ...above.map(({ label, path }) => ({ label, href: at(path) })),
    ...(isFirst || (section !== null && !isDoor && labelOf(locale, section) === title) ? [] : [{ label: heading }]),
  ]
  return page(
    visit,
    layout(
      visit,
      {
        title: isFirst ? title : `${title} – ${memory.name}`,
        office: memory.inside,
        failed,
        breadcrumb: trail,
        noIndex: memory.knownOn !== null || memory.visibility !== 2 || about.searching === true,
        ...(about.islands ? { islands: about.islands } : {}),
        ...(about.linkedData ? { linkedData: about.linkedData } : {}),
        ...(about.description ? { description: about.description } : {}),
        ...(memory.fictitious ? { notice: m.fictitious[memory.kind] } : {}),
      },
      <div class="stack">
        <PageHead kicker={isFirst ? m.kinds[memory.kind] : memory.name} title={heading} lead={lead} />
        {memory.knownOn ? (
          <Note>
            <p>
              {m.past.text(longDate(locale, memory.knownOn))}{' '}
              <a href={addressIn(visit, { ...memory, knownOn: null }, within(visit, memory))}>{m.past.today}</a>
            </p>
          </Note>
        ) : null}
        <Doors visit={visit} memory={memory} here={section} isFirst={isFirst} />
        {about.searching ? null : <SearchBox visit={visit} memory={memory} />}
        {children}
      </div>,
    ),
    status ?? (failed ? 422 : 200),
  )
}

function sectionStep(visit: Visit, memory: Memory, section: Section, title: string) {
  const label = labelOf(visit.locale, section)
  return label === title ? { label } : { label, href: addressIn(visit, memory, sections[section].path) }
}

/** The page's own address within the memory. */
function within(visit: Visit, memory: Memory): string {
  const [, after = ''] = visit.url.pathname.split(`/territories/${memory.slug}`)
  return after
}

/** What a door is called. */
function labelOf(locale: Locale, section: Section): string {
  const { monday, timeline, checks, reminders } = memoryHome[locale].doors
  const labels: Record<Section, string> = { ...memoryWords[locale].sections, monday, timeline, checks, reminders }
  return labels[section]
}

type DoorsProps = { visit: Visit; memory: Memory; here: Section | null; isFirst: boolean }

/** The doors of a memory: those that open for whoever looks. */
function Doors({ visit, memory, here, isFirst }: DoorsProps) {
  const { locale } = visit
  const m = memoryWords[locale]
  const shown = (Object.keys(sections) as Section[]).filter(key => memory.inside || sections[key].public)
  // For those outside, the one of these that is theirs too stands among the others.
  const isApart = (key: Section) => memory.inside && sections[key].weekly
  // The first page tells what each of these is for.
  const weekly = isFirst ? [] : shown.filter(isApart)
  const list = (keys: readonly Section[]) =>
    keys.map(key => (
      <li>
        <a
          href={addressIn(visit, memory, sections[key].path)}
          {...(key === here ? { 'aria-current': 'true' as const } : {})}
        >
          {labelOf(locale, key)}
        </a>
      </li>
    ))
  const doors = (folded: boolean) => (
    <>
      <ul>{list(shown.filter(key => !isApart(key)))}</ul>
      {weekly.length === 0 ? null : (
        <>
          {folded ? (
            <p class="kicker" aria-hidden="true">
              {dueWords[locale].weekly}
            </p>
          ) : null}
          <ul class="weekly" aria-label={dueWords[locale].weekly}>
            {list(weekly)}
          </ul>
        </>
      )}
    </>
  )
  // Twice, as the menu of the house: the style sheet shows the folded one on a telephone and the lines elsewhere.
  return (
    <nav class="memory-doors" aria-label={m.doors}>
      <details>
        <summary>{here === null ? m.doors : m.here(labelOf(locale, here))}</summary>
        {doors(true)}
      </details>
      {doors(false)}
    </nav>
  )
}

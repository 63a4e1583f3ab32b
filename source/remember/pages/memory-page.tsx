import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { memoryWords } from '../messages/memory.ts'
import { addressIn, type Memory } from './memory.ts'
import { type Section, sections } from './sections.ts'

export type MemoryPage = {
  title: string
  /** The title as it stands on the page, where it is not in the visitor's language. */
  heading?: Child
  lead?: Child
  /** Under which door of the memory it lies; null for the first page. */
  section: Section | null
  /** Pages between the section and this one; paths are within the memory. */
  above?: readonly { label: string; path: string }[]
  failed?: boolean
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
  const trail = [
    isFirst ? { label: memory.name } : { label: memory.name, href: at('') },
    ...(section === null ? [] : [sectionStep(visit, memory, section, title)]),
    ...above.map(({ label, path }) => ({ label, href: at(path) })),
    ...(isFirst || (section !== null && m.sections[section] === title) ? [] : [{ label: title }]),
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
        noIndex: memory.knownOn !== null || memory.visibility !== 2,
        ...(about.islands ? { islands: about.islands } : {}),
        ...(about.linkedData ? { linkedData: about.linkedData } : {}),
        ...(about.description ? { description: about.description } : {}),
        ...(memory.fictitious ? { notice: m.fictitious } : {}),
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
        <Doors visit={visit} memory={memory} here={section} />
        {children}
      </div>,
    ),
    status ?? (failed ? 422 : 200),
  )
}

function sectionStep(visit: Visit, memory: Memory, section: Section, title: string) {
  const label = memoryWords[visit.locale].sections[section]
  return label === title ? { label } : { label, href: addressIn(visit, memory, sections[section].path) }
}

/** The page's own address within the memory. */
function within(visit: Visit, memory: Memory): string {
  const [, after = ''] = visit.url.pathname.split(`/territories/${memory.slug}`)
  return after
}

/** The doors of a memory: those that open for whoever looks. */
function Doors({ visit, memory, here }: { visit: Visit; memory: Memory; here: Section | null }) {
  const m = memoryWords[visit.locale]
  const shown = (Object.keys(sections) as Section[]).filter(key => memory.inside || sections[key].public)
  return (
    <nav class="memory-doors" aria-label={m.doors}>
      <ul>
        {shown.map(key => (
          <li>
            <a
              href={addressIn(visit, memory, sections[key].path)}
              {...(key === here ? { 'aria-current': 'true' as const } : {})}
            >
              {m.sections[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

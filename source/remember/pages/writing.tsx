import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { Button, Buttons, type Change, Form, StaleSave } from '#ground/web/parts/form.tsx'
import type { Filter } from '#ground/web/parts/table.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../messages/about.ts'
import type { Fields } from '../rules/typed.ts'
import { addressIn, type Memory, memoryOf, mustEdit } from './memory.ts'
import { memoryPage } from './memory-page.tsx'
import { type NamedIn, NameWithin } from './record-name.tsx'
import type { Section } from './sections.ts'
import { WhyField } from './why.tsx'

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The memory of a page that writes. @throws Refusal `not-found`, or `forbidden` for whoever may see it and not edit it */
export async function memoryToWrite(visit: Visit): Promise<Memory> {
  const memory = await memoryOf(visit)
  mustEdit(visit, memory)
  return memory
}

/** Whether a part of an address is an id; anything else is asked of nobody. */
export const isId = (text: string): boolean => uuid.test(text)

/** An id of the address. @throws Refusal `not-found` for what is none */
export function idIn(visit: Visit, name = 'id'): string {
  const id = visit.param(name)
  if (!isId(id)) throw notFound()
  return id
}

/** The number of a page of a list, from its address. */
export function pageIn(visit: Visit): number {
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  return Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
}

/** One of some values in the address of a list; null for anything else. */
export function choiceIn<T extends string>(visit: Visit, name: string, known: readonly T[]): T | null {
  const value = visit.url.searchParams.get(name)
  return known.find(one => one === value) ?? null
}

/** The words to look for in a list, as they were typed, in bounds. */
export const wordsIn = (visit: Visit): string => (visit.url.searchParams.get('words') ?? '').trim().slice(0, 100)

/** Keeps the day that is being read while a list is narrowed; nothing when it is read as it is now. */
export function dayFilter(visit: Visit, memory: Memory): Filter[] {
  if (memory.knownOn === null) return []
  const m = aboutWords[visit.locale]
  const on = memory.knownOn.toString()
  return [
    {
      name: 'on',
      label: m.knownOn,
      value: on,
      kept: true,
      choices: [
        { value: on, label: date(visit.locale, memory.knownOn) },
        { value: '', label: m.today },
      ],
    },
  ]
}

type Stale = {
  title: string
  section: Section | null
  above?: readonly { label: string; path: string }[]
  labels: Readonly<Record<string, string>>
  /** What there is now, and what was typed, as the form holds them. */
  now: Fields
  typed: Fields
  version: string
  once: string
  /** Why it was changed, as it was typed: kept for the next try. */
  why?: string | undefined
  /** Within the memory: where one goes who saves neither; the form again without it. */
  cancel?: string
  long?: readonly string[]
  inWords?: (name: string, value: string) => string
}

/** After a save that came too late: both texts of each field that differs, and nothing is lost. */
export function stalePage(visit: Visit, memory: Memory, stale: Stale): Promise<Response> {
  const { now, typed, labels } = stale
  // The original stays the original: its language is nothing to choose between.
  const names = Object.keys(now).filter(name => name !== 'source')
  const differ = names.filter(name => (now[name] ?? '') !== (typed[name] ?? '').trim())
  const side = (name: string, value: string) => ({ value, shown: stale.inWords?.(name, value) ?? value })
  const changes: Change[] = differ.map(name => ({
    name,
    label: labels[name] ?? name,
    theirs: side(name, now[name] ?? ''),
    yours: side(name, (typed[name] ?? '').trim()),
    long: stale.long?.includes(name) ?? false,
  }))
  return memoryPage(
    visit,
    memory,
    { title: stale.title, section: stale.section, above: stale.above ?? [], failed: true },
    <StaleSave
      t={parts[visit.locale]}
      action={visit.url.pathname}
      version={stale.version}
      once={stale.once}
      changes={changes}
      kept={[
        ...names.filter(name => !differ.includes(name)).map(name => [name, now[name] ?? ''] as const),
        ...(stale.why ? [['why', stale.why] as const] : []),
        ...('source' in now ? [['source', now.source || typed.source || ''] as const] : []),
      ]}
      cancel={stale.cancel === undefined ? visit.url.pathname : addressIn(visit, memory, stale.cancel)}
    />,
    409,
  )
}

type Removal = {
  title: string
  /** What its title calls it, and in which language. */
  named?: NamedIn | null
  text: string
  section: Section
  above?: readonly { label: Child; path: string }[]
  /** Within the memory: where one goes who does not. */
  back: string
  errors?: FieldErrors
  /** Fields before the button, instead of the one that asks why; null asks nothing. */
  children?: Child
}

/** The page before a record is removed: what will happen, the button, a way out. */
export function removalPage(visit: Visit, memory: Memory, removal: Removal): Promise<Response> {
  const { title, section, above = [], errors = {} } = removal
  const t = parts[visit.locale]
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: <NameWithin locale={visit.locale} said={title} name={removal.named} />,
      lead: removal.text,
      section,
      above,
      failed: Object.keys(errors).length > 0,
    },
    <div class="measure">
      <Form t={t} action={visit.url.pathname} errors={errors} once={newOnceKey(visit.house.keys)} short>
        {'children' in removal ? removal.children : <WhyField visit={visit} name="why-removed" />}
        <Buttons>
          <Button kind="danger">{aboutWords[visit.locale].remove}</Button>
          <a href={addressIn(visit, memory, removal.back)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

type Confirmation = {
  section: Section
  title: string
  /** What its title calls it, and in which language. */
  named?: NamedIn | null
  /** What goes with it, and what stays. */
  told: Child
  button: string
  /** Within the memory: where one goes who does not. */
  back: string
  /** Why it was not done. */
  problem?: string | undefined
  /** Whether nobody is asked why: a reason would outlive the person that it tells of. */
  tellsNoReason?: boolean
  /** What was told: another version is told again. */
  version?: string
  status?: number
}

/** The page before a record is removed, where there is more to tell than a sentence. */
export function confirmPage(visit: Visit, memory: Memory, asked: Confirmation): Promise<Response> {
  const t = parts[visit.locale]
  return memoryPage(
    visit,
    memory,
    {
      title: asked.title,
      heading: <NameWithin locale={visit.locale} said={asked.title} name={asked.named} />,
      section: asked.section,
      failed: asked.problem !== undefined,
    },
    <div class="stack measure">
      {asked.problem ? (
        <Note tone="problem">
          <p>{asked.problem}</p>
        </Note>
      ) : null}
      {asked.told}
      <Form t={t} action={visit.url.pathname} version={asked.version} once={newOnceKey(visit.house.keys)} short>
        {asked.tellsNoReason ? null : <WhyField visit={visit} name="why-removed" />}
        <Buttons>
          <Button kind="danger">{asked.button}</Button>
          <a href={addressIn(visit, memory, asked.back)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
    asked.status,
  )
}

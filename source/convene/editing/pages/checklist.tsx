import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { type ChecklistItem, canBeAnnounced, checklistOf, type ItemName } from '../rules/checklist.ts'
import { textStates } from '../rules/text-states.ts'
import { deskOf } from './office.ts'

const signOf: Record<ChecklistItem['state'], StateKind> = { done: 'ok', missing: 'no', advised: 'waiting' }

/** Where each thing is put right, under the address of the seminar in the office. */
const wayTo: Record<ItemName, string> = {
  day: '/edit/when-and-where',
  capacity: '/new/places',
  closes: '/edit/registration',
  organiser: '/edit/organisations',
  contact: '/edit/contacts',
  consent: '/edit/consents',
  presentation: '/edit/texts',
  programme: '/edit/programme',
  translated: '/edit',
}

type ChecklistProps = { visit: Visit; slug: string; items: readonly ChecklistItem[] }

/** What is there and what is missing before people can register, each with a way to it. */
export function Checklist({ visit, slug, items }: ChecklistProps) {
  const { locale } = visit
  const words = editing[locale].checklist
  const at = deskOf(visit, slug)
  const named = ({ name, count }: ChecklistItem) =>
    name === 'translated'
      ? count && count.missing + count.stale > 0
        ? words.items.translations(count.missing, count.stale)
        : words.items.translated
      : words.items[name]
  return (
    <DataTable
      t={parts[locale]}
      caption={words.title}
      address={at}
      rows={items}
      rowLink={item => at + wayTo[item.name]}
      columns={[
        { key: 'what', heading: words.what, cell: named },
        {
          key: 'state',
          heading: words.state,
          cell: ({ state }) => <State kind={signOf[state]}>{words[state]}</State>,
        },
      ]}
      empty={{ title: words.title, text: words.complete }}
    />
  )
}

/** What the checklist says of a seminar; null for one that the visitor may not edit. */
export async function readChecklist(visit: Visit, slug: string) {
  const found = await as(visit.house.db, visit.actor, async tx => {
    const seminar = await seminarAsFile(tx, slug)
    const row = seminar && (await findSeminarToRegisterFor(tx, { id: seminar.id }))
    return seminar && row && { ...seminar, visibility: row.visibility, now: row.now }
  })
  if (!found || !may(visit, 'edit', found.id)) return null
  return { visibility: found.visibility, items: checklistOf(found.file, textStates(found.textAt), found.now) }
}

/**
 * For the page of a seminar in the office: its checklist while it is not announced, and afterwards as long as something
 * is missing; nothing for whoever may not edit it.
 */
export async function deskChecklist(visit: Visit, slug: string): Promise<Child> {
  const { locale } = visit
  const words = editing[locale].checklist
  const read = await readChecklist(visit, slug)
  if (!read) return null
  const isDraft = read.visibility < 2
  const missing = read.items.filter(({ state }) => state === 'missing')
  if (!isDraft && missing.length === 0) return null
  return (
    <section class="stack" aria-label={isDraft ? words.title : words.openTitle}>
      <Checklist visit={visit} slug={slug} items={isDraft ? read.items : missing} />
      {isDraft ? (
        <p>
          {canBeAnnounced(read.items) ? `${words.ready} ` : null}
          <a href={`${deskOf(visit, slug)}/preview`}>{words.preview}</a>
        </p>
      ) : null}
    </section>
  )
}

import { type Actor, asOfOneMoment, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import {
  type ExportDetail,
  type ExportNeeds,
  type ExportWords,
  exportDetails,
  exportNeeds,
  exportWords,
} from '../store/desk-export.ts'
import { type ListAsked, type ListedRow, listedIds, listedRows } from '../store/desk-list.ts'
import { looksAfterPeople } from '../store/find-registrations.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'

export type ExportedRow = ListedRow & ExportDetail
export type ExportedNeeds = ListedRow & ExportNeeds

/** What an export is written from. Each list is asked for once, and from beginning to end. */
export type ToExport = {
  words: ExportWords
  registrations: () => AsyncGenerator<ExportedRow>
  /** Only of those who need something; null when needs were not asked for. */
  needs: (() => AsyncGenerator<ExportedNeeds>) | null
}

type Details<Detail> = (tx: Tx, seminarId: string, ids: readonly string[]) => Promise<Map<string, Detail>>

// What is in memory at once besides the file itself.
const batch = 2000

/**
 * Gives everybody of a list to whoever writes them down: all of its pages, as they stand at one moment, some thousands
 * at a time. What was taken out is noted in the log of who did what and told in the program's: who, which seminar, how
 * many; no names, and no words that were searched for.
 *
 * @param asked filters and order of the list; its page and size do not count
 * @param write runs in the transaction: it may keep what it is given, and must not wait for a slow reader
 * @throws Refusal `not-found` for whoever sees no such seminar, `forbidden` for whoever does not look after its people
 */
export async function exportRegistrations<T>(
  house: House,
  actor: Actor,
  slug: string,
  asked: ListAsked,
  what: { format: 'csv' | 'xlsx'; needs: boolean },
  write: (found: ToExport) => Promise<T>,
): Promise<T> {
  const given = { seminar: slug, registrations: 0, needs: what.needs ? 0 : null }
  const written = await asOfOneMoment(house.db, actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug })
    if (seminar === null) throw notFound()
    if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()

    const { id } = seminar

    // Sorted once; each part of it is then read by itself.
    const everybody = await listedIds(tx, id, asked)
    async function* together<Detail>(read: Details<Detail>, count: () => void): AsyncGenerator<ListedRow & Detail> {
      for (let from = 0; from < everybody.length; from += batch) {
        const ids = everybody.slice(from, from + batch)
        const details = await read(tx, id, ids)
        // Only of those that are written: few need something.
        const wanted = ids.filter(one => details.has(one))
        for (const row of wanted.length === 0 ? [] : await listedRows(tx, id, wanted)) {
          const detail = details.get(row.id)
          if (detail === undefined) continue
          count()
          yield { ...row, ...detail }
        }
      }
    }
    const file = await write({
      words: await exportWords(tx, id),
      registrations: () =>
        together(exportDetails, () => {
          given.registrations += 1
        }),
      needs: what.needs
        ? () =>
            together(exportNeeds, () => {
              given.needs = (given.needs ?? 0) + 1
            })
        : null,
    })
    await noteAct(tx, id, 'registrations-exported', { registrations: given.registrations })
    if (given.needs !== null) await noteAct(tx, id, 'needs-exported', { registrations: given.needs })
    return file
  })
  house.log.info(
    { ...given, format: what.format, by: actor.kind === 'anonymous' ? null : actor.id },
    'registrations exported',
  )
  return written
}

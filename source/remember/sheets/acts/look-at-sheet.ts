import { createHash, randomUUID } from 'node:crypto'
import { Grid } from '#convene/guests/rules/sheet.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { cleanName } from '#ground/files/rules/name.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { readSentSheets, type SheetOfCells } from '#ground/reading/index.ts'
import { type SheetLimits, type SheetRefusalCode, usualLimits } from '#ground/sheets/index.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { isSheetKind, type SheetKind } from '../rules/kinds.ts'
import { languageOfRows } from '../rules/language-of-text.ts'
import { remembered } from '../rules/remembered.ts'
import { findTable, type SheetTable } from '../rules/table.ts'
import { addBatch, mappingFor, readWaiting, removeBatch, sameFile, stateOfBatch } from '../store/batches.ts'
import { rowCorrections } from '../store/corrections.ts'
import { headingsHash } from './headings-hash.ts'
import { openSheetOf } from './kept-sheets.ts'
import { type Choices, openWaiting, sealWaiting, type WaitingSheet, waitingSheets } from './waiting.ts'
import { namesOfFields } from './words.ts'

/** The most rows of one file; titles above them are not counted. */
export const mostRows = 20_000
/** Ten columns of as many rows: what a list of an office holds. */
export const limitsOfSheets: SheetLimits = { ...usualLimits, rows: mostRows + 50, cells: 200_000 }

export type LookedAt = { outcome: 'waiting'; id: string } | { outcome: 'refused'; code: SheetRefusalCode | 'macros' }

/**
 * Takes a file in, to be looked at: nothing of it is imported. Its rows wait, encrypted, for a day at most. The very file
 * that waits already is not taken twice; what an office said once about columns with these headings counts again.
 *
 * @param given.instead the file that this one takes the place of; its choices count on
 */
export async function lookAtSheet(
  house: House,
  actor: Actor,
  space: string,
  given: {
    name: string
    bytes: Uint8Array<ArrayBuffer>
    instead: string | null
    kind: SheetKind | null
    language: Locale
  },
  remember: { once: string | null; location: (id: string) => string },
): Promise<LookedAt> {
  const read = await readSentSheets(house.settings.dataFolder, new Blob([given.bytes]), limitsOfSheets)
  if ('refused' in read) return { outcome: 'refused', code: read.refused }
  const sheets = waitingSheets(read.sheets)
  const sha256 = createHash('sha256').update(given.bytes).digest('hex')
  return as(house.db, actor, async tx => {
    const there = (await sameFile(tx, space, sha256)).find(batch => stateOfBatch(batch) === 'looked-at')
    const waiting = there && (await choicesOf(house, tx, space, there.id)) !== null ? there : undefined
    // What an older version kept in a way that nobody reads any more makes room for the file itself.
    if (there && !waiting) await removeBatch(tx, space, there.id)
    const id = waiting?.id ?? randomUUID()
    if (!waiting) {
      const before = given.instead === null ? null : await choicesOf(house, tx, space, given.instead)
      const all = { heads: read.sheets.map(({ head }) => head), sheets }
      const { choices, table } = await firstChoices(tx, { house, id, space, sha256 }, all, given, before)
      await addBatch(tx, {
        id,
        space,
        name: cleanName(given.name, ['xlsx', 'csv']),
        sha256,
        kind: table.kind,
        waiting: sealWaiting(house, id, { sheets, choices }),
        by: actor.kind === 'person' ? actor.id : null,
      })
    }
    if (given.instead !== null && given.instead !== id && isUuid(given.instead))
      await removeBatch(tx, space, given.instead)
    await rememberSent(tx, remember.once, remember.location(id))
    return { outcome: 'waiting', id }
  })
}

async function choicesOf(house: House, tx: Tx, space: string, id: string): Promise<Choices | null> {
  const sealed = isUuid(id) ? await readWaiting(tx, space, id) : null
  return sealed === null ? null : (openWaiting(house, id, sealed)?.choices ?? null)
}

async function firstChoices(
  tx: Tx,
  file: { house: House; id: string; space: string; sha256: string },
  { heads, sheets }: { heads: readonly SheetOfCells[]; sheets: readonly WaitingSheet[] },
  given: { kind: SheetKind | null; language: Locale },
  before: Choices | null,
): Promise<{ choices: Choices; table: SheetTable }> {
  const scores = heads.map(head =>
    head.hidden ? -1 : columnsRead(findTable(new Grid(head), namesOfFields, { kind: given.kind })),
  )
  const sheet = Math.max(0, scores.indexOf(Math.max(...scores)))
  const { grid } = openSheetOf(file.house, file.id, sheet, sheets[sheet] as WaitingSheet)
  const table = findTable(grid, namesOfFields, { kind: given.kind })
  const known = await mappingFor(tx, file.space, headingsHash(table.columns))
  const kind = given.kind ?? (isSheetKind(known?.kind) ? known.kind : null)
  const said = known && kind === known.kind ? remembered(known.columns) : null
  const read = kind === null || kind === table.kind ? table : findTable(grid, namesOfFields, { kind })
  const ofRows = await rowCorrections(tx, file.space, { sha256: file.sha256, sheet, kind: read.kind })
  const usual: Choices = {
    sheet,
    kind,
    headingRow: null,
    fields: said?.fields ?? null,
    way: before?.way ?? 'both',
    language: before?.language ?? languageOf(grid) ?? given.language,
    guess: before?.guess ?? true,
    currency: before?.currency ?? null,
    corrections: { ...said?.corrections, ...before?.corrections, ...ofRows },
    comments: before?.comments ?? false,
    skip: false,
  }
  return { choices: usual, table: read }
}

// Whoever reads the page in one language may keep the sheet in another one.
function languageOf({ sheet }: Grid): Locale | null {
  const said = languageOfRows(sheet.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')))
  return isLocale(said) ? said : null
}

const columnsRead = ({ columns }: SheetTable) => columns.filter(({ field }) => field !== null).length

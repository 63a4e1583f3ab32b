import { createHash, randomUUID } from 'node:crypto'
import { Grid } from '#convene/guests/rules/sheet.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { cleanName } from '#ground/files/rules/name.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { readSheets, type SheetLimits, type SheetRefusalCode, SheetRefused, usualLimits } from '#ground/sheets/index.ts'
import { openPackage } from '#ground/sheets/unpack.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { isSheetKind, type SheetKind } from '../rules/kinds.ts'
import { remembered } from '../rules/remembered.ts'
import { findTable, type SheetTable } from '../rules/table.ts'
import { addBatch, mappingFor, readWaiting, removeBatch, sameFile, stateOfBatch } from '../store/batches.ts'
import { headingsHash } from './headings-hash.ts'
import { type Choices, openWaiting, sealWaiting, sheetsOf, type WaitingSheet } from './waiting.ts'
import { namesOfFields } from './words.ts'

/** The most rows of one file; titles above them are not counted. */
export const mostRows = 20_000
const limits: SheetLimits = { ...usualLimits, rows: mostRows + 50 }

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
  given: { name: string; bytes: Uint8Array; instead: string | null; kind: SheetKind | null; language: Locale },
  remember: { once: string | null; location: (id: string) => string },
): Promise<LookedAt> {
  let sheets: WaitingSheet[]
  try {
    if (await holdsMacros(given.bytes)) return { outcome: 'refused', code: 'macros' }
    sheets = sheetsOf(await readSheets(given.bytes, limits))
  } catch (error) {
    if (error instanceof SheetRefused) return { outcome: 'refused', code: error.code }
    throw error
  }
  const sha256 = createHash('sha256').update(given.bytes).digest('hex')
  return as(house.db, actor, async tx => {
    const waiting = (await sameFile(tx, space, sha256)).find(batch => stateOfBatch(batch) === 'looked-at')
    const id = waiting?.id ?? randomUUID()
    if (!waiting) {
      const before = given.instead === null ? null : await choicesOf(house, tx, space, given.instead)
      const { choices, table } = await firstChoices(tx, space, sheets, given, before)
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

// A workbook with a program in it is no list, whatever its name says.
async function holdsMacros(bytes: Uint8Array): Promise<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length > limits.bytes) return false
  const parts = await openPackage(bytes, limits)
  return parts.has('xl/vbaProject.bin') || parts.has('xl/macrosheets/sheet1.xml')
}

async function choicesOf(house: House, tx: Tx, space: string, id: string): Promise<Choices | null> {
  const sealed = isUuid(id) ? await readWaiting(tx, space, id) : null
  return sealed === null ? null : (openWaiting(house, id, sealed)?.choices ?? null)
}

async function firstChoices(
  tx: Tx,
  space: string,
  sheets: readonly WaitingSheet[],
  given: { kind: SheetKind | null; language: Locale },
  before: Choices | null,
): Promise<{ choices: Choices; table: SheetTable }> {
  const tables = sheets.map(sheet => findTable(new Grid(sheet), namesOfFields, { kind: given.kind }))
  const scores = tables.map(({ columns }, index) =>
    sheets[index]?.hidden ? -1 : columns.filter(({ field }) => field !== null).length,
  )
  const sheet = Math.max(0, scores.indexOf(Math.max(...scores)))
  const table = tables[sheet] as SheetTable
  const known = await mappingFor(tx, space, headingsHash(table.columns))
  const kind = given.kind ?? (isSheetKind(known?.kind) ? known.kind : null)
  const said = known && kind === known.kind ? remembered(known.columns) : null
  const usual: Choices = {
    sheet,
    kind,
    headingRow: null,
    fields: said?.fields ?? null,
    way: before?.way ?? 'both',
    language: before?.language ?? given.language,
    guess: before?.guess ?? true,
    currency: before?.currency ?? null,
    corrections: { ...said?.corrections, ...before?.corrections },
    comments: before?.comments ?? false,
    skip: false,
  }
  return {
    choices: usual,
    table:
      kind === null || kind === table.kind
        ? table
        : findTable(new Grid(sheets[sheet] as WaitingSheet), namesOfFields, { kind }),
  }
}

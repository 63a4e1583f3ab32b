import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, type SentForm, textOf } from '#ground/web/form.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import type { Memory } from '../../pages/memory.ts'
import { choose, discard } from '../acts/choose.ts'
import { dryRun, lacking } from '../acts/dry-run.ts'
import { importSheet } from '../acts/import-sheet.ts'
import { openSheet } from '../acts/open-sheet.ts'
import { undoSheet } from '../acts/undo-sheet.ts'
import { sameFile, stateOfBatch } from '../store/batches.ts'
import { confirmUndo, donePage } from './done.tsx'
import { editedMemory, importAddress, zone } from './frame.ts'
import { lookPage } from './look.tsx'

/** GET …/import/:batch: what the file would do, or what became of it. */
export async function showBatch(visit: Visit): Promise<Response> {
  const memory = await editedMemory(visit)
  const { batch, waiting } = await openSheet(visit.house, visit.actor, memory.id, visit.param('batch'))
  const state = stateOfBatch(batch)
  if (state === 'imported' || state === 'undone') return donePage(visit, memory, batch)
  if (waiting === null)
    return redirect(visit, importAddress(visit, memory), { tone: 'note', text: sheetsWords[visit.locale].import.gone })
  const run = lacking(waiting).length > 0 ? null : await dryRun(visit.house, visit.actor, memory.id, waiting)
  return lookPage(visit, memory, waiting, run, await importedBefore(visit, memory, batch.sha256))
}

/** POST …/import/:batch: imports, reads a cell otherwise, throws away, or undoes. */
export async function sendBatch(visit: Visit): Promise<Response> {
  const { house, locale, actor } = visit
  const memory = await editedMemory(visit)
  const id = visit.param('batch')
  await openSheet(house, actor, memory.id, id)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = sheetsWords[locale]
  const list = importAddress(visit, memory)
  const here = importAddress(visit, memory, `/${id}`)
  const at = { space: memory.id, id }
  switch (textOf(sent.typed, 'do')) {
    case 'import':
      return doImport(visit, memory, id, sent)
    case 'accept':
      return accept(visit, memory, id, sent)
    case 'discard': {
      const outcome = await discard(house, actor, at, { once: sent.once, location: list })
      return outcome === 'discarded'
        ? redirect(visit, list, { tone: 'done', text: m.import.discarded })
        : redirect(visit, list, { tone: 'problem', text: m.import.gone })
    }
    case 'undo': {
      if (textOf(sent.typed, 'sure') !== 'yes') return confirmUndo(visit, memory, id, sent)
      const outcome = await undoSheet(house, actor, at, { once: sent.once, location: here })
      return outcome === 'undone'
        ? redirect(visit, here, { tone: 'done', text: m.undo.done })
        : redirect(visit, here, { tone: 'problem', text: m.undo.notNow })
    }
    default:
      throw new Refusal('unprocessable')
  }
}

async function doImport(visit: Visit, memory: Memory, id: string, { typed, once }: SentForm): Promise<Response> {
  const { house, actor, locale } = visit
  const m = sheetsWords[locale].import
  const here = importAddress(visit, memory, `/${id}`)
  const how = { skip: textOf(typed, 'skip[]') === 'yes', comments: textOf(typed, 'comments[]') === 'yes' }
  const result = await importSheet(house, actor, { space: memory.id, id }, how, { once, location: here })
  if (result.outcome === 'imported') return redirect(visit, here)
  const { batch, waiting } = await openSheet(house, actor, memory.id, id)
  if (result.outcome === 'gone' || waiting === null) return redirect(visit, here, { tone: 'note', text: m.gone })
  const said = result.outcome === 'wrong' ? { 'skip[]': m.wrong(result.run.counts.wrong) } : { _form: m.nothing }
  return lookPage(visit, memory, waiting, result.run, await importedBefore(visit, memory, batch.sha256), {
    typed,
    once,
    errors: said,
  })
}

// Wherever the same stands in the column, or, where nothing stands, in that row alone.
async function accept(visit: Visit, memory: Memory, id: string, { typed, once }: SentForm): Promise<Response> {
  const { house, actor, locale } = visit
  const { waiting } = await openSheet(house, actor, memory.id, id)
  const here = importAddress(visit, memory, `/${id}`)
  const m = sheetsWords[locale]
  const key = textOf(typed, 'key').slice(0, 2100)
  const value = textOf(typed, 'value').slice(0, 2000)
  const corrections = { ...waiting?.choices.corrections, [key]: value }
  if (waiting === null || key === '' || Object.keys(corrections).length > 20_000)
    return redirect(visit, here, { tone: 'note', text: m.import.gone })
  await choose(house, actor, { space: memory.id, id }, { corrections }, { once, location: here })
  return redirect(visit, here, { tone: 'done', text: m.look.accepted })
}

/** When this very file was imported before, in words; null when it was not. */
async function importedBefore(visit: Visit, memory: Memory, sha256: string): Promise<string | null> {
  const same = await as(visit.house.db, visit.actor, tx => sameFile(tx, memory.id, sha256))
  const at = same.find(batch => stateOfBatch(batch) === 'imported')?.importedAt
  return at ? moment(visit.locale, at, zone) : null
}

import { as, because } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, type SentForm, textOf } from '#ground/web/form.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import { whyWords } from '../../messages/why.ts'
import type { Memory } from '../../pages/memory.ts'
import { momentInWords } from '../../pages/moments.ts'
import { choose, discard } from '../acts/choose.ts'
import { dryRun, lacking } from '../acts/dry-run.ts'
import { importSheet } from '../acts/import-sheet.ts'
import { openSheet } from '../acts/open-sheet.ts'
import { readAlso } from '../acts/other-lists.ts'
import { type ProblemGroup, problemGroups, withSuggestions } from '../acts/problem-groups.ts'
import { undoSheet } from '../acts/undo-sheet.ts'
import { findBatch, sameFile, stateOfBatch } from '../store/batches.ts'
import { confirmUndo, donePage } from './done.tsx'
import { editedMemory, goneInWords, importAddress } from './frame.ts'
import { whyNothing } from './import-form.tsx'
import { lookPage } from './look.tsx'
import { anchorOf, anchorOfAll, fieldOfGroup, moreOfGroup, pageOfGroups } from './problems.tsx'

/** GET …/import/:batch: what the file would do, or what became of it. */
export async function showBatch(visit: Visit): Promise<Response> {
  const memory = await editedMemory(visit)
  const { batch, waiting } = await openSheet(visit.house, visit.actor, memory.id, visit.param('batch'))
  const state = stateOfBatch(batch)
  if (state === 'imported' || state === 'undone') return donePage(visit, memory, batch)
  if (waiting === null)
    return redirect(visit, importAddress(visit, memory), { tone: 'note', text: goneInWords(visit, batch) })
  const run = lacking(waiting).length > 0 ? null : await dryRun(visit.house, visit.actor, memory.id, waiting)
  return lookPage(visit, memory, waiting, run, await importedBefore(visit, memory, batch.sha256))
}

/** POST …/import/:batch: imports, reads a cell otherwise, throws away, or undoes. */
export async function sendBatch(visit: Visit): Promise<Response> {
  const { house, locale, actor } = visit
  const memory = await editedMemory(visit)
  const id = visit.param('batch')
  const { batch } = await openSheet(house, actor, memory.id, id)
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
    case 'correct':
      return correct(visit, memory, id, sent)
    case 'also': {
      const location = (other: string) => importAddress(visit, memory, `/${other}`)
      const also = await readAlso(house, actor, at, Number(textOf(sent.typed, 'sheet')), { once: sent.once, location })
      return also === null
        ? redirect(visit, here, { tone: 'note', text: m.import.gone })
        : redirect(visit, location(also))
    }
    case 'discard': {
      const outcome = await discard(house, actor, at, { once: sent.once, location: list })
      return outcome === 'discarded'
        ? redirect(visit, list, { tone: 'done', text: m.import.discarded })
        : redirect(visit, list, { tone: 'problem', text: m.import.gone })
    }
    case 'undo': {
      if (textOf(sent.typed, 'sure') !== 'yes') return confirmUndo(visit, memory, batch, sent)
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
  // What it writes is told, in the history of each record, to have come from this file.
  const file = isUuid(id) ? await as(house.db, actor, tx => findBatch(tx, memory.id, id)) : null
  const importer = because(actor, whyWords[locale].imported(file?.name ?? ''))
  const result = await importSheet(house, importer, { space: memory.id, id }, how, { once, location: here })
  if (result.outcome === 'imported') return redirect(visit, here)
  const { batch, waiting } = await openSheet(house, actor, memory.id, id)
  if (result.outcome === 'gone' || waiting === null) return redirect(visit, here, { tone: 'note', text: m.gone })
  const said =
    result.outcome === 'wrong'
      ? { 'skip[]': m.wrong(result.run.counts.wrong) }
      : { _form: whyNothing(visit, result.run) ?? m.nothing }
  return lookPage(visit, memory, waiting, result.run, await importedBefore(visit, memory, batch.sha256), {
    typed,
    once,
    errors: said,
  })
}

// Wherever the same stands in the column, or, where nothing stands, in those rows alone.
async function correct(visit: Visit, memory: Memory, id: string, { typed, once }: SentForm): Promise<Response> {
  const { house, actor, locale } = visit
  const m = sheetsWords[locale]
  const words = sheetsLook[locale].correct
  const here = importAddress(visit, memory, `/${id}`)
  const { waiting } = await openSheet(house, actor, memory.id, id)
  if (waiting === null) return redirect(visit, here, { tone: 'note', text: m.import.gone })
  const run = await dryRun(house, actor, memory.id, waiting)
  const groups = problemGroups(run.problems, waiting)
  const { page } = pageOfGroups(visit, groups)
  const on = page > 1 ? `${here}?page=${page}` : here
  const accepted = textOf(typed, 'accept')
  const whole = accepted === 'all' ? new Set(withSuggestions(groups)) : new Set()
  const instead = (group: ProblemGroup): string | null => {
    if (group.id === accepted || whole.has(group)) return group.problem.suggestion
    if (moreOfGroup(group.id) === accepted) return group.problem.more ?? null
    const said = textOf(typed, fieldOfGroup(group.id)).trim().slice(0, 2000)
    return said === '' || said === group.typed ? null : said
  }
  const corrections: Record<string, string> = { ...waiting.choices.corrections }
  const done = new Set<ProblemGroup>()
  for (const group of groups) {
    const value = group.keys.length === 0 ? null : instead(group)
    if (value === null) continue
    done.add(group)
    for (const key of group.keys) corrections[key] = value
  }
  if (done.size === 0 || Object.keys(corrections).length > mostCorrections)
    return redirect(visit, `${on}#${anchorOfAll}`, { tone: 'note', text: words.nothingTyped })
  // Back to where one was: what comes next on the list.
  const last = groups.findLastIndex(group => done.has(group))
  const next = done.size === 1 ? groups.slice(last).find(group => !done.has(group)) : undefined
  const location = `${on}#${next ? anchorOf(next.id) : anchorOfAll}`
  await choose(house, actor, { space: memory.id, id }, { corrections }, { once, location })
  return redirect(visit, location, { tone: 'done', text: words.accepted(done.size) })
}

// Of 20,000 rows.
const mostCorrections = 40_000

/** When this very file was imported before, in words; null when it was not. */
async function importedBefore(visit: Visit, memory: Memory, sha256: string): Promise<string | null> {
  const same = await as(visit.house.db, visit.actor, tx => sameFile(tx, memory.id, sha256))
  const at = same.find(batch => stateOfBatch(batch) === 'imported')?.importedAt
  return at ? momentInWords(visit.locale, at, memory.timeZone) : null
}

import { guests } from '#convene/messages/guests.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, type SentForm, textOf } from '#ground/web/form.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { discardList } from '../acts/choose.ts'
import { dryRun } from '../acts/dry-run.ts'
import { importList } from '../acts/import-list.ts'
import { openList } from '../acts/open-list.ts'
import { findGuestList, sameFile, stateOfList } from '../store/guest-lists.ts'
import { confirmUndo, donePage, progressPage, undo, withPatience } from './done.tsx'
import { deskAddress, type PeopleSeminar, peopleSeminar } from './frame.tsx'
import { lookPage } from './look.tsx'

/** GET …/guests/:id: what the list would do, how far it is, or what became of it. */
export async function showList(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  const { list, waiting } = await openList(visit.house, visit.actor, seminar.slug, visit.param('id'))
  const state = stateOfList(list)
  if (state === 'looked-at' && waiting !== null) {
    const run = waiting.lacking.length > 0 ? null : await dryRun(visit.house, visit.actor, waiting)
    return lookPage(visit, seminar, waiting, run, await registeredBefore(visit, seminar, list.sha256))
  }
  if (state === 'under-way') {
    const m = guests[visit.locale].progress
    return progressPage(visit, seminar, list, { title: m.title, text: m.text(list.registered ?? 0) })
  }
  if (state === 'looked-at' || state === 'forgotten')
    return redirect(visit, deskAddress(visit, seminar, '/guests'), {
      tone: 'note',
      text: guests[visit.locale].import.gone,
    })
  return donePage(visit, seminar, list)
}

/** POST …/guests/:id: registers, throws away, or takes back. */
export async function sendToList(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = guests[locale]
  const id = visit.param('id')
  const there = isUuid(id) && (await as(house.db, visit.actor, tx => findGuestList(tx, seminar.id, id)))
  if (!there) throw notFound()
  const lists = deskAddress(visit, seminar, '/guests')
  switch (textOf(sent.typed, 'do')) {
    case 'import':
      return register(visit, seminar, id, sent)
    case 'discard': {
      const outcome = await discardList(house, visit.actor, seminar.slug, id, { once: sent.once, location: lists })
      return redirect(
        visit,
        lists,
        outcome === 'discarded' ? { tone: 'done', text: m.import.discarded } : { tone: 'problem', text: m.import.gone },
      )
    }
    case 'undo':
      return textOf(sent.typed, 'sure') === 'yes'
        ? undo(visit, seminar, id, sent)
        : confirmUndo(visit, seminar, id, sent)
    default:
      throw new Refusal('unprocessable')
  }
}

async function register(visit: Visit, seminar: PeopleSeminar, id: string, { typed, once }: SentForm) {
  const { house, actor, locale } = visit
  const m = guests[locale]
  const here = deskAddress(visit, seminar, `/guests/${id}`)
  const how = { tell: textOf(typed, 'tell') !== 'no', skip: textOf(typed, 'skip[]') === 'yes' }
  const result = await importList(house, actor, seminar.slug, id, how, { once, location: here })
  switch (result.outcome) {
    case 'begun':
      await withPatience(result.done)
      return redirect(visit, here)
    case 'gone':
      return redirect(visit, here, { tone: 'note', text: m.import.gone })
    default: {
      const { list, waiting } = await openList(house, actor, seminar.slug, id)
      if (waiting === null) return redirect(visit, here, { tone: 'note', text: m.import.gone })
      const wrong = result.run?.counts.wrong ?? 0
      const said = result.outcome === 'wrong' ? { 'skip[]': m.import.wrong(wrong) } : { _form: m.import.nobody }
      return lookPage(visit, seminar, waiting, result.run, await registeredBefore(visit, seminar, list.sha256), {
        typed,
        once,
        errors: result.outcome === 'wrong' || result.outcome === 'nobody' ? said : {},
      })
    }
  }
}

/** When this very file was registered before, in words; null when it was not. */
async function registeredBefore(visit: Visit, seminar: PeopleSeminar, sha256: string): Promise<string | null> {
  const same = await as(visit.house.db, visit.actor, tx => sameFile(tx, seminar.id, sha256))
  const at = same.find(list => stateOfList(list) === 'imported')?.importedAt
  return at ? moment(visit.locale, at, seminar.timeZone) : null
}

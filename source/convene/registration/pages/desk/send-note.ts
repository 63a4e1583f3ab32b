import { longestNote, removeNote, writeNote } from '#convene/guests/acts/notes.ts'
import { byHand } from '#convene/messages/by-hand.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { peopleSeminar } from '../desk.tsx'
import { registrationPage } from './registration.tsx'

/** POST …/registrations/:id/notes: adds one, or removes one's own. */
export async function sendNote(visit: Visit): Promise<Response> {
  const { house, locale, actor } = visit
  const seminar = await peopleSeminar(visit)
  const { typed, once } = await readForm(visit.request)
  const led = await alreadySent(house, once)
  if (led) return redirect(visit, led)
  const m = byHand[locale].notes
  const registrationId = visit.param('id')
  const at = { seminarId: seminar.id, registrationId }
  const location = `/${locale}/desk/seminars/${seminar.slug}/registrations/${registrationId}#notes`
  const remember = { once, location }
  if (textOf(typed, 'do') === 'remove') {
    const outcome = await removeNote(house, actor, at, textOf(typed, 'id'), remember)
    return redirect(
      visit,
      location,
      outcome === 'removed' ? { tone: 'done', text: m.removed } : { tone: 'problem', text: m.notYours },
    )
  }
  const body = textOf(typed, 'note').normalize('NFC').trim()
  const error = body === '' ? m.empty : body.length > longestNote ? m.tooLong : null
  if (error !== null) return registrationPage(visit, null, { body: textOf(typed, 'note'), error })
  await writeNote(house, actor, at, body, remember)
  return redirect(visit, location, { tone: 'done', text: m.added })
}

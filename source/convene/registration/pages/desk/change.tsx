import { deskChange } from '#convene/messages/desk-change.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { admissionOf } from '../../store/admission.ts'
import { readOwn } from '../../store/own.ts'
import { findSeminarToRegisterFor, seminarWords } from '../../store/seminar.ts'
import { deskTrail, peopleSeminar } from '../desk.tsx'
import { saveChange } from '../me/change.ts'
import { typedOf } from '../me/change-fields.ts'
import { filledPage } from '../me/change-page.tsx'
import { type Change, changeIn, tooLate } from '../me/hands.ts'
import { mayCorrect, mayCorrectContact } from '../me/may.ts'
import { filledContact, isContactForm, saveContact } from './contact.tsx'

/** GET …/registrations/:id/change: what somebody answered, to be corrected by who looks after them. */
export async function showCorrection(visit: Visit): Promise<Response> {
  const change = await openCorrection(visit)
  if (mayCorrectContact(change.opened)) return filledContact(visit, change)
  return mayCorrect(change.opened) ? filledPage(visit, change) : tooLate(visit, change)
}

/** POST: saves, or says at once everything that is not right, with all that was typed. */
export async function sendCorrection(visit: Visit): Promise<Response> {
  const change = await openCorrection(visit)
  const sent = await readForm(visit.request)
  if (mayCorrectContact(change.opened)) return saveContact(visit, change, sent)
  if (!isContactForm(sent)) return saveChange(visit, change, sent)
  // The seminar was moved to another day meanwhile: the rest is as it was answered, and can be corrected with it.
  const { opened, territory, form } = change
  const typed = { ...typedOf(opened.own.answers, territory, form.questions), ...sent.typed }
  return saveChange(visit, change, { ...sent, typed })
}

/**
 * The same form as on the person's own page, in an organiser's hands and read in their name; their consents are not in
 * it: nobody agrees for another.
 *
 * @throws Refusal `not-found` for a registration that is none of this seminar, or whose person was erased
 */
async function openCorrection(visit: Visit): Promise<Change> {
  const { house, locale, actor } = visit
  const about = await peopleSeminar(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const opened = await as(house.db, actor, async tx => {
    const own = await readOwn(tx, id)
    const seminar = await findSeminarToRegisterFor(tx, { id: about.id })
    if (own === null || seminar === null || own.seminarId !== seminar.id) return null
    return { own, seminar, words: await seminarWords(tx, seminar.id), admission: await admissionOf(tx, seminar.id) }
  })
  if (opened === null) throw notFound()
  const words = deskChange[locale]
  const people = `/${locale}/desk/seminars/${about.slug}/registrations`
  const name = opened.own.name || registration[locale].desk.erased
  return changeIn(visit, opened, {
    by: actor,
    reader: actor,
    here: `${people}/${id}`,
    voice: 'other',
    words,
    frame: (small, status) =>
      page(
        visit,
        layout(
          visit,
          {
            title: `${small.title} – ${name}`,
            office: true,
            failed: small.failed === true,
            islands: small.islands ?? [],
            breadcrumb: deskTrail(
              visit,
              about,
              { label: registration[locale].desk.registrations, path: '/registrations' },
              { label: name, path: `/registrations/${id}` },
              small.title,
            ),
          },
          <div class="stack measure">{small.children}</div>,
        ),
        status,
      ),
  })
}

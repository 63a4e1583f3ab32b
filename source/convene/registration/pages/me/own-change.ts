import { ownPage } from '#convene/messages/own.ts'
import { job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { readForm } from '#ground/web/form.ts'
import { cityOf, momentAt } from '../words.ts'
import { type Change, changeIn, filledPage, saveChange, tooLate } from './change.tsx'
import { mayChange } from './may.ts'
import { openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

/** GET /:l/me/:token/change: the registration form, filled with what was answered. */
export async function showChange(visit: Visit): Promise<Response> {
  const change = await openChange(visit)
  return mayChange(change.opened) ? filledPage(visit, change) : tooLate(visit, change)
}

/** POST: saves, or says at once everything that is not right, with all that was typed. */
export async function sendChange(visit: Visit): Promise<Response> {
  const sent = await readForm(visit.request)
  return saveChange(visit, await openChange(visit), sent)
}

/** In the person's own hands. As a job, as the rest of an own page: the seminar may be public no more. */
async function openChange(visit: Visit): Promise<Change> {
  const opened = await openOwn(visit)
  const { own, seminar, admission } = opened
  const { locale } = visit
  const w = ownPage[locale].change
  return changeIn(visit, opened, {
    by: { kind: 'link', id: own.id },
    reader: job('own-page'),
    here: ownAddress(visit),
    words: {
      ...w,
      tooLate: w.tooLate(momentAt(seminar, locale, admission.changeUntil), cityOf(seminar, locale)),
      noRoom: full => `${w.noRoom} ${w.noRoomFor(full)}`,
    },
    frame: (about, status) => smallPage(visit, opened, about, status),
  })
}

import { ownPage } from '#convene/messages/own.ts'
import { job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { readForm } from '#ground/web/form.ts'
import { cityOf, momentAt } from '../../acts/seminar-in-words.ts'
import { saveChange } from './change.ts'
import { filledPage } from './change-page.tsx'
import { type Change, changeIn, tooLate } from './hands.ts'
import { mayChange, mayStateNeeds } from './may.ts'
import { isNeedsForm, needsPage, saveNeeds } from './needs.tsx'
import { openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

/** GET /:l/me/:token/change: the registration form, filled with what was answered; when it is late, what may still be said. */
export async function showChange(visit: Visit): Promise<Response> {
  const change = await openChange(visit)
  if (mayChange(change.opened)) return filledPage(visit, change)
  return mayStateNeeds(change.opened) ? needsPage(visit, change) : tooLate(visit, change)
}

/** POST: saves, or says at once everything that is not right, with all that was typed. */
export async function sendChange(visit: Visit): Promise<Response> {
  const sent = await readForm(visit.request)
  const change = await openChange(visit)
  return isNeedsForm(sent) ? saveNeeds(visit, change, sent) : saveChange(visit, change, sent)
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
    voice: 'self',
    words: {
      ...w,
      tooLate: w.tooLate(momentAt(seminar, locale, admission.changeUntil), cityOf(seminar, locale)),
      obstacles: ownPage[locale].obstacles,
      noRoom: full => `${w.noRoom} ${w.noRoomFor(full)}`,
    },
    frame: (about, status) => smallPage(visit, opened, about, status),
  })
}

import { mayDecide } from '#convene/life/store/who-acts.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { lockImport } from '#convene/seminar/store/save-seminar.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type AnswerWindow, type Asked, answerWindow, isToInvite, isToRemind } from '../rules/panel.ts'
import {
  addPanelInvitations,
  inviteToRoles,
  inviteToSeats,
  type PanelPerson,
  type PanelRole,
  type PanelSeat,
  readPanelPeople,
  readPanelRoles,
  readPanelSeats,
} from '../store/people.ts'

/** For the first time, or once more. */
export type PanelAsking = 'invite' | 'remind'

export type PanelInvited =
  /** To so many people; `left` are those who were chosen and had no mail: written to or answered meanwhile, or without an address. */
  { outcome: 'sent'; sent: number; left: number } | { outcome: 'closed'; window: Exclude<AnswerWindow, 'open'> }

/** The longest sentence that an organiser may add, in characters. */
export const longestNote = 1000

/** Seats and roles of one person, and what matters for writing to them. */
export const askedOf = (person: PanelPerson, parts: readonly (PanelSeat | PanelRole)[]): Asked => ({
  email: person.email,
  lastSentAt: person.lastSentAt,
  reminders: person.reminders,
  parts: parts.filter(({ programmePersonId }) => programmePersonId === person.id).map(({ state }) => state),
})

/**
 * Asks people of the draft whether they will sit on a panel, and all of them to say who they are: one mail to each, whatever
 * the number of their seats. What of theirs was open is asked for; a reminder changes nothing.
 *
 * Behind the gate that every edit of the programme passes: two organisers who ask the same person at once, or who remind
 * them at once, write to them once.
 *
 * @param people ids of their lines on the programme (`programme_person`)
 * @param notes a sentence of the organiser, by the language of the mail
 * @param sent the form, and where it leads when so many were written to and so many left out
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it and to
 *   write to its people
 */
export async function askPanel(
  house: House,
  actor: Actor,
  slug: string,
  kind: PanelAsking,
  people: readonly string[],
  notes: Partial<Record<Locale, string>>,
  sent?: { once: string | null; location: string },
): Promise<PanelInvited> {
  const result = await as(house.db, actor, async (tx): Promise<PanelInvited> => {
    await lockImport(tx, slug)
    const seminar = await findSeminarToRegisterFor(tx, { slug })
    if (!seminar) throw notFound()
    if (!(await mayDecide(tx, seminar.id, ['edit', 'people']))) throw forbidden()
    const window = answerWindow(seminar.life, seminar.startsAt, seminar.now)
    if (window !== 'open') return { outcome: 'closed', window }
    const seats = await readPanelSeats(tx, seminar.id)
    const roles = await readPanelRoles(tx, seminar.id)
    const isMeant = (asked: Asked) => (kind === 'invite' ? isToInvite(asked) : isToRemind(asked, seminar.now))
    const chosen = (await readPanelPeople(tx, seminar.id)).filter(
      person => people.includes(person.id) && isMeant(askedOf(person, [...seats, ...roles])),
    )
    const ofThem = new Set(chosen.map(({ id }) => id))
    if (kind === 'invite') {
      await inviteToSeats(tx, idsOf(seats, ofThem))
      await inviteToRoles(tx, idsOf(roles, ofThem))
    }
    const written = chosen.map(({ language, ...person }) => ({
      ...person,
      language: isLocale(language) ? language : seminar.sourceLanguage,
    }))
    const ids = await addPanelInvitations(
      tx,
      written.map(({ id, language }) => ({
        seminarId: seminar.id,
        programmePersonId: id,
        reminder: kind === 'remind',
        note: notes[language]?.trim() || null,
        sentBy: actor.kind === 'person' ? actor.id : null,
      })),
    )
    await queueMails(
      tx,
      written.map(({ personId, language }, index) => ({
        spaceId: seminar.id,
        personId,
        template: 'panel-invitation',
        language,
        data: { invitation: ids[index] },
      })),
    )
    if (written.length > 0)
      await noteAct(tx, seminar.id, kind === 'invite' ? 'panel-invited' : 'panel-reminded', { sent: written.length })
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return { outcome: 'sent', sent: written.length, left: new Set(people).size - written.length }
  })
  house.mailsWritten()
  return result
}

const idsOf = (parts: readonly (PanelSeat | PanelRole)[], people: ReadonlySet<string>) =>
  parts.flatMap(({ id, programmePersonId, state }) =>
    programmePersonId !== null && people.has(programmePersonId) && state === 'open' ? [id] : [],
  )

import { programmePanel } from '#convene/messages/programme-panel.ts'
import { registration } from '#convene/messages/registration.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { type ProgrammeSlot, programmeOf } from '#convene/programme/rules/programme.ts'
import { stillOn } from '#convene/programme/rules/still-on.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { hours, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { askedOf } from '../acts/invite.ts'
import { type AnswerWindow, type Asked, answerWindow } from '../rules/panel.ts'
import {
  type PanelPerson,
  type PanelRole,
  type PanelSeat,
  readPanelPeople,
  readPanelRoles,
  readPanelSeats,
  readWaitingWords,
  type WaitingWords,
} from '../store/people.ts'

/** Somebody of the draft, with what they do there in the reader's words. */
export type ListedPerson = PanelPerson & { asked: Asked; does: string[]; organisation: string | null }
export type OfficePanel = {
  id: string
  slug: string
  title: string
  file: SeminarFile
  window: AnswerWindow
  now: Temporal.Instant
  timeZone: string
  /** Those slots that have seats, in the order of the timetable. */
  slots: { slot: ProgrammeSlot; title: string; when: string; seats: PanelSeat[] }[]
  /** Keys of those who declined a seat and are still named to moderate or to speak. */
  stillOn: ReadonlySet<string>
  /** Everybody who is on a slot. */
  people: ListedPerson[]
  /** What those who moderate or speak have answered. */
  roles: PanelRole[]
  waiting: WaitingWords[]
}

/**
 * The panels of the address as an organiser sees them, for somebody who may edit the seminar.
 *
 * @throws Refusal `not-found` for a seminar that the visitor does not work on, `forbidden` without the right to edit it
 */
export async function panelOfOffice(visit: Visit): Promise<OfficePanel> {
  const { house, actor, locale } = visit
  const read = await as(house.db, actor, async tx => {
    const found = await seminarAsFile(tx, visit.param('slug'))
    const row = found && (await findSeminarToRegisterFor(tx, { id: found.id }))
    if (!found || !row || !may(visit, 'read', found.id)) throw notFound()
    if (!may(visit, 'edit', found.id)) throw new Refusal('forbidden', programmePanel[locale].mayNot)
    return {
      found,
      row,
      people: await readPanelPeople(tx, found.id),
      seats: await readPanelSeats(tx, found.id),
      roles: await readPanelRoles(tx, found.id),
      waiting: await readWaitingWords(tx, found.id),
    }
  })
  const { found, row, seats, roles, waiting } = read
  const { id, file, textAt } = found
  const { slots } = programmeOf(file)
  const say = (words: Partial<Record<string, string>> | undefined) => words?.[locale] ?? words?.[file.source] ?? ''
  const titleOf = (slot: ProgrammeSlot) => partNamed(slot.part, say(slot.title) || slot.key, locale)
  const organisation = (key: string | undefined) => {
    const one = key === undefined ? undefined : file.organisations.find(other => other.key === key)
    return one ? (one.short ?? say(one.name)) || one.key : null
  }
  const people = read.people.flatMap((person): ListedPerson[] => {
    const does = slots.flatMap(slot => doing(slot, person.key, titleOf(slot), visit))
    if (does.length === 0) return []
    const { organisation: key } = file.people.find(one => one.key === person.key) ?? {}
    return [{ ...person, asked: askedOf(person, [...seats, ...roles]), does, organisation: organisation(key) }]
  })
  return {
    id,
    slug: file.slug,
    title: wordsOf(textAt('title'), locale) || file.slug,
    file,
    window: answerWindow(row.life, row.startsAt, row.now),
    now: row.now,
    timeZone: file.time_zone,
    slots: slots
      .filter(slot => slot.seats.length > 0)
      .map(slot => ({
        slot,
        title: titleOf(slot),
        when: whenOf(slot, visit),
        seats: slot.seats.flatMap(({ key }) => seats.find(one => one.slot === slot.key && one.key === key) ?? []),
      })),
    stillOn: new Set(stillOn(slots, roles).map(({ person }) => person)),
    people,
    roles,
    waiting,
  }
}

/** The title of a slot in the reader's language, or in the seminar's. */
export function slotTitleOf({ file }: Pick<OfficePanel, 'file'>, key: string, locale: Locale): string {
  const slot = file.programme.slots.find(one => one.key === key)
  return partNamed(slot?.part, slot?.title[locale] ?? slot?.title[file.source] ?? key, locale)
}

function doing(slot: ProgrammeSlot, person: string, title: string, { locale }: Visit): string[] {
  const m = programmePanel[locale]
  return [
    ...(slot.seats.some(seat => seat.person === person) ? [m.seatsOf(title)] : []),
    ...(slot.moderatorPersons.includes(person) ? [m.roles.moderator(title)] : []),
    ...(slot.speakers.includes(person) ? [m.roles.speaker(title)] : []),
  ]
}

function whenOf({ day, from, to }: ProgrammeSlot, { locale }: Visit): string {
  const time = (text: string) => Temporal.PlainTime.from(text)
  return `${longDate(locale, Temporal.PlainDate.from(day))}, ${hours(locale, time(from), time(to))}`
}

export const nameOf = ({ givenName, familyName }: Pick<PanelPerson, 'givenName' | 'familyName'>) =>
  [givenName, familyName].filter(Boolean).join(' ')

export const deskOf = (visit: Visit, slug: string) => `/${visit.locale}/desk/seminars/${slug}`

/** The way to the page, or to what is below it. */
export function panelTrail(visit: Visit, { slug, title }: Pick<OfficePanel, 'slug' | 'title'>, here?: string) {
  const { locale } = visit
  const desk = deskOf(visit, slug)
  const own = { label: programmePanel[locale].title }
  return [
    { label: registration[locale].desk.title, href: `/${locale}/desk` },
    { label: title, href: desk },
    ...(here === undefined ? [own] : [{ ...own, href: `${desk}/panel` }, { label: here }]),
  ]
}

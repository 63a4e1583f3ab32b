import {
  findSeminarToRegisterFor,
  type SeminarToRegisterFor,
  type SeminarWords,
  seminarWords,
} from '#convene/registration/store/seminar.ts'
import { as, job, link, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type AnswerWindow, answersUntil, answerWindow } from '../rules/panel.ts'
import {
  languagesOfSeminar,
  type OwnPart,
  type OwnSlot,
  type OwnWords,
  readOrganisations,
  readOwnPart,
  readOwnSlots,
  readOwnWords,
} from '../store/own.ts'

/** The seminar and the slots that somebody on its programme is on. */
export type PanelFacts = {
  own: OwnPart
  seminar: SeminarToRegisterFor
  words: SeminarWords
  slots: OwnSlot[]
  organisations: Awaited<ReturnType<typeof readOrganisations>>
  /** Until when they may answer. */
  until: Temporal.Instant
}
/** The same as their own page needs it. */
export type OwnPanel = PanelFacts & {
  said: OwnWords
  /** Of the seminar's texts, the one they are first written in at the head. */
  languages: Locale[]
  window: AnswerWindow
}

/** What a mail and a page say of somebody's part; null when there is no seminar that the actor sees. */
export async function panelFacts(tx: Tx, own: OwnPart): Promise<PanelFacts | null> {
  const seminar = await findSeminarToRegisterFor(tx, { id: own.seminarId })
  if (!seminar) return null
  const slots = await readOwnSlots(
    tx,
    [...own.seats, ...own.roles].map(({ slotId }) => slotId),
  )
  const organisations = await readOrganisations(tx, [own.organisationId, ...own.seats.map(s => s.organisationId)])
  const until = answersUntil(seminar.startsAt, slots)
  return { own, seminar, words: await seminarWords(tx, seminar.id), slots, organisations, until }
}

/**
 * Everything that the page of one person on a programme shows; null once they were erased.
 *
 * Who they are and what they were asked for is read by their link, which sees that and no other line. The seminar and the
 * slots they are on are read as a job: a draft is internal, and of it they are shown those slots alone.
 */
export async function readOwnPanel(house: House, id: string): Promise<OwnPanel | null> {
  const own = await as(house.db, link(id), tx => readOwnPart(tx, id))
  if (!own) return null
  return as(house.db, job('panel-page'), async tx => {
    const facts = await panelFacts(tx, own)
    if (!facts) return null
    const { life, now } = facts.seminar
    return {
      ...facts,
      said: await readOwnWords(tx, id),
      languages: await languagesOfSeminar(tx, own.seminarId),
      window: answerWindow(life, facts.until, now),
    }
  })
}

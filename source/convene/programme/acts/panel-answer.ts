import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { lockImport } from '#convene/seminar/store/save-seminar.ts'
import { as, link } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { AnswerWindow, SeatAnswer } from '../rules/panel.ts'
import {
  answerSeat,
  holdOwnSeats,
  type OwnPart,
  type OwnWords,
  readOwnPart,
  readOwnWords,
  writeOwnName,
  writeOwnWords,
} from '../store/panel-own.ts'
import { readOwnPanel } from './panel-own.ts'

export type PanelAnswered =
  | { outcome: 'answered' }
  /** Answers are taken no more, or not now. Nothing was written. */
  | { outcome: 'closed'; window: Exclude<AnswerWindow, 'open'> }
  /** A seat is not kept for them any more. Nothing was written. */
  | { outcome: 'given-away' }

type Sent = { once: string | null; location: string }

/**
 * Answers, seat by seat, whether somebody will sit on a panel. The last answer holds, and each stands in the history in the
 * name of the link. It waits for whoever edits the programme at that moment: given to somebody else by then, the seat is
 * not theirs to answer for; and who edits it afterwards is told that it has changed.
 *
 * @param answers by the id of the seat
 * @throws Refusal `not-found` once the person was erased
 */
export async function answerForSeats(
  house: House,
  id: string,
  answers: ReadonlyMap<string, SeatAnswer>,
  sent?: Sent,
): Promise<PanelAnswered> {
  const panel = await readOwnPanel(house, id)
  if (!panel) throw notFound()
  const { window } = panel
  if (window !== 'open') return { outcome: 'closed', window }
  return as(house.db, link(id), async tx => {
    await lockImport(tx, panel.seminar.slug)
    const held = await holdOwnSeats(tx, id)
    for (const seat of answers.keys()) if (!held.has(seat)) return { outcome: 'given-away' }
    for (const [seat, answer] of answers) if (held.get(seat) !== answer) await answerSeat(tx, seat, answer)
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return { outcome: 'answered' }
  })
}

/** What somebody says of themself. */
export type OwnData = {
  givenName: string
  familyName: string
  /** In which we write to them. */
  language: Locale
  /** Whether everybody may read their name. */
  named: boolean
  /** Their post and a few lines, in one language. */
  words: { language: Locale; role: string; about: string }
}
export type OwnDataSaved =
  | { outcome: 'saved' }
  /** The team changed something of it since the form was shown: how it is now, in the language that was written in. */
  | { outcome: 'stale'; now: OwnData; version: string }

/** What the form of own data shows, for its version. */
export const ownDataVersion = (own: OwnPart, said: OwnWords): string =>
  versionOf([own.givenName, own.familyName, own.language, own.named, said.role, said.about])

/** What stands of somebody, with their words in one language. */
export const ownDataOf = (own: OwnPart, said: OwnWords, language: Locale): OwnData => ({
  givenName: own.givenName,
  familyName: own.familyName,
  language: own.language,
  named: own.named,
  words: { language, role: said.role[language] ?? '', about: said.about[language] ?? '' },
})

/**
 * Saves what somebody says of themself, in the name of their link. It is part of the draft: what was released stays as it
 * was, but a name that is not to be shown is shown no more at once, since names are read beside every version.
 *
 * @param seen the version of the form
 * @throws Refusal `not-found` once the person was erased
 */
export async function saveOwnData(
  house: House,
  id: string,
  seen: string,
  data: OwnData,
  sent?: Sent,
): Promise<OwnDataSaved> {
  const panel = await readOwnPanel(house, id)
  if (!panel) throw notFound()
  return as(house.db, link(id), async (tx): Promise<OwnDataSaved> => {
    await lockImport(tx, panel.seminar.slug)
    // Read again behind the lock: an address that was corrected a moment ago must not come back.
    const own = await readOwnPart(tx, id)
    if (!own) throw notFound()
    const said = await readOwnWords(tx, id)
    const version = ownDataVersion(own, said)
    const now = ownDataOf(own, said, data.words.language)
    if (version !== seen && versionOf(now) !== versionOf(data)) return { outcome: 'stale', now, version }
    await writeOwnName(tx, own, data)
    for (const field of ['role', 'about'] as const)
      if (data.words[field] !== now.words[field]) await writeOwnWords(tx, field, data.words.language, data.words[field])
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return { outcome: 'saved' }
  })
}

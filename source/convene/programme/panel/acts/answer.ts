import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { lockImport } from '#convene/seminar/store/save-seminar.ts'
import { as, link, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { AnswerWindow, SeatAnswer } from '../rules/panel.ts'
import {
  answerPart,
  answerSeat,
  holdMyself,
  holdOwnSeats,
  type OwnPart,
  type OwnSeat,
  type OwnWords,
  readOwnPart,
  readOwnWords,
  writeOwnName,
  writeOwnWords,
} from '../store/own.ts'
import { readOwnPanel } from './own.ts'

type Sent = { once: string | null; location: string }

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

/** What somebody sends from their page. */
export type OwnSending = {
  /** By the id of the seat, or of what else they do; of one that is not here nothing is said. */
  answers: ReadonlyMap<string, SeatAnswer>
  data: OwnData
  /** The version of the data that the form was filled from. */
  seen: string
}
/** What became of the answers: none of them is taken when one of them cannot be. */
export type AnswersTaken = 'taken' | 'none' | 'same' | 'closed' | 'given-away'
export type OwnSent =
  | {
      outcome: 'saved'
      answers: AnswersTaken
      window: AnswerWindow
      /** Whether what is said of them is another than before. */
      changed: boolean
      /** Whether an answer of theirs is still missing. */
      missing: boolean
    }
  /**
   * The team changed something of the data since the form was shown: how it is now, in the language that was written in.
   * Nothing was written, the answers neither.
   */
  | { outcome: 'stale'; now: OwnData; version: string }
  /** Their data were erased meanwhile. Nothing was written. */
  | { outcome: 'erased' }

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
 * Takes what somebody sends from their page, all of it at once: whether they will be there, for each of their parts, and
 * what they say of themself. The last answer holds, and each stands in the history in the name of the link. It waits for
 * whoever edits the programme at that moment: given to somebody else by then, a seat is not theirs to answer for; and who
 * edits it afterwards is told that it has changed.
 *
 * What they say of themself is part of the draft: what was released stays as it was, but a name that is not to be shown is
 * shown no more at once, since names are read beside every version. It is saved also when an answer is not taken.
 *
 * @throws Refusal `not-found` once the person was erased
 */
export async function sendOwnPart(
  house: House,
  id: string,
  { answers, data, seen }: OwnSending,
  sent?: Sent,
): Promise<OwnSent> {
  const panel = await readOwnPanel(house, id)
  if (!panel) throw notFound()
  const { window } = panel
  return as(house.db, link(id), async (tx): Promise<OwnSent> => {
    await lockImport(tx, panel.seminar.slug)
    // Read again behind the lock: an address that was corrected a moment ago must not come back, nor what was erased.
    const own = (await holdMyself(tx)) ? await readOwnPart(tx, id) : null
    if (!own) return { outcome: 'erased' }
    const said = await readOwnWords(tx, id)
    const version = ownDataVersion(own, said)
    const now = ownDataOf(own, said, data.words.language)
    const changed = versionOf(now) !== versionOf(data)
    if (changed && version !== seen) return { outcome: 'stale', now, version }
    if (changed) {
      await writeOwnName(tx, own, data)
      for (const field of ['role', 'about'] as const)
        if (data.words[field] !== now.words[field])
          await writeOwnWords(tx, field, data.words.language, data.words[field])
    }
    const seats = await holdOwnSeats(tx, id)
    // Behind the lock nobody takes them away either.
    const roles = own.roles.filter(({ state }) => state !== 'open')
    const held: Held = new Map([
      ...[...seats].map(([seat, state]) => [seat, { state, give: answerSeat }] as const),
      ...roles.map(({ id: part, state }) => [part, { state, give: answerPart }] as const),
    ])
    const taken = window === 'open' || answers.size === 0 ? await answerWithin(tx, held, answers) : 'closed'
    if (sent) await rememberSent(tx, sent.once, sent.location)
    const missing =
      window === 'open' && [...held].some(([part, { state }]) => state === 'invited' && !answers.has(part))
    return { outcome: 'saved', answers: taken, window, changed, missing }
  })
}

/** What they may answer for, by its id. */
type Held = ReadonlyMap<string, { state: OwnSeat['state']; give: typeof answerSeat }>

async function answerWithin(tx: Tx, held: Held, answers: OwnSending['answers']): Promise<AnswersTaken> {
  if (answers.size === 0) return 'none'
  for (const part of answers.keys()) if (!held.has(part)) return 'given-away'
  const others = [...answers].filter(([part, answer]) => held.get(part)?.state !== answer)
  for (const [part, answer] of others) await held.get(part)?.give(tx, part, answer)
  return others.length > 0 ? 'taken' : 'same'
}

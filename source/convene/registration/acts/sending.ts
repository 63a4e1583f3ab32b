import type { Actor } from '#ground/database/actor.ts'
import type { Answers } from '../rules/answers.ts'
import type { AnswerCode } from '../rules/questions.ts'
import type { RegistrationState } from '../rules/states.ts'
import type { WindowState } from '../rules/window.ts'

/** What a person answers; what may be left out of a form may be left out here. */
export type RegistrationInput = Omit<Answers, 'languages' | 'answers'> &
  Partial<Pick<Answers, 'languages' | 'answers'>> & {
    /** Slug of the seminar. */
    seminar: string
    origin: 'form' | 'api' | 'desk' | 'import'
    /** Who agreed and refused: the person, or whoever registers them. */
    statedBy?: 'self' | 'delegate'
    /** With the same person, the same request: of one sending of a form, or the `Idempotency-Key` of the API. */
    idempotencyKey?: string | null
    /** For a form: its once key, and where each answer leads. */
    remember?: { once: string | null; location: (told: Told) => string }
  }

/**
 * What is told to whoever asked. `rank` is the people ahead who compete for the same places, plus one; null unless
 * waiting. A newcomer is confirmed, waiting or requested; a request that comes again may find any state.
 */
export type Told = { seminarId: string; state: RegistrationState; rank: number | null }

/** What an invitation brings, by its code. */
export type Invitation = { id: string; priority: number; withoutApproval: boolean; usable: boolean }

export type Refused =
  | { outcome: 'refused'; why: Exclude<WindowState, 'open'> | 'no-such-seminar' | 'too-many' }
  | { outcome: 'refused'; why: 'invitation-unknown' | 'invitation-ended' | 'invitation-used-up' }
  /** Whoever enters people does not look after those of this seminar; or it is over, and what was, was. */
  | { outcome: 'refused'; why: 'may-not' | 'over' }
  /** Of a delegation: nothing is wrong with this person, but nobody is registered before all can be. */
  | { outcome: 'refused'; why: 'others-refused' }
  | { outcome: 'refused'; why: 'consent-missing'; consents: string[] }
  /** By the key of the question. */
  | { outcome: 'refused'; why: 'answers'; answers: Record<string, AnswerCode> }

export type RegisterResult =
  /**
   * `known`: this person is registered already; `told` is what a newcomer would be told now, and a mail tells them
   * where they stand. `replayed`: this very request was answered before; `told` is where the registration stands now.
   */
  { outcome: 'registered' | 'known' | 'replayed'; id: string; told: Told } | Refused

/** People whom somebody who looks after the people of the seminar enters by hand, or from a list of guests. */
export type DeskEntry = {
  by: Actor
  /** Whether each of them is told by mail. */
  tell: boolean
  /** The list they come from. */
  guestListId: string | null
}

/** People who are registered by one sending: all of them, or, when one of them cannot be, nobody. */
export type Sending = {
  people: readonly RegistrationInput[]
  delegationId: string | null
  remember: { once: string | null; location: (results: readonly RegisterResult[]) => string } | null
  /** When it is not these people themselves, or one of them, who send it. */
  entry?: DeskEntry | null
}
export type SendingResult = { results: readonly RegisterResult[] }

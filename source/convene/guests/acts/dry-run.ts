import { foresee, type RegisterResult, type RegistrationInput } from '#convene/registration/acts/register.ts'
import type { DeskEntry } from '#convene/registration/acts/sending.ts'
import type { Answers } from '#convene/registration/rules/answers.ts'
import { foldName } from '#convene/registration/rules/fold.ts'
import type { RegistrationState } from '#convene/registration/rules/states.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import type { Problem } from '../rules/problems.ts'
import type { GuestRow } from '../rules/read-guests.ts'
import { statesOf } from '../store/guest-lists.ts'
import { readAll, type WaitingList } from './open-list.ts'

/** What would become of a row. */
export type Fate =
  | { what: 'confirmed' | 'requested' }
  | { what: 'waiting'; rank: number }
  /** Registered already: nothing happens. */
  | { what: 'known'; id: string; state: RegistrationState }
  | { what: 'wrong' }

/** Why nobody can be entered into this seminar now. */
export type Shut = 'not-announced' | 'over' | 'cancelled' | 'postponed' | 'closed' | 'invitation-ended'

export type DryRun = {
  rows: (GuestRow & { fate: Fate })[]
  /** Errors first, then what is worth a look, each by row and column. */
  problems: Problem[]
  counts: Record<'confirmed' | 'waiting' | 'requested' | 'known' | 'wrong' | 'repeated' | 'passedOver', number>
  shut: Shut | null
}

/**
 * What an import of the list would do, decided as registering decides, in the order of the rows. Nothing is written.
 *
 * @throws Refusal `forbidden` when the right to look after these people ended meanwhile
 */
export async function dryRun(house: House, actor: Actor, opened: WaitingList): Promise<DryRun> {
  const read = await readAll(opened)
  const counts = {
    confirmed: 0,
    waiting: 0,
    requested: 0,
    known: 0,
    wrong: 0,
    repeated: read.repeated,
    passedOver: read.passedOver,
  }
  const problems = [...read.problems]
  const right = read.rows.flatMap(({ row, guest }) => (guest === null ? [] : [{ row, guest }]))
  const { invitation } = opened
  let shut: Shut | null = invitation !== null && !invitation.usable ? 'invitation-ended' : null
  const results =
    shut === null
      ? await foresee(
          house,
          opened.seminar.slug,
          right.map(({ guest }) => inputOf(opened, guest)),
          entryOf(actor, null, false),
        )
      : []
  const known = results.flatMap(result => (result.outcome === 'known' ? [result.id] : []))
  const states = await as(house.db, actor, tx => statesOf(tx, known))
  const fates = new Map<number, Fate>()
  for (const [index, { row, guest }] of right.entries()) {
    const result = results[index]
    if (result === undefined) continue
    if (result.outcome === 'refused') {
      const why = refusalOf(result)
      if (why === 'invitation-used-up') problems.push(aboutRow(row, 'error', why, guest.email))
      else shut = why
      continue
    }
    const fate = fateOf(result, states)
    fates.set(row, fate)
    if (fate.what === 'known') problems.push(aboutRow(row, 'warning', 'known', guest.email, fate.state))
  }
  const rows = read.rows.map(one => ({ ...one, fate: fates.get(one.row) ?? ({ what: 'wrong' } as const) }))
  for (const { fate } of rows) counts[fate.what] += 1
  return { rows, problems: ordered(problems), counts, shut }
}

/** How the people of a list are entered. */
export const entryOf = (by: Actor, guestListId: string | null, tell: boolean): DeskEntry => ({ by, guestListId, tell })

/** A row as what the register act takes. */
export function inputOf({ seminar, invitation, territories }: WaitingList, guest: Answers): RegistrationInput {
  const territoryId = guest.territory ? (territories.get(foldName(guest.territory)) ?? null) : null
  return {
    ...guest,
    seminar: seminar.slug,
    origin: 'import',
    consents: [],
    territoryId,
    territory: territoryId === null ? (guest.territory ?? null) : null,
    invitation: invitation?.code ?? null,
  }
}

/** @throws Refusal `forbidden` */
function refusalOf(result: Extract<RegisterResult, { outcome: 'refused' }>): Shut | 'invitation-used-up' {
  switch (result.why) {
    case 'invitation-used-up':
    case 'invitation-ended':
    case 'over':
    case 'cancelled':
    case 'postponed':
      return result.why
    case 'no-such-seminar':
      return 'not-announced'
    case 'may-not':
      throw forbidden()
    case 'not-yet-open':
    case 'closed':
      return 'closed'
    case 'invitation-unknown':
      return 'invitation-ended'
    default:
      throw new Error(`a guest was refused for ${result.why}`)
  }
}

function fateOf(
  result: Exclude<RegisterResult, { outcome: 'refused' }>,
  states: ReadonlyMap<string, RegistrationState>,
): Fate {
  if (result.outcome !== 'registered')
    return { what: 'known', id: result.id, state: states.get(result.id) ?? result.told.state }
  const { state, rank } = result.told
  if (state === 'waiting') return { what: 'waiting', rank: rank ?? 1 }
  return { what: state === 'requested' ? 'requested' : 'confirmed' }
}

const aboutRow = (
  row: number,
  tone: Problem['tone'],
  code: Problem['code'],
  found: string,
  detail: string | null = null,
): Problem => ({ tone, row, column: null, code, found, detail })

const ordered = (problems: readonly Problem[]) =>
  [...problems].sort(
    (a, b) =>
      Number(a.tone === 'warning') - Number(b.tone === 'warning') || a.row - b.row || (a.column ?? 0) - (b.column ?? 0),
  )

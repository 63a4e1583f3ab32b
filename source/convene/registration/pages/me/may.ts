import { meaning } from '#convene/seminar/rules/life.ts'
import { isChangedByLink, isContactCorrected, isCorrected, isOver } from '../../acts/at-the-gate.ts'
import { mayPromote } from '../../acts/fill-free-places.ts'
import { can } from '../../rules/states.ts'
import type { Opened } from './open.ts'

type Asked = Pick<Opened, 'admission'> & { own: Pick<Opened['own'], 'state' | 'offeredUntil'> }

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
const inHall = ({ admission }: Pick<Asked, 'admission'>) => ({ admission, now: admission.now })
const isWhole = (asked: Asked) => isChangedByLink(inHall(asked))

// What a page offers; the acts decide again, behind the gate.
export const mayChange = (asked: Asked) =>
  can('change', asked.own.state) &&
  isWhole(asked) &&
  before(asked.admission.now, asked.admission.changeUntil.add({ seconds: 1 }))
/** Once answers stay as they are, needs and answers to questions can still be stated, until the seminar begins. */
export const mayStateNeeds = (asked: Asked) =>
  can('change', asked.own.state) && isWhole(asked) && before(asked.admission.now, asked.admission.startsAt)
/** Organisers correct until the seminar is over, and an address also while it has no day: mails go out then too. */
export const mayCorrect = (asked: Asked) => can('change', asked.own.state) && isCorrected(inHall(asked))
/** After that, how a person is called and written to, as long as there is one. */
export const mayCorrectContact = (asked: Asked) =>
  can('change', asked.own.state) && isContactCorrected(inHall(asked)) === true
export const mayHandOn = (asked: Asked) => can('hand-on', asked.own.state) && isWhole(asked)
export const mayCancel = (asked: Asked) => can('cancel', asked.own.state) && !isOver(inHall(asked))
export const mayAccept = (asked: Asked) =>
  can('accept', asked.own.state) &&
  isWhole(asked) &&
  asked.own.offeredUntil !== null &&
  before(asked.admission.now, asked.own.offeredUntil)
export const mayComeUp = (asked: Pick<Opened, 'admission'>) => mayPromote(inHall(asked))
/** Whether there is a day to come to: an entry code, a calendar entry, letters. */
export const isHeld = ({ admission }: Pick<Opened, 'admission'>) =>
  meaning[admission.life].calendar.status === 'CONFIRMED'

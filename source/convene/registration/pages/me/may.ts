import { can } from '../../rules/states.ts'
import type { Opened } from './open.ts'

type Asked = Pick<Opened, 'admission'> & { own: Pick<Opened['own'], 'state' | 'offeredUntil'> }

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
const isOver = ({ admission }: Asked) => !before(admission.now, admission.endsAt)
const takesPlace = (asked: Asked) => asked.admission.cancelledAt === null && !isOver(asked)

// What a page offers; the acts decide again, behind the gate.
export const mayChange = (asked: Asked) =>
  can('change', asked.own.state) &&
  takesPlace(asked) &&
  before(asked.admission.now, asked.admission.changeUntil.add({ seconds: 1 }))
/** Once answers stay as they are, needs and answers to questions can still be stated, until the seminar begins. */
export const mayStateNeeds = (asked: Asked) =>
  can('change', asked.own.state) && takesPlace(asked) && before(asked.admission.now, asked.admission.startsAt)
/** Organisers correct until the seminar is over. */
export const mayCorrect = (asked: Asked) => can('change', asked.own.state) && takesPlace(asked)
export const mayHandOn = (asked: Asked) => can('hand-on', asked.own.state) && takesPlace(asked)
export const mayCancel = (asked: Asked) => can('cancel', asked.own.state) && !isOver(asked)
export const mayAccept = (asked: Asked) =>
  can('accept', asked.own.state) &&
  takesPlace(asked) &&
  asked.own.offeredUntil !== null &&
  before(asked.admission.now, asked.own.offeredUntil)
export const mayComeUp = ({ admission }: Pick<Opened, 'admission'>) =>
  admission.cancelledAt === null && before(admission.now, admission.promoteUntil)

/** What a seminar is at a moment. */
export const lives = [
  'draft',
  'announced',
  'open',
  'full',
  'closed',
  'under-way',
  'over',
  'postponed',
  'cancelled',
] as const
export type Life = (typeof lives)[number]

/** What decides about it: what somebody settled, and the hours. */
export type LifeFacts = {
  /** 0 for the people who work on it, 1 for its network, 2 for everybody. */
  visibility: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  opensAt: Temporal.Instant | null
  /** The last second in which a registration is accepted. */
  closesAt: Temporal.Instant
  postponedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
}

/** Places of the whole seminar; `held` are kept for invitations. */
export type CountedPlaces = { capacity: number; taken: number; held: number }

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0

/** What somebody decided about it, whatever the hours say. One that was postponed before it was cancelled is cancelled. */
export const decided = (
  facts: Pick<LifeFacts, 'postponedAt' | 'cancelledAt'>,
): Extract<Life, 'cancelled' | 'postponed'> | null =>
  facts.cancelledAt ? 'cancelled' : facts.postponedAt ? 'postponed' : null

/**
 * What a seminar is at an instant. What somebody decided comes before what the hours say; the whole of the last second of
 * registration counts, so that a deadline of 23:59:59 ends at midnight.
 *
 * @param places null where they are not counted, or do not matter: nobody then tells open from full
 * @param now business time
 */
export function lifeOf(facts: LifeFacts, places: CountedPlaces | null, now: Temporal.Instant): Life {
  const settled = decided(facts)
  if (settled) return settled
  if (facts.visibility < 2) return 'draft'
  if (!isBefore(now, facts.endsAt)) return 'over'
  if (facts.opensAt && isBefore(now, facts.opensAt)) return 'announced'
  if (isBefore(now, facts.closesAt.add({ seconds: 1 })))
    return places && places.taken + places.held >= places.capacity ? 'full' : 'open'
  return isBefore(now, facts.startsAt) ? 'closed' : 'under-way'
}

export type Meaning = {
  /** Who finds the page: those who work on it, or everybody; `notice` when it begins with what was decided, and why. */
  page: 'team' | 'everybody' | 'notice'
  form: 'not-yet-open' | 'open' | 'waiting-list' | 'closed' | 'postponed' | 'cancelled'
  /**
   * What people do on their own page. `whole`: everything, each until its own moment. `resting`: they may give back what
   * they have, the rest waits. `ended`: the same, and nothing will follow. `kept`: what was, was.
   */
  ownPage: 'whole' | 'resting' | 'ended' | 'kept'
  /** `standing`: mails that say where somebody stands (a place, a rank, an offer); those of before do not leave any more. */
  mails: { standing: boolean; reminders: boolean }
  /**
   * `given`: by form, approval, line and offer, each until its own moment. `rest`: nobody gets one, no offer is accepted and
   * none runs out, what is kept stays kept. `settled`: nothing changes any more.
   */
  places: 'given' | 'rest' | 'settled'
  /** Whether attendance letters can be issued, from the day on. */
  letters: boolean
  /** Whether the days after which data are erased are counted. */
  retention: boolean
  /** RFC 5545 STATUS of its entry, and the RFC 5546 METHOD by which the entry travels in a mail. */
  calendar: { status: 'CONFIRMED' | 'CANCELLED'; method: 'PUBLISH' | 'CANCEL' }
  /** schema.org: eventStatus, and the availability of its offer. */
  linkedData: {
    event: 'EventScheduled' | 'EventPostponed' | 'EventCancelled'
    offer: 'PreSale' | 'InStock' | 'BackOrder' | 'SoldOut' | 'OutOfStock' | 'Discontinued'
  }
}

const held = { status: 'CONFIRMED', method: 'PUBLISH' } as const
const notHeld = { status: 'CANCELLED', method: 'CANCEL' } as const
const everyMail = { standing: true, reminders: true } as const
const noMail = { standing: false, reminders: false } as const
const asUsual = {
  page: 'everybody',
  ownPage: 'whole',
  mails: everyMail,
  places: 'given',
  letters: true,
  retention: true,
  calendar: held,
} as const

/**
 * The one table of what each stage of a seminar means. Page, form, own pages, mails, places, letters, calendar and linked
 * data read it; docs/life.md is compared with it.
 */
export const meaning: Readonly<Record<Life, Meaning>> = {
  draft: {
    ...asUsual,
    page: 'team',
    form: 'not-yet-open',
    mails: { standing: true, reminders: false },
    linkedData: { event: 'EventScheduled', offer: 'PreSale' },
  },
  announced: { ...asUsual, form: 'not-yet-open', linkedData: { event: 'EventScheduled', offer: 'PreSale' } },
  open: { ...asUsual, form: 'open', linkedData: { event: 'EventScheduled', offer: 'InStock' } },
  full: { ...asUsual, form: 'waiting-list', linkedData: { event: 'EventScheduled', offer: 'BackOrder' } },
  closed: { ...asUsual, form: 'closed', linkedData: { event: 'EventScheduled', offer: 'SoldOut' } },
  'under-way': {
    ...asUsual,
    form: 'closed',
    mails: { standing: true, reminders: false },
    linkedData: { event: 'EventScheduled', offer: 'SoldOut' },
  },
  over: {
    ...asUsual,
    form: 'closed',
    ownPage: 'kept',
    mails: noMail,
    places: 'settled',
    linkedData: { event: 'EventScheduled', offer: 'SoldOut' },
  },
  postponed: {
    page: 'notice',
    form: 'postponed',
    ownPage: 'resting',
    mails: noMail,
    places: 'rest',
    letters: false,
    retention: false,
    calendar: notHeld,
    linkedData: { event: 'EventPostponed', offer: 'OutOfStock' },
  },
  cancelled: {
    page: 'notice',
    form: 'cancelled',
    ownPage: 'ended',
    mails: noMail,
    places: 'rest',
    letters: false,
    retention: true,
    calendar: notHeld,
    linkedData: { event: 'EventCancelled', offer: 'Discontinued' },
  },
}

/** Whether it has no sure day, or none at all: deadlines, offers and the line then stand still. */
export const rests = (life: Life): boolean => meaning[life].places === 'rest'

/** The eventStatus of schema.org: one that is to be held on another day than it was announced for was rescheduled. */
export const eventStatus = (life: Life, moved: boolean) =>
  meaning[life].linkedData.event === 'EventScheduled' && moved ? 'EventRescheduled' : meaning[life].linkedData.event

/** What can be done with a seminar as a whole. */
export const lifeSteps = [
  'announce',
  'withdraw',
  'open',
  'close',
  'postpone',
  'move',
  'new-day',
  'hold-again',
  'cancel',
] as const
export type LifeStep = (typeof lifeSteps)[number]

/** From where each step leads on. `move`: to another day at once; `new-day`: the day of one that has none. */
export const lifeStepsFrom: Readonly<Record<LifeStep, readonly Life[]>> = {
  announce: ['draft'],
  withdraw: ['announced', 'open', 'full', 'closed'],
  open: ['announced', 'closed'],
  close: ['open', 'full'],
  postpone: ['draft', 'announced', 'open', 'full', 'closed', 'under-way'],
  move: ['draft', 'announced', 'open', 'full', 'closed', 'under-way'],
  'new-day': ['postponed', 'cancelled'],
  'hold-again': ['postponed', 'cancelled'],
  cancel: ['draft', 'announced', 'open', 'full', 'closed', 'under-way', 'postponed'],
}

export const canStep = (step: LifeStep, life: Life): boolean => lifeStepsFrom[step].includes(life)

/** What everyone concerned was told. */
export type NoticeKind = 'cancelled' | 'postponed' | 'moved' | 'held-again'

/** Whether the last notice still says what is so. */
export function isStillSo(kind: NoticeKind, life: Life): boolean {
  if (kind === 'cancelled' || kind === 'postponed') return kind === life
  return meaning[life].page === 'everybody' && life !== 'over'
}

import { plural } from '#ground/languages/say.ts'

/** What visitors and registrants are told of the life of a seminar. */
export const en = {
  lives: {
    draft: 'draft',
    announced: 'announced',
    open: 'open',
    full: 'full',
    closed: 'registration closed',
    'under-way': 'under way',
    over: 'over',
    postponed: 'postponed',
    cancelled: 'cancelled',
  },
  notice: {
    cancelledTitle: 'This seminar is cancelled',
    cancelled: (day: string) => `It will not be held on ${day}.`,
    postponedTitle: 'This seminar is postponed',
    postponed: (day: string) =>
      `It will not be held on ${day}. This page will give the new day as soon as it is known.`,
    movedTitle: 'This seminar has a new day',
    moved: (before: string, day: string) => `It was announced for ${before}. It will be held on ${day}.`,
    heldAgainTitle: 'This seminar takes place after all',
    heldAgain: (day: string) => `It will be held on ${day}.`,
    reason: 'What the organising team writes',
  },
  page: {
    kickerPostponed: (place: string) => `Seminar · postponed · ${place}`,
    kickerCancelled: (day: string, place: string) => `Seminar · cancelled · ${day} · ${place}`,
    whenPostponed: (day: string) => `Postponed: the new day is not known yet. It was announced for ${day}.`,
    calendarOut: 'Take it out of my calendar',
    cardPostponed: 'The seminar is postponed. Nobody can register until its new day is known.',
  },
  list: {
    postponed: (day: string) => `postponed · was announced for ${day}`,
    cancelled: (day: string) => `${day} · cancelled`,
    moved: (day: string) => `${day} · new day`,
  },
  shut: {
    postponedTitle: 'The seminar is postponed',
    postponed: 'Nobody can register until its new day is known. The page of the seminar will give it.',
  },
  api: {
    postponed: 'The seminar is postponed, and nobody can register until its new day is known.',
  },
  own: {
    postponed:
      'Your registration stays as it is, and we will write to you as soon as there is a new day. If you know already that you will not come, you can give back what you have below.',
    movedAsk: 'If you cannot come on the new day, please say so below, so that somebody else can have the place.',
    held: 'A place is held for you. As long as the seminar has no day there is nothing to decide.',
    heldUntilCancelled: 'A place was held for you. The seminar is cancelled.',
    line: 'You are on the waiting list, which stands still until the seminar has a new day.',
    lineCancelled: 'You were on the waiting list. The seminar is cancelled.',
    rests: 'The seminar is postponed: answers can be changed again once its new day is known. Nothing was changed.',
    ended: 'The seminar is cancelled: answers stay as they are.',
    offerRests:
      'As long as the seminar has no day, an offer is neither taken nor lost. The place stays held for you, and a mail will tell you when to answer.',
  },
  letters: {
    postponedTitle: 'The seminar is postponed',
    postponed:
      'Letters say that people took part. They can be issued once the seminar has a new day, from that day on.',
  },
  retentionRests: 'Not counted: the seminar has no day yet.',
  approvalRests: (people: number) =>
    plural('en', people, {
      one: '# request was left as it is: the seminar has no day, and no place is given meanwhile.',
      other: '# requests were left as they are: the seminar has no day, and no place is given meanwhile.',
    }),
}

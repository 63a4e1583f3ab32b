import { number, plural } from '#ground/languages/say.ts'

const of = (taken: number, capacity: number) => `${number('en', taken)} of ${number('en', capacity)}`

/** The organisers' page of the waiting list, which says why. */
export const en = {
  title: 'Waiting list',
  lead: 'Everybody who is waiting, in order, with what stands in their way.',
  nobodyTitle: 'Nobody is waiting',
  nobody: 'People who find no place are listed here, and get one as soon as each of their quotas has room.',
  waitsFor: 'Counted by quota',
  rank: 'Rank',
  place: (place: number) => `no. ${number('en', place)} of the whole list`,
  since: 'Waiting since',
  whyNotYet: 'Why not yet',
  passedOver: 'Who went ahead of them',
  priority: 'Priority',
  priorityOf: (name: string) => `Priority of ${name}`,
  savePriorities: 'Save the priorities',
  priorityHint: 'From −100 to 100; higher comes first. A priority gives nobody a place that is not free.',
  prioritiesSet: (count: number) =>
    plural('en', count, { one: '# priority is saved.', other: '# priorities are saved.' }),
  noneChanged: 'No priority has changed.',
  nothingFull: 'Nothing is full for them: the next place is theirs.',
  lineEnded: (moment: string) => `Places went to the waiting list until ${moment}. Nobody on it gets one any more.`,
  neverPassed: 'nobody',
  because: (full: string) => `Full for this person at that moment: ${full}.`,
  fullThen: (name: string, taken: number, capacity: number) => `${name} (${of(taken, capacity)})`,
  becauseOther:
    'None of today’s quotas says why: it was the limit of their organisation, their invitation, or a quota that has changed since.',
  passedMore: (count: number) => plural('en', count, { one: 'and # time before', other: 'and # times before' }),
  obstacles: {
    all: (capacity: number) => `All places are taken or kept: ${of(capacity, capacity)}.`,
    allOver: (taken: number, capacity: number) =>
      `More places are taken than there are: ${of(taken, capacity)}. None is given until fewer than ${number('en', capacity)} are taken.`,
    quota: (name: string, taken: number, capacity: number) => `“${name}” is full: ${of(taken, capacity)}.`,
    quotaOver: (name: string, taken: number, capacity: number) =>
      `“${name}” has more than it may: ${of(taken, capacity)}. It gives no place until fewer than ${number('en', capacity)} are taken.`,
    organisation: (capacity: number) =>
      plural('en', capacity, {
        one: 'Their organisation has its # place.',
        other: 'Their organisation has its # places.',
      }),
    organisationOver: (taken: number, capacity: number) =>
      `Their organisation has more places than it may: ${of(taken, capacity)}.`,
    invitation: (code: string, taken: number, capacity: number) =>
      `The invitation ${code} is used up: ${of(taken, capacity)}.`,
  },
  how: {
    title: 'How the line works',
    order: 'Higher priority comes first; among equals, whoever registered first.',
    passing:
      'Quotas overlap. A place goes to the first in line for whom every quota that counts them has room. Anyone who is passed over keeps their rank. A newcomer whose quotas all have room gets a place at once, even while others wait for a full one.',
    rank: 'The rank counts the person and those ahead of them who are waiting for the same full quota. Anyone waiting for something else is not in their way.',
    direct: 'The next person gets the place at once, and a mail tells them.',
    offer: (hours: number) =>
      plural('en', hours, {
        one: 'The next person gets an offer, held for # hour; then it goes to the next person.',
        other: 'The next person gets an offer, held for # hours; then it goes to the next person.',
      }),
    until: (moment: string) => `Nobody on the list gets a place after ${moment}.`,
  },
}

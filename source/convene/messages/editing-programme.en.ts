import { number, plural } from '#ground/languages/say.ts'

const n = (value: number) => number('en', value)
const seats = (count: number) => plural('en', count, { one: '# seat', other: '# seats' })

/** Rooms, people, days and panels of a programme's draft: beside what the forms of every list say. */
export const en = {
  uses: {
    title: 'In the draft of the programme',
    column: 'In the programme',
    name: 'Name',
    moderator: 'moderates',
    speaker: 'speaks',
    seat: (state: string) => `panel seat, ${state}`,
    slot: (slot: string, what: string) => `${slot}: ${what}`,
    noRoom: 'No slot is in this room yet.',
    noPerson: 'They are on no slot yet.',
  },
  states: { open: 'open', invited: 'invited', confirmed: 'confirmed', declined: 'declined' },
  regions: { 'latin-america': 'Latin America', europe: 'Europe', other: 'Another region' },
  room: {
    holds: (count: number) => plural('en', count, { one: '# person', other: '# people' }),
    removal: (count: number) =>
      plural('en', count, {
        one: '# slot is in it. The slot stays, without a room: it is then for everybody.',
        other: '# slots are in it. The slots stay, without a room: they are then for everybody.',
      }),
  },
  person: {
    column: 'Post and organisation',
    removal: (count: number) =>
      plural('en', count, {
        one: '# slot names them. The slot stays, without them; a panel seat of theirs stays too, open.',
        other: '# slots name them. The slots stay, without them; their panel seats stay too, open.',
      }),
    asked: (count: number) =>
      plural('en', count, {
        one: 'They were asked for # panel seat: write to them first. Afterwards we no longer have their address, and the link they were sent leads nowhere.',
        other:
          'They were asked for # panel seats: write to them first. Afterwards we no longer have their address, and the link they were sent leads nowhere.',
      }),
    onPanel: (count: number) =>
      plural('en', count, {
        one: 'They were asked for # panel seat, and may change what stands here by their link. What was saved last stands.',
        other:
          'They were asked for # panel seats, and may change what stands here by their link. What was saved last stands.',
      }),
    gone: 'This person was taken off the programme meanwhile, and their data were erased. What you typed is below. If they asked to be erased, leave without saving; otherwise saving adds them again, without the slots they were on.',
    sameAddress: (name: string) => `${name} has this address too. Say below that both read it, or give another one.`,
    shared: 'Two people with one address',
    sharedHint: 'Whoever reads that mailbox can answer for both of them.',
    sharedChoice: 'Both read this address',
    who: (before: string) => `Is this still ${before}? Say below whether it is somebody else.`,
    whoLabel: 'Who is it now?',
    whoAnother: 'Somebody else',
    whoAnotherHint:
      'The data of the one before are erased, from the versions that were released too. Whoever comes stays on the same slots; their name is hidden until you say that they agreed, and their panel seats are open.',
    whoSame: 'The same person, corrected',
    whoSameHint: 'What they agreed to and answered stays theirs.',
  },
  days: {
    lead: 'The days after the first, each with the hours that are announced for it.',
    first: (day: string, hours: string) => `First day: ${day}, ${hours}.`,
    toFirst: 'Change the first day',
    none: 'The programme lasts one day. Add a day if it goes on.',
    day: (position: number) => `Day ${n(position)}`,
    timeHint: (city: string) => `24-hour clock, such as 9:00; ${city} time`,
    standing: (count: number) =>
      plural('en', count, {
        one: '# slot begins on this day. With another date it moves along.',
        other: '# slots begin on this day. With another date they move along.',
      }),
    add: 'Add a day',
    remove: (position: number) => `Remove day ${n(position)}`,
    order: 'Days',
    field: (day: string, field: string) => `${day}: ${field}`,
    moved: (count: number) =>
      plural('en', count, {
        one: 'Saved. # slot has moved with its day.',
        other: 'Saved. # slots have moved with their day.',
      }),
    errors: {
      standing: (slots: string) =>
        `The day stays: slots begin on it, ${slots}. Move them to another day, or remove them, then remove the day.`,
      beforeFirst: 'This day lies before the first day of the seminar. Choose a later one.',
      slot: (slot: string, sentence: string) => `“${slot}” moves along with this day. ${sentence}`,
    },
  },
  panel: {
    title: 'Panel',
    titleOf: (slot: string) => `Panel of “${slot}”`,
    lead: 'Each seat is kept for a region. Say who is asked for it, and what they answered; answers by link come in by themselves.',
    invitations: 'Invite, and follow the answers',
    slot: 'The slot',
    confirmed: (region: string, confirmed: number, all: number) => `${region}: ${n(confirmed)} of ${n(all)} confirmed`,
    waiting: (count: number) => plural('en', count, { one: '# has not answered', other: '# have not answered' }),
    declined: (count: number) => plural('en', count, { one: '# declined', other: '# declined' }),
    sums: 'Seats by region',
    empty: 'No seat yet. Begin with three for each region, or add them one by one.',
    three: 'Three for Latin America, three for Europe',
    seat: (position: number) => `Seat ${n(position)}`,
    seatOf: (position: number, region: string) => `Seat ${n(position)}, ${region}`,
    field: (seat: string, field: string) => `${seat}: ${field}`,
    region: 'Region',
    organisation: 'Organisation',
    person: 'Person',
    state: 'State',
    people: 'Add a person to the list',
    organisations: 'Add an organisation',
    add: 'Add a seat',
    up: (position: number) => `Move seat ${n(position)} up`,
    down: (position: number) => `Move seat ${n(position)} down`,
    remove: (position: number) => `Remove seat ${n(position)}`,
    order: 'Seats and their order',
    reopened: (names: string) =>
      `Saved. The answer was that of somebody who no longer sits there. Open again: ${names}.`,
    leaving: 'Seats of people who were asked',
    leavingHint: (count: number, names: string) => `${seats(count)} would go: ${names}. Nobody is told by this.`,
    leavingChoice: 'Remove them',
    slotGone: 'Somebody removed this slot meanwhile, and its panel with it. This is what you typed:',
    toProgramme: 'To the slots',
    errors: {
      region: 'Choose the region for which the seat is kept.',
      twice: (name: string) => `${name} has a seat on this panel already.`,
      nobody: 'Name a person or an organisation, or leave the seat open.',
      person: 'This person is no longer on the list. Choose again.',
      organisation: 'This organisation is no longer in the seminar. Choose again.',
      state: 'Choose a state from the list.',
      leaving: 'Somebody was asked for a seat that is no longer here. Say below that it may go.',
    },
  },
}

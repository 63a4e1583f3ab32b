import { plural } from '#ground/languages/say.ts'

const seats = (count: number) => plural('en', count, { one: '# seat', other: '# seats' })

export const en = {
  title: 'Programme checks',
  lead: 'What is worth a look in the draft of the programme. Nothing here keeps you from releasing it.',
  door: 'Programme checks',
  doorText: 'Overlaps, gaps, missing moderation, invitations without an answer, translations to update.',
  mayNot: 'Only those who may change this seminar see this page.',
  noneTitle: 'Nothing to look at',
  none: 'The checks have found nothing in this draft.',
  onlyAside: 'The checks have found nothing else in this draft.',
  emptyTitle: 'The programme has no slots yet',
  empty: 'The checks begin with the first slot.',
  toProgramme: 'Go to the programme',
  count: (count: number) =>
    plural('en', count, { one: '# point to look at in the draft', other: '# points to look at in the draft' }),
  ofSlot: (count: number) =>
    plural('en', count, { one: '# point of it deserves a look', other: '# points of it deserve a look' }),
  onDesk: (count: number) =>
    plural('en', count, {
      one: '# point of the programme deserves a look',
      other: '# points of the programme deserve a look',
    }),
  ways: {
    timetable: 'Move it in the timetable',
    slot: 'Add a slot',
    days: 'Change the announced hours',
    seats: 'See the panel',
    asked: 'See who was asked',
    translate: 'Translate',
  },
  severities: {
    error: 'Cannot take place as written',
    warning: 'To look at',
    notice: 'Good to know',
  },
  where: 'Where',
  why: 'Why it matters',
  todo: 'What to do',
  codes: {
    overlap: {
      title: 'Two slots at the same time',
      why: 'Nobody can be in both, and neither can begin or end as announced.',
      todo: 'Change the hours of one of them, or give each a room of its own.',
    },
    'two-places': {
      title: 'One person in two places at once',
      why: 'One of the two slots will have to do without this person.',
      todo: 'Move one of the two slots, or ask somebody else for one of them.',
    },
    gap: {
      title: 'Time with nothing planned',
      why: 'Participants wonder whether it is a break, a mistake, or a change they were not told of.',
      todo: 'Add a slot, such as a break or a meal, or bring the slots closer together.',
    },
    'outside-hours': {
      title: 'Outside the announced hours',
      why: 'Whoever relies on the announced hours comes too late or has already left.',
      todo: 'Change the announced hours of the day, or the hours of the slot.',
    },
    'no-moderator': {
      title: 'No moderation',
      why: 'On the day, nobody knows who gives the floor and keeps the time.',
      todo: 'Name an organisation or a person who moderates, or the general coordination.',
    },
    'panel-unbalanced': {
      title: 'Panel out of balance',
      why: 'One of the two regions is heard more than the other.',
      todo: 'Add a seat for the region that has fewer, or replace one that was declined.',
    },
    'declined-still-on': {
      title: 'Declined, and still on the programme',
      why: 'The programme says that somebody moderates or speaks who may not come at all.',
      todo: 'Ask the person whether they still moderate or speak; if not, name somebody else.',
    },
    'document-unknown': {
      title: 'Document that leads nowhere',
      why: 'Its link opens nothing: the file was uploaded to another seminar or installation.',
      todo: 'Open the slot, empty the address of the document, and choose the file again.',
    },
    'translation-missing': {
      title: 'Translation missing',
      why: 'Readers of this language find these texts in another one.',
      todo: 'Write the missing translations, or take the language off the seminar.',
    },
    'translation-stale': {
      title: 'Translation to update',
      why: 'Readers of this language still find what the programme said before.',
      todo: 'Bring the translations up to date, or say that they still hold.',
    },
    'repeated-title': {
      title: 'Same title more than once',
      why: 'In a calendar or a list, readers cannot tell these slots apart.',
      todo: 'Give each a title of its own, unless you want them alike.',
    },
    'part-declined': {
      title: 'Moderation or talk declined',
      why: 'Somebody has said that they cannot come: the next version you release leaves them out.',
      todo: 'Take the person off the slot, and find somebody else.',
    },
    'seat-unanswered': {
      title: 'Invited, without an answer',
      why: 'The panel is not sure until the answer is there.',
      todo: 'Write to the person invited once more, or offer the seat to somebody else.',
    },
    'part-unanswered': {
      title: 'Asked to moderate or speak, without an answer',
      why: 'It is not sure who moderates or speaks: released now, the programme says “to be confirmed”.',
      todo: 'Write to the person once more, or ask somebody else.',
    },
  },
  found: {
    sameRoom: (room: string) => `Both are in the room “${room}”.`,
    noRoom: 'A slot without a room is for everybody: nothing else can take place meanwhile.',
    person: (name: string) => `${name} is expected in both.`,
    declined: (name: string) => `${name} has declined a seat on a panel, and is named here to moderate or to speak.`,
    empty: (day: string, hours: string) => `Nothing is planned on ${day}, ${hours}.`,
    announced: (hours: string) => `Hours announced for that day: ${hours}.`,
    notAnnounced: 'No hours are announced for that day.',
    seats: (latinAmerica: number, europe: number) =>
      `Latin America: ${seats(latinAmerica)}. Europe: ${seats(europe)}. Those that were declined are not counted.`,
    cannot: (name: string) => `${name} cannot come.`,
    seat: (who: string) => `Invited: ${who}.`,
    language: (language: string) => `Language: ${language}.`,
    document: (title: string) => `“${title}” names a file that this seminar does not have.`,
  },
  regions: { 'latin-america': 'Latin America', europe: 'Europe', other: 'another region' },
  seatFor: (region: string) => `a seat for ${region}`,
  elsewhere: {
    name: 'Name of the programme',
    rooms: 'Names of rooms',
    people: 'Posts and presentations of people',
  },
  aside: {
    open: 'Set aside',
    reason: 'Why it may stay as it is',
    hint: 'The others who prepare the seminar read it.',
    button: 'Set aside',
    done: 'It is set aside, with your reason.',
    already: 'Somebody had already set it aside: their reason stands.',
    gone: 'This point is no longer found in the draft.',
    errors: {
      reason: 'Write why it may stay as it is.',
      'reason-long': 'Write at most 1,000 characters.',
    },
    title: 'Set aside',
    what: 'What',
    by: 'By',
    when: 'When',
    somebody: 'Somebody',
    back: 'Bring back',
    backDone: 'It is among the points to look at again.',
    act: 'Action',
  },
  inLog: 'Check set aside',
}

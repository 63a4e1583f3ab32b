import { plural } from '#ground/languages/say.ts'

/** What was removed from the draft of a programme and can be brought back. */
export const en = {
  title: 'Removed from the draft',
  lead: 'What stands here can be brought back as it was.',
  rooms: 'Rooms that were removed',
  columns: { what: 'What', when: 'When', by: 'By', back: 'Bring back' },
  button: 'Bring back',
  undo: (name: string) => `Bring “${name}” back`,
  program: 'The program',
  somebody: 'Somebody',
  done: (name: string) => `“${name}” is back in the draft.`,
  lost: {
    room: 'Its room is gone: it is in no room.',
    day: 'Its day is no longer one of the programme: it is on the first day.',
    person: 'Somebody who was on it is no longer on the programme, and is not on it any more.',
    organisation: 'An organisation that it named is no longer known, and is not on it any more.',
  },
  slotsAgain: (count: number) => plural('en', count, { one: '# slot is in it.', other: '# slots are in it.' }),
  gone: 'There is nothing of that name to bring back any more. The list below is up to date.',
  there: 'It is in the draft already.',
  refused: (sentence: string) => `It cannot come back as it was. ${sentence}`,
}

import { plural } from '#ground/languages/say.ts'

/** What the programme says on paper: one page to pin up, and a booklet. */
export const en = {
  fileName: 'programme',
  bookletFileName: 'programme-booklet',
  bookletTitle: (seminar: string) => `Programme booklet: ${seminar}`,
  notReleased: 'The programme of this seminar is not published yet, so there is nothing to print.',
  version: (number: number, day: string) => `Version ${number}, released on ${day}`,
  namedVersion: (number: number, name: string, day: string) => `Version ${number} (${name}), released on ${day}`,
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  endsOn: (day: string) => `until ${day}`,
  otherHours: (hours: string) => `Announced hours: ${hours}`,
  older: 'Some of the translations are older than their original, or nobody has read them again yet.',
  noSlots: 'This version has no slots yet.',
  with: (names: string) => `With ${names}`,
  free: (seats: number) => plural('en', seats, { one: 'one seat to be filled', other: '# seats to be filled' }),
  panel: 'Panel',
  about: 'The seminar',
  people: 'Who takes part',
  rooms: 'Rooms',
  room: (name: string) => `Room: ${name}`,
  capacity: (people: number) => plural('en', people, { one: 'for one person', other: 'for # people' }),
  documents: 'Documents',
  online: (address: string) => `The latest version is online: ${address}`,
  postponed: (day: string) => `It will not be held on ${day}. Its page online will give the new day.`,
  note: 'About this version',
  demonstration: 'Demonstration',
}

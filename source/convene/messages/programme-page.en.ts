/** The programme on its public pages. */
export const en = {
  room: (name: string) => `Room: ${name}`,
  speakers: (names: string) => `With ${names}`,
  moderation: (names: string) => `Moderated by ${names}`,
  floor: (names: string) => `Spoken here: ${names}`,
  interpretation: (names: string) => `Interpretation here into ${names}`,
  toConfirm: 'to be confirmed',
  noRoom: 'For everybody',
  by: (day: string, name: string) => `Version “${name}”, released on ${day}.`,
  changes: 'What has changed',
  pdf: 'Programme to print (PDF)',
  booklet: 'Booklet (PDF)',
  /** Before the names of the files that such apps read. */
  apps: 'For conference apps:',
  byTime: 'By time',
  byRoom: 'By room',
  notReleased:
    'The programme has not been released yet. It will appear here as soon as the organising team releases it.',
}

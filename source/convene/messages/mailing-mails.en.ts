export const en = {
  names: { mailing: 'Message from the organising team', reminder: 'Reminder' },
  samplePerson: { givenName: 'Alex', familyName: 'Green', organisation: 'City of Millbrook' },
  sampleReason: 'Here stands the reason that you give.',
  sample: 'This is an example: the person does not exist, and the personal links lead nowhere.',
  testSubject: (subject: string) => `[Test] ${subject}`,
  testNote:
    'This is a test, sent to you alone. The people it is for will find their own name here, and the link to their own page.',
  onlyIn: (language: string) => `We do not have this message in English yet. Here it is in ${language}.`,
  why: (seminar: string) => `You receive this mail because you registered for “${seminar}”.`,
  alsoFor: (name: string) => `This mail is also for ${name}, who registered with the same address.`,
  alsoForPage: (name: string, page: string) =>
    `This mail is also for ${name}, who registered with the same address and has a page of their own:\n${page}`,
  ownPageHidden: '(personal link)',
  inZone: (moment: string, city: string) => `${moment}, ${city} time`,
  reminderSubject: (seminar: string, date: string) => `Reminder: ${seminar}, ${date}`,
  reminder: (seminar: string, date: string) =>
    `“${seminar}” takes place on ${date}. You have a place. This is what you need in order to come.`,
  reminderOffered: (seminar: string, date: string, moment: string, city: string) =>
    `“${seminar}” takes place on ${date}. A place is held for you until ${moment}, ${city} time: it is yours only once you take it on your personal page.`,
  access: (lines: string) => `How to get there:\n${lines}`,
  programme: (address: string) => `Programme: ${address}`,
  cannotCome: 'If you cannot come, give your place back on your personal page.',
  cannotComeWaited: 'If you cannot come, give your place back on your personal page: other people are waiting for one.',
}

/** The mail that asks somebody to sit on a panel, to moderate or to speak. */
export const en = {
  name: 'Invitation to the programme',
  hello: (name: string) => `Good day ${name},`,
  panelSubject: (seminar: string) => `Will you sit on a panel? ${seminar}`,
  partSubject: (seminar: string) => `Your part in the programme: ${seminar}`,
  reminderSubject: (seminar: string) => `Reminder: ${seminar}`,
  askedForPanel: (seminar: string) => `The organising team of “${seminar}” asks you to sit on a panel:`,
  askedForPart: (seminar: string) => `You are on the programme of “${seminar}”:`,
  reminderPanel: (seminar: string) =>
    `The organising team of “${seminar}” has asked you to sit on a panel, and does not have your answer yet:`,
  reminderPart: (seminar: string) => `A reminder of your part in “${seminar}”:`,
  parts: {
    seat: (slot: string, when: string, region: string) => `panel “${slot}”, ${when} (a seat for ${region})`,
    moderator: (slot: string, when: string) => `you moderate “${slot}”, ${when}`,
    speaker: (slot: string, when: string) => `you speak in “${slot}”, ${when}`,
  },
  when: (day: string, hours: string, city: string) => `The seminar is on ${day}, ${hours} (${city} time).`,
  where: (venue: string) => `Venue: ${venue}`,
  note: (text: string) => `The team writes:\n${text}`,
  answerThere:
    'On a page of your own you say whether you will be there, who you are, and whether your name may be shown.',
  until: (moment: string, city: string) => `You can change your answer until ${moment}, ${city} time.`,
  answer: 'Answer',
  keep: 'This link is yours alone. Please do not forward it: whoever opens it answers in your name.',
  kept: 'We have your address from the organising team. On the same page you can have everything about you erased.',
  contact: (addresses: string) => `Questions: ${addresses}`,
}

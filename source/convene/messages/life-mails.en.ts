/** The mails that tell everyone concerned what became of a seminar. */
export const en = {
  names: {
    'seminar-cancelled': 'Seminar cancelled',
    'seminar-postponed': 'Seminar postponed',
    'seminar-moved': 'New day of the seminar',
    'seminar-held-again': 'Seminar held after all',
  },
  cancelledSubject: (seminar: string) => `Cancelled: ${seminar}`,
  cancelled: (seminar: string, day: string) => `“${seminar}”, announced for ${day}, is cancelled. It will not be held.`,
  cancelledNext:
    'There is nothing you need to do. Your personal page stays: it shows what is held about you, and you can have it erased there.',
  postponedSubject: (seminar: string) => `Postponed: ${seminar}`,
  postponed: (seminar: string, day: string) =>
    `“${seminar}” is postponed: it will not be held on ${day}. The new day is not known yet. We will write to you as soon as it is.`,
  keeps: {
    confirmed: 'You keep your place.',
    waiting: 'You keep your rank on the waiting list.',
    requested: 'Your request stays with the organising team.',
    offered: 'The place stays held for you, and the time to answer stands still.',
  },
  postponedNext:
    'There is nothing you need to do. If you know already that you will not come, say so on your personal page.',
  movedSubject: (seminar: string) => `New day: ${seminar}`,
  moved: (seminar: string, before: string, day: string) =>
    `“${seminar}” was announced for ${before}. It will be held on ${day}.`,
  heldAgainSubject: (seminar: string) => `It takes place: ${seminar}`,
  heldAgain: (seminar: string, day: string) => `“${seminar}” takes place after all, on ${day}.`,
  offeredUntil: (moment: string, city: string) => `A place is held for you until ${moment}, ${city} time.`,
  askConfirmed:
    'Can you come? Then there is nothing you need to do. If you cannot, please give your place back on your personal page, so that somebody else can have it.',
  askOffered: 'Take it on your personal page, or say there that you do not need it.',
  ask: 'If you cannot come, please say so on your personal page.',
  calendarOut: 'The attached file takes the seminar out of your calendar.',
  calendarNew: 'The attached entry takes the place of the one in your calendar.',
  reason: (text: string) => `What the organising team writes:\n${text}`,
  reasonIn: (language: string, text: string) => `What the organising team writes (in ${language}):\n${text}`,
}

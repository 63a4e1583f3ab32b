import { number, plural } from '#ground/languages/say.ts'

/** What organisers correct and decide about one registration. */
export const en = {
  title: 'Correct a registration',
  link: 'Correct what was answered',
  lead: 'Correct what is wrong: a name, the address, the category, the organisation. The place, or the rank, stays as long as there is room for the new answers.',
  address:
    'If you change the address, the first mail is sent again, to the new one; the personal link that went to the old address then stops working.',
  save: 'Save the corrections',
  saved: 'The corrections are saved, and a mail tells the person.',
  unchanged: 'Nothing has changed: these are the answers that were there.',
  tooLate: 'The seminar is over or cancelled: its registrations stay as they are. Nothing was changed.',
  ended: 'This registration has ended: its answers stay as they are.',
  taken: 'Another registration has this name and this address already. Nothing was changed.',
  noRoom: (full: string) => `Nothing was changed: with these answers there is no room. What is full – ${full}.`,
  obstacles: {
    organisation: (taken: number, capacity: number) =>
      `The organisation: ${number('en', taken)} of ${number('en', capacity)} taken`,
    invitation: (taken: number, capacity: number) =>
      `The invitation: ${number('en', taken)} of ${number('en', capacity)} taken`,
  },
  refuseHint: 'The request or the wait ends; the person reads your reason in a mail.',
  cancelHint: 'The place goes to the first in line who can take it; a mail tells the person.',
  cancelHintWaiting: 'The registration ends without a decision on it; a mail tells the person.',
  meanwhile: (name: string, before: string, now: string) =>
    `Meanwhile ${name} went from “${before}” to “${now}”: nothing was done to this registration.`,
  meanwhileMore: (count: number) =>
    plural('en', count, {
      one: '# more was changed meanwhile, and is left as it is.',
      other: '# more were changed meanwhile, and are left as they are.',
    }),
  writtenTo: (language: string) => `Mails in ${language}`,
  passed: (moment: string, name: string, category: string) => `${moment}: ${name} (${category})`,
  examined: (moment: string) => `examined on ${moment}`,
}

import { plural } from '#ground/languages/say.ts'

/** What the page of one registration says beside its state, and what is said of all of them once the seminar is over. */
export const en = {
  write: 'Write to this person',
  priorityBefore: 'From −100 to 100; 0 for most. It counts once the request is approved, if there is no room then',
  noPlaceLost: {
    refuse: 'None of them has a place. A mail tells each person, with your reason.',
    cancel: 'None of them has a place. A mail tells each person.',
  },
  over: 'The seminar is over: its registrations stay as they are.',
  overLeft: (count: number) =>
    plural('en', count, {
      one: 'The seminar is over: # registration was left as it is.',
      other: 'The seminar is over: # registrations were left as they are.',
    }),
  overPriority: 'The seminar is over: nobody gets a place from the waiting list any more. Nothing was changed.',
  contact: {
    link: 'Correct the name, the address or the language',
    lead: 'The seminar is over. You can still correct how the person is called and written to, so that letters and mails reach them.',
    address:
      'If you change the address, the attendance letter and the mails that did not arrive are sent again, to the new one; the personal link that went to the old address then stops working.',
    rest: 'What stays as it was',
    why: 'The place was given by these answers, and the statistics count them: once the seminar is over they are not changed.',
    only: 'The seminar has ended since you opened this form: only the names, the address and the language can still be corrected. Nothing is saved yet.',
  },
}

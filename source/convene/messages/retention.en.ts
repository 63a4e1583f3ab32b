import { plural } from '#ground/languages/say.ts'

/** How long the data of a seminar's registrations are kept: the page of its organisers. */
export const en = {
  title: 'Data kept',
  lead: 'What people give when they register is erased by itself, each thing on its own day. Nobody has to think of it, and nothing brings it back.',
  doorText: 'What is erased when, and what has been erased.',
  mayNot: 'Only the people who look after registrations in this seminar see this page.',
  planCaption: 'What is erased, and when',
  columns: {
    what: 'What',
    until: 'Kept until',
    after: 'After that',
    kept: 'Registrations concerned',
  },
  what: {
    needs: 'Needs',
    answers: 'Answers',
    persons: 'Identity',
  },
  contents: {
    needs: 'accessibility, diet and the note that goes with them',
    answers: 'answers to your questions, role, languages, reason of a refusal or a cancellation',
    persons: 'names and addresses, and the name of the organisation as it was written',
  },
  until: (day: string, days: number) =>
    plural('en', days, {
      one: `${day} (one day after the seminar)`,
      other: `${day} (# days after the seminar)`,
    }),
  untilTheDay: (day: string) => `${day} (the day of the seminar)`,
  willBe: (day: string) => `erased on ${day}`,
  dueNow: 'erased within the hour',
  nothingLeft: 'nothing is left to erase',
  personsDueNow: 'erased within the hour, except the names and addresses described below',
  stays:
    'For statistics, the state of each registration, its category, country, region and date stay. They name nobody.',
  exceptions:
    'The names and addresses of people who have an account or an access right here stay, and those of people who are also registered for a seminar whose own day has not come.',
  change: 'These days are set in the file of the seminar, under “retention”.',
  logTitle: 'What has been erased',
  log: { at: 'When', what: 'What', registrations: 'Registrations' },
  emptyTitle: 'Nothing has been erased yet',
  empty: 'Each time something is erased, a line here says what, when, and for how many registrations.',
}

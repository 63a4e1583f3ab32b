import { number, plural } from '#ground/languages/say.ts'

const people = (count: number, one: string, other: string) => plural('en', count, { one, other })

/** The organisers' list of registrations: what it is narrowed to, and what is done with everybody who fits. */
export const en = {
  filters: {
    language: 'Language of our mails',
    quota: 'Counted by the quota',
    invitation: 'Invitation',
    guestList: 'Guest list',
    priority: 'Priority',
    prioritised: 'with a priority of their own',
    needs: 'Needs',
    withNeeds: 'need something',
    size: 'On each page',
    perPage: (count: number) => people(count, '# person', '# people'),
  },
  priorityIs: (priority: number) => `priority ${number('en', priority)}`,
  writeToTicked: 'Write to them',
  all: {
    title: (count: number) => people(count, 'With the only person who fits', 'With all # people who fit'),
    hint: 'Everyone who fits the choices above the list, on every page. The next page says how many it concerns, before anything is done.',
    approve: 'Approve all',
    refuse: 'Refuse all',
    cancel: 'Cancel all',
    write: 'Write to all',
    tooManyToWrite: (most: number) =>
      `With these choices, only people chosen by name can be written to, ${number('en', most)} at most: narrow the list, or choose in the mailing by state, category, region or language.`,
  },
  sure: {
    approveTitle: (count: number) => people(count, 'Approve # registration?', 'Approve # registrations?'),
    approveText:
      'Whoever finds room gets a place, in the order of the line; the others go on the waiting list. A mail tells each person.',
    approveButton: (count: number) => people(count, 'Approve # registration', 'Approve # registrations'),
    ofThese: (matching: number, possible: number) =>
      matching === possible
        ? people(matching, 'The only person who fits is concerned.', 'All # people who fit are concerned.')
        : people(
            possible,
            `Of ${number('en', matching)} people who fit, this concerns # person; nothing is done about the others.`,
            `Of ${number('en', matching)} people who fit, this concerns # people; nothing is done about the others.`,
          ),
    most: (most: number) =>
      `At most ${number('en', most)} are done at once, the first of them first. Come back to the list afterwards for the rest.`,
    who: 'Whom it concerns',
    state: 'State',
    people: 'People',
    changed: 'The list has changed meanwhile, and nothing has been done yet. Look at the new numbers.',
    none: {
      approve: 'Nobody who fits is waiting to be examined.',
      refuse: 'Nobody who fits can be refused: a confirmed registration is cancelled.',
      cancel: 'Nobody who fits has a registration that could be cancelled.',
    },
  },
  hasPlace: (count: number) =>
    people(
      count,
      '# registration is confirmed: it cannot be refused any more, only cancelled.',
      '# registrations are confirmed: they cannot be refused any more, only cancelled.',
    ),
}

import { plural as plural4 } from '#ground/languages/say.ts'

const plural = (count: number, one: string, other: string) => plural4('en', count, { one, other })

/** Two relationships that are one. */
export const en = {
  open: 'Join with another relationship',
  joinThese: 'Join them',
  choose: {
    title: (name: string) => `Join with another: ${name}`,
    lead: 'Choose the relationship that is the same. Both are then shown side by side, before anything is changed.',
    alike: 'With the same partner',
    others: 'All others',
    field: 'The other relationship',
    go: 'Compare the two',
    none: 'There is no other relationship here to join it with.',
  },
  title: 'Join two relationships',
  lead: 'The one that stays then holds all that hangs on both. The address of the other leads to it, the history of both is kept, and they can be taken apart again.',
  stays: 'Which one stays',
  hanging: (count: number) => plural(count, '# record hangs on it', '# records hang on it'),
  differ: 'What they say differently',
  differHint: 'What does not stand is not lost: it is kept in an internal note about the relationship.',
  agreeing: 'Nothing: what both say is the same.',
  both: 'Both, one after the other',
  fields: {
    kind: 'Kind of relationship',
    during: 'Dates',
    name: 'Name',
    reason: 'Why this partner',
    narrative: 'Narrative',
    sensitivity: 'What to be careful about',
  },
  asItIs: 'What is taken over as it is',
  onlyIn: (name: string) => `said by “${name}” alone`,
  inBoth: 'the same in both',
  moves: 'What hangs on them',
  movesText:
    'All of it hangs on the one that stays. A partner that both name, or the fee of one year, then stands there once.',
  what: 'What',
  together: 'In all',
  moving: {
    parties: 'Partners',
    agreements: 'Agreements',
    fees: 'Membership fees',
    seats: 'Seats in the network',
    duties: 'Roles of departments and actors',
    projects: 'Projects',
    commitments: 'Commitments',
    journal: 'Entries of the journal',
    decisions: 'Decisions',
    documents: 'Documents',
    notes: 'Notes',
  },
  circles: 'Who sees it then',
  circleSame: (circle: string) => `Both have the same visibility, which does not change: ${circle}.`,
  circleStricter: (circle: string) =>
    `The stricter visibility of the two: ${circle}. You can open it again afterwards, on its page.`,
  noLongerPublic: (name: string) => `“${name}” is public today: citizens no longer read it, nor what hangs on it.`,
  partsStricter: 'A text or a part that is kept to fewer people stays kept to them.',
  sharesEnd:
    'These people are shown one of the two, and would see what hangs on the other. It is shown to them no longer; share it again with whoever may see all of it:',
  sharesShorter: (day: string) => `until ${day}, as the other one`,
  unnamed: 'Somebody whose name is not known here',
  button: 'Join the two',
  done: 'The two relationships are one now. What no longer stands is in its notes.',
  already: 'These two were joined already.',
  stale:
    'Somebody has meanwhile changed one of the two, or something that hangs on it. Nothing was joined. This is how they are now:',
  errors: {
    stays: 'Choose which one stays.',
    choose: 'Choose what stands.',
  },
  note: (name: string) =>
    `What “${name}” said before it was joined with another relationship, and what no longer stands:`,
  labelled: (label: string, value: string) => `${label}: ${value}`,
  fee: (year: number) => `Fee of ${year}`,
  was: (name: string) =>
    `“${name}” was found to be the same as this relationship, which now holds all that hung on it.`,
  joined: 'Joined into this one',
  joinedOn: (day: string) => `joined on ${day}`,
  takeApart: 'Take apart again',
  apart: {
    title: (name: string) => `Take apart again: ${name}`,
    back: 'It comes back under its own address, with all that hung on it, as that is today.',
    other: 'The one that stayed says again what it said before, unless it was changed since.',
    circles:
      'Nobody sees more than today: the stricter visibility stays, and what was shared with people is not shared again.',
    button: 'Take the two apart',
    done: 'They are two relationships again.',
    changed: 'They are two relationships again. The other one was changed since, and stays as it is.',
  },
  log: {
    joined: 'Two relationships were joined',
    apart: 'Two relationships were taken apart again',
  },
}

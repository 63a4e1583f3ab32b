import { plural } from '#ground/languages/say.ts'

/** Territories that registrants have typed, and that organisers match with known ones. */
export const en = {
  title: 'Territories',
  door: 'Territories',
  doorText: 'Territories as they were typed, to match with those that are known.',
  lead: 'Territories that people typed when they registered and that are not known yet. Until you say which one is meant, they count towards no territory quota.',
  caption: 'Typed territories',
  name: 'As typed',
  country: 'Country',
  people: 'People',
  like: 'Resembles',
  likeNone: 'nothing known',
  emptyTitle: 'Nothing to match',
  empty: 'Everyone who named a territory named a known one.',
  alsoWritten: (names: string) => `Also written: ${names}`,
  oneTitle: (name: string) => `“${name}”`,
  count: (count: number) =>
    plural('en', count, { one: '# person typed this territory.', other: '# people typed this territory.' }),
  what: 'Which territory is it?',
  other: 'Another known territory',
  otherHint: 'Write its name below',
  otherName: 'Name of the territory',
  otherNameHint: 'Exactly as it is known, in any of its languages',
  stays:
    'The region of these people becomes the territory’s, so other quotas may count them. Whoever has a place keeps it; where a quota is full, the person stays as they were, and you are told who.',
  save: 'This is the one',
  newOne: 'A territory that is not known yet',
  newHint: 'Fill in the fields below: it becomes public, and the form suggests it from then on',
  newTitle: 'If it is not known yet',
  newName: 'Name',
  language: 'Language of the name',
  government: 'Kind of government',
  askTitle: 'Is it missing?',
  ask: 'A new territory is added by an administrator of this installation. Ask them to open this page: they can add it here, and it then applies to these people at once.',
  named: (count: number) =>
    plural('en', count, {
      one: '# person now belongs to this territory.',
      other: '# people now belong to this territory.',
    }),
  full: (count: number) =>
    plural('en', count, {
      one: '# person could not be moved, because a quota is full:',
      other: '# people could not be moved, because a quota is full:',
    }),
  gone: 'No registration names this territory any more: perhaps someone else has just said which one it is.',
  tooLate: 'The seminar is over or cancelled: its registrations stay as they are.',
  errors: {
    what: 'Say which territory it is.',
    other: 'No known territory has exactly this name. Choose one of those suggested.',
    name: 'Enter the name.',
    nameTooLong: 'A name may have 200 characters at most.',
    language: 'Choose the language of the name.',
    country: 'Choose a country from the list.',
    government: 'Choose the kind of government.',
    taken: 'A territory of this name is there already: choose it above, as another known territory.',
  },
}

import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { plural } from '#ground/languages/say.ts'

/** Organisations that registrants have typed, and that organisers approve. */
export const en = {
  title: 'Organisations',
  lead: 'Names that people typed when they registered and that do not yet belong to an approved organisation. Once approved, an organisation is suggested to those who register next, and its people are counted together.',
  doorText: 'Names as they were typed, to approve or to merge.',
  mayNot: 'The organising team of this seminar looks after the organisations of the people registered.',
  caption: 'Typed names',
  columns: { name: 'Name as typed', people: 'People', country: 'Country', like: 'Resembles' },
  alsoWritten: (names: string) => `Also written: ${names}`,
  likeNone: 'nothing known',
  emptyTitle: 'Nothing to approve',
  empty: 'Every registration belongs to an approved organisation, or nobody has registered yet.',
  one: {
    title: (name: string) => `“${name}”`,
    people: (count: number) =>
      plural('en', count, {
        one: '# person registered under this name.',
        other: '# people registered under this name.',
      }),
    whatIsIt: 'What is it?',
    isNew: 'A new organisation',
    isNewHint: 'Fill in the fields below',
    isOther: 'Another approved organisation',
    isOtherHint: 'Write its name below',
    other: 'Name of the other organisation',
    otherHint: 'Exactly as it is known, in any of its languages',
    newTitle: 'If it is new',
    name: 'Name',
    nameHint: 'In its own language; it can be translated later',
    language: 'Language of the name',
    languageHint: 'If it is in yet another language, choose the one in which most people here know it',
    kind: 'Kind',
    country: 'Country',
    knownTo: 'Known to',
    knownToSeminar: 'this seminar',
    knownToNetwork: 'the whole network, for each of its seminars',
    public: 'An approved organisation is public: the form suggests it to everyone.',
    stays:
      'Nobody gains or loses a place. If there is a limit for each organisation, it counts these people together from now on.',
    approve: 'Approve',
  },
  kinds: organisationKinds.en,
  approved: (count: number) =>
    plural('en', count, {
      one: '# registration now belongs to an approved organisation.',
      other: '# registrations now belong to an approved organisation.',
    }),
  gone: 'Nobody is registered under this name any more: perhaps someone else has just approved it.',
  errors: {
    what: 'Say what it is.',
    other: 'No approved organisation has exactly this name. Choose one of those suggested.',
    name: 'Enter the name.',
    nameTooLong: 'A name may have 200 characters at most.',
    language: 'Choose the language of the name.',
    kind: 'Choose a kind.',
    country: 'Choose a country from the list, or none.',
    knownTo: 'Choose to whom it is known.',
  },
}

import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Words of the mails',
  lead: 'Each mail that leaves by itself has its usual words in four languages. Where you write your own, people get yours in that language.',
  caption: 'The mails of this seminar',
  mayNot: 'The words of the mails are for those who may change this seminar.',
  mail: 'Mail',
  states: {
    usual: 'usual',
    own: 'own',
    missing: 'missing',
    stale: 'out of date',
    wrong: 'wrong',
  },
  explain: {
    missing: 'You wrote this mail in another language and not in this one: here people get the usual words.',
    stale: 'The words were written before the original changed: people get them as they are.',
    wrong: 'A word in braces is unknown or not closed: people get the usual words until it is put right.',
  },
  missingCount: (count: number) =>
    plural('en', count, {
      one: 'In # place your own words are missing, out of date or wrong.',
      other: 'In # places your own words are missing, out of date or wrong.',
    }),
  editLead:
    'Your subject and your words take the place of ours. What people need to know and do stays, whatever you write.',
  stays:
    'These stay: the greeting, when and where, a rank, a deadline or a reason, the button to the personal page, the way to say “this was not me”, the calendar entry, and whom to write to.',
  in: (language: string) => `In ${language}`,
  subject: 'Subject',
  body: 'Words',
  subjectHint: 'Empty: the usual subject.',
  bodyHint: 'Empty: the usual words. An empty line begins a paragraph.',
  begin: 'Begin from the usual words',
  begun: 'These are the usual words. Change what you want and save; as long as you have not saved, nothing changes.',
  usual: 'The usual words',
  usualNone: 'Everything in this mail stays; your words come before it.',
  save: 'Save and look at it',
  saved: 'The words are saved.',
  takeBack: 'Go back to the usual words',
  takeBackTitle: 'Go back to the usual words?',
  takeBackText:
    'Your words for this mail are removed in every language. Mails that have not left yet get the usual words.',
  takenBack: 'The usual words are back.',
  preview: 'What people read',
  previewText: 'With somebody who does not exist.',
  textOf: { subject: 'Subject of a mail', body: 'Own words of a mail' },
}

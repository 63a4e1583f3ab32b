import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Tell of changes',
  lead: 'Whoever is registered or on the programme is told once of what changed for them: when and where to be, and what happens. Corrections and translations alone are not worth a mail.',
  mayNot: 'Only those who may change this seminar see this page.',
  mayNotTell: 'This is what would be told. Only those who also look after the people of this seminar can send it.',
  notNow: {
    title: 'There is nothing to tell now',
    draft: 'The seminar is a draft: nobody knows its programme yet.',
    over: 'The seminar is over.',
    postponed: 'The seminar is postponed: people are told of its new day first, with the programme of that day.',
    cancelled: 'The seminar is cancelled.',
  },
  noVersion: {
    title: 'No programme has been released yet',
    text: 'Once a version is released and a later one differs from it, you tell people here.',
  },
  nobody: {
    title: 'There is nobody to tell',
    text: 'Whoever is registered or on the programme knows all that concerns them.',
  },
  toProgramme: 'The programme: its draft and its versions',
  who: 'Who is told, and of what',
  people: (people: number) =>
    plural('en', people, {
      one: '# person would be told of the latest version, by one mail.',
      other: '# people would be told of the latest version, by one mail each.',
    }),
  group: (people: number, version: string) =>
    plural('en', people, {
      one: `# person last knew “${version}”`,
      other: `# people last knew “${version}”`,
    }),
  groupOfNone: (people: number) =>
    plural('en', people, {
      one: '# person registered before there was a programme',
      other: '# people registered before there was a programme',
    }),
  hours: (city: string) => `Hours are those of ${city}.`,
  readMail: 'See the mail they will get',
  onProgramme: (people: number) =>
    plural('en', people, {
      one: '# person on the programme is told of their own slots alone',
      other: '# people on the programme are told of their own slots alone',
    }),
  onProgrammeText:
    'Moderators, speakers and people on panels who have been asked by mail and have not said no. Whoever is also registered gets the mail for registrants, in which their slots are marked, and no other.',
  unasked: (people: number) =>
    plural('en', people, {
      one: '# person on the programme is not told',
      other: '# people on the programme are not told',
    }),
  unaskedText:
    'Their slots have changed, but nobody has written to them yet: they would learn by a mail about changes that they are on the programme. Ask them first.',
  toPanel: 'Ask the people on the programme',
  mail: 'The mail, as it will leave',
  mailOf: (language: string, people: number) =>
    plural('en', people, { one: `In ${language}: # person`, other: `In ${language}: # people` }),
  mailOnProgramme: (language: string) => `To a person on the programme, in ${language}`,
  attached: (names: string) => `Attached: ${names}`,
  add: 'Add something, and send it',
  note: (language: string) => `What you want to add, in ${language}`,
  noteHint: 'One or two sentences, such as the reason. They stand in the mail as you write them here.',
  noteOther: (language: string) => `Where it is missing, people read it in ${language}.`,
  look: 'Look at the mail with it',
  test: 'Send me a test',
  tell: (people: number) => plural('en', people, { one: 'Tell # person', other: 'Tell # people' }),
  tested: (language: string) => `A test is on its way to you, in ${language}. Nobody else has been told.`,
  looked: 'This is the mail with what you added. Nothing has been sent yet.',
  changed:
    'Nothing was sent: the mail is not the one that you had before you. Here it is as it would leave now; what you typed is kept.',
  stale:
    'Nothing was sent: another version has been released since you opened the page. Here is what would be told now; what you typed is kept.',
  already: 'Everybody has already been told of this version: nobody is told twice.',
  told: (people: number) => plural('en', people, { one: '# person is being told.', other: '# people are being told.' }),
  log: {
    title: 'What was told',
    when: 'When',
    version: 'Up to which version',
    note: 'What was added',
    toAdd: 'What is to be added',
    people: 'People',
    none: 'Nothing has been told yet',
    noneText: 'Each version that you tell is noted here, with how many people it was written to.',
    noNote: 'nothing',
  },
  inLog: 'People told of a version of the programme',
  errors: {
    tooLong: 'At most 2,000 characters',
    source: 'Write it in the language of the seminar too: whoever reads another one finds it there',
  },
  mails: {
    names: { registrants: 'Changes in the programme', onProgramme: 'Changes for people on the programme' },
    subject: (seminar: string) => `Changes in the programme: ${seminar}`,
    intro: (seminar: string) =>
      `The programme of “${seminar}” has changed since you last heard of it. This is what is different for you.`,
    firstSubject: (seminar: string) => `The programme is out: ${seminar}`,
    firstIntro: (seminar: string) => `The programme of “${seminar}” has been released since you registered.`,
    onProgrammeSubject: (seminar: string) => `Your slots have changed: ${seminar}`,
    onProgrammeIntro: (seminar: string) =>
      `You are on the programme of “${seminar}”, and it has changed. This is what is different in your slots.`,
    line: (label: string, text: string) => `${label}: ${text}`,
    change: (now: string, before: string) => `${now} (before: ${before})`,
    onIt: (slot: string) => `${slot} (you are on the programme here)`,
    inLanguage: (text: string, language: string) => `${text} (in ${language})`,
    note: (text: string) => `What the organising team adds:\n${text}`,
    noteIn: (language: string, text: string) => `What the organising team adds (in ${language}):\n${text}`,
    calendar: 'The attached file brings these slots up to date in your calendar.',
    all: (address: string) => `All changes, with the texts:\n${address}`,
    programme: (address: string) => `The whole programme:\n${address}`,
    seeProgramme: 'See the programme',
    why: (seminar: string) => `You receive this mail because you are on the programme of “${seminar}”.`,
  },
}

import { number, plural } from '#ground/languages/say.ts'

/** The registration form, and what it answers. */
export const en = {
  // Before the first question.
  before: {
    title: 'Good to know',
    full: 'All places are taken. You can register for the waiting list: a mail tells you as soon as a place is free.',
    none: 'No place has been opened yet. You can register for the waiting list: a mail tells you as soon as a place is yours.',
    quotaFull: (quota: string) => `${quota}: full. You can join the waiting list.`,
    left: (left: number) => plural('en', left, { one: 'One place is left.', other: '# places are left.' }),
    quotaLeft: (quota: string, left: number) =>
      plural('en', left, { one: `${quota}: one place is left.`, other: `${quota}: # places are left.` }),
    invited: 'If places are kept for your invitation, you may still have one.',
    perOrganisation: (most: number) =>
      plural('en', most, {
        one: 'One organisation has one place at most; others of it wait.',
        other: 'One organisation has # places at most; others of it wait.',
      }),
    data: 'What becomes of your data',
    seenBy:
      'What you write is seen by the organising team of this seminar, and what you need by those of it who look after people.',
    needsErased: (day: string) => `What you need (access, meals) is erased on ${day}.`,
    answersErased: (day: string) => `Your role, languages and answers to questions are erased on ${day}.`,
    personsErased: (day: string) => `Your name and address are erased on ${day}.`,
    sooner: 'You can have everything erased sooner, from your personal page.',
  },
  organisation: {
    title: 'Your organisation',
    hint: 'Write its name; if we know it, we recognise it',
    territory: 'Territory',
    territoryHint: 'City, region… that you come for',
    code: 'I have an invitation code',
    invitation: 'Invitation code',
    invitationHint: 'Letters and figures, as you received them',
  },
  ask: {
    suggestions: 'Suggestions',
    organisation: (typed: string) => `Do you mean one of these, or is “${typed}” another one?`,
    territory: (typed: string) => `Which territory do you mean by “${typed}”?`,
    note: 'Nothing is lost. Answer this one question, then send again.',
    isNew: (typed: string) => `None of these: “${typed}” is new`,
    noTerritory: 'None of these: it is another territory',
    unanswered: 'Choose one of these answers.',
    organisations: (count: number) =>
      plural('en', count, { one: '# organisation found', other: '# organisations found' }),
    territories: (count: number) => plural('en', count, { one: '# territory found', other: '# territories found' }),
    noOrganisation: 'No organisation found: go on writing, it can be a new one',
    noTerritoryFound: 'No territory found',
  },
  person: {
    errorOf: (person: string, sentence: string) => `${person}: ${sentence}`,
    examined: 'The organising team looks at this request first, and answers by mail',
    title: 'You',
    numbered: (index: number) => `Person ${number('en', index)}`,
    remove: (index: number) => `Remove person ${number('en', index)}`,
    more: 'Role and languages',
    role: 'Role',
    roleHint: 'What you do in your organisation',
    languages: 'Languages you understand',
    languagesHint: 'This helps to plan the interpretation',
    needs: 'Access and meals: what you need',
    needsSeen: (day: string) =>
      `Seen only by those of the organising team who look after people, and erased on ${day}.`,
    noteHint: 'Anything else that we should prepare',
    questions: 'Questions of the organising team',
    noAnswer: 'No answer',
    whenAnswered: (question: string, answers: string) => `If you answered ${answers} to “${question}”`,
    whenCategory: (categories: string) => `Only for: ${categories}`,
    quoted: (text: string) => `“${text}”`,
    told: 'You say this for yourself or for this person, whom you have told and who agrees.',
  },
  delegation: {
    add: 'Add a person of my delegation',
    most: (people: number) =>
      plural('en', people, {
        one: 'This form takes # person at most.',
        other: 'This form takes # people at most.',
      }),
    onlyOthers: 'I am not taking part myself: I register other people only',
    submit: (people: number) => plural('en', people, { one: 'Send # registration', other: 'Send # registrations' }),
    together:
      'All are registered, or, when something is not right for one of them, nobody yet. Each gets a mail of their own.',
    tooMany: (people: number) =>
      plural('en', people, {
        one: 'This form takes # person at most. Remove the others and send them in a form of their own.',
        other: 'This form takes # people at most. Remove the others and send them in a form of their own.',
      }),
    twice: 'This person is in the form already, further up.',
  },
  again: {
    title: 'Please send it once more',
    text: 'Your form came back faster than a person can read it, as those of programs do. Everything is still there: check it, and press the button again.',
  },
  tooOften: 'This address was used for many registrations within an hour. Use another one, or try again in an hour.',
  invitation: {
    unknown: 'We do not know this code for this seminar. Check it, or empty the field to go on without it.',
    ended: 'This invitation has ended. Empty the field to go on without it.',
    usedUp: 'All places of this invitation are taken. Empty the field to go on without it.',
  },
  answers: {
    required: 'Answer this question.',
    tooLong: 'An answer may have 2,000 characters at most.',
    number: 'Enter a number, in figures.',
    choice: 'Choose one of the answers.',
    date: 'Enter a day as year-month-day, for example 2018-07-05.',
  },
  shut: {
    typed: 'What you had typed',
    notRegistered: 'Nobody was registered, and nothing of this is kept. Here it is once more, to copy if you need it.',
  },
  receipt: {
    requestedTitle: 'Your request has arrived',
    requested: (seminar: string) =>
      `The organising team of “${seminar}” examines it and answers by mail. No place is held until then.`,
    several: (people: number) =>
      plural('en', people, { one: '# registration has arrived', other: '# registrations have arrived' }),
    severalLead: (seminar: string) => `For “${seminar}”, in the order of your form:`,
    confirmed: 'a place is confirmed',
    waiting: (rank: number) => `on the waiting list, rank ${number('en', rank)}`,
    asked: 'the request is being examined',
    rank: 'A rank counts the people ahead who wait for the same places, and the person. It moves up when a place is free, and a mail tells as soon as it is theirs.',
    mails:
      'A mail goes to each address you gave, with the link to that person’s own page. If one has not come within ten minutes, look among unwanted mail, then write to the organising team.',
    known: 'Whoever was registered already stays so as they were, and the mail tells them where their registration is.',
  },
}

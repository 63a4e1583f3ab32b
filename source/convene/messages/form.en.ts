import { number, plural } from '#ground/languages/say.ts'

/** The registration form, and what it answers. */
export const en = {
  // Before the first question.
  before: {
    title: 'Good to know',
    full: 'All places are taken. You can join the waiting list: a mail tells you as soon as a place is yours.',
    none: 'No place has been opened yet. You can join the waiting list: a mail tells you as soon as a place is yours.',
    quotaFull: (quota: string) => `${quota}: full. You can join the waiting list.`,
    left: (left: number) => plural('en', left, { one: 'One place is left.', other: '# places are left.' }),
    quotaLeft: (quota: string, left: number) =>
      plural('en', left, { one: `${quota}: one place is left.`, other: `${quota}: # places are left.` }),
    invited: 'If places are kept for your invitation, you may still have one.',
    perOrganisation: (most: number) =>
      plural('en', most, {
        one: 'Each organisation has one place at most; anyone else from it joins the waiting list.',
        other: 'Each organisation has # places at most; anyone else from it joins the waiting list.',
      }),
    data: 'What becomes of your data',
    seenBy:
      'The organising team of this seminar sees what you write; what you need is seen only by the members who look after registrations.',
    needsErased: (day: string) => `What you need (access, meals) is erased on ${day}.`,
    answersErased: (day: string) => `Your role, languages and answers to questions are erased on ${day}.`,
    personsErased: (day: string) => `Your name and address are erased on ${day}.`,
    sooner: 'You can have everything erased sooner, from your personal page.',
  },
  organisation: {
    title: 'Your organisation',
    hint: 'Type its name; if we know it, we will recognise it',
    territory: 'Territory',
    territoryHint: 'The city, region… that you represent',
    code: 'I have an invitation code',
    invitation: 'Invitation code',
    invitationHint: 'Letters and figures, as you received them',
  },
  ask: {
    suggestions: 'Suggestions',
    organisation: (typed: string) => `Do you mean one of these, or is “${typed}” another one?`,
    territory: (typed: string) => `Which territory do you mean by “${typed}”?`,
    note: (questions: number) =>
      plural('en', questions, {
        one: 'Nothing is lost. Answer this one question, then send again.',
        other: 'Nothing is lost. Answer these # questions, then send again.',
      }),
    isNew: (typed: string) => `None of these: “${typed}” is new`,
    noTerritory: 'None of these: it is another territory',
    unanswered: {
      organisation: 'Say which organisation you mean.',
      territory: 'Say which territory you mean.',
    },
    organisations: (count: number) =>
      plural('en', count, { one: '# organisation found', other: '# organisations found' }),
    territories: (count: number) => plural('en', count, { one: '# territory found', other: '# territories found' }),
    noOrganisation: 'No organisation found: go on typing, it may be a new one',
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
      `Seen only by the members of the organising team who look after registrations, and erased on ${day}.`,
    noteHint: 'Anything else we should prepare',
    questions: 'Questions from the organising team',
    noAnswer: 'No answer',
    whenAnswered: (question: string, answers: string) => `If you answered ${answers} to “${question}”`,
    whenCategory: (categories: string) => `Only for: ${categories}`,
    quoted: (text: string) => `“${text}”`,
    told: 'Answer for yourself, or for this person if you have told them and they agree.',
  },
  /** The same form about somebody else: in an organiser's hands, or one person of a delegation. */
  others: {
    organisation: 'The organisation',
    person: 'The person',
    territoryHint: 'The city, region… that the person represents',
    code: 'Another invitation code',
    invitationHint: 'Leave it empty to keep the invitation as it is',
    emailHint: 'The link to the personal page goes there',
    category: 'Taking part as',
    language: 'Language of the mails',
    roleHint: 'What the person does in the organisation',
    languages: 'Languages the person understands',
    needs: 'Access and meals: what the person needs',
    note: 'In the person’s own words',
    noteHint: 'Anything else to prepare',
    whenAnswered: (question: string, answers: string) => `If the answer to “${question}” is ${answers}`,
    errors: {
      givenName: 'Enter the given name.',
      familyName: 'Enter the family name.',
      email: 'Enter the e-mail address.',
      category: 'Choose the category.',
      organisation: 'Enter the name of the organisation.',
      language: 'Choose the language of the mails.',
      consent: 'Without this consent this person cannot be registered.',
      roleTooLong: 'Describe the role in 200 characters at most.',
      needs: 'Choose the needs from the list.',
      needTooLong: 'Describe the needs in 1,000 characters at most; the rest can be sent by mail.',
    },
  },
  delegation: {
    add: 'Add someone from my delegation',
    most: (people: number) =>
      plural('en', people, {
        one: 'You can register # person with this form.',
        other: 'You can register up to # people with this form.',
      }),
    onlyOthers: 'I am not taking part myself; I am only registering other people',
    submit: (people: number) => plural('en', people, { one: 'Send # registration', other: 'Send # registrations' }),
    together:
      'Either everyone is registered or, if something is wrong for one of them, nobody is yet. Each person gets their own mail.',
    tooMany: (people: number) =>
      plural('en', people, {
        one: 'This form takes # person. Remove the others and register them with another form.',
        other: 'This form takes up to # people. Remove the others and register them with another form.',
      }),
    twice: 'This person is already in the form, further up.',
  },
  again: {
    title: 'Please send it once more',
    text: 'Your form came back faster than anyone could read it, as happens with programs. Everything is still there: check it, and press the button again.',
  },
  tooOften: 'This address was used for many registrations within an hour. Use another one, or try again in an hour.',
  invitation: {
    unknown: 'We do not know this code for this seminar. Check it, or clear the field to go on without it.',
    ended: 'This invitation has ended. Clear the field to go on without it.',
    usedUp: 'All places of this invitation are taken. Clear the field to go on without it.',
  },
  answers: {
    required: (question: string) => `Answer the question “${question}”.`,
    tooLong: (question: string) => `Answer “${question}” in 2,000 characters at most.`,
    number: (question: string) => `For “${question}”, enter a number, in figures.`,
    choice: (question: string) => `For “${question}”, choose one of the answers.`,
    date: (question: string) => `For “${question}”, enter a day as year-month-day, for example 2018-07-05.`,
  },
  shut: {
    typed: 'What you had typed',
    notRegistered:
      'Nobody was registered, and none of this is kept. Here it is once more, in case you need to copy it.',
  },
  receipt: {
    requestedTitle: 'Your request has arrived',
    requested: (seminar: string) =>
      `The organising team of “${seminar}” will examine it and answer by mail. No place is held until then.`,
    several: (people: number) =>
      plural('en', people, { one: '# registration has arrived', other: '# registrations have arrived' }),
    severalLead: (seminar: string) => `For “${seminar}”, in the order of your form:`,
    confirmed: 'a place is confirmed',
    waiting: (rank: number) => `on the waiting list, rank ${number('en', rank)}`,
    asked: 'the request is being examined',
    rank: 'A rank counts the person and those ahead of them who are waiting for the same places. It improves as places become free, and each person gets a mail as soon as a place is theirs.',
    mails:
      'A mail is on its way to each address you gave, with the link to that person’s own page. If one has not arrived within ten minutes, look in the junk mail, then write to the organising team.',
    known:
      'Anyone who was already registered stays registered as before, and the mail reminds them where their registration stands.',
  },
}

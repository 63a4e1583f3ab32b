import { number, plural } from '#ground/languages/say.ts'

const ahead = (people: number) =>
  plural('en', people, { one: '# person is ahead of you', other: '# people are ahead of you' })
const of = (taken: number, capacity: number) => `${number('en', taken)} of ${number('en', capacity)}`

export const en = {
  title: 'My registration',
  of: (name: string) => `Registration of ${name}`,
  lead: {
    confirmed: 'Your place is confirmed.',
    requested: 'The organising team is examining your request.',
    offered: 'A place is held for you. Tell us whether you want it.',
    refused: 'The organising team could not accept your request.',
    cancelled: 'Your registration is cancelled.',
    handedOn: 'You handed your place to a colleague.',
    expired: 'The place that was held for you was not taken in time: the offer has ended.',
    first: 'You are on the waiting list, first in line.',
    rank: (rank: number) => `You are on the waiting list, rank ${number('en', rank)}: ${ahead(rank - 1)}.`,
    lineEnded: 'You are on the waiting list. No more places will be given.',
  },
  seminarCancelled: 'The seminar is cancelled. It will not be held.',
  reason: 'What the organising team wrote',
  requested: {
    next: 'You do not have a place yet. If your request is accepted, you get one at once or, if none is free, a rank on the waiting list that counts from the moment of your request. A mail will tell you.',
  },
  waiting: {
    title: 'What your rank means',
    means:
      'Your rank counts you and the people ahead of you who are waiting for the same places. People waiting for other places are not in your way, so a place may go to someone further back without costing you your rank.',
    full: 'What is full at the moment',
    direct: 'As soon as a place is free for you, it is yours, and a mail tells you.',
    offer: (hours: number) =>
      plural('en', hours, {
        one: 'As soon as a place is free for you, it is held for # hour, and a mail asks whether you want it.',
        other: 'As soon as a place is free for you, it is held for # hours, and a mail asks whether you want it.',
      }),
    until: (moment: string, city: string) => `Places go to the waiting list until ${moment}, ${city} time.`,
    ended: (moment: string, city: string) =>
      `Places went to the waiting list until ${moment}, ${city} time. Anyone still waiting then did not get one.`,
  },
  obstacles: {
    overall: (taken: number, capacity: number) => `All places: ${of(taken, capacity)} taken`,
    quota: (name: string, taken: number, capacity: number) => `${name}: ${of(taken, capacity)} taken`,
    organisation: (taken: number, capacity: number) => `Your organisation: ${of(taken, capacity)} taken`,
    invitation: (taken: number, capacity: number) => `Your invitation: ${of(taken, capacity)} taken`,
  },
  offer: {
    title: 'A place is held for you',
    until: (moment: string, city: string) =>
      `It is yours if you take it before ${moment}, ${city} time. After that it goes to the next person.`,
    accept: 'Take the place',
    decline: 'I do not need it',
    accepted: 'You have a place. A mail confirms it.',
    tooLate: 'The offer has ended.',
    notOffered: 'There was no offer to accept: this page shows where your registration stands.',
  },
  undelivered: {
    title: (address: string) => `Our last mail could not be delivered to ${address}`,
    correct:
      'If there is a mistake in the address, write to the organising team, who will correct it. It cannot be changed from here, so that nobody who finds your link can take your place.',
    ask: 'If the address is right, ask whoever manages it whether it accepts mail from outside, and come back to this page for news.',
  },
  code: {
    title: 'Your entry code',
    text: 'Show it at the entrance, on paper or on a screen. It holds no name.',
    alt: (name: string) => `Entry code of ${name}`,
    save: 'Save the code as a picture',
  },
  letter: {
    title: 'Attendance letter',
    text: (number: string, date: string) => `Your letter no. ${number} was issued on ${date}.`,
    open: 'Open the letter (PDF)',
  },
  when: 'Date',
  venue: 'Venue',
  since: 'Since',
  registeredOn: 'Registered on',
  seminarPage: 'The page of the seminar',
  calendar: 'Add the seminar to my calendar',
  answers: {
    title: 'What you answered',
    name: 'Name',
    email: 'Address',
    category: 'You are taking part as',
    organisation: 'Organisation',
    territory: 'Territory',
    country: 'Country',
    role: 'Role',
    language: 'Language of our mails',
    languages: 'Languages you understand',
    invitation: 'Invitation',
    byInvitation: 'You used the code of an invitation',
    noAnswer: 'no answer',
  },
  noNeeds: 'You have not mentioned any needs.',
  consents: {
    title: 'What you agreed to',
    given: 'yes',
    notGiven: 'no',
    byDelegate: 'stated for you by the person who registered you',
    onDate: (moment: string) => `on ${moment}`,
    change: 'Change what I agree to',
    lead: 'Tick what you agree to. What registration requires can only be withdrawn together with the registration.',
    required: 'This is required for as long as you are registered. To withdraw it, withdraw your registration.',
    save: 'Save',
    saved: 'Saved. What you agree to is up to date.',
    none: 'This seminar asks for no consent that you could change.',
  },
  actions: {
    title: 'What you can do',
    change: 'Change my answers',
    changeUntil: (moment: string, city: string) => `until ${moment}, ${city} time`,
    sayNeeds: 'Say what I need',
    changeClosed: (moment: string, city: string) =>
      `Answers could be changed until ${moment}, ${city} time. For a correction, write to the organising team.`,
    cancel: 'Give my place back',
    decline: 'Decline the place offered to me',
    withdraw: 'Withdraw my registration',
    handOn: 'Hand my place to a colleague',
    consents: 'Change what I agree to',
    data: 'See everything that is held about me',
    erase: 'Have my data erased',
  },
  change: {
    title: 'Change my answers',
    lead: 'Change whatever is no longer right. You keep your place, or your rank, as long as there is room for the new answers.',
    save: 'Save my answers',
    saved: 'Your answers are saved. A mail is on its way to you with what we now hold.',
    unchanged: 'Nothing has changed: these are the answers we already had.',
    noRoom:
      'Nothing was changed, and you keep what you had: with these answers there is no place for you at the moment.',
    noRoomFor: (quotas: string) => `What is full – ${quotas}.`,
    tooLate: (moment: string, city: string) =>
      `Answers could be changed until ${moment}, ${city} time. Nothing was changed.`,
    ended: 'This registration has ended: its answers stay as they are.',
    taken: 'Somebody with this name and this address is registered already. Nothing was changed.',
    address: 'Only the organising team can correct the address. To let someone else come, hand your place on.',
    needsApproval:
      'The organising team examines requests in this category first: write to them, and they can make this change. Nothing was changed.',
    anotherPerson:
      'This looks like someone else’s name. To let someone else come, hand your place on; to have a name corrected, write to the organising team. Nothing was changed.',
    handedOnWithin:
      'A colleague handed this place to you, and it stays with their organisation. If yours has changed, write to the organising team. Nothing was changed.',
    needsTitle: 'Say what you need',
    needsLead:
      'The answers that decided your place can no longer be changed. You can still say what you need, and answer the questions from the organising team.',
  },
  cancel: {
    titlePlace: 'Give your place back?',
    textPlace: (seminar: string) =>
      `Your place at “${seminar}” goes to the next person in line at once. You cannot take it back; you could only register again and wait.`,
    keepPlace: 'Keep my place',
    titleOffer: 'Decline the place that is held for you?',
    textOffer: (seminar: string) =>
      `The place at “${seminar}” goes to the next person in line at once, and your registration ends. You could register again, and would then be last in line.`,
    buttonOffer: 'Decline the place',
    keepOffer: 'Keep the offer for now',
    title: 'Withdraw your registration?',
    text: (seminar: string) => `Your registration for “${seminar}” ends, and your rank with it.`,
    button: 'Give the place back',
    buttonWithdraw: 'Withdraw the registration',
    keepWaiting: 'Keep my registration',
    done: 'Your registration is cancelled. Thank you for telling us.',
    already: 'Your registration had already ended.',
    over: 'The seminar is over: your registration stays as it was.',
  },
  handOn: {
    title: 'Hand your place to a colleague',
    lead: (organisation: string) =>
      `Your place goes to someone else from ${organisation}, in the same category as you. Your own registration ends; both of you get a mail.`,
    givenName: 'Given name of your colleague',
    familyName: 'Family name of your colleague',
    email: 'E-mail address of your colleague',
    language: 'Language of our mails to your colleague',
    told: 'I have told this person that their name and address are given here, and they agree',
    toldMissing: 'Ask your colleague first, then say here that they agree.',
    button: 'Hand the place on',
    done: 'We have written to your colleague and to you. If the place could be handed on, it is theirs now.',
    notPossible: 'This place cannot be handed on. Nothing was changed.',
  },
  data: {
    title: 'Everything that is held about you',
    lead: 'For this registration, as things stand now.',
    download: 'Download it as a file for programs (JSON)',
    mails: 'Mails to you',
    noMails: 'No mail was written to you.',
    mail: 'Mail',
    written: 'Written',
    state: 'State',
    mailStates: {
      to_send: 'about to leave',
      sending: 'leaving',
      waiting_retry: 'will be tried again',
      sent: 'sent',
      failed: 'not delivered',
      cancelled: 'not sent',
    },
    events: 'What happened to your registration',
    at: 'When',
    what: 'What',
    by: 'By',
    became: (state: string) => `State: ${state}`,
    changed: 'Answers or place in the line changed',
    who: {
      registering: 'whoever registered you',
      self: 'through your link',
      organiser: 'the organising team',
      program: 'the program',
    },
    never: 'What is held nowhere: what you looked at, from where, and with which device.',
  },
  erase: {
    title: 'Have your data erased?',
    text: (seminar: string) =>
      `Your registration for “${seminar}” ends. Your name, address, answers, needs and consents are erased at once and cannot be brought back; this page and its link end with them. What stays is a number in the statistics: state, category, country and day.`,
    button: 'Erase my data',
    doneTitle: 'Your data is erased',
    done: 'Nothing that names you remains of this registration, except in older backups until they are deleted.',
    account:
      'This address has an account here. Your registration is left as it is; ask an administrator to have the account and everything with it erased.',
  },
  notMe: {
    title: 'You did not register?',
    lead: (seminar: string) =>
      `Somebody registered you for “${seminar}” with this address. If it was not you and you do not want it, say so here.`,
    text: 'The registration then ends and the name and the address are erased. Opening this page has changed nothing.',
    button: 'It was not me: erase it',
    doneTitle: 'Erased',
    done: 'The registration has ended, and the name and the address are erased. We will not write to you about it again.',
  },
  errors: {
    email: 'Enter the address of your colleague.',
    givenName: 'Enter the given name of your colleague.',
    familyName: 'Enter the family name of your colleague.',
    language: 'Choose the language of our mails to your colleague.',
  },
  keep: 'Keep this address to yourself: whoever has it sees this page and can act for you.',
  contact: 'To write to the organising team',
  badLink:
    'This link is not complete, is not one of ours, or no longer opens anything: what it led to was erased, or it was replaced. Open the link in our latest mail, without changing anything in it; if that one does not open either, write to the organisers of the seminar.',
}

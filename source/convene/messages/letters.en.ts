import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Attendance letters',
  lead: 'A numbered letter says, in the name of the organising team, that a person took part. Issue it to those who came: a confirmed place alone does not prove it.',
  without: 'Without a letter',
  validOnes: 'Valid letters',
  withdrawnOnes: 'Withdrawn letters',
  all: 'All',
  issueTitle: 'Issue letters',
  tooEarlyTitle: 'Not before the day of the seminar',
  tooEarly: (date: string, city: string) =>
    `Letters say that a person took part: they can be issued from ${date} on, ${city} time.`,
  cancelledTitle: 'The seminar is cancelled',
  cancelled: 'Nobody can have taken part in it: no letter can be issued.',
  noneTitle: 'No letter yet',
  none: 'Letters appear here once they are issued, with their number, and stay when they are withdrawn.',
  noMatchTitle: 'No letter matches',
  noMatch: 'No letter has such a name or organisation on it. Search for fewer words, or show all letters.',
  noneOf: {
    without: {
      title: 'Nobody is without a letter',
      text: 'Anyone with a confirmed place and no valid letter is listed here.',
    },
    valid: { title: 'No valid letter', text: 'Letters are listed here once they are issued.' },
    withdrawn: { title: 'No withdrawn letter', text: 'A letter that is withdrawn stays here, with its number.' },
  },
  choose: 'Letter for',
  person: 'Person',
  organisation: 'Organisation',
  category: 'Category',
  number: 'Number',
  issuedOn: 'Issued',
  issuedBy: 'Issued by',
  state: 'State',
  valid: 'valid',
  withdrawnOn: (date: string) => `withdrawn on ${date}`,
  program: 'the program',
  erased: 'erased person',
  search: 'Name or organisation',
  pdf: (letter: string) => `Letter ${letter} (PDF)`,
  withdraw: 'Withdraw',
  withdrawLetter: (letter: string) => `Withdraw letter ${letter}`,
  issueChosen: 'Issue the chosen letters',
  issueAll: (count: number) => plural('en', count, { one: 'Issue the # letter', other: 'Issue all # letters' }),
  mailHint: 'Each person gets a mail with a link to their letter.',
  errors: {
    none: 'Choose at least one person, or issue all letters.',
  },
  done: {
    issued: (count: number) =>
      plural('en', count, {
        one: '# letter is issued, and its mail is on its way.',
        other: '# letters are issued, and their mails are on their way.',
      }),
    already: (count: number) =>
      plural('en', count, {
        one: '# person already had a letter: it stays as it was.',
        other: '# people already had a letter: theirs stay as they were.',
      }),
    left: (count: number) =>
      plural('en', count, {
        one: '# person no longer has a confirmed place, and gets no letter.',
        other: '# people no longer have a confirmed place, and get no letter.',
      }),
    nothing: 'No letter was issued.',
    withdrawn: (letter: string) => `Letter ${letter} is withdrawn.`,
    withdrawnBefore: (letter: string) => `Letter ${letter} had already been withdrawn: nothing has changed.`,
  },
  confirm: {
    title: (letter: string) => `Withdraw letter ${letter}?`,
    text: (name: string) =>
      `The letter of ${name} will no longer be valid, and their link will no longer open it. Its number stays in the list and is not given again. Copies that were saved or printed do not disappear: tell the person.`,
    button: 'Withdraw the letter',
  },
  confirmAll: {
    title: (count: number) => plural('en', count, { one: 'Issue # letter?', other: 'Issue # letters?' }),
    everybody: 'They go to everybody who has a confirmed place and no letter.',
    bearing: (text: string) => `They go to the people without a letter whose name or organisation contains “${text}”.`,
    text: 'Each person gets a mail with a link to their letter. You can withdraw a letter later, but not the mail that has gone.',
    changed: 'Meanwhile the number of people has changed: nothing has been issued yet.',
  },
  mayNot: 'The letters of this seminar are issued by its organising team. Ask it for access.',
  badLink:
    'This link is not complete, or it is not one of ours. Open it again from the mail, without changing anything in it.',
  noLetter:
    'There is no valid letter at this address: none was issued, or it was withdrawn. The organising team can tell you more.',
  nobodyLeft: 'The name of this person was erased: the letter can no longer be made.',
  fileName: 'attendance-letter',
  paper: {
    heading: 'Attendance letter',
    number: 'Number',
    attests: 'The organising team certifies that',
    tookPart: 'took part in the seminar',
    standing: {
      elected: 'Elected member',
      staff: 'Staff of a local government or a public body',
      university: 'University, research',
      'civil-society': 'Civil society',
    },
    date: 'Date',
    hours: 'Hours',
    hoursIn: (hours: string, city: string) => `${hours}, ${city} time`,
    venue: 'Venue',
    organisation: 'Organised by',
    issued: (date: string) => `Issued on ${date} by the organisation of the seminar.`,
    check: (letter: string) => `To check this letter, ask the organising team whether number ${letter} is valid.`,
    checkWith: (letter: string, addresses: string) =>
      `To check this letter, ask the organising team whether number ${letter} is valid: ${addresses}.`,
    page: (address: string) => `The seminar: ${address}`,
    demonstration: 'Demonstration: nobody issued this letter, and it certifies nothing.',
    title: (letter: string, name: string) => `Attendance letter ${letter}: ${name}`,
  },
  mail: {
    name: 'Attendance letter',
    subject: (seminar: string) => `Your attendance letter: ${seminar}`,
    text: (seminar: string, letter: string) =>
      `The organising team has issued your attendance letter for “${seminar}”. It bears the number ${letter}.`,
    use: 'It is a PDF made to be kept: it stays readable in an archive and by a screen reader.',
    action: 'Open my letter (PDF)',
    keep: 'This link is yours: please do not pass it on. Pass on the letter itself.',
    contact: (addresses: string) => `If something in it is wrong, write to the organising team: ${addresses}.`,
  },
}

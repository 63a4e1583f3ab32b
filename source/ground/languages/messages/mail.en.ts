import { number, plural } from '../say.ts'

const count = (n: number, one: string, other: string) => plural('en', n, { one, other })

/** Texts of the mails' frame and of the pages where mails are looked after. */
export const en = {
  frame: {
    because: (host: string) =>
      `You receive this mail because your address was given on ${host}. It was sent automatically.`,
    privacy: 'What is kept about you',
    openAddress: 'If the button does not work, open this address:',
  },
  menu: 'Mails to send',
  list: {
    title: 'Mails to send',
    lead: 'What Perenne writes to people: what has left, what waits, what was refused.',
    notSent: 'This installation has no mail server (SMTP_URL is not set): no mail leaves. Read them here.',
    caption: 'Mails',
    to: 'To',
    what: 'Mail',
    state: 'State',
    written: 'Written (UTC)',
    writtenIn: (city: string) => `Written (${city} time)`,
    tries: 'Tries',
    error: 'Reason',
    allStates: 'All states',
    who: 'Name or address',
    erased: 'Person erased',
    empty: 'No mail',
    emptyText:
      'A mail is written here as soon as something concerns somebody: a registration, a sign-in, an access right.',
    nothingFound: 'No mail like this',
    nothingFoundText: 'Choose another state, or show everything.',
  },
  states: {
    to_send: 'to send',
    sending: 'leaving',
    waiting_retry: 'will be tried again',
    sent: 'sent',
    failed: 'not sent',
    cancelled: 'cancelled',
  },
  alarm: {
    title: 'Mails do not leave',
    waiting: (n: number, since: string) =>
      count(
        n,
        `One mail should have left. It has been waiting since ${since}.`,
        `${number('en', n)} mails should have left. The oldest has been waiting since ${since}.`,
      ),
    failed: (n: number) =>
      count(
        n,
        'One mail was not sent and will not be tried again by itself.',
        `${number('en', n)} mails were not sent and will not be tried again by themselves.`,
      ),
    advice: 'The reason stands beside each mail. Once it is put right, try again or cancel.',
  },
  one: {
    kicker: 'Mail to send',
    to: 'To',
    from: 'From',
    language: 'Language',
    written: 'Written',
    due: 'Leaves from',
    nextTry: 'Next try',
    sent: 'Sent',
    tries: 'Tries',
    reason: 'Reason',
    identifier: 'Message number',
    attachments: 'Attached',
    words: 'What it says',
    html: 'Open as the recipient sees it',
    wordless: 'There is nothing left to say',
    wordlessText: 'What this mail was about is gone, or is not open to you.',
    broken: 'This mail could not be put together',
    brokenText: 'The fault has been noted. The mail is tried again later.',
    utc: (moment: string) => `${moment} UTC`,
  },
  actions: {
    retry: 'Try now',
    cancel: 'Cancel this mail',
    again: 'Send again',
    retried: 'The mail is tried again.',
    cancelled: 'The mail is cancelled. It will not leave.',
    sentAgain: 'A new mail with the same content is to be sent.',
    tooLate: 'The state of this mail has changed meanwhile. Look at it before you try again.',
    erased: 'The recipient’s data were erased: nothing can be sent to them any more.',
  },
  reasons: {
    'no-answer': 'The mail server did not answer in time.',
    unreachable: 'The mail server cannot be reached.',
    'sign-in-refused': 'The mail server refused our sign-in. The address in SMTP_URL has to be checked.',
    'refused-for-now': 'The mail server refused it for now.',
    'refused-for-good': 'The mail server refused it for good.',
    interrupted: 'The sending was interrupted. The mail may have left.',
    'recipient-erased': 'The recipient’s data were erased.',
    'nothing-to-say': 'What this mail was about is gone.',
    'no-template': 'This program does not know this kind of mail.',
    'not-put-together': 'The mail could not be put together.',
    'by-hand': 'Cancelled by hand.',
    other: 'Sending failed.',
  },
}

import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Write down from a mail',
  lead: 'Save the mail in your mail program as an .eml file and choose it here, or drop it on the field. It fills in the form of an entry, which you look through: until you save, nothing is in the journal.',
  file: 'The mail (.eml)',
  button: 'Go on',
  noSubject: 'Mail without a subject',
  known: 'This mail was written down already: here is its entry.',
  waits: 'This mail was brought in already and waits to be written down: here it is.',
  written: 'The mail is in the journal.',
  gone: 'This mail is no longer waiting: meanwhile somebody wrote it down or discarded it. What you typed is still here. Look into the journal first; if you save, it is written down without what was attached.',
  kept: (count: number) =>
    plural('en', count, {
      one: 'One attachment is kept as a document.',
      other: '# attachments are kept as documents.',
    }),
  notKept: (count: number) =>
    plural('en', count, {
      one: 'One attachment could not be kept.',
      other: '# attachments could not be kept.',
    }),
  waiting: {
    title: (count: number) =>
      plural('en', count, {
        one: 'One mail waits to be written down',
        other: '# mails wait to be written down',
      }),
    by: (name: string) => `brought in by ${name}`,
    keptBy: (name: string) => `last worked on by ${name}`,
    attached: (count: number) => plural('en', count, { one: '# attachment', other: '# attachments' }),
    until: (day: string) => `waits until ${day}`,
    goOn: 'Continue',
  },
  draft: {
    title: 'Write down a mail',
    lead: 'Filled in from the mail, as far as it tells. Correct it and choose what to keep; nothing is in the journal until you save.',
    asItCame: 'The mail as it came',
    from: 'From',
    to: 'To',
    subject: 'Subject',
    strangers: 'These addresses come without a name and belong to nobody known here. They are not kept with the entry:',
    moreAddresses: (count: number) => plural('en', count, { one: 'and # more', other: 'and # more' }),
    addPeople: 'Add to the contacts',
    addPeopleHint:
      'Whoever is ticked becomes a contact of this memory, seen internally only, and takes part in this entry. The other addresses are not kept with it.',
    addContact: 'Add the person (the mail waits here)',
    cut: 'Without the messages that it answers and without the signature: all of it is above, in “The mail as it came”.',
    until: (day: string) =>
      `If you leave, the mail waits in the journal until ${day} for those who keep this memory, then it is removed.`,
    keptDone: 'What you changed is kept with the mail, for you and your colleagues.',
    asLeft: (name: string) => `As ${name} left it.`,
    stale: (name: string) =>
      `${name} changed this form meanwhile and kept it. What you typed is below: if you save or keep it, it replaces theirs.`,
    somebody: 'Somebody',
    staleLook: 'See theirs in a new tab',
    whoIsIt: (who: string) => `${who}: is it somebody known here?`,
    whoSame: (who: string) => `It is ${who}`,
    whoGets: 'No address is known here yet: this one is added to the contact.',
    whoKeeps: (address: string) => `The contact keeps the address ${address}.`,
    whoNew: 'It is somebody else: add to the contacts',
    whoNobody: 'Do not add',
    whoAsk: 'Somebody of this name is known here: say whether it is the same person.',
    save: 'Write down',
    later: 'Keep for later',
    drop: 'Discard',
  },
  attached: {
    label: 'Keep as documents',
    named: (name: string, size: string) => `${name} (${size})`,
    nameless: 'Attachment without a name',
    categories: 'Their categories',
    categoryOf: (name: string) => `Category of ${name}`,
    refused: 'Not accepted, and not kept:',
    more: (count: number) => plural('en', count, { one: '# more attachment', other: '# more attachments' }),
  },
  drop: {
    title: (subject: string) => `Discard “${subject}”?`,
    text: 'The mail and what is attached leave the waiting list for good. Nothing of it was in the journal.',
    done: 'The mail was discarded.',
  },
  log: {
    forgotten: (count: number) =>
      plural('en', count, {
        one: 'Removed a mail that nobody wrote down in time',
        other: 'Removed # mails that nobody wrote down in time',
      }),
    erased: (count: number) =>
      plural('en', count, {
        one: 'Removed a waiting mail that named an erased address',
        other: 'Removed # waiting mails that named an erased address',
      }),
  },
  errors: {
    missing: 'Choose the file of a mail.',
    tooLarge: (most: string) =>
      `This mail is larger than ${most}. Write it down by hand, and add what was attached as documents.`,
    tooMany: (most: number) =>
      `${most} mails wait already. Write some of them down or discard them, in the journal, then bring this one.`,
    damaged: 'This is not a mail that can be read. In your mail program, save the message itself as an .eml file.',
    tooMuch: 'Reading this mail takes more memory or time than is given to one. Write it down by hand.',
  },
}

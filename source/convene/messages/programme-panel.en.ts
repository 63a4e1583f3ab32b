import { plural } from '#ground/languages/say.ts'

const people = (count: number) => plural('en', count, { one: '# person', other: '# people' })

/** The office page of the panels: every seat, who was asked, who answered, and asking them. */
export const en = {
  title: 'Panels and invitations',
  lead: 'Who sits on a panel, moderates or speaks: whom you have invited, and what they have answered.',
  doorText: 'Invite people to the panels, see their answers and what they say of themselves.',
  mayNot: 'Only those who may change this seminar see this page.',
  mayNotWrite: 'To write to people of this seminar, somebody needs the right to look after them.',
  figures: {
    confirmed: 'Confirmed seats',
    invited: 'Without an answer',
    declined: 'Declined',
    open: 'Not invited yet',
    declinedExplain: 'Give these seats to somebody else, or leave them.',
  },
  card: (confirmed: number, invited: number, declined: number) =>
    `Panels: ${plural('en', confirmed, { one: '# seat confirmed', other: '# seats confirmed' })}, ${plural('en', invited, { one: '# without an answer', other: '# without an answer' })}, ${plural('en', declined, { one: '# declined', other: '# declined' })}`,
  noneTitle: 'No person is named on the programme yet',
  none: 'Add people, then give them a seat, a moderation or a talk in a slot.',
  toPeople: 'Go to the people',
  toProgramme: 'Go to the slots',
  columns: {
    seat: 'Seat',
    organisation: 'Organisation',
    person: 'Person',
    state: 'Answer',
    invited: 'Invited',
    answered: 'Answered',
    mail: 'Last mail',
    does: 'On the programme',
  },
  openSeats: (count: number) => plural('en', count, { one: '# open seat', other: '# open seats' }),
  nobody: 'nobody yet',
  seatsOf: (slot: string) => `Seats: ${slot}`,
  changeSeats: 'Change these seats',
  states: { open: 'not invited yet', invited: 'no answer yet', confirmed: 'confirmed', declined: 'declined' },
  stillOn: 'declined a seat, and still moderates or speaks',
  others: 'Moderation and talks',
  othersLead: 'The mail asks them whether they will be there, and who they are.',
  cannot: {
    title: (count: number) =>
      `${plural('en', count, { one: '# moderation or talk was', other: '# moderations or talks were' })} declined`,
    text: 'Whoever declines is left out of what you release. The version that everybody sees may name them until your next release.',
  },
  roles: { moderator: (slot: string) => `moderates “${slot}”`, speaker: (slot: string) => `speaks in “${slot}”` },
  mail: {
    never: 'none',
    on: (moment: string) => `on ${moment}`,
    times: (count: number) => plural('en', count, { one: '# mail', other: '# mails' }),
  },
  waiting: {
    title: 'Words that wait for a translation',
    lead: (language: string) =>
      `Written by people themselves in another language. They are part of the programme once the text exists in ${language}.`,
    fields: { role: 'Post', about: 'About' },
    write: 'Write the translation',
  },
  unreachable: {
    title: (count: number) => `${people(count)} cannot be written to`,
    text: 'There is no mail address. Add it, then invite them.',
  },
  invite: {
    title: 'Invite people',
    choose: 'Whom do you invite?',
    look: 'Look at the mail',
    none: 'Everybody on the programme has been invited.',
  },
  remind: {
    title: 'Remind',
    choose: 'Whom do you remind?',
    look: 'Look at the reminder',
    last: (moment: string) => `last mail on ${moment}`,
    noMail: 'invited without a mail from here',
    laterTitle: (count: number) => `${people(count)} cannot be reminded now`,
    pause: (days: number, most: number) =>
      `Between two mails to the same person there are ${plural('en', days, { one: '# day', other: '# days' })}, and nobody gets more than ${plural('en', most, { one: '# reminder', other: '# reminders' })}.`,
    from: (name: string, moment: string) => `${name}: again from ${moment}`,
    never: (name: string) => `${name}: has had all reminders`,
  },
  errors: { people: 'Choose at least one person.', note: 'Write at most 1,000 characters.' },
  lookTitle: { invite: 'The invitation', remind: 'The reminder' },
  lookLead: (count: number) => `It goes to ${people(count)}, one mail each, in their language. Nothing has left yet.`,
  note: (language: string) => `A sentence of yours (${language})`,
  noteHint: 'Stands in the mail as what the team writes',
  preview: (language: string, count: number, name: string) =>
    `In ${language}, to ${people(count)}; here as ${name} gets it`,
  again: 'Show it with my sentence',
  send: (count: number) => `Send to ${people(count)}`,
  goBack: 'Choose others',
  sent: (count: number) =>
    plural('en', count, {
      one: 'The mail to # person is on its way.',
      other: 'The mails to # people are on their way.',
    }),
  left: (count: number) =>
    plural('en', count, {
      one: '# person was left out: written to or answered meanwhile, or without an address.',
      other: '# people were left out: written to or answered meanwhile, or without an address.',
    }),
  nobodyLeft: 'Nobody was written to: all of them were written to a short while ago or have answered meanwhile.',
  closed: {
    begun: 'The seminar has begun: nobody can be invited any more.',
    cancelled: 'The seminar is cancelled: nobody can be invited.',
    postponed: 'The seminar has no new day yet: nobody can be invited until it has one.',
  },
  log: {
    slot_person: 'Moderation or talk',
    slot_seat: 'Panel seat',
    programme_person: 'Person on the programme',
    state: 'Answer',
    named: 'Name shown to everybody',
    invited: (count: string) => `Asked for the programme by mail: ${count}`,
    reminded: (count: string) => `Reminded of the programme by mail: ${count}`,
  },
}

import { plural } from '#ground/languages/say.ts'

/** Invitations sent by mail: the page, the list of who was invited, the mail, and the page by its link. */
export const en = {
  link: 'Send this invitation by mail',
  title: 'Send the invitation',
  lead: (label: string) => `“${label}”: a mail to each address, with the link that opens the form with the code in it.`,
  addresses: 'Addresses',
  addressesHint:
    'One in each line: Ana Prado <ana@example.org>, or the address alone. The language of the mail may follow: es',
  file: 'Or a spreadsheet with the addresses',
  fileHint: 'XLSX or CSV; its addresses come into the field above, to be checked',
  fileLimit: '10 MB',
  fileNone: 'We found no column with mail addresses in this file.',
  fileRead: (count: number) =>
    plural('en', count, {
      one: '# address was read from the file. Check it, then go on.',
      other: '# addresses were read from the file. Check them, then go on.',
    }),
  language: 'Language of the mail, where none is said',
  again: 'Those who already got it',
  againChoice: 'Send it to them once more',
  look: 'Check the addresses',
  errors: {
    none: 'Write at least one address.',
    language: 'Choose a language.',
  },
  ready: (count: number) =>
    plural('en', count, { one: 'The mail goes to # address', other: 'The mail goes to # addresses' }),
  readyAlready: (count: number) =>
    plural('en', count, {
      one: '# person already got this invitation, and gets no mail.',
      other: '# people already got this invitation, and get no mail.',
    }),
  readyNobody: 'All of them already got this invitation. Tick the box to send it to them once more.',
  to: 'To',
  preview: 'The mail',
  send: (count: number) => plural('en', count, { one: 'Send # invitation', other: 'Send # invitations' }),
  change: 'Change the addresses',
  sent: (count: number, already: number) =>
    `${plural('en', count, { one: '# invitation is on its way', other: '# invitations are on their way' })}${already === 0 ? '.' : plural('en', already, { one: '; # person already had it and gets no mail.', other: '; # people already had it and get no mail.' })}`,
  notNow: {
    'not-announced': 'The seminar is still a draft: the link would lead nowhere. Announce it first.',
    over: 'The seminar is over.',
    cancelled: 'The seminar is cancelled.',
    postponed: 'The seminar has no sure day: nobody can be invited until it has one.',
    closed: 'Registration is closed: the link would lead to a closed form.',
    ended: 'This invitation lets nobody in any more.',
    'used-up': 'All places of this invitation are taken.',
  },
  list: {
    caption: 'Who was invited',
    person: 'Person',
    sent: 'Sent',
    mail: 'Mail',
    used: 'What became of it',
    notUsed: 'not registered',
    otherwise: (state: string) => `registered without it: ${state}`,
    bounced: 'came back',
    erased: 'data erased',
    erase: 'Erase',
    eraseThis: (who: string) => `Erase the name and address of ${who}`,
    erasing: (who: string) => `Erase the name and address of ${who}?`,
    erasingText: 'The mail stays counted, without anybody in it. A mail that has not left does not leave any more.',
    eraseButton: 'Erase them',
    erasedDone: 'The name and the address are erased.',
    more: 'This person is registered here or signs in here: there is more to erase, on the page of their registration.',
    noneTitle: 'Nobody has been invited by mail yet',
    none: 'Whoever you invite appears here, with whether the mail arrived and whether they registered.',
  },
  mail: {
    name: 'Invitation',
    subject: (seminar: string) => `You are invited: ${seminar}`,
    hello: (name: string) => (name === '' ? 'Good day,' : `Good day ${name},`),
    invited: (seminar: string) => `The organising team invites you to “${seminar}”.`,
    when: (day: string, hours: string, city: string) => `Date: ${day}, ${hours} (${city} time).`,
    where: (venue: string) => `Venue: ${venue}`,
    places: (left: number) =>
      plural('en', left, {
        one: 'One place is left for this invitation.',
        other: '# places are left for this invitation.',
      }),
    kept: (moment: string, city: string) => `They are kept until ${moment}, ${city} time.`,
    until: (moment: string, city: string) => `You can register with it until ${moment}, ${city} time.`,
    opens: (moment: string, city: string) => `Registration opens on ${moment}, ${city} time.`,
    code: (code: string) => `The code of the invitation: ${code}`,
    action: 'Register',
    forget: (address: string) => `We have your address from the organising team. To have it erased: ${address}`,
    contact: (addresses: string) => `Questions: ${addresses}`,
  },
  own: {
    title: 'Have my address erased',
    lead: (seminar: string) =>
      `You were invited to “${seminar}”. Your name and address are kept for this invitation alone.`,
    text: 'We erase them at once, and write to you no more about it.',
    button: 'Erase my name and address',
    doneTitle: 'Erased',
    done: 'Your name and address are no longer here.',
    more: 'You are also registered here: on your own page you can have everything erased.',
  },
}

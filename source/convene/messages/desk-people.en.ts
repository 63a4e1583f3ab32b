import { number, plural } from '#ground/languages/say.ts'

const people = (count: number, one: string, other: string) => plural('en', count, { one, other })

/** The organisers' pages about people who registered. */
export const en = {
  figures: {
    toExamine: 'To examine',
    toExamineNow: (count: number) =>
      people(
        count,
        '# registration is waiting for your answer and has no place until then.',
        '# registrations are waiting for your answer and have no place until then.',
      ),
    offered: 'Offered',
    offeredNow: (count: number) =>
      people(
        count,
        '# place is offered and held until the person says yes or the offer ends.',
        '# places are offered and held until the people say yes or the offers end.',
      ),
    taken: 'Places taken',
    waitingExplain: 'By priority, then in the order in which they came',
    freeExplain: (capacity: number, taken: number, held: number) =>
      held === 0
        ? `Capacity ${number('en', capacity)}, less ${number('en', taken)} taken`
        : `Capacity ${number('en', capacity)}, less ${number('en', taken)} taken and ${number('en', held)} kept for invitations`,
    notReached: (count: number) =>
      people(count, 'Our last mail did not reach # person.', 'Our last mail did not reach # people.'),
  },
  doors: {
    parts: { page: 'The seminar', people: 'People', mails: 'Mails', team: 'Colleagues' },
    line: 'Waiting list',
    lineText: 'Who is waiting, why, and who went ahead of them.',
    places: 'Places and invitations',
    placesText: 'Quotas, how places are given, codes for partners.',
    organisations: 'Organisations',
    organisationsText: 'Names as they were typed, to approve or to merge.',
    letters: 'Attendance letters',
    lettersText: 'Issue, number, withdraw.',
    retention: 'Data kept',
    retentionText: 'What is erased when, and what has been erased.',
  },
  list: {
    mail: 'Mail',
    undelivered: 'mail not delivered',
    oneOrganisation: 'one organisation',
    choose: (name: string) => `Choose ${name}`,
  },
  chosen: {
    title: 'With the people you ticked',
    hint: 'Tick people in the list; only the boxes on this page count.',
    approve: 'Approve',
    refuse: 'Refuse',
    cancel: 'Cancel the registration',
    nobody: 'Tick someone in the list first.',
  },
  ending: {
    refuseTitle: (count: number) => people(count, 'Refuse # registration?', 'Refuse # registrations?'),
    refuseText:
      'Whoever has a place loses it, and it goes to the first in line who can take it. A mail tells each person, with your reason.',
    cancelTitle: (count: number) => people(count, 'Cancel # registration?', 'Cancel # registrations?'),
    cancelText:
      'Whoever has a place gives it back, and it goes to the first in line who can take it. A mail tells each person.',
    reason: 'Reason',
    reasonHint: 'Goes into the mail exactly as you write it, in the language you write it in',
    refuseButton: (count: number) => people(count, 'Refuse # registration', 'Refuse # registrations'),
    cancelButton: (count: number) => people(count, 'Cancel # registration', 'Cancel # registrations'),
    leave: 'Change nothing',
    errors: {
      reasonMissing: 'Write why: whoever is refused reads it in the mail.',
      reasonTooLong: 'A reason may have 1,000 characters at most.',
    },
  },
  done: {
    approved: (count: number) => people(count, '# person has a place.', '# people have a place.'),
    approvedWaiting: (count: number) =>
      people(
        count,
        '# person is on the waiting list: a quota that counts them is full.',
        '# people are on the waiting list: a quota that counts them is full.',
      ),
    notRequested: (count: number) =>
      people(
        count,
        '# registration did not need examining, and stays as it was.',
        '# registrations did not need examining, and stay as they were.',
      ),
    tooLate: (count: number) =>
      people(
        count,
        '# registration could not be approved: no more places are given. You can still refuse it, with a word of explanation.',
        '# registrations could not be approved: no more places are given. You can still refuse them, with a word of explanation.',
      ),
    gone: (count: number) => people(count, '# registration no longer exists.', '# registrations no longer exist.'),
    refused: (count: number) => people(count, '# registration is refused.', '# registrations are refused.'),
    cancelled: (count: number) => people(count, '# registration is cancelled.', '# registrations are cancelled.'),
    ended: (count: number) =>
      people(
        count,
        '# registration had already ended, and stays as it was.',
        '# registrations had already ended, and stay as they were.',
      ),
  },
  priority: {
    label: 'Priority',
    hint: 'From −100 to 100; 0 for most. Higher comes first',
    save: 'Set the priority',
    set: 'The priority is set.',
    notWaiting: 'Someone who is no longer waiting has no priority: nothing was changed for them.',
    error: 'Enter a whole number from −100 to 100.',
    errorOf: (name: string) => `${name}: enter a whole number from −100 to 100.`,
    stale: (theirs: string, yours: string) =>
      `Someone has meanwhile set the priority to ${theirs}; you typed ${yours}. Save again to keep yours.`,
    staleOf: (name: string, theirs: string, yours: string) =>
      `${name}: someone has meanwhile set the priority to ${theirs}; you typed ${yours}. Save again to keep yours.`,
  },
  one: {
    since: (moment: string) => `since ${moment}`,
    rank: (rank: number) => `Rank ${number('en', rank)} on the waiting list`,
    offeredUntil: (moment: string) => `The place is held until ${moment}.`,
    reason: 'Reason given:',
    ended: 'This registration has ended. The person may register again.',
    undeliveredTitle: 'Our last mail did not arrive',
    undelivered: (address: string) => `The address may be wrong: ${address}`,
    whyWaiting: 'Why there is no place yet',
    address: 'Address',
    sameOrganisation: 'Everyone from this organisation',
    territory: 'Territory',
    role: 'Role',
    language: 'Language of our mails',
    languages: 'Understands',
    invitation: 'Invitation',
    usesReserved: 'Has one of the places kept for it',
    registeredOn: 'Registered',
    origins: { form: 'by the form', api: 'by another program', desk: 'at the desk', import: 'imported' },
    priority: 'Priority',
    erased: 'This person’s data has been erased. Only what the statistics count remains.',
    answers: 'Answers to your questions',
    needs: 'Needs',
    needsText: 'Seen by those who look after people in this seminar, and erased afterwards.',
    consents: 'Consents, in the words that were shown',
    agreed: 'agreed',
    notAgreed: 'not agreed',
    saidBySelf: (moment: string) => `stated by the person, ${moment}`,
    saidByDelegate: (moment: string) => `stated for them by whoever registered them, ${moment}`,
    connected: 'Registered together or handed on',
    how: {
      to: 'The place was handed on to',
      from: 'The place came from',
      delegation: 'From the same delegation:',
    },
    mails: 'Mails to this person',
    mail: 'Mail',
    written: 'When',
    noMails: 'No mail yet',
    noMailsText: 'A mail is written when something happens to the registration.',
  },
  events: {
    title: 'What happened to the place',
    at: 'When',
    what: 'What',
    by: 'By whom',
    registered: (state: string) => `Registered: ${state}`,
    became: (from: string, to: string) => `From “${from}” to “${to}”`,
    changed: (what: string, from: string, to: string) => `${what}: from “${from}” to “${to}”`,
    person: 'Name or address changed',
    organisation: 'Organisation changed',
    invitation: 'Invitation changed',
    unknown: 'unknown',
    noTerritory: 'none',
    self: 'the person, by their own link',
    team: 'someone on the organising team',
    onRegistering: 'on registering',
    program: 'the rules of the places',
    none: 'Nothing yet',
    noneText: 'What happens to the place is written here.',
  },
}

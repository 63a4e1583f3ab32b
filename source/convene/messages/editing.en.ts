import { number, plural } from '#ground/languages/say.ts'

const n = (value: number) => number('en', value)
const texts = (count: number) => plural('en', count, { one: '# text', other: '# texts' })

/** The organisers' pages on which a seminar is edited: its parts, their lists, what is missing. */
export const en = {
  title: 'Edit the seminar',
  lead: 'Each part has a page of its own. What you save shows at once to whoever may see the seminar.',
  door: 'Edit the seminar',
  doorText: 'Its texts, day, venue, questions, consents, organisations',
  mayNot: 'Your access right does not let you edit this seminar.',
  save: 'Save',
  saved: 'Saved.',
  nothingChanged: 'Nothing was different: nothing has changed.',
  back: 'All parts',
  parts: {
    texts: 'Texts of the page',
    'when-and-where': 'When and where',
    languages: 'Languages',
    registration: 'Registration',
    questions: 'Questions of the form',
    consents: 'Consents',
    organisations: 'Organisations',
    contacts: 'Contact addresses',
    rooms: 'Rooms',
    people: 'People on the programme',
    days: 'Days',
    programme: 'Programme',
    places: 'Places and quotas',
    words: 'Words of the mails',
  },
  leads: {
    texts: 'The original comes first, its translations beside it. A changed original leaves them to be read again.',
    'when-and-where': 'The day, its hours, and how to get there.',
    languages: 'The languages of the page and its form, and those spoken in the room.',
    registration: 'From when to when, for whom, and how long answers are kept.',
    questions: 'What the form asks besides name, address, category and organisation. Answers that are there stay.',
    consents: 'What people agree to when they register. The words that somebody agreed to never change.',
    organisations: 'Who organises, takes part and supports. The network’s seminars share these organisations.',
    contacts: 'Where to write about the seminar: a team or a function, not a person.',
    rooms: 'The rooms in which things happen at the same time. A slot without a room is for everybody.',
    people:
      'Who moderates, speaks or sits on a panel. Their names and addresses are seen here by whoever may edit the seminar.',
  },
  overview: {
    part: 'Part',
    holds: 'What it says',
    complete: 'complete',
    missing: (count: number) => plural('en', count, { one: '# missing', other: '# missing' }),
    stale: (count: number) => plural('en', count, { one: '# to read again', other: '# to read again' }),
    missingIn: (languages: string) => `missing: ${languages}`,
    staleIn: (languages: string) => `to read again: ${languages}`,
    nothingYet: 'nothing yet',
    filled: (filled: number, all: number) => `${n(filled)} of ${texts(all)}`,
    until: (moment: string) => `until ${moment}`,
    andMore: (names: string, count: number) =>
      plural('en', count, { one: `${names} · # more`, other: `${names} · # more` }),
    capacity: (count: number) => plural('en', count, { one: '# place', other: '# places' }),
    slots: (count: number) => plural('en', count, { one: '# slot', other: '# slots' }),
    elsewhere: 'on a page of its own',
    more: 'More',
    preview: 'Preview',
    previewText: 'The page and the form as people will see them',
    copy: 'Make a copy',
    copyText: 'A new seminar that begins with what this one says',
    file: 'The seminar as a file',
    fileText: 'YAML: to keep, to compare, to change and import again',
  },
  programme: {
    file: 'Take the file',
    importFile: 'Import a file',
    empty: 'No slot yet',
    emptyText: 'The page of the seminar then shows no programme.',
  },
  notes: {
    movingTitle: 'This seminar is announced',
    moving:
      'A new day saved here is told by mail to everyone concerned; hours and venue show at once, without a mail. To give a reason, or to postpone without a new day:',
    life: 'Life of the seminar',
    compare: 'Read translations beside the original as it was and as it is',
    places: (capacity: number) =>
      plural('en', capacity, { one: 'Places and quotas: # place', other: 'Places and quotas: # places' }),
    retention: 'What is erased when',
  },
  field: {
    source: 'Original',
    missing: (language: string) => `Missing: shown in the source language, ${language}, and the page says so`,
    stale: 'To be read again: the original has changed since',
    draft: 'Draft',
    machine: 'Machine translation, not yet read by anybody',
    reviewed: 'Reviewed',
    time: (label: string) => `${label}: time`,
    timeOrMidnight: (city: string) =>
      `24-hour clock, such as 10:00; ${city} time. Empty: midnight, when the day begins`,
    timeOrEnd: (city: string) => `24-hour clock, such as 18:00; ${city} time. Empty: the end of the day, 23:59:59`,
    addLine: 'Add a line',
    line: (label: string, position: number) => `${label}, line ${n(position)}`,
    yes: 'Yes',
    no: 'No',
  },
  stale: {
    gone: 'Somebody removed this meanwhile. What you typed is below: saving it adds it again.',
    order: 'Somebody changed this list meanwhile. Here it is as it stands now.',
    changed: 'Somebody changed it meanwhile. Here it is as it stands now; nothing was removed.',
  },
  dropping: {
    label: 'Texts in these languages',
    hint: (count: number, languages: string) =>
      plural('en', count, {
        one: `# text exists in ${languages}. It is removed if you tick this; the history keeps it.`,
        other: `# texts exist in ${languages}. They are removed if you tick this; the history keeps them.`,
      }),
    choice: 'Remove them',
  },
  list: {
    add: {
      questions: 'Add a question',
      consents: 'Add a consent',
      organisations: 'Add an organisation',
      contacts: 'Add a contact address',
      rooms: 'Add a room',
      people: 'Add a person',
    },
    newTitle: {
      questions: 'New question',
      consents: 'New consent',
      organisations: 'New organisation',
      contacts: 'New contact address',
      rooms: 'New room',
      people: 'New person',
    },
    editTitle: {
      questions: 'Change the question',
      consents: 'Change the consent',
      organisations: 'Change the organisation',
      contacts: 'Change the contact address',
      rooms: 'Change the room',
      people: 'Change the person',
    },
    empty: {
      questions: 'No question of your own yet',
      consents: 'No consent yet',
      organisations: 'No organisation yet',
      contacts: 'No contact address yet',
      rooms: 'No room yet',
      people: 'Nobody yet',
    },
    emptyText: {
      questions: 'The form asks for name, address, category and organisation only.',
      consents: 'People must be told what happens to their data before they give them.',
      organisations: 'The page then does not say who organises the seminar.',
      contacts: 'People then have no address to write to.',
      rooms: 'Every slot is then for everybody, at the venue.',
      people: 'Slots then name organisations only.',
    },
    columns: {
      order: 'Order',
      label: 'Words',
      kind: 'Kind',
      required: 'Required',
      asked: 'Asked',
      roles: 'Roles',
      way: 'Address',
      languages: 'Languages',
    },
    up: (what: string) => `Move up: ${what}`,
    down: (what: string) => `Move down: ${what}`,
    upShort: 'Up',
    downShort: 'Down',
    moved: 'Moved.',
    cannotMove: 'A question that depends on the answer to another one stands below it. The order has not changed.',
    always: 'always',
    ofCategories: (categories: string) => `of: ${categories}`,
    afterAnswers: (question: string, answers: string) => `after “${question}”: ${answers}`,
    remove: 'Remove',
    removed: 'Removed.',
    removeTitle: (what: string) => `Remove “${what}”?`,
    removeText: {
      questions: 'The form no longer asks it.',
      consents: 'The form no longer asks for it.',
      organisations: 'It is no longer named in this seminar. The network keeps it for its other seminars.',
      contacts: 'The page and the mails no longer show it.',
      rooms: 'The room goes from the draft. Versions of the programme that were released keep it.',
      people:
        'They go from the draft, and their name, their address and the lines about them are erased. Versions that were released no longer show their name; the post and the lines that stood in them stay there. They are not told by this.',
    },
    answered: (count: number) =>
      plural('en', count, {
        one: '# answer is there. It stays with the words that were answered, in the lists and the files you take out.',
        other:
          '# answers are there. They stay with the words that were answered, in the lists and the files you take out.',
      }),
    agreed: (count: number) =>
      plural('en', count, {
        one: '# person answered it. The answer stays, with the exact words that were read.',
        other: '# people answered it. Their answers stay, with the exact words that were read.',
      }),
    inUse: 'It cannot be removed yet: a question, a contact address or the programme refers to it.',
    newVersion: {
      questions: (count: number) =>
        plural('en', count, {
          one: '# answer is there. Another wording, kind or choice makes a new version beside it: people are asked the new one, and the answer stays with the old one. Hint, order, condition and “required” change in place.',
          other:
            '# answers are there. Another wording, kind or choice makes a new version beside them: people are asked the new one, and the answers stay with the old one. Hint, order, condition and “required” change in place.',
        }),
      consents: (count: number) =>
        plural('en', count, {
          one: '# person answered these words. Another wording, or another answer to “required”, makes a new version: it is asked from now on, and the consent that was given stays with the words that were read. A language that was missing can be added.',
          other:
            '# people answered these words. Another wording, or another answer to “required”, makes a new version: it is asked from now on, and the consents that were given stay with the words that were read. A language that was missing can be added.',
        }),
    },
    perhapsSettled:
      'You may not see the registrations. If somebody has already answered or agreed, another wording makes a new version and theirs stays.',
    known: 'One that the network knows',
    knownHint: 'Its name and kind are then taken from there, whatever stands below; choose its roles',
    perhapsThere:
      'You may not see the registrations. If somebody has already answered, the answer stays with the words that were read.',
    ofNetwork:
      'Nothing was saved: organisations belong to the network, and your access right covers this seminar only. You can choose one that the network knows and set its roles; for another one, ask whoever organises the network.',
    shared: 'Other seminars of the network that name this organisation show what you change here.',
  },
  question: {
    options: 'Choices',
    optionsHint: 'For “one choice” and “several choices”: at least one. A choice left empty is removed.',
    option: (position: number) => `Choice ${n(position)}`,
    addOption: 'Add a choice',
    optionOrder: 'Choices and their order',
    optionUp: (position: number) => `Move choice ${n(position)} up`,
    asked: 'Asked',
    askedAlways: 'Of everybody',
    askedCategory: 'Of some categories only',
    askedAnswer: 'After some answers to an earlier question',
    categories: 'Categories',
    answers: 'Answers after which it is asked',
    answersHint: 'Of one question only',
    answer: (question: string, option: string) => `${question}: ${option}`,
    noEarlier: 'No question with choices stands above this one.',
    oneQuestion: 'Tick answers of one question only.',
    someCategory: 'Tick at least one category.',
    someAnswer: 'Tick at least one answer.',
  },
  checklist: {
    title: 'Before it is announced',
    openTitle: 'What is still missing',
    ready: 'Nothing is missing: the seminar can be announced.',
    complete: 'Nothing is missing.',
    missing: 'missing',
    advised: 'advised',
    done: 'done',
    items: {
      day: 'The day lies in the future',
      capacity: 'Number of places',
      closes: 'A deadline that has not passed',
      organiser: 'Who organises it',
      contact: 'A contact address',
      consent: 'A required consent about personal data',
      presentation: 'A presentation',
      programme: 'A programme',
      translations: (missing: number, stale: number) =>
        missing === 0
          ? `Translations: ${texts(stale)} to read again`
          : stale === 0
            ? `Translations: ${texts(missing)} missing`
            : `Translations: ${texts(missing)} missing, ${n(stale)} to read again`,
      translated: 'Translations',
    },
    preview: 'Preview and announce',
    state: 'State',
    what: 'What',
  },
}

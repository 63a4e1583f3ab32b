import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Languages of the programme',
  lead: 'How far the draft has got in each language, and in which languages the released version can be read.',
  table: 'Languages of the programme',
  draftEmpty: 'The draft has nothing to translate yet.',
  published: 'Released version',
  act: 'What to do',
  notReleased: 'Nothing is released yet',
  notPublished: 'Not published in this language',
  since: (moment: string) => `Since ${moment}.`,
  canBeAdded: (count: number) =>
    plural('en', count, {
      one: '# text translated since can be published.',
      other: '# texts translated since can be published.',
    }),
  later: (count: number) =>
    plural('en', count, {
      one: '# text translated since comes with the next release.',
      other: '# texts translated since come with the next release.',
    }),
  isSource: 'Original',
  translate: 'Translate',
  publish: 'Publish in this language',
  onceExplained:
    'Once a version is released, each language can be added to it only once. What is translated later comes with the next version.',
  toRelease: 'Programme and its versions',
  toLanguages: 'Languages of the seminar',
  mayNotTranslate: 'Only people who translate this seminar or may edit it see the texts of its draft.',
  mayNotPublish: 'Only people who may edit this seminar publish its programme.',

  translateTitle: (language: string) => `Programme: translation into ${language}`,
  translateLead: 'The draft, in the order of the day: the original first, its translation beside it.',
  filter: 'Which texts',
  showAll: (count: number) => `All (${count})`,
  showToDo: (count: number) => `Missing or out of date (${count})`,
  toTable: 'All languages',
  noTexts: 'Nothing to translate',
  nothingToDo: 'Nothing is missing or out of date',
  nothingToDoNext: 'The draft is complete in this language.',
  groups: { programme: 'The programme as a whole', rooms: 'Rooms', people: 'People' },
  kinds: {
    name: 'Name of the programme',
    title: 'Title',
    theme: 'Theme',
    method: 'Method',
    document: 'Document',
    room: 'Room',
    role: 'Post',
    about: 'A few lines',
  },
  person: (number: number) => `Person ${number}`,
  changedSince: 'The original has changed since. It was:',
  theirs: 'What somebody else has saved meanwhile',
  readOver: (label: string) => `${label}: I have read it over, it is good`,
  stillFits: (label: string) => `${label}: I have read it over, it fits the original as it is now`,
  saveHint:
    'The words you have written or changed are saved, and no others. Each is a draft, or reviewed, as you choose.',
  saveDraft: 'Save as drafts',
  saveReviewed: 'Save as reviewed',
  saved: (count: number) =>
    count === 0
      ? 'Nothing was changed, so nothing was saved.'
      : plural('en', count, { one: '# text is saved.', other: '# texts are saved.' }),
  savedSome: (count: number) =>
    plural('en', count, {
      one: '# text is saved. The others need another look.',
      other: '# texts are saved. The others need another look.',
    }),
  gone: 'These texts are no longer in the draft. This is what you had written for them',
  tooLong: (label: string, most: number) =>
    `${label}: ${plural('en', most, { one: 'shorten the text to # character.', other: 'shorten the text to # characters.' })}`,
  trouble: {
    'text-not-empty': (label: string) => `${label}: write the text; what is translated is not emptied here.`,
    'text-characters': (label: string) => `${label}: remove the invisible characters.`,
    translation: (label: string) =>
      `${label}: somebody else has translated it meanwhile. Their words stand beside yours; saving again puts yours in their place.`,
    source: (label: string) => `${label}: the original changed while you were writing. Read it, then save again.`,
  },

  publishTitle: (language: string) => `Publish the programme in ${language}`,
  publishLead: 'No new version is made: the one that everybody sees can also be read in this language.',
  notReleasedYet: 'Nothing is released yet. The first release is published in the languages that you choose there.',
  notOffered: 'The seminar does not offer this language. Add it to its languages first.',
  nothing: 'No text can be published yet',
  nothingNext: 'Nothing that is translated fits the released version.',
  count: (count: number, version: string) =>
    plural('en', count, {
      one: `# text of the version “${version}” is published.`,
      other: `# texts of the version “${version}” are published.`,
    }),
  drafts: (count: number) => plural('en', count, { one: '# of them is a draft.', other: '# of them are drafts.' }),
  older: (count: number) =>
    plural('en', count, {
      one: '# of them is out of date: readers find it with a remark that says so.',
      other: '# of them are out of date: readers find them with a remark that says so.',
    }),
  anyhow: 'You may publish all the same: readers find the other texts in their original language, and are told so.',
  publishButton: (language: string) => `Publish in ${language}`,
  left: 'What is not published',
  why: {
    missing: (count: number) => plural('en', count, { one: 'Not translated (#)', other: 'Not translated (#)' }),
    'other-original': (count: number) =>
      plural('en', count, {
        one: 'The draft no longer says what was released: comes with the next release (#)',
        other: 'The draft no longer says what was released: they come with the next release (#)',
      }),
  },
  toTranslate: 'Translate what is missing',
  done: (language: string, count: number) =>
    plural('en', count, {
      one: `The programme is published in ${language}: # text.`,
      other: `The programme is published in ${language}: # texts.`,
    }),
  already: (language: string) =>
    `The last version is already published in ${language}. What was translated since comes with the next release.`,
  stale: 'The draft or the version has changed since you opened this page. Look again, then publish.',
}

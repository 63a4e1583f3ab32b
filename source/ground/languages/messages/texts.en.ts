import type { Locale } from '../locales.ts'
import { plural } from '../say.ts'

const languages: Record<Locale, string> = { fr: 'French', es: 'Spanish', pt: 'Portuguese', en: 'English' }

export const en = {
  title: 'Texts',
  lead: 'What is missing, out of date or not yet read over, language by language.',
  byLanguage: 'By language',
  list: 'Texts',
  column: {
    language: 'Language',
    source: 'Written in it',
    reviewed: 'Reviewed',
    draft: 'Draft',
    stale: 'Out of date',
    missing: 'Missing',
    text: 'Text',
    field: 'Which field',
    place: 'Where',
    states: 'Languages',
  },
  /** A state of one text in one language. */
  state: {
    source: 'original',
    reviewed: 'reviewed',
    draft: 'draft',
    machine: 'machine translation',
    stale: 'out of date',
    missing: 'missing',
  },
  filter: {
    language: 'Language',
    anyLanguage: 'Any language',
    state: 'What is to be done',
    anyState: 'Everything',
    missing: 'To be translated',
    stale: 'To be brought up to date',
    draft: 'To be read over',
    space: 'Where',
    anySpace: 'Everywhere',
  },
  spaces: {
    installation: 'This whole site',
    network: (name: string) => `Network: ${name}`,
    seminar: (name: string) => `Seminar: ${name}`,
    territory: (name: string) => `Territory: ${name}`,
  },
  fields: {
    name: 'Name',
    organisation: 'Name of an organisation',
    space: 'Name of a network, seminar or territory',
  },
  empty: 'Nothing to be done here',
  emptyNext: 'No text that you may translate answers this question. Widen it, or come back after the next change.',
  none: 'No text is in your care',
  noneNext: 'Ask the people who organise the seminar for the right to translate; the texts will then be listed here.',
  inLanguage: (language: Locale) => `In ${languages[language]}`,
  original: (language: Locale) => `Original, in ${languages[language]}`,
  translation: (language: Locale) => `Translation into ${languages[language]}`,
  editLead: 'The original stands beside each translation.',
  originalNow: 'The original as it is now',
  originalThen: 'The original as it was when this was translated',
  changedSince: 'The original has changed since this translation was made or checked.',
  stillValid: 'Still valid as it is',
  stillValidHint: 'Keeps the words, and notes that they fit the new original.',
  stateOf: 'State of this translation',
  draft: 'Draft: to be read over by someone else',
  reviewed: 'Reviewed',
  save: 'Save',
  saveOriginal: 'Save the original',
  originalHint: 'Translations made before will be shown as out of date until someone looks at them again.',
  saved: (language: Locale) => `The text in ${languages[language]} is saved.`,
  keptValid: (language: Locale) => `The text in ${languages[language]} is noted as still valid.`,
  staleTitle: 'This text changed while you were writing',
  sourceChanged:
    'The original changed while you were writing. Nothing of yours is lost: read the new original, then save again.',
  settledTitle: 'These words stay as they are',
  settled:
    'Somebody has agreed to these words or answered them: they can no longer be changed. A missing translation can be added. A new wording is a new version, made through the seminar file (“Import a seminar”).',
  settledRefused:
    'Nothing was changed: somebody has agreed to these words or answered them. A new wording is a new version, made through the seminar file (“Import a seminar”).',
  settledTyped: 'What you typed',
  problems: {
    empty: 'Write the text, or leave this page without saving.',
    long: (most: number) =>
      plural('en', most, { one: 'Shorten the text to # character.', other: 'Shorten the text to # characters.' }),
    state: 'Say whether the translation is a draft or reviewed.',
  },
}

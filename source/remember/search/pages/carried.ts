import type { Locale } from '#ground/languages/locales.ts'
import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import type { Concept } from '#ground/search/rules/concepts.ts'
import type { Carried } from '#ground/search/rules/lexicon.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { categoryWords } from '../../messages/document-categories.ts'
import { journalWords } from '../../messages/journal.ts'
import { memoryRecords } from '../../messages/memory-records.ts'
import { noteWords } from '../../messages/notes.ts'
import { themesWords } from '../../messages/project-themes.ts'
import { relationsWords } from '../../messages/relations.ts'
import { foundTables } from '../store/index-memory.ts'

type Labels = Readonly<Record<string, string>>

// A label begins with a capital; within a line it does not, unless it is one whole: « jumelage », « ONG ».
const inALine = (locale: Locale, label: string) => (/^\p{Lu}\p{Ll}/u.test(label) ? lowerFirst(locale, label) : label)

/** A field's values with the words that pages have for them; `concepts` names what the field of action has more words for. */
function field(
  name: string,
  labels: (locale: Locale) => object,
  concepts: Readonly<Record<string, Concept>> = {},
): Carried[] {
  return Object.keys(labels('en'))
    .filter(value => value !== 'other' && value !== 'own')
    .map(value => ({
      code: `${name}:${value}`,
      words: locale => inALine(locale, (labels(locale) as Labels)[value] ?? ''),
      ...(concepts[value] ? { concept: concepts[value] } : {}),
    }))
}

/** What the records of a memory carry in their fields (migration 0014, `carried_as_known`), in the words of its pages. */
export const memoryCarried: readonly Carried[] = [
  ...field(
    'record',
    locale => Object.fromEntries(foundTables.map(table => [table, memoryRecords[locale].tables[table]])),
    {
      agreement: 'accord',
      term: 'term of office',
    },
  ),
  ...field('relationship', locale => relationsWords[locale].kinds, {
    twinning: 'sister city',
    network: 'belonging',
    triangular: 'trilateral',
  }),
  ...field('agreement', locale => agreementsWords[locale].kinds),
  ...field('interaction', locale => journalWords[locale].kindShort, { mission: 'visit', delegation: 'reception' }),
  ...field('organisation', locale => organisationKinds[locale], { 'local-government': 'town hall', donor: 'donor' }),
  ...field('note', locale => noteWords[locale].kinds),
  ...field('document', locale => categoryWords[locale], {
    A10: 'procurement',
    statutes: 'statutes',
    minutes: 'minutes',
    report: 'report',
    speech: 'speech',
    photograph: 'photograph',
  }),
  ...field('sector', locale => themesWords[locale].sectorNames, { 15160: 'human rights' }),
  ...field('goal', locale => themesWords[locale].goalNames, { 5: 'gender equality' }),
  ...field('marker', locale => themesWords[locale].markerNames, { 1: 'gender equality', 2: 'environment' }),
]

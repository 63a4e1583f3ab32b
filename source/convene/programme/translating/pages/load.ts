import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/languages/version.ts'
import { notFound } from '#ground/web/refusal.ts'
import {
  type GroupOf,
  groupsToTranslate,
  pagesOf,
  placeInFile,
  type TextKind,
  type TextToTranslate,
} from '../rules/groups.ts'
import {
  formerOriginals,
  isOlder,
  nameOfText,
  readTexts,
  type TextInLanguages,
  type TextVersion,
} from '../store/texts.ts'
import { languageHere, programmeToTranslate, type Translating } from './languages-load.ts'

/** A text beside its original. */
export type TranslatedText = TextToTranslate & {
  /** `record.field`: the name of its fields in the form. */
  name: string
  text: TextInLanguages
  original: TextVersion
  translation: TextVersion | undefined
  /** Made from another original than the one that stands now. */
  isStale: boolean
  /** That other original, where the history has it. */
  then: string | undefined
}
export type TranslatedGroup = GroupOf<TranslatedText>
export type TranslationPage = Translating & {
  language: Locale
  groups: readonly TranslatedGroup[]
  /** Every text of the draft by its name in the form, whatever is shown of it. */
  all: ReadonlyMap<string, TranslatedText>
}

/** The field of the record that has the words of each kind. */
const fieldOf: Readonly<Record<TextKind, string>> = {
  name: 'name',
  title: 'title',
  theme: 'text',
  method: 'method',
  document: 'title',
  room: 'name',
  role: 'role',
  about: 'about',
}

/**
 * The draft of a programme beside a language, for somebody who translates it.
 *
 * @throws Refusal `not-found` also for a language that the seminar does not offer, and for the one it is written in
 */
export async function translationHere(visit: Visit): Promise<TranslationPage> {
  const language = languageHere(visit)
  const found = await programmeToTranslate(visit, 'translate', async (tx, { seminar, draft }) => {
    const { file, recordAt } = seminar
    if (language === file.source || !file.languages.includes(language)) throw notFound()
    const placed = groupsToTranslate(draft)
    const records = placed.flatMap(({ texts }) => texts.flatMap(({ place }) => recordAt.get(placeInFile(place)) ?? []))
    const texts = await readTexts(tx, [...new Set(records)])
    return { placed, texts, former: await formerOriginals(tx, texts.values(), language) }
  })
  const { placed, texts, former, ...of } = found
  const withText = (one: TextToTranslate): TranslatedText[] => {
    const name = nameOfText(of.seminar.recordAt.get(placeInFile(one.place)) ?? '', fieldOf[one.kind])
    const text = texts.get(name)
    const original = text?.bodies[text.source]
    // What was written in this language has nothing to be translated from.
    if (!text || !original || text.source === language) return []
    const translation = text.bodies[language]
    const isStale = translation !== undefined && isOlder(original, translation)
    const then = translation && former.get(translation.id)
    return [{ ...one, name, text, original, translation, isStale, then }]
  }
  const groups = placed
    .map(group => ({ ...group, texts: group.texts.flatMap(withText) }))
    .filter(group => group.texts.length > 0)
  const all = new Map(groups.flatMap(group => group.texts.map(text => [text.name, text] as const)))
  return { ...of, language, groups, all }
}

/** What the page shows of it: all texts or those to do, and which part of a long programme. */
export type Choice = { show: 'all' | 'to-do'; page: number }
export type Chosen = Choice & { pages: number; groups: readonly TranslatedGroup[] }

export function choiceOf(query: URLSearchParams): Choice {
  const page = Number.parseInt(query.get('page') ?? '1', 10)
  return { show: query.get('show') === 'to-do' ? 'to-do' : 'all', page: Number.isFinite(page) ? Math.max(1, page) : 1 }
}

export const addressOfChoice = (path: string, { show, page }: Choice): string => {
  const query = new URLSearchParams()
  if (show === 'to-do') query.set('show', show)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}

/** Nobody has translated it, or it has to be looked at again. */
export const isToDo = ({ translation, isStale }: TranslatedText) =>
  translation === undefined || isStale || translation.state === 'machine'

/**
 * @param besides names of texts that came back, because what was typed there has to be looked at: with some, they and what
 *   stands in the same slots are all that is shown, so that none is on another page
 */
export function chosenOf(of: TranslationPage, { show, page }: Choice, besides: ReadonlySet<string>): Chosen {
  const wanted = of.groups
    .map(group => ({
      ...group,
      texts: group.texts.filter(text => show === 'all' || isToDo(text) || besides.has(text.name)),
    }))
    .filter(group => group.texts.length > 0)
  const cameBack = wanted.filter(({ texts }) => texts.some(({ name }) => besides.has(name)))
  if (cameBack.length > 0) return { show, page, pages: 1, groups: cameBack }
  const pages = pagesOf(wanted)
  const here = Math.min(page, Math.max(1, pages.length))
  return { show, page: here, pages: pages.length, groups: pages[here - 1] ?? [] }
}

/** The version of a text as a form shows it (languages/version.ts), and what its field begins with. */
export function seenOf({ original, translation }: TranslatedText): string {
  const version = versionOf({ source: original.body, translation: translation ?? null })
  return `${version}.${digestOf(translation?.body ?? '')}`
}

/** A digest of a text as a browser sends it back. */
export function digestOf(body: string): string {
  const asTyped = body
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '')
    .trim()
  return versionOf({ source: asTyped, translation: null }).split('.')[0] ?? ''
}

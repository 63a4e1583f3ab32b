import type { Category } from '#convene/registration/rules/answers.ts'
import { categories } from '#convene/registration/rules/answers.ts'
import { countryCodes } from '#convene/registration/rules/countries.ts'
import { foldName } from '#convene/registration/rules/fold.ts'
import { likeness } from '#convene/registration/rules/likeness.ts'
import { countryName, languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'

/** What a cell means: itself, what it resembles so much that it is read so and told, or nothing we know. */
export type Read<T> = { is: T } | { like: T } | { unknown: readonly T[] }

const fold = (text: string) =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One clearly nearer than all others is meant; among several that are near nobody chooses for the person who wrote it. */
const near = 0.74
const clear = 0.1
/** Less than this has nothing to do with it. */
const far = 0.6

/** Longer than any name of a country, a category or a language. */
const longestWord = 80

function read<T>(known: ReadonlyMap<string, T>, typed: string, onlyExact = false): Read<T> {
  const folded = fold(typed)
  const exact = known.get(folded)
  if (exact !== undefined) return { is: exact }
  if (onlyExact || folded.length > longestWord) return { unknown: [] }
  const best = new Map<T, number>()
  for (const [word, value] of known) {
    // So many letters more or less leave too little in common: a whole column of other things is then told quickly.
    const longer = Math.max(word.length, folded.length)
    if (Math.abs(word.length - folded.length) > longer * (1 - far)) continue
    const like = likeness(word, folded)
    if (like >= far && like > (best.get(value) ?? 0)) best.set(value, like)
  }
  const ordered = [...best].sort((a, b) => b[1] - a[1])
  const [first, second] = ordered
  if (first && first[1] >= near && first[1] - (second?.[1] ?? 0) >= clear) return { like: first[0] }
  return { unknown: ordered.slice(0, 3).map(([value]) => value) }
}

// Beside the names of `Intl` in the four languages: what people write for short, and former names.
const otherCountries: Record<string, string> = {
  US: 'usa|u s a|etats unis d amerique|ee uu|eeuu|eua|estados unidos da america|estados unidos de america|united states of america|america',
  GB: 'uk|u k|great britain|england|scotland|wales|grande bretagne|angleterre|ecosse|reino unido de gran bretana|gran bretana|inglaterra|gra bretanha',
  BO: 'bolivie|bolivia|estado plurinacional de bolivia',
  VE: 'venezuela|republica bolivariana de venezuela',
  CZ: 'czech republic|republique tcheque|republica checa|republica tcheca',
  NL: 'holland|hollande|holanda|the netherlands|pays bas',
  CI: 'ivory coast|cote d ivoire|costa de marfil|costa do marfim',
  CD: 'drc|rdc|republique democratique du congo|republica democratica del congo|dr congo',
  KR: 'south korea|coree du sud|corea del sur|coreia do sul|korea',
  RU: 'russia|russie|rusia|federation de russie',
  MD: 'moldova|moldavie|moldavia',
  MK: 'macedonia|macedoine',
  PS: 'palestine|palestina',
  TR: 'turkey|turquie|turquia',
  DO: 'rep dominicana|republica dominicana|republique dominicaine',
  VA: 'vatican|vaticano',
}

// Alpha-3 codes are written by hand only where people use them; the others are countries of one letter more.
let countries: Map<string, string> | null = null
function allCountries(): Map<string, string> {
  if (countries) return countries
  const all = new Map<string, string>()
  for (const [code, others] of Object.entries(otherCountries)) for (const word of others.split('|')) all.set(word, code)
  for (const code of countryCodes) {
    all.set(code.toLowerCase(), code)
    for (const locale of locales) all.set(fold(countryName(locale, code)), code)
  }
  countries = all
  return all
}

/** A country by its code or its name in one of the four languages, accents aside. */
export const readCountry = (typed: string, onlyExact = false): Read<string> => read(allCountries(), typed, onlyExact)

const categoryWords: Record<Category, string> = {
  elected: `elected|elected member|elected official|elected representative|councillor|mayor|deputy mayor|elu|elue|elu e|elue elu|elus|elues
    |elues et elus|elu local|elue locale|maire|adjoint|adjointe|conseiller|conseillere|autoridad electa|autoridad electa local|electo|electa|alcalde|alcaldesa
    |concejal|concejala|intendente|intendenta|autoridade eleita|eleito|eleita|prefeito|prefeita|vereador|vereadora`,
  staff: `staff|public staff|officer|civil servant|staff of a local government or a public body|local government staff|agent|agente|agent public|agente publique
    |technicien|technicienne|personnel|personnel territorial|funcionario|funcionaria|personal|personal publico|personal tecnico|tecnico|tecnica|servidor
    |servidora|servidor publico|servidora publica|equipe publica|pessoal publico|quadro tecnico`,
  university: `university|university research|research|researcher|academic|academia|student|universite|universite recherche|recherche|chercheur|chercheuse|enseignant
    |enseignante|etudiant|etudiante|universidad|universidad investigacion|investigacion|investigador|investigadora|estudiante|universidade|universidade pesquisa
    |pesquisa|pesquisador|pesquisadora|investigacao|estudante|professor|professora|profesor|profesora`,
  'civil-society': `civil society|ngo|association|associations|ong|societe civile|associatif|associative|sociedad civil|osc|organizacion de la sociedad civil
    |sociedade civil|terceiro setor|fondation|foundation|fundacion|fundacao`,
  other:
    'other|others|autre|autres|otro|otra|otros|otras|outro|outra|outros|outras|press|presse|prensa|imprensa|company|entreprise|empresa',
}
const category = new Map<string, Category>(
  categories.flatMap(value => [
    [fold(value), value] as const,
    ...categoryWords[value].split('|').map(word => [fold(word), value] as const),
  ]),
)

/** A category by its key, or by the words that the form and lists of guests have for it. */
export function readCategory(
  typed: string,
  labels: readonly { value: Category; label: string }[] = [],
  onlyExact = false,
): Read<Category> {
  const folded = fold(typed)
  const label = labels.find(one => fold(one.label) === folded)
  return label ? { is: label.value } : read(category, typed, onlyExact)
}

const codeOfThree: Record<string, string> = {
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  esp: 'es',
  por: 'pt',
  eng: 'en',
  ing: 'en',
  ang: 'en',
}

// Two-letter codes that some name in the four languages stands for; `Intl` knows no list of them.
const spoken =
  'ar bg bn ca cs da de el en es et eu fa fi fr ga gl gn he hi hr ht hu hy is it ja ka ko lb lt lv mk mt nl no oc pl pt qu ro ru sk sl sq sr sv sw tr uk ur vi wo zh ay'
const languageWords = new Map<string, string>([
  ...Object.entries(codeOfThree),
  ['castellano', 'es'],
  ['castillan', 'es'],
  ['castilian', 'es'],
  ['brazilian', 'pt'],
  ...spoken
    .split(' ')
    .flatMap(code => [
      [code, code] as const,
      ...locales.map(locale => [fold(languageName(locale, code)), code] as const),
      [fold(new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code), code] as const,
    ]),
])

/** A language by its code (also `fr-FR`, `fra`) or its name in one of the four languages. */
export function readLanguage(typed: string, onlyExact = false): Read<string> {
  const tag = /^([a-z]{2})[-_][a-z]{2}$/i.exec(typed.trim())?.[1]
  return read(languageWords, tag ?? typed, onlyExact)
}

export type MailLanguage = { is: Locale } | { like: Locale } | { other: string } | { unknown: true }

/** The language of mails: one of ours, or the language it says that we do not write in. */
export function readMailLanguage(typed: string, onlyExact = false): MailLanguage {
  const found = readLanguage(typed, onlyExact)
  if ('is' in found) return isLocale(found.is) ? { is: found.is } : { other: found.is }
  if ('like' in found) return isLocale(found.like) ? { like: found.like } : { unknown: true }
  return { unknown: true }
}

/** Several languages in one cell: “fr, es”, « français et espagnol ». What is none comes back as it was. */
export function readLanguages(
  typed: string,
  readOne: (word: string) => Read<string> = readLanguage,
): { codes: string[]; unknown: string[] } {
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const part of typed.split(/[,;/|+&\n]|\s+(?:et|and|y|e)\s+/iu)) {
    const word = part.trim()
    if (word === '') continue
    const found = readOne(word)
    if ('is' in found) codes.add(found.is)
    else if ('like' in found) codes.add(found.like)
    else unknown.push(word)
  }
  return { codes: [...codes], unknown }
}

/** After so many different words that mean nothing, none is looked for any more. */
const mostStrange = 300

/**
 * Readers for one list, which read each word once. After a few hundred different ones that mean nothing they look for
 * nothing like them any more: a column of other things, said to be countries by mistake, is told in a moment.
 */
export function wordReaders(labels: readonly { value: Category; label: string }[]) {
  return {
    country: remembering(readCountry),
    category: remembering((typed, onlyExact) => readCategory(typed, labels, onlyExact)),
    mailLanguage: remembering(readMailLanguage),
    language: remembering(readLanguage),
  }
}
export type WordReaders = ReturnType<typeof wordReaders>

function remembering<R extends object>(readWord: (typed: string, onlyExact: boolean) => R): (typed: string) => R {
  const known = new Map<string, R>()
  let strange = 0
  return typed => {
    const there = known.get(typed)
    if (there) return there
    const found = readWord(typed, strange >= mostStrange)
    if ('unknown' in found) strange += 1
    known.set(typed, found)
    return found
  }
}

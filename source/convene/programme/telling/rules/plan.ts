import type { Names, Programme } from '#convene/programme/rules/programme.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { asKnown, concerning, isConcerned, isOn, ownSlots, slotsOf } from './to-tell.ts'

/** People who might be told, counted: registrants by the number of the version that they know, others by their key. */
export type Untold = {
  /** Of somebody on the programme who is not registered; null for registrants. */
  key: string | null
  language: string
  /** 0 for whoever registered before there was a programme. */
  base: number | null
  people: number
  /** Of somebody on the programme: whether they were ever written to about it, and so know of it. */
  asked: boolean
  /** Keys of the slots where they have said no. */
  declined: readonly string[]
}

type Released = { number: number; programme: Programme }

/** Those who know the same version, and are told of the same changes. */
export type TellingGroup<Version extends Released> = {
  /** Null for whoever registered before there was a programme. */
  base: Version | null
  people: number
  /** The most first. */
  languages: { language: string; people: number }[]
}
/** Somebody on the programme whose slots changed. */
export type ToldOnProgramme = { key: string; base: number; language: string; slots: string[] }

/** Who would be told of what, from the last version that each of them knows to the last one released. */
export type TellingPlan<Version extends Released = Released> = {
  to: Version
  /** The largest first. */
  groups: TellingGroup<Version>[]
  onProgramme: ToldOnProgramme[]
  /** All of them. */
  people: number
  /** How many are on the programme, and would be told if somebody had asked them before: they do not know of it. */
  unasked: number
}

/** The language of a mail, as it is put together. */
export const mailLanguage = (language: string): Locale => (isLocale(language) ? language : 'en')

/**
 * Who is to be told of what, once and grouped: several releases since are one change list, and whoever reads no difference
 * is not told. Somebody on the programme is told of their own slots alone, from the version that everybody was told of, or
 * the first one that names them; nobody learns by this that they are on it.
 *
 * @param versions oldest first
 * @param told number of the last version that was told, 0 for none
 * @returns null when nothing was released
 */
export function tellingPlan<Version extends Released>(
  versions: readonly Version[],
  untold: readonly Untold[],
  told: number,
  names: Names,
): TellingPlan<Version> | null {
  const to = versions.at(-1)
  if (!to) return null
  const versionOf = (number: number) => versions.find(version => version.number === number) ?? null
  const groups = new Map<number, TellingGroup<Version>>()
  for (const { key, language, base, people } of untold) {
    if (key !== null || base === null || base === to.number) continue
    const version = versionOf(base)
    const known = asKnown(version?.programme ?? null, to.programme)
    if (!isConcerned(concerning(known, to.programme, names, mailLanguage(language)))) continue
    const group = groups.get(base) ?? { base: version, people: 0, languages: [] }
    groups.set(base, group)
    group.people += people
    group.languages.push({ language, people })
  }
  const concerned = untold.flatMap(({ key, language, asked, declined }): (ToldOnProgramme & { asked: boolean })[] => {
    const first = versions.find(({ programme }) => programme.slots.some(slot => key && isOn(slot, key)))
    const base = first && versionOf(Math.max(told, first.number))
    if (key === null || !base || base.number === to.number) return []
    const known = asKnown(base.programme, to.programme)
    const own = ownSlots(known, to.programme, key, new Set(declined))
    const changes = concerning(known, to.programme, names, mailLanguage(language), own)
    return isConcerned(changes) ? [{ key, base: base.number, language, slots: [...slotsOf(changes)], asked }] : []
  })
  const onProgramme = concerned.flatMap(({ asked, ...person }) => (asked ? [person] : []))
  const all = [...groups.values()]
    .map(group => ({ ...group, languages: group.languages.toSorted((a, b) => b.people - a.people) }))
    .toSorted((a, b) => b.people - a.people || (b.base?.number ?? 0) - (a.base?.number ?? 0))
  return {
    to,
    groups: all,
    onProgramme,
    people: onProgramme.length + all.reduce((sum, { people }) => sum + people, 0),
    unasked: concerned.length - onProgramme.length,
  }
}

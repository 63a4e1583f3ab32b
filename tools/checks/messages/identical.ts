import { type Locale, locales } from '../../../source/ground/languages/locales.ts'
import { type Leaf, ownWords, sampleName } from './leaves.ts'

/** Texts that are rightly the same in some languages, and why. A name that a text takes in is written `…`. */
export type Accepted = { languages: readonly Locale[]; reason: string; texts: readonly string[] }

type Same = { key: string; text: string; languages: Locale[] }

/** Where a text says exactly the same in two languages or more: French and English, say. */
export function sameIn(leaf: Leaf): Same[] {
  const groups = new Map<string, Same>()
  for (const locale of locales) {
    const said = leaf.said[locale] ?? []
    // A text made only of what it is given, or of figures, is in no language.
    if (!said.some(text => /\p{L}/u.test(ownWords(text)))) continue
    const whole = JSON.stringify(said)
    const group = groups.get(whole) ?? {
      key: leaf.key,
      text: (said[0] ?? '').replaceAll(sampleName, '…'),
      languages: [],
    }
    group.languages.push(locale)
    groups.set(whole, group)
  }
  return [...groups.values()].filter(group => group.languages.length > 1)
}

/**
 * Texts that are identical in two languages and not accepted as such: most often one that was copied and never
 * translated. An accepted one that is nowhere identical is a problem too, so that the list stays true.
 */
export function identicalTexts(leaves: readonly Leaf[], accepted: readonly Accepted[]): string[] {
  const same = leaves.flatMap(sameIn)
  const problems = same
    .filter(one => !isAccepted(one, accepted))
    .map(one => `${one.key}: “${one.text.slice(0, 60)}” is the same in ${one.languages.join(', ')}: not translated?`)
  for (const entry of accepted) {
    if (entry.reason.trim().length < 5) problems.push('identical.json: an entry without a reason')
    for (const text of entry.texts) {
      if (!same.some(one => one.text === text && covers(entry, one))) {
        problems.push(`identical.json: “${text}” is not the same in ${entry.languages.join(', ')} (any more)`)
      }
    }
  }
  return problems
}

/** The same as entries for the list, one for each set of languages, without their reasons: those are for a person to give. */
export function notAccepted(leaves: readonly Leaf[], accepted: readonly Accepted[]): Accepted[] {
  const groups = new Map<string, Set<string>>()
  for (const one of leaves.flatMap(sameIn).filter(same => !isAccepted(same, accepted))) {
    const languages = one.languages.join(' ')
    groups.set(languages, (groups.get(languages) ?? new Set()).add(one.text))
  }
  return [...groups].map(([languages, texts]) => ({
    languages: languages.split(' ') as Locale[],
    reason: '',
    texts: [...texts].sort(),
  }))
}

const covers = (entry: Accepted, one: Same) => one.languages.every(language => entry.languages.includes(language))
const isAccepted = (one: Same, accepted: readonly Accepted[]) =>
  accepted.some(entry => covers(entry, one) && entry.texts.includes(one.text))

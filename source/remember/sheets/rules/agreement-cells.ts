import { durationIn } from './amounts.ts'
import { remembering } from './remembering.ts'
import { type ChoiceWords, fold } from './values.ts'

type Labels = readonly (readonly [label: string, value: string])[]
const labelled = new WeakMap<ChoiceWords, Labels>()

/** Of what kind an agreement is by the first words of its title; null where they do not say: « Avenant n° 1 », “Convenio marco”. */
export function kindOfTitle(words: ChoiceWords, title: string): string | null {
  let labels = labelled.get(words)
  if (!labels) {
    // The longest that fits says most: « lettre d’intention » comes before « lettre ».
    labels = words.agreement
      .flatMap(({ value, label }) => (label === '' ? [] : [[`${fold(label)} `, value] as const]))
      .sort((a, b) => b[0].length - a[0].length)
    labelled.set(words, labels)
  }
  const folded = `${fold(title.slice(0, 120))} `
  return labels.find(([label]) => folded.startsWith(label))?.[1] ?? null
}

/** What a cell says of a renewal and, in the same words, for how long: “tácita, 1 año” → `tácita`, 12 months. */
export const splitRenewal = remembering((typed: string): { words: string; months: string | null } => {
  const found = typed.length > 200 ? null : durationIn(typed)
  return found === null ? { words: typed, months: null } : { words: found.rest, months: found.months }
})

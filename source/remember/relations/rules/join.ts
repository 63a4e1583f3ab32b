import type { Visibility } from '#ground/database/tables.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import type { RelationshipKind } from './standing.ts'

/** The texts of a relationship, the name first. */
export const textFields = ['name', 'reason', 'narrative', 'sensitivity'] as const
export type TextField = (typeof textFields)[number]
/** Of which both may stand, one after the other. */
export const longFields = ['reason', 'narrative', 'sensitivity'] as const
type LongField = (typeof longFields)[number]
const isLong = (field: string): field is LongField => longFields.some(one => one === field)
/** How long each may be, in letters: as its form says. */
export const mostLetters = { name: 300, reason: 5000, narrative: 20000, sensitivity: 5000 } as const

/** The fields between which somebody chooses. */
export const joinedFields = ['kind', 'during', ...textFields] as const
export type JoinedField = (typeof joinedFields)[number]

/** The two as their page shows them: the one of the address, and the other. */
export const sides = ['one', 'other'] as const
export type Side = (typeof sides)[number]
export type Choice = Side | 'both'

/** What a relationship says of itself, as far as two of them may differ in it. */
export type Said = {
  kind: RelationshipKind
  /** EDTF. */
  during: string
  visibility: Visibility
  /** Who sees these texts at most. */
  circles: { reason: Visibility; narrative: Visibility }
  texts: Partial<Record<TextField, MultilingualText>>
}
export type Both = Readonly<Record<Side, Said>>

/** What was said and does not stand any more. */
export type Spare = { field: JoinedField; side: Side; language: Locale; said: string }

const has = (text: MultilingualText | undefined): text is MultilingualText =>
  (text?.bodies[text.source]?.body ?? '').trim() !== ''

/** Two texts that are one: what is written in both languages is the same, and there is such a language. */
function same(a: MultilingualText, b: MultilingualText): boolean {
  const common = locales.filter(locale => a.bodies[locale] && b.bodies[locale])
  return a.source === b.source && common.every(locale => a.bodies[locale]?.body === b.bodies[locale]?.body)
}

/** In which fields both say something, and not the same: what somebody has to choose. */
export function differing({ one, other }: Both): JoinedField[] {
  return joinedFields.filter(field => {
    if (field === 'kind' || field === 'during') return one[field] !== other[field]
    const [a, b] = [one.texts[field], other.texts[field]]
    return has(a) && has(b) && !same(a, b)
  })
}

/** Whether both texts of a field can stand one after the other: written in one language, and not too long together. */
export function canBeBoth(field: JoinedField, both: Both): boolean {
  if (!isLong(field)) return false
  const [a, b] = [both.one.texts[field], both.other.texts[field]]
  if (!has(a) || !has(b) || a.source !== b.source) return false
  return locales.every(locale => {
    const texts = [a, b].flatMap(text => text.bodies[locale]?.body ?? [])
    return texts.length < 2 || texts.join('\n\n').length <= mostLetters[field]
  })
}

/**
 * What the two say as one, the stricter circle of both wherever they have one, and what then stands nowhere: each word that was
 * written is in the one or in the other.
 *
 * @param stays the one that stays: its text comes first where both stand
 * @param choices one for each of `differing`; `both` where `canBeBoth`
 */
export function asOne(
  both: Both,
  stays: Side,
  choices: Partial<Record<JoinedField, Choice>>,
): { said: Said; spare: Spare[] } {
  const { one, other } = both
  const gone: Side = stays === 'one' ? 'other' : 'one'
  const chosen = (field: JoinedField): Choice => choices[field] ?? stays
  const sideOf = (field: JoinedField): Side =>
    chosen(field) === 'other' ? 'other' : chosen(field) === 'one' ? 'one' : stays
  const spare: Spare[] = []
  const differs = new Set(differing(both))

  for (const field of ['kind', 'during'] as const) {
    if (!differs.has(field)) continue
    const side = opposite(sideOf(field))
    spare.push({ field, side, language: both[side].texts.name?.source ?? 'fr', said: both[side][field] })
  }
  const texts: Said['texts'] = {}
  for (const field of textFields) {
    const [first, second] = [both[stays].texts[field], both[gone].texts[field]]
    if (!first || !second || !has(first) || !has(second)) {
      const there = [first, second].find(has)
      if (there) texts[field] = there
      continue
    }
    if (!differs.has(field)) {
      texts[field] = { source: first.source, bodies: { ...second.bodies, ...first.bodies } }
      continue
    }
    const takesBoth = chosen(field) === 'both' && canBeBoth(field, both)
    const side = takesBoth ? stays : sideOf(field)
    const stand = side === stays ? first : second
    const aside = side === stays ? second : first
    const bodies = { ...stand.bodies }
    for (const locale of locales) {
      const [mine, theirs] = [stand.bodies[locale], aside.bodies[locale]]
      if (!theirs || theirs.body === mine?.body) continue
      if (takesBoth && mine) bodies[locale] = { ...mine, body: `${mine.body}\n\n${theirs.body}` }
      else spare.push({ field, side: opposite(side), language: locale, said: theirs.body })
    }
    texts[field] = { source: stand.source, bodies }
  }
  return {
    said: {
      kind: both[sideOf('kind')].kind,
      during: both[sideOf('during')].during,
      visibility: stricter(one.visibility, other.visibility),
      circles: {
        reason: stricter(one.circles.reason, other.circles.reason),
        narrative: stricter(one.circles.narrative, other.circles.narrative),
      },
      texts,
    },
    spare,
  }
}

const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one')
const stricter = (a: Visibility, b: Visibility) => Math.min(a, b) as Visibility

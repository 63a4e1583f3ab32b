import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import { State, Words } from '#ground/web/parts/text.tsx'
import { relationsWords } from '../../messages/relations.ts'
import type { Memory } from '../../pages/memory.ts'
import type { OneRelationship } from '../store/one-relationship.ts'

/** What the parts of the page of a relationship are given. */
export type Given = { visit: Visit; memory: Memory; relationship: OneRelationship }

/** A name as this reader may read it, marked with its language. */
export function Named({ locale, name, otherwise }: { locale: Locale; name: Shown | null; otherwise: string }) {
  return name ? <Words locale={locale} shown={name} /> : otherwise
}

// An end is no fault.
const standingKind = {
  alive: 'ok',
  sleeping: 'waiting',
  unknown: 'neutral',
  'to-come': 'waiting',
  unclear: 'neutral',
  ended: 'neutral',
} as const

type Standings = keyof typeof standingKind

/** How a relationship stands, in words: outside it is not told what sleeps, so that what goes on is not called alive. */
export const standingInWords = (locale: Locale, { inside }: Pick<Memory, 'inside'>, standing: Standings): string =>
  relationsWords[locale].standings[standing === 'alive' && !inside ? 'goes-on' : standing]

/** The same as a mark. */
export function Standing(props: { locale: Locale; memory: Memory; standing: Standings }) {
  const { locale, memory, standing } = props
  return <State kind={standingKind[standing]}>{standingInWords(locale, memory, standing)}</State>
}

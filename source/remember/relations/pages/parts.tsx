import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import { Words } from '#ground/web/parts/text.tsx'
import type { Memory } from '../../pages/memory.ts'
import type { OneRelationship } from '../store/one-relationship.ts'

/** What the parts of the page of a relationship are given. */
export type Given = { visit: Visit; memory: Memory; relationship: OneRelationship }

/** A name as this reader may read it, marked with its language. */
export function Named({ locale, name, otherwise }: { locale: Locale; name: Shown | null; otherwise: string }) {
  return name ? <Words locale={locale} shown={name} /> : otherwise
}

/** The colour of how a relationship stands. */
export const standingKind = {
  alive: 'ok',
  sleeping: 'waiting',
  unknown: 'neutral',
  'to-come': 'waiting',
  unclear: 'neutral',
  ended: 'no',
} as const

import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import { Words } from '#ground/web/parts/text.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { type Memory, memoryOf } from '../../pages/memory.ts'
import type { OneRelationship } from '../store/one-relationship.ts'

/** What the parts of the page of a relationship are given. */
export type Given = { visit: Visit; memory: Memory; relationship: OneRelationship }

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** An id of the address. @throws Refusal `not-found` for what is none */
export function idIn(visit: Visit, name = 'id'): string {
  const id = visit.param(name)
  if (!uuid.test(id)) throw notFound()
  return id
}

/**
 * The memory, for a page that writes in it.
 *
 * @throws Refusal `not-found` when the visitor may not see it, `forbidden` when they may not write in it
 */
export async function memoryToEdit(visit: Visit): Promise<Memory> {
  const memory = await memoryOf(visit)
  if (!memory.edits) throw forbidden()
  return memory
}

/** A name as this reader may read it, marked with its language. */
export function Named({ locale, name, otherwise }: { locale: Locale; name: Shown | null; otherwise: string }) {
  return name ? <Words locale={locale} shown={name} /> : otherwise
}

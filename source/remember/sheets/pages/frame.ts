import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { addressIn, type Memory, memoryOf, mustEdit } from '../../pages/memory.ts'
import type { ShownName } from '../../store/names.ts'
import type { Batch } from '../store/batches.ts'

/**
 * The memory of a page that writes.
 *
 * @throws Refusal `not-found` for one that the visitor may not see, `forbidden` for one that they do not edit
 */
export async function editedMemory(visit: Visit): Promise<Memory> {
  const memory = await memoryOf(visit)
  mustEdit(visit, memory)
  return memory
}

/** Why there is nothing left of a file to look at: it waits no more, or what waits was kept by a version that did it otherwise. */
export const goneInWords = ({ locale }: Visit, { isWaiting }: Pick<Batch, 'isWaiting'>): string =>
  isWaiting ? sheetsWords[locale].import.unreadable : sheetsWords[locale].import.gone

export const importAddress = (visit: Visit, memory: Memory, path = '') => addressIn(visit, memory, `/import${path}`)

/** A name that a sheet tells, with the language in which its row is; of a person, in none: told as the reader's. */
export const nameIn = (locale: Locale, text: string, language: string | null): ShownName | undefined =>
  text === '' ? undefined : { text, language: isLocale(language) ? language : locale }

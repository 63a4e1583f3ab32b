import type { Tx } from '#ground/database/actor.ts'
import type { Lookup } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { memoryWords } from '../../messages/memory.ts'
import { memorySearchWords } from '../../messages/memory-search.ts'
import { findContacts } from '../store/find-contacts.ts'
import { findOwnNotes } from '../store/find-own-notes.ts'

type Found = Awaited<ReturnType<Lookup['find']>>

/** What no index holds, of all memories or of one. */
type MemoryLookup = Lookup & {
  find: (tx: Tx, locale: Locale, question: string, most: number, space?: string | null) => Promise<Found>
}

/** What is searched beside the index: names of people, which are kept in one place alone, and confidential notes. */
export const memoryLookups: MemoryLookup[] = [
  { heading: locale => memoryWords[locale].contacts, find: findContacts },
  { heading: locale => memorySearchWords[locale].confidential, find: findOwnNotes },
]

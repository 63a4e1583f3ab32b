import type { Lookup, Searchable } from '#ground/house.ts'
import { memoryWords } from '../messages/memory.ts'
import { findContacts } from './store/find-contacts.ts'
import { foundTables, indexMemory } from './store/index-memory.ts'

export const memorySearch: Searchable[] = foundTables.map(table => ({
  table,
  make: (tx, ids) => indexMemory(tx, table, ids),
}))

export const memoryLookups: Lookup[] = [{ heading: locale => memoryWords[locale].contacts, find: findContacts }]

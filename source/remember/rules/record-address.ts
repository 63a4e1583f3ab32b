/** The tables whose records have a page of their own, and where it is within the memory. */
export const recordFolders = {
  relationship: 'relationships',
  agreement: 'agreements',
  organisation: 'actors',
  contact: 'contacts',
  post: 'posts',
  term: 'terms',
  interaction: 'journal',
  commitment: 'commitments',
  activity: 'projects',
  decision: 'decisions',
  memory_document: 'documents',
  note: 'notes',
} as const
export type RecordTable = keyof typeof recordFolders

export const isRecordTable = (table: string): table is RecordTable => Object.hasOwn(recordFolders, table)

/** The address of a record within its memory; null for one that is only told under another. */
export function recordAddress(table: string, id: string): string | null {
  return isRecordTable(table) ? `/${recordFolders[table]}/${id}` : null
}

/** Where a record of a memory is shown, within the memory. */
export function pathOf(table: string, id: string): string {
  const pages: Record<string, string> = {
    relationship: 'relationships',
    agreement: 'agreements',
    activity: 'projects',
    commitment: 'commitments',
    post: 'posts',
    term: 'terms',
    memory_document: 'documents',
    contact: 'contacts',
    organisation: 'actors',
    decision: 'decisions',
    interaction: 'journal',
  }
  return `/${pages[table] ?? table}/${id}`
}

/** Nothing was written: the actor may not, or the address is another's. The act says so to the person. */
export class NotWritten extends Error {
  readonly why: 'forbidden' | 'conflict'
  constructor(why: 'forbidden' | 'conflict') {
    super(`not written: ${why}`)
    this.why = why
  }
}

/** @throws NotWritten when no row was changed: row-level security hides those that the actor may not change */
export async function mustChange(query: { executeTakeFirst(): Promise<{ numUpdatedRows: bigint }> }): Promise<void> {
  const { numUpdatedRows } = await query.executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
}

/** @throws NotWritten when no row was removed */
export async function mustRemove(query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<void> {
  const { numDeletedRows } = await query.executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotWritten('forbidden')
}

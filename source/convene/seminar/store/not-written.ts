/** Nothing was written: the actor may not, or the address is another's. The act says so to the person. */
export class NotWritten extends Error {
  readonly why: 'forbidden' | 'conflict'
  constructor(why: 'forbidden' | 'conflict') {
    super(`not written: ${why}`)
    this.why = why
  }
}

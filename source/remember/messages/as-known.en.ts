export const en = {
  hint: 'As well as you know it: 12/06/2004, June 2004, 2004, about 2004',
  hintOrUnknown: 'As well as you know it: 12/06/2004, June 2004, 2004, about 2004, or “unknown”',
  /** A signature, on the form of a new agreement. */
  signedOn: 'Signed on',
  signedOnHint:
    'As well as you know it: 12/06/2004, June 2004, 2004, or “unknown”. Leave it empty if it is not signed yet.',
  /** Since when a relationship lasts. */
  duringHint: 'As well as you know it: 1998, about 2004, since June 2011, 2004–2010. Leave it empty if nobody knows.',
  /** With whom a new relationship is. */
  withWhom: 'With whom',
  /** Where something is computed from a date of which only so much is known. */
  calculated: (day: string, known: string) => `Calculated as of ${day}: only “${known}” is known.`,
  errors: {
    asKnown: 'This date could not be read. Write for example 12/06/2004, June 2004, 2004 or about 2004.',
    whenNeeded: 'Give at least a year: the term of the agreement is counted from it.',
    signedLast: 'The first term cannot end before the agreement was signed.',
  },
}

/** What the API says of the checks of a programme that the page of its organisers says otherwise, or not at all. */
export const en = {
  /** A seat of a released version: nobody is told whether somebody was asked. */
  seat: {
    title: 'Seat to be confirmed',
    why: 'Readers do not know who will be on the panel.',
    todo: 'Confirm who takes the seat, or offer it to somebody else.',
    which: (who: string) => `To be confirmed: ${who}.`,
  },
  places: (places: readonly string[]) => places.join('; '),
  errors: {
    language: (known: string) => `“language” takes one of these values: ${known}.`,
    include: (known: string) => `“include” takes these values, with a comma between them: ${known}.`,
  },
}

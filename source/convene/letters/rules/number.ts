/** « 2018-0007 »: the seventh letter of a seminar held in 2018, as it is written on it. */
export const letterNumber = (heldOn: string, number: number): string =>
  `${Temporal.PlainDate.from(heldOn).year}-${String(number).padStart(4, '0')}`

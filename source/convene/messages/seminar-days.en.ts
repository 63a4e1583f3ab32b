/** When a seminar of several days is held. */
export const en = {
  from: (hour: string) => `from ${hour}`,
}

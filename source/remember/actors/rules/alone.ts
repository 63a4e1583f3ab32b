/** What a relationship or a project rests on, in numbers. */
export type RestsOn = {
  /** Organisations that carry it: they lead it or contribute to it. */
  services: number
  /** Those among them that lead it. */
  leading: number
  /** Persons named with these responsibilities. */
  peopleHere: number
  /** Contacts known at its partners. */
  peopleThere: number
}

export const lonelinesses = ['no-lead', 'one-service', 'one-person-here', 'one-person-there', 'nobody-there'] as const
export type Loneliness = (typeof lonelinesses)[number]

/** The roles that carry something: who gives an opinion, decides or is a key actor would not go on with it alone. */
export const carrying: readonly string[] = ['leads', 'contributes']

/**
 * Where a relationship or a project would be lost with one service or one person, or has nobody to begin with. What is led by
 * one service with others that contribute is well held.
 */
export function alone({ services, leading, peopleHere, peopleThere }: RestsOn): Loneliness[] {
  return [
    ...(leading === 0 ? (['no-lead'] as const) : []),
    ...(services === 1 ? (['one-service'] as const) : []),
    ...(peopleHere === 1 ? (['one-person-here'] as const) : []),
    ...(peopleThere === 1 ? (['one-person-there'] as const) : peopleThere === 0 ? (['nobody-there'] as const) : []),
  ]
}

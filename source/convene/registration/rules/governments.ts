/** The kinds of government that a territory may have, as the table of territories knows them. */
export const governments = [
  'municipality',
  'intermunicipal',
  'metropolis',
  'county',
  'region',
  'federated-state',
  'other',
] as const
export type Government = (typeof governments)[number]

/**
 * The codes of the IATI list of document categories (2.03): A for those of a project, B for those of an organisation; `own` for
 * what none of them names. The words are ours.
 */
export const projectCategories = [
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A08',
  'A09',
  'A10',
  'A11',
  'A12',
] as const
export const organisationCategories = [
  'B01',
  'B02',
  'B03',
  'B04',
  'B05',
  'B06',
  'B07',
  'B08',
  'B09',
  'B10',
  'B11',
  'B12',
  'B13',
  'B14',
  'B15',
  'B16',
  'B17',
  'B18',
] as const
export const categories = [...projectCategories, ...organisationCategories, 'own'] as const
export type Category = (typeof categories)[number]

export const isCategory = (value: unknown): value is Category => (categories as readonly unknown[]).includes(value)

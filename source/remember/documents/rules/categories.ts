/** The codes of the IATI list of document categories (2.03): A for those of a project, B for those of an organisation. The words are ours. */
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
/** What a local government files and donors have no code for; `own` is what nothing names. */
export const localCategories = [
  'deliberation',
  'statutes',
  'minutes',
  'report',
  'accounts',
  'letter',
  'guide',
  'speech',
  'press',
  'photograph',
  'own',
] as const
export const categories = [...localCategories, ...projectCategories, ...organisationCategories] as const
export type Category = (typeof categories)[number]

/** Those that are asked for most, whichever list they are of: agreements first. */
export const everydayCategories: readonly Category[] = ['A09', ...localCategories]

/** The code that a category has in an IATI file; null where that list has none, and the document is left out of one. */
export function iatiCategory(category: Category): string | null {
  if (category === 'report') return 'A08'
  return /^[AB]\d\d$/.test(category) ? category : null
}

export const isCategory = (value: unknown): value is Category => (categories as readonly unknown[]).includes(value)

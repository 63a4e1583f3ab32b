import { plural } from '#ground/languages/say.ts'

/** The page of the checks when there is much to look at. */
export const en = {
  byKind: 'What was found',
  more: (count: number) => plural('en', count, { one: 'Show # more', other: 'Show # more' }),
}

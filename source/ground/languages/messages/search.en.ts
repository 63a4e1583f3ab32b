import { number, plural } from '../say.ts'

export const en = {
  title: 'Search',
  titleFor: (question: string) => `Search: ${question}`,
  lead: 'In every language at once. What you are not allowed to read is not searched.',
  box: 'What are you looking for?',
  button: 'Search',
  count: (total: number) => plural('en', total, { one: '# result', other: '# results' }),
  close: (question: string) => `Nothing contains “${question}”; these titles come close`,
  nothing: (question: string) => `Nothing found for “${question}”`,
  nothingNext: 'Check the spelling, try fewer words, or a word of the same family. Accents make no difference.',
  pageOf: (page: number, pages: number) => `Page ${number('en', page)} of ${number('en', pages)}`,
}

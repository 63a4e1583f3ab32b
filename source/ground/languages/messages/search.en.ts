import { number, plural } from '../say.ts'

export const en = {
  title: 'Search',
  titleFor: (question: string) => `Search: ${question}`,
  lead: 'In every language at once: a word of one also finds those of the others. What you are not allowed to read is not searched.',
  box: 'What are you looking for?',
  button: 'Search',
  cut: (most: number, word: string) =>
    `Only the first ${number('en', most)} characters were looked up, as far as “${word}”. Fewer words find more.`,
  count: (total: number) => plural('en', total, { one: '# result', other: '# results' }),
  close: (question: string) => `Nothing contains “${question}”; these titles come close`,
  instead: (question: string, meant: string) => `Nothing contains “${question}”; this is what “${meant}” finds`,
  nothing: (question: string) => `Nothing found for “${question}”`,
  meant: (question: string) => `Did you mean “${question}”?`,
  otherWords: 'In other words:',
  field: 'stated in a field',
  nothingNext: 'Check the spelling, try fewer words, or a word of the same family. Accents make no difference.',
  pageOf: (page: number, pages: number) => `Page ${number('en', page)} of ${number('en', pages)}`,
}

import { plural } from '#ground/languages/say.ts'

/** What an import takes in as it is, and says nevertheless. */
export const en = {
  title: (count: number) => plural('en', count, { one: '# document leads nowhere', other: '# documents lead nowhere' }),
  why: 'The file names files that were uploaded to another seminar or installation. A file belongs to the seminar it was uploaded to: here the link opens nothing.',
  todo: 'You can import it as it is. Afterwards open the slot, empty the address of the document, and choose the file again.',
  document: (slot: string, title: string, url: string) => `Slot “${slot}”, document “${title}”: ${url}`,
  done: (count: number) =>
    plural('en', count, {
      one: '# document names a file that this seminar does not have: the programme checks say which.',
      other: '# documents name files that this seminar does not have: the programme checks say which.',
    }),
}

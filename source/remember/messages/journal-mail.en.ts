import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'Write down from a mail',
  lead: 'Save the mail in your mail program as an .eml file and choose it here, or drop it on the field. It becomes an internal entry of the journal that you look through next.',
  file: 'The mail (.eml)',
  attachments: 'Attachments',
  keep: 'Keep them as documents',
  button: 'Take the mail',
  noSubject: 'Mail without a subject',
  known: 'This mail is in the journal already: here it is.',
  taken: 'The mail is now an internal entry of the journal. Look it through: nobody else has seen it yet.',
  unknown: (count: number) =>
    plural('en', count, {
      one: 'One address belongs to none of the contacts: it was not kept.',
      other: '# addresses belong to none of the contacts: they were not kept.',
    }),
  kept: (count: number) =>
    plural('en', count, {
      one: 'One attachment is kept as a document.',
      other: '# attachments are kept as documents.',
    }),
  notKept: (count: number) =>
    plural('en', count, {
      one: 'One attachment was not kept: programs, archives and documents with macros are not accepted.',
      other: '# attachments were not kept: programs, archives and documents with macros are not accepted.',
    }),
  errors: {
    missing: 'Choose the file of a mail.',
    tooLarge: (most: string) =>
      `This mail is larger than ${most}. Write it down by hand, and add what was attached as documents.`,
    damaged: 'This is not a mail that can be read. In your mail program, save the message itself as an .eml file.',
    tooMuch: 'Reading this mail takes more memory or time than is given to one. Write it down by hand.',
  },
}

import { number, plural } from '#ground/languages/say.ts'

const n = (value: number) => number('en', value)

/** The page on which a spreadsheet is looked at: what changes, what is wrong, what is not read; and what an undo keeps. */
export const en = {
  changes: {
    title: 'What changes in known records',
    lead: 'Of each field, what is known → what will stand there.',
    who: 'Who sees it',
    nothing: 'nothing',
    before: 'Before:',
    after: 'After:',
    ofAgreement: (name: string) => `Agreement: ${name}`,
    newAgreement: 'new agreement',
    publicTitle: 'Some of it is public',
    publicText: (count: number) =>
      plural('en', count, {
        one: '# record is public, or becomes so: anybody reads what the import writes there.',
        other: '# records are public, or become so: anybody reads what the import writes there.',
      }),
    all: (count: number) => `Show all ${n(count)} changed records`,
    shortened: (shown: number, count: number) => `Shown here: ${n(shown)} of ${n(count)}.`,
    back: 'Back to the whole page',
  },
  correct: {
    lead: 'What is the same in a column is told once. Type what is to be read instead, for one or several, and read again.',
    read: 'Read instead',
    button: 'Read again with what I typed',
    all: (count: number) =>
      plural('en', count, { one: 'Accept # suggestion for errors', other: 'Accept all # suggestions for errors' }),
    append: 'Add it after what is known',
    replace: 'Put it in the place of what is known',
    thatOne: (name: string) => `It is “${name}”`,
    cells: 'Cells',
    more: (count: number) => `and ${n(count)} more`,
    stillWrong: (typed: string) => `“${typed}” does not do either.`,
    nothingTyped: 'Nothing was typed.',
    accepted: (count: number) =>
      plural('en', count, { one: '# correction is read.', other: '# corrections are read.' }),
  },
  comments: {
    title: 'What the comments say',
  },
  unread: {
    title: (count: number) => plural('en', count, { one: '# column is not read', other: '# columns are not read' }),
    text: 'What stands there is left out:',
  },
  lists: {
    title: 'This workbook has other lists',
    text: 'Each is read and imported by itself.',
    read: (sheet: string, kind: string) => `Read “${sheet}”: ${kind}`,
    waiting: 'Of the same file, this still waits:',
  },
  kept: {
    edited: 'Kept: edited since',
    pointed: (what: string) => `Kept: led to by ${what}`,
    is: (kind: string, name: string) => `the ${kind.toLowerCase()} “${name}”`,
    list: 'What stays, and why',
    noneTitle: 'Nothing is left of it',
    none: 'All that the import wrote was taken back.',
  },
  sample: {
    title: 'Nothing at hand?',
    text: 'Try the workbook of an invented office, with everything that real ones have: two lines of headings, dates in every form, comments.',
    link: 'Download the sample workbook',
  },
}

import { number, plural } from '#ground/languages/say.ts'

const n = (value: number) => number('en', value)
const rows = (count: number) => plural('en', count, { one: '# row', other: '# rows' })
const records = (count: number) => plural('en', count, { one: '# record', other: '# records' })

/** The pages on which spreadsheets come into a memory and go out of it. */
export const en = {
  title: 'Import and export',
  lead: 'Import the spreadsheet that your office keeps, as it is. It is read cell by cell first: nothing is written before you say so, and an import can be undone.',
  upload: {
    title: 'Import a spreadsheet',
    kind: 'What is it a list of?',
    kindFound: 'To be found by its headings',
    file: 'The spreadsheet',
    fileHint: (most: number) => `A workbook (XLSX) or a text table (CSV), of ${n(most)} rows at most`,
    limit: '10 MB',
    look: 'Look at the spreadsheet',
    none: 'Choose the file of the spreadsheet.',
    kept: 'A spreadsheet that was read and is not imported yet is kept encrypted, and deleted after a day.',
    macros: 'This workbook holds macros, which are programs. Nothing of it was opened. Save it as XLSX, and send that.',
    tooManyRows: (most: number) => `The file has more rows than we take: ${n(most)} at most. Send it in several files.`,
  },
  out: {
    title: 'Export a spreadsheet',
    text: 'In the columns in which it comes back in: unchanged, it changes nothing. It holds what you may see.',
    format: (kind: string, format: string) => `${kind} (${format})`,
    file: 'memory',
  },
  lists: {
    caption: 'Imported files',
    file: 'File',
    kind: 'What',
    state: 'State',
    when: 'When',
    by: 'By',
    result: 'Records created, changed, unchanged',
    states: { 'looked-at': 'Waiting', imported: 'Imported', undone: 'Undone', forgotten: 'Thrown away' },
    noneTitle: 'No file yet',
    none: 'The spreadsheets that you import are listed here, with what became of them.',
    somebody: 'Somebody whose data were erased since',
  },
  counts: {
    create: 'Records created',
    update: 'Records changed',
    same: 'Records known as they stand',
    left: 'Records left as they are, by the way you chose',
    wrong: 'Rows with an error',
    passedOver: 'Rows passed over',
    comments: 'Comments on cells',
    ofKind: (kind: string, count: string) => `${kind}: ${count}`,
  },
  look: {
    notYet: 'Nothing is written yet.',
    lead: (wrong: number) =>
      `Nothing is written yet. This is what the import would do${wrong === 0 ? '' : plural('en', wrong, { one: '; # row has an error', other: '; # rows have an error' })}.`,
    toErrors: 'See the errors',
    toImport: 'Go to the import',
    foreseen: 'What the import would do',
    lackingTitle: 'Something cannot be found',
    lacking: (fields: string) => `We found no column for: ${fields}. Say which column holds it.`,
    sameFile: (when: string) => `This very file was imported on ${when}.`,
    problems: 'Cell by cell',
    cell: 'Cell',
    kind: 'Kind',
    what: 'What is said of it',
    suggestion: 'Suggestion',
    error: 'Error',
    warning: 'Remark',
    noProblemsTitle: 'Nothing to remark on',
    noProblems: 'Every cell could be read as it stands.',
    row: 'Row',
    accept: (value: string) => `Read “${value}” instead`,
    firstRows: (shown: number) => `The first ${rows(shown)}`,
    name: 'Name',
    fate: 'What becomes of it',
    fates: {
      create: 'Is created',
      gains: 'Stays the same, gets an agreement',
      update: 'Is changed',
      same: 'Stays the same',
      left: 'Is left as it is',
      wrong: 'Has an error',
    },
    noRowsTitle: 'No row',
    noRows: 'There is no row that could be a record.',
    reading: 'How the spreadsheet is read',
    readSheet: 'Sheet',
    readKind: 'As a list of',
    readHeadings: 'Headings',
    inRow: (row: number) => `In row ${n(row)}`,
    noHeadings: 'None',
    readColumns: 'Columns that are read',
    unread: 'Columns that are not read',
    change: 'Change what the columns hold',
  },
  import: {
    title: 'Import',
    skip: 'Rows with an error',
    skipChoice: (wrong: number) => `Leave out ${rows(wrong)} with an error`,
    skipHint: 'Else nothing is written before all rows are right.',
    comments: 'Comments on cells',
    commentsChoice: (count: number) =>
      plural('en', count, { one: 'Keep # comment as a note', other: 'Keep # comments as notes' }),
    commentsHint: 'A note is about the record of its row. Left unticked, comments are left out.',
    button: (count: number) => plural('en', count, { one: 'Import # record', other: 'Import # records' }),
    wrong: (count: number) =>
      plural('en', count, {
        one: '# row has an error, and nothing was written. Correct it, or leave it out.',
        other: '# rows have an error, and nothing was written. Correct them, or leave them out.',
      }),
    nothing: 'There is nothing to import: no row could be read.',
    nothingNew: 'All of it is known already: the import would change nothing.',
    nothingNewButNotes:
      'All of it is known already. Only the comments on cells are not: tick the box to keep them as notes.',
    notesButton: 'Keep the comments',
    nothingByWay: 'By the way you chose, the import would change nothing.',
    onlyWrong: 'The rows that say something new have an error: correct them first, cell by cell.',
    unreadable:
      'Perenne was renewed since this file was looked at, and what waited of it cannot be read any more. Nothing was written. Send the file again: what you said of its columns is remembered.',
    gone: 'This file is no longer waiting: it was imported, undone or thrown away. Choose it again.',
    discard: 'Throw this file away',
    discarded: 'The file is thrown away. Nothing was written.',
    again: 'The corrected spreadsheet',
    againHint: 'It takes the place of this one.',
  },
  columns: {
    title: 'What the columns hold',
    lead: 'It is remembered for the next spreadsheet with the same headings.',
    sheetTitle: 'Where the list is',
    sheet: 'Sheet',
    hidden: (name: string) => `${name} (hidden)`,
    unnamed: (sheet: number) => `Sheet ${n(sheet)}`,
    kind: 'It is a list of',
    headingRow: 'Row of the headings',
    headingRowHint: 'The lower one of two. Nothing: found by itself. 0: there are none.',
    headingRowWrong: 'Write a row as a number.',
    useSheet: 'Read this one',
    columnsTitle: 'Columns',
    column: (letters: string, heading: string) => `${letters}: ${heading}`,
    noHeading: 'without a heading',
    notRead: 'Not read',
    nothing: 'Nothing stands in it.',
    example: (text: string) => `For example: ${text}`,
    twice: (letters: string) => `Column ${letters} says this already: choose one of the two.`,
    forAll: 'For all rows',
    way: 'What the import may do',
    ways: { both: 'Create and change', create: 'Only create what is not known', update: 'Only change what is known' },
    language: 'Language of the texts',
    guess: 'Texts in another language',
    guessChoice: 'A row that is clearly in another of the four languages is read as such',
    currency: 'Currency of the amounts',
    currencyHint: 'Three letters, for amounts that say none.',
    currencyWrong: 'Write the three letters of a currency, such as EUR.',
    save: 'Read the spreadsheet this way',
    saved: 'Read this way.',
  },
  done: {
    text: (created: number, updated: number, notes: number) =>
      `${records(created)} created, ${n(updated)} changed.${notes === 0 ? '' : ` Notes from comments: ${n(notes)}.`}`,
    imported: 'Imported',
    by: 'By',
    kind: 'What',
    created: 'Records created',
    updated: 'Records changed',
    unchanged: 'Records unchanged',
    notes: 'Notes from comments',
    undone: 'Undone',
    records: 'What the import wrote',
    record: 'Record',
    row: 'Row',
    table: 'What',
    made: 'Created',
    changed: 'Changed',
    what: 'How',
    outcome: 'Since',
    outcomes: { removed: 'Removed again', restored: 'Put back as it was', kept: 'Kept' },
    touched: 'Edited since',
    untouched: 'As it was imported',
    keptLead: 'What was edited since, or what others point to, was kept.',
    noneTitle: 'Nothing written',
    none: 'All of it was known already.',
    more: (count: number) => `And ${records(count)} more.`,
  },
  left: {
    title: 'Left out',
    rows: (count: number) => plural('en', count, { one: '# row had an error:', other: '# rows had an error:' }),
    correct: 'Correct them in the spreadsheet and import it again: what is known already does not change.',
    comments: (count: number) =>
      plural('en', count, {
        one: '# comment on a cell was not kept. Read the spreadsheet again to keep it as a note.',
        other: '# comments on cells were not kept. Read the spreadsheet again to keep them as notes.',
      }),
    columns: (count: number) =>
      plural('en', count, { one: '# column was not read:', other: '# columns were not read:' }),
    lists: (count: number) =>
      plural('en', count, {
        one: 'This workbook has another list, which was not imported:',
        other: 'This workbook has # other lists, which were not imported:',
      }),
    list: (name: string) => `“${name}”`,
    again: 'Read the spreadsheet again',
  },
  undo: {
    button: 'Undo this import',
    title: 'Undo this import?',
    text: (removed: number, restored: number, kept: number) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('en', removed, {
                one: '# record that the import made will be removed.',
                other: '# records that the import made will be removed.',
              }),
            ]),
        ...(restored === 0
          ? []
          : [
              plural('en', restored, {
                one: '# changed record will be as it was before.',
                other: '# changed records will be as they were before.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [plural('en', kept, { one: '# record will be kept.', other: '# records will be kept.' })]),
      ].join(' '),
    notes: (removed: number, kept: number) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('en', removed, {
                one: '# note that came from a comment will be removed too.',
                other: '# notes that came from comments will be removed too.',
              }),
            ]),
        ...(kept === 0 ? [] : [plural('en', kept, { one: '# note will be kept.', other: '# notes will be kept.' })]),
      ].join(' '),
    confirm: 'Undo it',
    stay: 'Keep the import',
    done: 'The import is undone.',
    notNow: 'This import is undone already.',
  },
  log: {
    imported: (created: number, updated: number, notes: number) =>
      `A spreadsheet was imported: records created ${n(created)}, changed ${n(updated)}${notes === 0 ? '' : `, notes ${n(notes)}`}`,
    undone: (removed: number, restored: number, kept: number) =>
      `The import of a spreadsheet was undone: removed ${n(removed)}, put back ${n(restored)}, kept ${n(kept)}`,
  },
}

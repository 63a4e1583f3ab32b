/** What is said of a cell: what is wrong, and what is expected. */
export const en = {
  errors: {
    missing: (field: string) => `“${field}” is missing.`,
    date: (found: string) =>
      `“${found}” could not be read as a date. Expected for example 1998, 06/2004, 12/06/2004, about 2004 or 2004–2010.`,
    day: (found: string) => `“${found}” is a period. Expected a date, such as 12/06/2014, 06/2014 or 2014.`,
    choice: (found: string, expected: string) => `“${found}” is none of the values. Expected: ${expected}.`,
    country: (found: string) => `“${found}” is not a country we know. Expected its name or its two letters.`,
    language: (found: string) => `“${found}” is not a language we know. Expected for example French, español or pt.`,
    months: (found: string) =>
      `“${found}” is not a duration. Expected a number of months, such as 12, 6 months or 90 days.`,
    amount: (found: string) => `“${found}” is not an amount. Expected for example 12 500,50 or 12,500.50.`,
    currency: (found: string) => `“${found}” is not a currency. Expected its three letters, such as EUR.`,
    'currency-missing': (found: string) =>
      `The currency of “${found}” is not said. Add a column for it, or choose one for the whole sheet.`,
    email: (found: string) => `“${found}” is not a mail address. Expected something like name@example.org.`,
    link: (found: string) => `“${found}” is not a web address. Expected something like https://example.org.`,
    identifiers: (found: string) =>
      `“${found}” is not an identifier. Expected a register and a number, such as siren: 217500016.`,
    id: (found: string) => `“${found}” is not a Perenne id. Leave the cell empty for a new record.`,
    'id-unknown': (found: string) =>
      `There is no record with the id “${found}” in this memory. Leave the cell empty for a new record.`,
    'too-long': (found: string, most: string) => `“${found}…” is too long: ${most} characters at most.`,
    'cell-error': (found: string) =>
      `The cell holds the error ${found} of the spreadsheet program. Correct the formula, or write the value.`,
    order: (found: string) => `This end is before its beginning${found === '' ? '' : `: “${found}”`}.`,
    ambiguous: (found: string) =>
      `Several records of this memory go by the name “${found}”. Say which one by its Perenne id.`,
    'relationship-unknown': (found: string) =>
      `“${found}” is not a relationship of this memory. Expected the name of a relationship, or of its only partner.`,
    'contact-unknown': (found: string) =>
      `“${found}” is not among the people known here. Import the people first, or do not read this column.`,
    'tacit-needs': (field: string) => `An agreement that is renewed tacitly needs “${field}”.`,
    'indefinite-end': 'An agreement without a term has no end: write another renewal, or leave the end out.',
    'exact-day': (found: string) => `“${found}” is not a day. Expected a whole date, such as 12/06/2014.`,
    year: (found: string) => `“${found}” is not a year. Expected four digits, such as 2014.`,
    count: (found: string) => `“${found}” is not a number. Expected a whole number, such as 29.`,
    form: (found: string) =>
      `“${found}” does not have the form that is expected here. Correct it, or leave the cell empty.`,
    'post-unknown': (found: string) =>
      `“${found}” is not a post of this memory. Import the posts first, or write its name as it is there.`,
    'term-unknown': (found: string) =>
      `“${found}” is not a term of office of this memory. Import the terms first, or leave the cell empty.`,
    'not-settled': 'It has a day on which it was settled, and nothing says that it was. Was it kept, or dropped?',
    negative: (found: string) => `“${found}” is less than nothing. Expected an amount such as 1,250.00.`,
  },
  warnings: {
    serial: (found: string, day: string) => `“${found}” is read as the date ${day}: the spreadsheet lost its format.`,
    like: (found: string, read: string) => `“${found}” is read as “${read}”.`,
    thousands: (found: string, read: string) =>
      `“${found}” is read as ${read}: the sign is taken for that of thousands.`,
    alike: (found: string, like: string) =>
      `“${found}” is new, and looks like “${like}”, which is known already. Is it the same?`,
    'new-actor': (found: string) => `“${found}” is not known yet: it is added to the partners and actors.`,
    again: (row: string) => `Tells of the same record as row ${row}: what is new is added to it.`,
    conflict: (found: string, row: string) =>
      `“${found}” says otherwise than row ${row}: what row ${row} says is kept.`,
    merged: (found: string, from: string, to: string) =>
      `Merged cells from row ${from} to row ${to}: “${found}” is read in each of them.`,
    'passed-over': (found: string) => `Passed over, as a title or a total: “${found}”.`,
    'language-guessed': (language: string) => `The texts of this row are read as ${language}.`,
    'one-word-name': (found: string) => `“${found}” is a single word: it is taken for the family name.`,
    'alike-here': (found: string, row: string, like: string) =>
      `“${found}” looks like “${like}” of row ${row}. Is it the same?`,
    'relationship-alike': (found: string, known: string) =>
      `A relationship of this kind with “${found}” is known already: “${known}”. This row makes another one, unless it is that one.`,
    'relationship-alike-named': (found: string, known: string) =>
      `“${found}” is a new relationship; “${known}”, of the same kind and with this partner, is known already. Is it the same?`,
    'agreement-alike': (found: string) =>
      `Another agreement with this partner is called “${found}” too, with other dates: this one is added to it.`,
    'end-without-signature': (found: string) =>
      `${found === '' ? 'This agreement' : `“${found}”`} has an end but no date of signature: without it no deadline will be told.`,
    vaguer: (field: string, known: string, said: string) =>
      `“${field}”: the sheet says “${said}”; what is known is more precise (“${known}”) and is kept.`,
    'other-date': (field: string, known: string, said: string) =>
      `“${field}”: the sheet says “${said}”, but “${known}” is known and is kept. Which one is right?`,
    'other-text': (field: string, said: string, known: string) =>
      `“${field}”: the sheet says “${said}”, but “${known}” is known and is kept. Is it to be added, or put in its place?`,
    'other-language': (source: string, said: string) =>
      `The record is written in ${source}, and this row seems to be in ${said}: its texts are not taken. If they translate those of the record, say that the row is in ${said}.`,
  },
}

const asked = (suggestion: string | null) => (suggestion ? ` Did you mean “${suggestion}”?` : '')
const like = (words: string | null) => (words ? ` Did you mean: ${words}?` : '')

/** What is said of the cells of a list of guests, and of the lines of addresses. */
export const en = {
  errors: {
    'email-missing': 'No mail address.',
    'email-form': (found: string, suggestion: string | null) => `“${found}” is not a mail address.${asked(suggestion)}`,
    'given-name-missing': 'No given name.',
    'family-name-missing': 'No family name.',
    'name-missing': 'No name.',
    'name-one-word': (found: string) => `“${found}” is one word: given and family name are needed.`,
    'category-missing': 'No category.',
    'category-unknown': (found: string, words: string | null) => `“${found}” is none of the categories.${like(words)}`,
    'country-missing': 'No country.',
    'country-unknown': (found: string, words: string | null) => `“${found}” is not a country we know.${like(words)}`,
    'language-missing': 'No language of mails.',
    'language-unknown': (found: string) => `“${found}”: mails are in English, French, Spanish or Portuguese.`,
    'organisation-missing': 'No organisation.',
    'cell-error': (found: string) => `The cell shows an error of the spreadsheet: ${found}.`,
    'too-long': (found: string) => `“${found}…” is too long for this column.`,
    'name-link': (found: string) => `“${found}”: a name is written without a web address or “/”, “@”.`,
    'not-readable': (found: string) => `“${found}” cannot be read here.`,
    'answer-number': (found: string) => `“${found}” is not a number, or one that can be read in two ways.`,
    'answer-choice': (found: string) => `“${found}” is none of the answers to choose from.`,
    'answer-date': (found: string) => `“${found}”: write the day as year-month-day, for example 2018-07-05.`,
    'invitation-used-up': 'The invitation has no place left for this person.',
  },
  warnings: {
    duplicate: (row: string) => `The same person as in row ${row}: this row is left out.`,
    'same-address': (row: string) => `The same address as in row ${row}, with another name: both are registered.`,
    known: (state: string) => `Registered already (${state}): nothing happens.`,
    'email-suspect': (found: string, suggestion: string) =>
      `“${found}”: did you mean “${suggestion}”? It is used as it stands.`,
    number: (found: string) => `“${found}” looks like a number: kept as the text it is.`,
    date: (found: string) => `The cell holds a day: kept as the text “${found}”.`,
    formula: 'The cell holds a formula whose result was not saved: read as empty.',
    merged: (found: string, from: string, to: string) =>
      `One merged cell for rows ${from} to ${to}: “${found}” is read in each of them.`,
    'passed-over': (found: string) => `“${found}”: this row is not a person, and is passed over.`,
    'heading-again': 'The headings once more: passed over.',
    'country-like': (found: string, read: string) => `“${found}” is read as ${read}.`,
    'category-like': (found: string, read: string) => `“${found}” is read as “${read}”.`,
    'language-like': (found: string, read: string) => `“${found}” is read as ${read}.`,
    'language-other': (found: string, read: string) => `“${found}”: we have no mails in it. They will be in ${read}.`,
    'languages-unknown': (words: string) => `No language we know: ${words}. Left out.`,
  },
  lines: {
    form: (found: string, suggestion: string | null) => `“${found}” holds no mail address.${asked(suggestion)}`,
    twice: (found: string, line: string) => `${found} stands in line ${line} already.`,
    'too-many': 'More than 2,000 addresses at once. Send the others in a second go.',
    inLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  },
}

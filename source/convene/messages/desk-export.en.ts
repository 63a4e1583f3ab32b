import { plural } from '#ground/languages/say.ts'

export const en = {
  title: 'The list as a file',
  everybody: (count: number) =>
    plural('en', count, {
      one: '# registration that matches your choices above, with the answers to your questions.',
      other: '# registrations that match your choices above, on all pages, with the answers to your questions.',
    }),
  which:
    'The workbook opens in every spreadsheet. In the CSV, an apostrophe precedes any text that a spreadsheet would take for a formula.',
  workbook: 'Workbook (XLSX)',
  csv: 'Text table (CSV)',
  needsTitle: 'What people need',
  needsText:
    'Access and meal needs say something about people’s health and beliefs. They are in the file only when you ask for them here: take them only if you need them to welcome people, and delete the file afterwards. Each export is recorded with your name.',
  workbookWithNeeds: 'Workbook with a sheet of needs (XLSX)',
  csvOfNeeds: 'Needs alone (CSV)',
  files: { registrations: 'registrations', needs: 'needs' },
  sheets: { registrations: 'Registrations', needs: 'Needs' },
  columns: {
    number: 'Number',
    registered: (city: string) => `Registered (${city} time)`,
    since: (city: string) => `Since (${city} time)`,
    undelivered: 'Last mail not delivered',
    consent: (words: string) => `Consent: ${words}`,
    askedNoMore: (question: string) => `${question} (no longer asked)`,
  },
  yes: 'yes',
  no: 'no',
  yesToEarlier: 'yes, to earlier words',
  noToEarlier: 'no, to earlier words',
}

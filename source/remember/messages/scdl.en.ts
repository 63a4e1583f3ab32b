/** What keeps decisions out of the open file of SCDL Délibérations. */
export const en = {
  toPublish: 'What is missing before the open-data file is valid',
  hint: 'As SCDL Délibérations asks it, the French schema of open data. Inside, nothing keeps you from going on.',
  nothingMissing: 'Nothing is missing before this decision can be published.',
  allThere: 'All public decisions can be published as they are.',
  some: (n: number, of: number) => `${n} of ${of} public ${of === 1 ? 'decision' : 'decisions'} would be refused:`,
  lacks: {
    siret:
      'The SIRET number of the local government: add it to the territory, or to this decision when another one decided.',
    'siret-sum': 'The SIRET number is none: its figures do not add up.',
    subject: 'The subject, of the ACTES nomenclature.',
    'subject-unknown': 'A subject that the ACTES nomenclature has: 1.1 to 9.4.',
    object: 'What was decided.',
    votes: 'For, against and abstentions must make up the number of votes.',
  },
  short: {
    siret: 'SIRET number',
    'siret-sum': 'wrong SIRET number',
    subject: 'subject',
    'subject-unknown': 'unknown subject',
    object: 'object',
    votes: 'votes that do not add up',
  },
}

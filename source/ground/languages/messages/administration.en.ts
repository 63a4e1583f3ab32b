import type { CheckName, FactsOf } from '../../doctor/finding.ts'
import { plural } from '../say.ts'
import { bytes, list, momentOf } from './administration-values.ts'

type Words<Name extends CheckName> = {
  title: string
  found: (facts: FactsOf<Name>) => string
  advice: string
}
export type AdministrationMessages = {
  menu: string
  title: string
  lead: string
  links: {
    title: string
    access: string
    people: string
    spaces: string
    mails: string
    texts: string
    look: string
    mailTest: string
  }
  health: {
    title: string
    allWell: (checks: number) => string
    someIll: (ill: number, checks: number) => string
    check: string
    found: string
    well: string
    ill: string
    caption: string
  }
  backups: {
    caption: string
    title: string
    lead: string
    now: string
    when: string
    file: string
    size: string
    result: string
    good: string
    failed: (why: string) => string
    none: { title: string; text: string }
    made: (file: string, size: number) => string
    begun: string
    notMade: (why: string) => string
  }
  checks: { [Name in CheckName]: Words<Name> }
}

const size = (value: number) => bytes('en', value)
const at = (instant: string) => momentOf('en', instant)
const all = (items: readonly string[]) => list('en', items)

const shift = (seconds: number) =>
  Math.abs(seconds) < 86_400
    ? plural('en', Math.round(Math.abs(seconds)), { one: '# second', other: '# seconds' })
    : plural('en', Math.round(Math.abs(seconds) / 86_400), { one: '# day', other: '# days' })

export const en: AdministrationMessages = {
  menu: 'Administration',
  title: 'Administration',
  lead: 'How this installation is doing, its backups, and where to look after people, mails and texts.',
  links: {
    title: 'Look after',
    access: 'Access rights',
    people: 'People',
    spaces: 'Networks and territories',
    mails: 'Mails to send',
    texts: 'Texts and translations',
    look: 'Name and colour of this site',
    mailTest: 'Test of mail',
  },
  health: {
    title: 'State of the installation',
    allWell: checks => `All ${checks} checks are well.`,
    someIll: (ill, checks) =>
      ill === 1 ? `One check of ${checks} needs attention.` : `${ill} checks of ${checks} need attention.`,
    check: 'Check',
    found: 'Found',
    well: 'Well',
    ill: 'To put right',
    caption: 'Checks',
  },
  backups: {
    caption: 'Last backups',
    title: 'Backups',
    lead: 'Every night at 3:00 (UTC) the whole installation is written into one file in the data folder. The newest of each of the last seven days, five weeks and twelve months are kept. Copy them to another machine: a disk that fails takes its backups with it.',
    now: 'Back up now',
    when: 'Begun (UTC)',
    file: 'File',
    size: 'Size',
    result: 'Result',
    good: 'Made',
    failed: why => `Failed: ${why}`,
    none: { title: 'No backup yet', text: 'The first one is made tonight at 3:00 (UTC), or now with the button.' },
    made: (file, value) => `The backup ${file} is made (${size(value)}).`,
    begun: 'The backup has begun and goes on. It appears in the list when it is made.',
    notMade: why => `The backup could not be made: ${why}`,
  },
  checks: {
    settings: {
      title: 'Settings',
      found: ({ problems }) => (problems.length === 0 ? 'The environment can be read.' : problems.join(' ')),
      advice: 'Correct the named variables, then start again.',
    },
    node: {
      title: 'Node',
      found: ({ version }) => `Version ${version}`,
      advice: 'Start Perenne through npm or ./perenne: they bring Node 26.',
    },
    folder: {
      title: 'Data folder',
      found: ({ path, problem }) =>
        problem === null
          ? `${path} can be read and written.`
          : problem === 'missing'
            ? `${path} is not there.`
            : problem === 'not-writable'
              ? `${path} cannot be written by this user.`
              : `${path} belongs to another user.`,
      advice: 'Name the right folder in PERENNE_DATA, and run this as the user that runs Perenne.',
    },
    disk: {
      title: 'Room on the disk',
      found: ({ free }) => `${size(free)} free`,
      advice: 'Keep at least 1 GB free: remove old logs, move backups away, or enlarge the disk.',
    },
    key: {
      title: 'Signing key',
      found: ({ problem }) =>
        problem === null
          ? 'The key is there.'
          : problem === 'missing'
            ? 'keys/signing.key is not there.'
            : problem === 'wrong-length'
              ? 'keys/signing.key is damaged: it does not have 32 bytes.'
              : 'keys/signing.key can be read by other users.',
      advice:
        'Put the key of the last backup back, with mode 600. Without it, links in mails already sent stop working.',
    },
    database: {
      title: 'Database',
      found: ({ version, error }) =>
        error === null ? `PostgreSQL ${version ?? ''}` : `The database cannot be used: ${error}`,
      advice: 'PostgreSQL 15 or newer must answer. Look at postgres.log in the data folder, or at DATABASE_URL.',
    },
    roles: {
      title: 'Database roles',
      found: ({ problems }) =>
        problems.length === 0
          ? 'Each role may do what it needs and no more.'
          : `Too much or missing: ${all(problems)}.`,
      advice: 'Set the roles right as docs/install.md says: the protection of every table leans on them.',
    },
    policies: {
      title: 'Protection of tables',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `All ${tables} tables have row-level security, forced.`
          : `Not protected: ${all(problems)}.`,
      advice: 'Somebody changed the tables by hand: restore the last good backup into a new installation.',
    },
    history: {
      title: 'History',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `All ${tables} versioned tables keep their history.`
          : `Not as docs/data.md says: ${all(problems)}.`,
      advice: 'Somebody changed the tables by hand: restore the last good backup into a new installation.',
    },
    migrations: {
      title: 'Shape of the database',
      found: ({ at, known }) => `Migration ${at}; this program knows ${known}.`,
      advice: 'A lower number is brought up to date by the next start. A higher one needs the newer program.',
    },
    clock: {
      title: 'Clock',
      found: ({ seconds, demonstration }) =>
        seconds === 0
          ? 'The time is the real time.'
          : `The time is shifted by ${shift(seconds)}${demonstration ? ', as the demonstration does.' : '.'}`,
      advice: 'In real use, set the shift in perenne.clock to 0 as perenne_owner.',
    },
    mails: {
      title: 'Mails',
      found: ({ sent, late, failed }) =>
        !sent
          ? 'SMTP_URL is not set: mails are not sent, they are read on their page.'
          : late === 0 && failed === 0
            ? 'Mails leave.'
            : `Late by more than 15 minutes: ${late}. Failed in the last seven days: ${failed}.`,
      advice: 'The page of mails says why. Check SMTP_URL and that this machine reaches that server.',
    },
    backups: {
      title: 'Backups',
      found: ({ last, error }) =>
        [
          last === null ? 'No backup yet.' : `Last good one: ${at(last)} (UTC).`,
          ...(error === null ? [] : [`The last one failed: ${error}`]),
        ].join(' '),
      advice: 'A good backup should be less than 48 hours old. Put right what the failure names, then back up now.',
    },
    address: {
      title: 'Public address',
      found: ({ url }) => url,
      advice: 'Set PUBLIC_URL to the https address that people type: links in mails begin with it.',
    },
  },
}

import type { LogColumn, LogWords, Route } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { accessWords } from '#ground/languages/messages/people-access.ts'
import { zonesWords } from '#ground/languages/messages/time-zones.ts'
import { get } from '#ground/web/route.ts'
import { showSeminarLog, showWholeLog } from './pages/log.tsx'

export const historyRoutes: readonly Route[] = [
  get('/:l/desk/seminars/:slug/log', 'office', showSeminarLog),
  get('/:l/administration/log', 'administrators', showWholeLog),
]

type Columns = keyof (typeof historyWords)['en']['columns']
type Tables = keyof (typeof historyWords)['en']['tables']
const table = (name: Tables) => (locale: Locale) => historyWords[locale].tables[name]
const column = (name: Columns, words?: LogColumn['words']): LogColumn => ({
  label: locale => historyWords[locale].columns[name],
  ...(words ? { words } : {}),
})
const visibility: LogColumn = {
  label: locale => historyWords[locale].columns.visibility,
  words: (locale, value) => historyWords[locale].visibilities[Number(value)] ?? String(value),
}
const role: LogColumn['words'] = (locale, value) =>
  accessWords[locale].roles[value as keyof (typeof accessWords)['en']['roles']] ?? String(value)

/** How the ground tells what happens to its own records. */
export const groundLog: LogWords = {
  tables: {
    translation: {
      part: 'texts',
      name: table('translation'),
      columns: {},
      owner: doc => ({ table: String(doc.record_table), id: String(doc.record_id) }),
    },
    space: {
      part: 'site',
      name: table('space'),
      knownBy: 'slug',
      columns: {
        slug: column('slug'),
        visibility,
        time_zone: { label: locale => zonesWords[locale].label },
      },
    },
    network_member: {
      part: 'site',
      name: table('network_member'),
      columns: { starts_on: column('starts_on'), ends_on: column('ends_on'), visibility },
    },
    territory: { part: 'site', name: table('territory'), columns: { country: column('country'), visibility } },
    organisation: {
      part: 'site',
      name: table('organisation'),
      whole: true,
      // By its name; one that has none yet by its key.
      named: true,
      knownBy: 'key',
      columns: {
        short_name: column('short_name'),
        country: column('country'),
        website: column('website'),
        visibility,
      },
    },
    access_right: {
      part: 'access',
      name: table('access_right'),
      columns: { role: column('role', role), ends_at: column('ends_at') },
    },
  },
  noted: {
    'mail-test': { part: 'mails', say: locale => historyWords[locale].noted.mailTest },
  },
}

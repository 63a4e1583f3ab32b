import type { MenuEntry, Route, Searchable, TextsOfTable } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { get, post } from '#ground/web/route.ts'
import type { en } from '../messages/seminar.en.ts'
import { seminarMessages } from '../messages/seminar.ts'
import { seminarFileWords } from '../messages/seminar-file.ts'
import { organises } from './acts/organises.ts'
import { calendarFile } from './pages/calendar.ts'
import { seminarYaml } from './pages/export.ts'
import { importBodyLimit, importForm, importSent } from './pages/import.tsx'
import { seminarsPage } from './pages/list.tsx'
import { seminarSchema } from './pages/schema.ts'
import { programmePage, seminarPage } from './pages/seminar.tsx'
import { seminarEntries } from './store/search-entries.ts'

export { seminarCards } from './pages/list.tsx'
export { findSeminar } from './store/find-seminar.ts'

export const seminarRoutes: Route[] = [
  get('/:l/seminars', 'everyone', seminarsPage, { kept: true }),
  get('/:l/seminars/:slug', 'everyone', seminarPage, { kept: true }),
  get('/:l/seminars/:slug/programme', 'everyone', programmePage, { kept: true }),
  get('/:l/seminars/:slug/calendar.ics', 'everyone', calendarFile, { kept: true }),
  get('/schemas/seminar.schema.json', 'everyone', seminarSchema, { kept: true }),
  get('/:l/desk/seminars/:slug/seminar.yaml', 'office', seminarYaml),
  get('/:l/desk/import', 'office', importForm),
  post('/:l/desk/import', 'office', importSent, { bodyLimit: importBodyLimit }),
]

export const seminarSearch: Searchable[] = [{ table: 'seminar', entries: seminarEntries }]

export const seminarMenu: MenuEntry[] = [
  { place: 'public', path: '/seminars', label: locale => seminarMessages[locale].list.title, shownTo: () => true },
  {
    place: 'office',
    path: '/desk/import',
    label: locale => seminarMessages[locale].importing.menu,
    shownTo: organises,
  },
]

const label = (field: keyof typeof en.fields) => (locale: Locale) => seminarMessages[locale].fields[field]
const fileLabel = (field: keyof (typeof seminarFileWords)['en']['fields']) => (locale: Locale) =>
  seminarFileWords[locale].fields[field]

/** Every table of convene whose records carry texts. */
export const seminarTexts: TextsOfTable[] = [
  {
    table: 'seminar',
    fields: {
      title: label('title'),
      subtitle: label('subtitle'),
      theme: label('theme'),
      question: label('question'),
      presentation: label('presentation'),
      audience: label('audience'),
      objective: label('objective'),
      method: label('method'),
      venue_name: label('venue_name'),
      entrance: label('entrance'),
      demonstration: label('demonstration'),
    },
    long: ['theme', 'question', 'presentation', 'audience', 'objective', 'method', 'demonstration'],
  },
  { table: 'seminar_access_line', fields: { text: label('accessLine') } },
  { table: 'seminar_contact', fields: { label: label('label') } },
  { table: 'programme', fields: { name: label('programmeName') } },
  { table: 'slot', fields: { title: label('slotTitle'), method: label('slotMethod') }, long: ['method'] },
  { table: 'slot_theme', fields: { text: label('subTheme') }, long: ['text'] },
  { table: 'slot_document', fields: { title: fileLabel('document') } },
  { table: 'programme_room', fields: { name: fileLabel('room') } },
  {
    table: 'programme_person',
    fields: { role: fileLabel('role'), about: fileLabel('about') },
    long: ['about'],
  },
  { table: 'consent', fields: { text: label('consent') }, long: ['text'] },
  { table: 'quota', fields: { name: fileLabel('quota') } },
  { table: 'question', fields: { label: fileLabel('question'), hint: fileLabel('hint') }, long: ['hint'] },
  { table: 'question_option', fields: { label: fileLabel('option') } },
]

/** The verbs of the command line: `perenne import FILE`, `perenne export seminar SLUG`. */
export { exportVerb } from './acts/export-verb.ts'
export { importVerb } from './acts/import-verb.ts'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Locale, locales } from '../source/ground/languages/locales.ts'
import { rooms } from '../source/rooms.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

const slug = 'vers-une-action-internationale-durable'

/** Addresses that answer with something else than a page of ours; each is read by its own tests. */
const notPages: Record<string, string> = {
  '/': 'leads to the visitor’s language',
  '/fr': 'leads to /fr/',
  '/es': 'leads to /es/',
  '/pt': 'leads to /pt/',
  '/en': 'leads to /en/',
  '/health/live': 'JSON',
  '/health/ready': 'JSON',
  '/schemas/seminar.schema.json': 'JSON Schema',
  '/:l/seminars/:slug/calendar.ics': 'iCalendar',
  '/:l/seminars/:slug/programme.ics': 'iCalendar',
  '/:l/seminars/:slug/programme.pdf': 'PDF',
  '/:l/seminars/:slug/schedule.xml': 'XML for conference apps',
  '/:l/seminars/:slug/schedule.json': 'JSON for conference apps',
  '/api/v1/seminars/:slug/places': 'JSON',
  '/api/v1/seminars/:slug/checks': 'JSON',
  '/api/v1/openapi.json': 'JSON',
  '/:l/territories/:slug/calendar/:token': 'iCalendar',
  '/:l/seminars/:slug/organisations': 'what the form suggests, JSON',
  '/:l/seminars/:slug/territories': 'what the form suggests, JSON',
  '/:l/desk/seminars/:slug/registrations.csv': 'CSV',
  '/:l/desk/seminars/:slug/seminar.yaml': 'YAML',
  '/:l/desk/seminars/:slug/guests/template.csv': 'CSV',
  '/:l/desk/seminars/:slug/guests/template.xlsx': 'XLSX',
  '/:l/desk/seminars/:slug/edit/rooms/:item/remove': 'needs a room: journeys/programme-people.test.ts',
  '/:l/desk/seminars/:slug/edit/people/:item/remove': 'needs a person: journeys/programme-people.test.ts',
  '/:l/desk/seminars/:slug/guests/:id': 'needs a list that waits: journeys/guests.test.ts',
  '/:l/desk/seminars/:slug/guests/:id/columns': 'needs a list that waits: journeys/guests.test.ts',
  '/:l/desk/seminars/:slug/places/invitations/:id/send': 'needs an invitation: journeys/guests.test.ts',
  '/:l/desk/seminars/:slug/places/invitations/:id/send/:sent/erase': 'needs one that was sent: journeys/guests.test.ts',
  '/:l/panel/:token': 'needs somebody who was asked: journeys/panel.test.ts',
  '/:l/panel/:token/erase': 'needs somebody who was asked: journeys/panel.test.ts',
  '/:l/invited/:token': 'needs an invitation that was sent: journeys/guests.test.ts',
  '/:l/desk/seminars/:slug/registrations.xlsx': 'XLSX',
  '/:l/me/:token/data.json': 'JSON',
  '/:l/me/:token/calendar.ics': 'iCalendar',
  '/:l/me/:token/qr.svg': 'the picture itself',
  '/:l/me/:token/letter.pdf': 'PDF',
  '/:l/desk/seminars/:slug/mailings/:id': 'needs a message that was written: journeys/mailings.test.ts',
  '/:l/desk/seminars/:slug/mailings/:id/edit': 'needs a message that was written: journeys/mailings.test.ts',
  '/:l/desk/seminars/:slug/figures.csv': 'CSV',
  '/:l/desk/seminars/:slug/letters/:file': 'PDF',
  '/:l/desk/seminars/:slug/letters/:id/withdraw': 'needs a day on which letters are issued: journeys/letters.test.ts',
  '/:l/administration/mails/:id/html': 'the mail itself, under a policy of its own',
  '/:l/files/:id': 'the file itself',
  '/:l/territories/:slug/contacts.vcf': 'vCard',
  '/:l/territories/:slug/actors/:id/brief.pdf': 'PDF',
  '/:l/territories/:slug/export/:file': 'CSV or XLSX',
  '/:l/territories/:slug/relationships/:id/joined/:part': 'needs one that was joined: journeys/memory-join.test.ts',
  '/:l/territories/:slug/import/:batch': 'needs a file that waits: journeys/memory-sheets.test.ts',
  '/:l/territories/:slug/import/:batch/columns': 'needs a file that waits: journeys/memory-sheets.test.ts',
  '/:l/territories/:slug/decisions.csv': 'CSV',
  '/:l/territories/:slug/contacts/:id/card.vcf': 'vCard',
  '/sign-in/callback': 'leads to the account, or back to the sign-in page: journeys/second-factor.test.ts',
  '/:l/account/second-factor/remove/:id': 'needs a second factor: journeys/second-factor.test.ts',
}

type Found = Record<
  | 'mail'
  | 'draft'
  | 'right'
  | 'person'
  | 'text'
  | 'membership'
  | 'me'
  | 'notMe'
  | 'receipt'
  | 'registration'
  | 'entry'
  | 'commitment'
  | 'document'
  | 'note'
  | 'actor'
  | 'project'
  | 'decision'
  | 'contact'
  | 'post'
  | 'term'
  | 'appointment'
  | 'duty'
  | 'relationship'
  | 'agreement',
  string
>

/** Every page of the house, and who looks at it. A GET route that is in neither list fails the first test. */
const pages: Record<string, (found: Found) => string> = {
  '/:l/': () => '/',
  '/:l/seminars': () => '/seminars',
  '/:l/seminars/:slug': () => `/seminars/${slug}`,
  '/:l/seminars/:slug/programme': () => `/seminars/${slug}/programme`,
  '/:l/seminars/:slug/programme/mine': () =>
    `/seminars/${slug}/programme/mine?slots=part-1,part-2,none&zone=America/Lima`,
  '/:l/seminars/:slug/changes': () => `/seminars/${slug}/changes`,
  '/:l/seminars/:slug/versions/:name': () => `/seminars/${slug}/versions/programme-provisoire`,
  '/:l/seminars/:slug/register': () => `/seminars/${slug}/register`,
  '/:l/seminars/:slug/registered/:receipt': found => found.receipt,
  '/:l/me/:token': found => found.me,
  '/:l/me/:token/change': found => `${found.me}/change`,
  '/:l/me/:token/cancel': found => `${found.me}/cancel`,
  '/:l/me/:token/hand-on': found => `${found.me}/hand-on`,
  '/:l/me/:token/consents': found => `${found.me}/consents`,
  '/:l/me/:token/data': found => `${found.me}/data`,
  '/:l/me/:token/erase': found => `${found.me}/erase`,
  '/:l/not-me/:token': found => found.notMe,
  '/:l/desk': () => '/desk',
  '/:l/desk/import': () => '/desk/import',
  '/:l/desk/seminars/new': () => '/desk/seminars/new',
  '/:l/desk/seminars/new/copy': () => '/desk/seminars/new/copy',
  '/:l/desk/seminars/:slug/copy': () => `/desk/seminars/${slug}/copy`,
  '/:l/desk/seminars/:slug/new/places': () => `/desk/seminars/${slug}/new/places`,
  '/:l/desk/seminars/:slug/new/organisers': () => `/desk/seminars/${slug}/new/organisers`,
  '/:l/desk/seminars/:slug/new/consents': () => `/desk/seminars/${slug}/new/consents`,
  '/:l/desk/seminars/:slug/preview': () => `/desk/seminars/${slug}/preview`,
  '/:l/desk/seminars/:slug/edit': () => `/desk/seminars/${slug}/edit`,
  '/:l/desk/seminars/:slug/edit/texts': () => `/desk/seminars/${slug}/edit/texts`,
  '/:l/desk/seminars/:slug/edit/when-and-where': () => `/desk/seminars/${slug}/edit/when-and-where`,
  '/:l/desk/seminars/:slug/edit/languages': () => `/desk/seminars/${slug}/edit/languages`,
  '/:l/desk/seminars/:slug/edit/registration': () => `/desk/seminars/${slug}/edit/registration`,
  '/:l/desk/seminars/:slug/edit/programme': () => `/desk/seminars/${slug}/edit/programme`,
  '/:l/desk/seminars/:slug/edit/timetable': () => `/desk/seminars/${slug}/edit/timetable`,
  '/:l/desk/seminars/:slug/edit/slots/:item': () => `/desk/seminars/${slug}/edit/slots/part-1`,
  '/:l/desk/seminars/:slug/edit/slots/:item/remove': () => `/desk/seminars/${slug}/edit/slots/part-1/remove`,
  '/:l/desk/seminars/:slug/checks': () => `/desk/seminars/${slug}/checks`,
  '/:l/desk/seminars/:slug/panel': () => `/desk/seminars/${slug}/panel`,
  '/:l/desk/seminars/:slug/edit/questions': () => `/desk/seminars/${slug}/edit/questions`,
  '/:l/desk/seminars/:slug/edit/consents': () => `/desk/seminars/${slug}/edit/consents`,
  '/:l/desk/seminars/:slug/edit/organisations': () => `/desk/seminars/${slug}/edit/organisations`,
  '/:l/desk/seminars/:slug/edit/contacts': () => `/desk/seminars/${slug}/edit/contacts`,
  '/:l/desk/seminars/:slug/edit/questions/:item': () => `/desk/seminars/${slug}/edit/questions/parts`,
  '/:l/desk/seminars/:slug/edit/questions/:item/remove': () => `/desk/seminars/${slug}/edit/questions/parts/remove`,
  '/:l/desk/seminars/:slug/edit/consents/:item': () => `/desk/seminars/${slug}/edit/consents/data`,
  '/:l/desk/seminars/:slug/edit/consents/:item/remove': () => `/desk/seminars/${slug}/edit/consents/data/remove`,
  '/:l/desk/seminars/:slug/edit/organisations/:item': () => `/desk/seminars/${slug}/edit/organisations/allas`,
  '/:l/desk/seminars/:slug/edit/organisations/:item/remove': () =>
    `/desk/seminars/${slug}/edit/organisations/allas/remove`,
  '/:l/desk/seminars/:slug/edit/contacts/:item': () => `/desk/seminars/${slug}/edit/contacts/1`,
  '/:l/desk/seminars/:slug/edit/contacts/:item/remove': () => `/desk/seminars/${slug}/edit/contacts/1/remove`,
  '/:l/desk/seminars/:slug/edit/rooms': () => `/desk/seminars/${slug}/edit/rooms`,
  '/:l/desk/seminars/:slug/edit/rooms/:item': () => `/desk/seminars/${slug}/edit/rooms/~new`,
  '/:l/desk/seminars/:slug/edit/people': () => `/desk/seminars/${slug}/edit/people`,
  '/:l/desk/seminars/:slug/edit/people/:item': () => `/desk/seminars/${slug}/edit/people/~new`,
  '/:l/desk/seminars/:slug/edit/days': () => `/desk/seminars/${slug}/edit/days`,
  '/:l/desk/seminars/:slug/edit/slots/:item/panel': () => `/desk/seminars/${slug}/edit/slots/part-1/panel`,
  '/:l/desk/seminars/:slug': () => `/desk/seminars/${slug}`,
  '/:l/desk/seminars/:slug/registrations': () => `/desk/seminars/${slug}/registrations`,
  '/:l/desk/seminars/:slug/registrations/new': () => `/desk/seminars/${slug}/registrations/new`,
  '/:l/desk/seminars/:slug/registrations/:id': found => found.registration,
  '/:l/desk/seminars/:slug/registrations/:id/change': found => `${found.registration}/change`,
  '/:l/desk/seminars/:slug/waiting-list': () => `/desk/seminars/${slug}/waiting-list`,
  '/:l/desk/seminars/:slug/places': () => `/desk/seminars/${slug}/places`,
  '/:l/desk/seminars/:slug/places/edit': () => `/desk/seminars/${slug}/places/edit`,
  '/:l/desk/seminars/:slug/places/invitations/:id': () => `/desk/seminars/${slug}/places/invitations/new`,
  '/:l/desk/seminars/:slug/guests': () => `/desk/seminars/${slug}/guests`,
  '/:l/desk/seminars/:slug/organisations': () => `/desk/seminars/${slug}/organisations`,
  '/:l/desk/seminars/:slug/mailings': () => `/desk/seminars/${slug}/mailings`,
  '/:l/desk/seminars/:slug/mailings/new': () => `/desk/seminars/${slug}/mailings/new`,
  '/:l/desk/seminars/:slug/mailings/reminders': () => `/desk/seminars/${slug}/mailings/reminders`,
  '/:l/desk/seminars/:slug/words': () => `/desk/seminars/${slug}/words`,
  '/:l/desk/seminars/:slug/words/:template': () => `/desk/seminars/${slug}/words/reminder`,
  '/:l/desk/seminars/:slug/programme': () => `/desk/seminars/${slug}/programme`,
  '/:l/desk/seminars/:slug/programme/documents': () => `/desk/seminars/${slug}/programme/documents`,
  '/:l/desk/seminars/:slug/programme/languages': () => `/desk/seminars/${slug}/programme/languages`,
  '/:l/desk/seminars/:slug/programme/translate/:language': () => `/desk/seminars/${slug}/programme/translate/pt`,
  '/:l/desk/seminars/:slug/programme/publish/:language': () => `/desk/seminars/${slug}/programme/publish/pt`,
  '/:l/desk/seminars/:slug/programme/tell': () => `/desk/seminars/${slug}/programme/tell`,
  '/:l/desk/seminars/:slug/life': () => `/desk/seminars/${slug}/life`,
  '/:l/desk/seminars/:slug/life/:step': () => `/desk/seminars/${slug}/life/move`,
  '/:l/desk/seminars/:slug/figures': () => `/desk/seminars/${slug}/figures`,
  '/:l/desk/seminars/:slug/territories': () => `/desk/seminars/${slug}/territories`,
  '/:l/desk/seminars/:slug/letters': () => `/desk/seminars/${slug}/letters`,
  '/:l/desk/seminars/:slug/retention': () => `/desk/seminars/${slug}/retention`,
  '/:l/desk/seminars/:slug/mails': () => `/desk/seminars/${slug}/mails`,
  '/:l/desk/texts': () => '/desk/texts',
  '/:l/desk/texts/:table/:record/:field': found => found.text,
  '/:l/search': () => '/search?q=action',
  '/:l/accessibility': () => '/accessibility',
  '/:l/privacy': () => '/privacy',
  '/:l/styleguide': () => '/styleguide',
  '/:l/sign-in': () => '/sign-in',
  '/:l/sign-in/second': () => '/sign-in/second',
  '/:l/sign-in/:token': () => '/sign-in/forged.token',
  '/:l/first/:token': () => '/first/forged.token',
  '/:l/account': () => '/account',
  '/:l/account/second-factor': () => '/account/second-factor',
  '/:l/account/second-factor/app': () => '/account/second-factor/app',
  '/:l/account/second-factor/passkeys': () => '/account/second-factor/passkeys',
  '/:l/setup': () => '/setup',
  '/:l/setup/network': () => '/setup/network',
  '/:l/setup/look': () => '/setup/look',
  '/:l/setup/mail': () => '/setup/mail',
  '/:l/setup/seminar': () => '/setup/seminar',
  '/:l/desk/seminars/:slug/log': () => `/desk/seminars/${slug}/log?by=all`,
  '/:l/administration/log': () => '/administration/log?by=all',
  '/:l/administration': () => '/administration',
  '/:l/administration/access': () => '/administration/access',
  '/:l/administration/access/give': () => '/administration/access/give',
  '/:l/administration/access/:id/end': found => found.right,
  '/:l/administration/people': () => '/administration/people?q=e',
  '/:l/administration/people/:id/erase': found => found.person,
  '/:l/administration/people/:id/second-factor': found => found.person.replace(/erase$/, 'second-factor'),
  '/:l/administration/security': () => '/administration/security',
  '/:l/administration/spaces': () => '/administration/spaces',
  '/:l/administration/spaces/networks/:id': () => '/administration/spaces/networks/new',
  '/:l/administration/spaces/territories/:id': () => '/administration/spaces/territories/new',
  '/:l/administration/spaces/territories/:id/memberships/:membership': found => found.membership,
  '/:l/administration/mails': () => '/administration/mails',
  '/:l/administration/mails/:id': found => found.mail,
  '/:l/territories': () => '/territories',
  '/:l/territories/:slug': () => '/territories/brecourt-sur-loire',
  '/:l/territories/:slug/search': () => '/territories/brecourt-sur-loire/search?q=agua%20comit%C3%A9s&from=2010',
  '/:l/territories/:slug/monday': () => '/territories/brecourt-sur-loire/monday',
  '/:l/territories/:slug/timeline': () => '/territories/brecourt-sur-loire/timeline',
  '/:l/territories/:slug/checks': () => '/territories/brecourt-sur-loire/checks',
  '/:l/territories/:slug/checks/:code': () => '/territories/brecourt-sur-loire/checks/relationship-dormant',
  '/:l/territories/:slug/reminders': () => '/territories/brecourt-sur-loire/reminders',
  '/:l/shared': () => '/shared',
  '/:l/territories/:slug/history': () => '/territories/brecourt-sur-loire/history',
  '/:l/territories/:slug/differences': () =>
    '/territories/brecourt-sur-loire/differences?from=2016-01-01&to=2017-12-31',
  '/:l/territories/:slug/shares': () => '/territories/brecourt-sur-loire/shares',
  '/:l/territories/:slug/records/:table/:record': found =>
    found.relationship.replace('/relationships/', '/records/relationship/'),
  '/:l/territories/:slug/records/:table/:record/share': found =>
    `${found.relationship.replace('/relationships/', '/records/relationship/')}/share`,
  '/:l/territories/:slug/actors': () => '/territories/brecourt-sur-loire/actors',
  '/:l/territories/:slug/projects': () => '/territories/brecourt-sur-loire/projects',
  '/:l/territories/:slug/projects/new': () => '/territories/brecourt-sur-loire/projects/new',
  '/:l/territories/:slug/projects/:id': found => found.project,
  '/:l/territories/:slug/projects/:id/edit': found => `${found.project}/edit`,
  '/:l/territories/:slug/projects/:id/themes': found => `${found.project}/themes`,
  '/:l/territories/:slug/projects/:id/remove': found => `${found.project}/remove`,
  '/:l/territories/:slug/projects/:id/organisations/:part': found => `${found.project}/organisations/new`,
  '/:l/territories/:slug/projects/:id/places/:part': found => `${found.project}/places/new`,
  '/:l/territories/:slug/projects/:id/money/:part': found => `${found.project}/money/new`,
  '/:l/territories/:slug/decisions': () => '/territories/brecourt-sur-loire/decisions',
  '/:l/territories/:slug/decisions/new': () => '/territories/brecourt-sur-loire/decisions/new',
  '/:l/territories/:slug/decisions/:id': found => found.decision,
  '/:l/territories/:slug/decisions/:id/edit': found => `${found.decision}/edit`,
  '/:l/territories/:slug/decisions/:id/remove': found => `${found.decision}/remove`,
  '/:l/territories/:slug/contacts': () => '/territories/brecourt-sur-loire/contacts',
  '/:l/territories/:slug/posts': () => '/territories/brecourt-sur-loire/posts',
  '/:l/territories/:slug/services': () => '/territories/brecourt-sur-loire/services',
  '/:l/territories/:slug/actors/duplicates': () => '/territories/brecourt-sur-loire/actors/duplicates',
  '/:l/territories/:slug/actors/new': () => '/territories/brecourt-sur-loire/actors/new',
  '/:l/territories/:slug/contacts/new': () => '/territories/brecourt-sur-loire/contacts/new',
  '/:l/territories/:slug/posts/new': () => '/territories/brecourt-sur-loire/posts/new',
  '/:l/territories/:slug/terms/new': () => '/territories/brecourt-sur-loire/terms/new',
  '/:l/territories/:slug/appointments/new': () => '/territories/brecourt-sur-loire/appointments/new',
  '/:l/territories/:slug/services/new': () => '/territories/brecourt-sur-loire/services/new',
  '/:l/territories/:slug/actors/:id': found => found.actor,
  '/:l/territories/:slug/contacts/:id': found => found.contact,
  '/:l/territories/:slug/posts/:id': found => found.post,
  '/:l/territories/:slug/terms/:id': found => found.term,
  '/:l/territories/:slug/actors/:id/edit': found => `${found.actor}/edit`,
  '/:l/territories/:slug/actors/:id/remove': found => `${found.actor}/remove`,
  '/:l/territories/:slug/contacts/:id/edit': found => `${found.contact}/edit`,
  '/:l/territories/:slug/contacts/:id/remove': found => `${found.contact}/remove`,
  '/:l/territories/:slug/posts/:id/edit': found => `${found.post}/edit`,
  '/:l/territories/:slug/posts/:id/remove': found => `${found.post}/remove`,
  '/:l/territories/:slug/terms/:id/edit': found => `${found.term}/edit`,
  '/:l/territories/:slug/terms/:id/remove': found => `${found.term}/remove`,
  '/:l/territories/:slug/appointments/:id/edit': found => `${found.appointment}/edit`,
  '/:l/territories/:slug/appointments/:id/remove': found => `${found.appointment}/remove`,
  '/:l/territories/:slug/services/:id/edit': found => `${found.duty}/edit`,
  '/:l/territories/:slug/services/:id/remove': found => `${found.duty}/remove`,
  '/:l/territories/:slug/import': () => '/territories/brecourt-sur-loire/import',
  '/:l/territories/:slug/export': () => '/territories/brecourt-sur-loire/export',
  '/:l/territories/:slug/journal': () => '/territories/brecourt-sur-loire/journal',
  '/:l/territories/:slug/journal/new': () => '/territories/brecourt-sur-loire/journal/new',
  '/:l/territories/:slug/journal/:id': found => found.entry,
  '/:l/territories/:slug/journal/:id/edit': found => `${found.entry}/edit`,
  '/:l/territories/:slug/journal/:id/remove': found => `${found.entry}/remove`,
  '/:l/territories/:slug/commitments': () => '/territories/brecourt-sur-loire/commitments',
  '/:l/territories/:slug/commitments/new': () => '/territories/brecourt-sur-loire/commitments/new',
  '/:l/territories/:slug/commitments/:id': found => found.commitment,
  '/:l/territories/:slug/commitments/:id/edit': found => `${found.commitment}/edit`,
  '/:l/territories/:slug/commitments/:id/remove': found => `${found.commitment}/remove`,
  '/:l/territories/:slug/documents': () => '/territories/brecourt-sur-loire/documents',
  '/:l/territories/:slug/documents/new': () => '/territories/brecourt-sur-loire/documents/new',
  '/:l/territories/:slug/documents/:id': found => found.document,
  '/:l/territories/:slug/documents/:id/edit': found => `${found.document}/edit`,
  '/:l/territories/:slug/documents/:id/remove': found => `${found.document}/remove`,
  '/:l/territories/:slug/notes': () => '/territories/brecourt-sur-loire/notes',
  '/:l/territories/:slug/notes/new': () => '/territories/brecourt-sur-loire/notes/new',
  '/:l/territories/:slug/notes/:id': found => found.note,
  '/:l/territories/:slug/notes/:id/edit': found => `${found.note}/edit`,
  '/:l/territories/:slug/notes/:id/remove': found => `${found.note}/remove`,
  '/:l/territories/:slug/journal/mail': () => '/territories/brecourt-sur-loire/journal/mail',
  '/:l/territories/:slug/journal/mail/:draft': found => found.draft,
  '/:l/territories/:slug/journal/mail/:draft/drop': found => `${found.draft}/drop`,
  '/:l/territories/:slug/documents/due': () => '/territories/brecourt-sur-loire/documents/due',
  '/:l/territories/:slug/relationships': () => '/territories/brecourt-sur-loire/relationships',
  '/:l/territories/:slug/relationships/new': () => '/territories/brecourt-sur-loire/relationships/new',
  '/:l/territories/:slug/relationships/circles': found =>
    `/territories/brecourt-sur-loire/relationships/circles?visibility=2&id[]=${found.relationship.split('/').at(-1)}`,
  '/:l/territories/:slug/relationships/:id/join': found => `${found.relationship}/join`,
  '/:l/territories/:slug/relationships/:id': found => found.relationship,
  '/:l/territories/:slug/relationships/:id/edit': found => `${found.relationship}/edit`,
  '/:l/territories/:slug/relationships/:id/remove': found => `${found.relationship}/remove`,
  '/:l/territories/:slug/relationships/:id/parties/:part': found => `${found.relationship}/parties/new`,
  '/:l/territories/:slug/relationships/:id/fees/:part': found => `${found.relationship}/fees/new`,
  '/:l/territories/:slug/relationships/:id/seats/:part': found => `${found.relationship}/seats/new`,
  '/:l/territories/:slug/relationships/:id/agreements/new': found => `${found.relationship}/agreements/new`,
  '/:l/territories/:slug/agreements/:id': found => found.agreement,
  '/:l/territories/:slug/agreements/:id/edit': found => `${found.agreement}/edit`,
  '/:l/territories/:slug/agreements/:id/remove': found => `${found.agreement}/remove`,
  '/:l/territories/:slug/agreements/:id/events/:part': found => `${found.agreement}/events/new`,
}

openJourney()
let cookies: { name: string; value: string; domain: string; path: string }[]
let found: Found
let open: Found

const wide = { width: 1280, scheme: 'light' } as const
const narrow = { width: 320, scheme: 'dark' } as const
type Look = typeof wide | typeof narrow

type Window = { page: Page; as: Look }
const windows = new Map<string, Window[]>()

// Who reads the same language takes the same window again: its styles, scripts and fonts are fetched and compiled once.
async function windowFor(locale: Locale, signedIn: boolean): Promise<Window & { giveBack(as: Look): void }> {
  const key = JSON.stringify([locale, signedIn])
  const free = windows.get(key) ?? []
  windows.set(key, free)
  const { page, as } = free.pop() ?? { page: await openWindow(locale, signedIn), as: wide }
  return { page, as, giveBack: as => void free.push({ page, as }) }
}

async function openWindow(locale: Locale, signedIn: boolean): Promise<Page> {
  const page = await browser.newPage({ ...wide, locale })
  if (signedIn) await page.context().addCookies(cookies)
  return page
}

async function turnTo(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
}

// What a page leaves behind would be there for the next one.
afterAll(async () => {
  for (const [key, pages] of windows) {
    for (const { page } of pages) {
      const left = await page.context().storageState()
      expect(left.origins, key).toEqual([])
      expect(left.cookies.length, key).toBe(JSON.parse(key)[1] ? cookies.length : 0)
    }
  }
})

beforeAll(async () => {
  const page = await signIn('administrator')
  cookies = await page.context().cookies()
  found = await discover(page)
  open = { ...found, ...(await discoverOpen()) }
})

// Of the records of a memory those that a citizen finds; where they find none of a kind, one that is not for them.
async function discoverOpen(): Promise<Partial<Found>> {
  const memory = '/territories/brecourt-sur-loire'
  const first = async (path: string, part: string) => {
    const html = await (await fetch(`${server.origin}/fr${path}`)).text()
    return new RegExp(`/fr(${memory}/${part}/[0-9a-f-]{36})`).exec(html)?.[1]
  }
  const lists = {
    ...{ entry: 'journal', document: 'documents', note: 'notes', actor: 'actors', project: 'projects' },
    ...{ decision: 'decisions', contact: 'contacts', post: 'posts', relationship: 'relationships' },
  }
  const seen: Partial<Found> = {}
  for (const [kind, part] of Object.entries(lists)) {
    const address = await first(`${memory}/${part}`, part)
    if (address) seen[kind as keyof Found] = address
  }
  const term = await first(`${memory}/posts`, 'terms')
  const agreement = seen.relationship ? await first(seen.relationship, 'agreements') : undefined
  return { ...seen, ...(term ? { term } : {}), ...(agreement ? { agreement } : {}) }
}

// The addresses that carry an id are read off the pages that lead to them, as a visitor finds them.
async function discover(page: Page): Promise<Found> {
  const on = async (path: string, pattern: RegExp) => {
    const html = await (await page.request.get(`${server.origin}/fr${path}`)).text()
    const address = pattern.exec(html)?.[1]
    if (!address) throw new Error(`nothing like ${pattern} on ${path}`)
    return address.replaceAll('&amp;', '&')
  }
  await page.goto(`${server.origin}/fr/administration/spaces/territories/new`)
  await page.locator('input[name="slug"]').fill('port-lumiere')
  for (const locale of locales) await page.locator(`input[name="name-${locale}"]`).fill('Port-Lumière')
  await page.locator('select[name="country"]').selectOption('FR')
  await page.locator('select[name="government"]').selectOption({ index: 1 })
  await page.locator('main form button').first().click()
  const territory = await on('/administration/spaces', /\/fr(\/administration\/spaces\/territories\/[0-9a-f-]{36})/)

  const visitor = await browser.newPage({ javaScript: false })
  await visitor.goto(`${server.origin}/fr/seminars/${slug}/register`)
  for (const [name, value] of Object.entries({
    givenName: 'Zoé',
    familyName: 'Parcours',
    email: 'zoe@example.org',
    organisation: 'Essai',
  })) {
    await visitor.locator(`input[name="${name}"]`).fill(value)
  }
  await visitor.locator('input[name="category"]').first().check()
  await visitor.locator('select[name="country"]').selectOption('FR')
  await visitor.getByRole('checkbox').first().check()
  await visitor.locator('main form button').first().click()
  const mail = await on('/administration/mails', /\/fr(\/administration\/mails\/[0-9a-f-]{36})/)
  const within = (path: string, part: string) =>
    on(
      `/territories/brecourt-sur-loire/${path}`,
      new RegExp(`/fr(/territories/brecourt-sur-loire/${part}/[0-9a-f-]{36})`),
    )
  const ofMemory = (part: string) =>
    on(
      `/territories/brecourt-sur-loire/${part}`,
      new RegExp(`/fr(/territories/brecourt-sur-loire/${part}/[0-9a-f-]{36})`),
    )
  await page.goto(`${server.origin}/fr/territories/brecourt-sur-loire/journal/mail`)
  const eml = [
    'From: Zoe <zoe@example.org>',
    'To: Ville <ville@example.org>',
    'Subject: Rapport',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x\r\nContent-Type: text/plain\r\n\r\nLe rapport suit.\r\n\r\n-- \r\nZoe',
    '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\nUne note',
    '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=p.exe\r\n\r\nMZ\u0000',
    '--x--',
  ].join('\r\n')
  await page
    .locator('input[name="mail"]')
    .setInputFiles({ name: 'rapport.eml', mimeType: 'message/rfc822', buffer: Buffer.from(eml) })
  await page.locator('form:has(input[name="mail"]) button').click()
  const draft = new URL(page.url()).pathname.slice(3)
  const post = await ofMemory('posts')
  const relationship = await on(
    '/territories/brecourt-sur-loire/relationships',
    /\/fr(\/territories\/brecourt-sur-loire\/relationships\/[0-9a-f-]{36})/,
  )
  return {
    receipt: new URL(visitor.url()).pathname.slice(3),
    mail,
    me: await on(mail, /\/[a-z]{2}(\/me\/[^"<\s]+)/),
    notMe: await on(mail, /\/[a-z]{2}(\/not-me\/[^"<\s]+)/),
    registration: await on(
      `/desk/seminars/${slug}/registrations`,
      /\/fr(\/desk\/seminars\/[^/"]+\/registrations\/[0-9a-f-]{36})/,
    ),
    right: await on('/administration/access', /\/fr(\/administration\/access\/[0-9a-f-]{36}\/end)/),
    person: await on('/administration/people?q=a', /\/fr(\/administration\/people\/[0-9a-f-]{36}\/erase)/),
    text: await on('/desk/texts', /\/fr(\/desk\/texts\/[a-z_]+\/[0-9a-f-]{36}\/[a-z_]+)/),
    membership: `${territory}/memberships/new`,
    entry: await ofMemory('journal'),
    draft,
    commitment: await ofMemory('commitments'),
    document: await ofMemory('documents'),
    note: await ofMemory('notes'),
    actor: await ofMemory('actors'),
    project: await ofMemory('projects'),
    decision: await ofMemory('decisions'),
    contact: await ofMemory('contacts'),
    post,
    term: await within('posts', 'terms'),
    appointment: await within(post.replace('/territories/brecourt-sur-loire/', ''), 'appointments'),
    duty: await within('services', 'services'),
    relationship,
    agreement: await on(relationship, /\/fr(\/territories\/brecourt-sur-loire\/agreements\/[0-9a-f-]{36})/),
  }
}

describe('every page', () => {
  test('each GET route is a page to visit, or is said not to be one', () => {
    const routes = rooms.flatMap(room => room.routes).filter(route => route.method === 'GET')
    expect([...Object.keys(pages), ...Object.keys(notPages)].sort()).toEqual(
      [...new Set(routes.map(route => route.path))].sort(),
    )
  })

  const all = [...Object.entries(pages), ['/:l/demo', () => '/demo'] as const]
  for (const [index, [route, address]] of all.entries()) {
    const locale = locales[index % 4] as Locale
    // Two or three at once: while one is drawn, another is read.
    test.concurrent(`${route} (${locale}, 1280 light and 320 dark)`, async () => {
      // The public sees the public pages; the office's are the administrator's.
      const office = /desk|administration|account|territories\/:slug\//.test(route)
      const { page, as, giveBack } = await windowFor(locale, office)
      // The window is narrowed, or widened, as it was left: what opens one way is seen the other way as well.
      const other = as === wide ? narrow : wide
      const answer = await page.goto(`${server.origin}/${locale}${address(found)}`)
      if (answer === null) throw new Error(`${route} did not answer`)
      expect([200, 404, 410]).toContain(answer.status())
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await problemsOf(page, { html: await answer.text() }), `${as.width}`).toEqual([])
      await turnTo(page, other)
      expect(await problemsOf(page, { html: null }), `${other.width}`).toEqual([])
      giveBack(other)
    })
  }

  // What a territory shows to everyone looks otherwise to a citizen: without the office's doors, buttons and records.
  const read = rooms
    .flatMap(room => room.routes)
    .filter(({ method, path, door }) => method === 'GET' && door === 'everyone' && path in pages)
    .filter(({ path }) => path.startsWith('/:l/territories/:slug'))
  for (const [index, { path }] of read.entries()) {
    const locale = locales[(index + 1) % 4] as Locale
    test.concurrent(`${path} as a citizen reads it (${locale})`, async () => {
      const { page, as, giveBack } = await windowFor(locale, false)
      const answer = await page.goto(`${server.origin}/${locale}${pages[path]?.(open)}`)
      if (answer === null) throw new Error(`${path} did not answer`)
      expect([200, 404]).toContain(answer.status())
      expect(await problemsOf(page, { html: await answer.text() })).toEqual([])
      giveBack(as)
    })
  }
})

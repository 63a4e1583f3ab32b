import pg from 'pg'
import { vi } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/index.ts'
import { deskRoutes } from '#convene/registration/pages/desk/routes.ts'
import type { Category } from '#convene/registration/rules/answers.ts'
import { type PlacesSettings, readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import { as, job, person } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'
import { answers, makeSeminar, query, rooms, signedIn, type TestSeminar } from './support.ts'

const known = new Set(rooms.flatMap(({ routes }) => routes).map(({ method, path }) => `${method} ${path}`))

/** The room with all its office pages, whether or not its own list of routes has them already. */
export const deskRooms: readonly Room[] = [
  ...rooms,
  { name: 'desk', routes: deskRoutes.filter(({ method, path }) => !known.has(`${method} ${path}`)) },
]

/** A page as a signed-in person gets it. */
export async function ask(house: TestHouse, path: string, cookie: string) {
  const response = await house.ask(path, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}

type Sent = { status: number; html: string; location: string | null; cookie: string }

/** A form sent by a signed-in person; a field with several values is given as an array. */
export async function send(
  house: TestHouse,
  path: string,
  cookie: string,
  fields: Record<string, string | readonly string[]>,
): Promise<Sent> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const response = await house.ask(path, {
    method: 'POST',
    body,
    headers: { cookie, origin: house.settings.publicUrl.origin },
  })
  // The message for the next page travels as a cookie of its own.
  const flash = response.headers.get('set-cookie')?.split(';')[0]
  return {
    status: response.status,
    html: await response.text(),
    location: response.headers.get('location'),
    cookie: flash ? `${cookie}; ${flash}` : cookie,
  }
}

/** What a form would send as it stands on a page: hidden, typed, ticked and chosen. */
export function fieldsOf(html: string, action?: string): Record<string, string | string[]> {
  const forms = [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
  const wanted = forms.filter(([, to]) => action === undefined || to === action)
  // Of several, the one that has a version.
  const form = (wanted.find(([, , body]) => body?.includes('name="_form"')) ?? wanted[0])?.[2] ?? ''
  const found: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name) found[name] = [...(found[name] ?? []), unescaped(value)]
  }
  for (const [, tag] of form.matchAll(/<input([^>]*?)\/?>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag ?? '')?.[1]
    const type = attribute('type') ?? 'text'
    if ((type === 'checkbox' || type === 'radio') && !/\bchecked\b/.test(tag ?? '')) continue
    add(attribute('name'), attribute('value') ?? '')
  }
  for (const [, name, body] of form.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    add(name, body ?? '')
  for (const [, name, body] of form.matchAll(/<select[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    add(name, /<option value="([^"]*)" selected/.exec(body ?? '')?.[1] ?? '')
  return Object.fromEntries(
    Object.entries(found).map(([name, values]) => [name, name.endsWith('[]') ? values : (values.at(-1) ?? '')]),
  )
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What is said on a page, without its tags. */
export const wordsOn = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** Queries that a page asks of the database, to compare one row with three. */
export async function queriesOf(house: TestHouse, path: string, cookie: string): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  const { status } = await ask(house, path, cookie)
  const asked = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
  spy.mockRestore()
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return asked.filter(text => /^\s*(select|with|insert|update|delete)/i.test(text)).length
}

/** Settles the places of a seminar as its organiser would, from what they are. */
export async function settle(
  house: TestHouse,
  seminar: TestSeminar,
  organiser: string,
  change: (settings: PlacesSettings) => PlacesSettings,
) {
  const settings = await as(house.db, job('test'), tx => readPlacesSettings(tx, seminar.id))
  return changePlaces(house, person(organiser), seminar.slug, {
    ...change(settings),
    version: placesVersion(settings),
  })
}

export const universities = (capacity: number) => ({
  key: 'universities',
  capacity,
  categories: ['university'] as Category[],
  regions: null,
  territoryId: null,
  position: 2,
  name: { fr: 'Universités', en: 'Universities' },
})

/** A seminar of 4 places, 1 of them for universities, with people in each state and somebody who was passed over. */
export async function filled(house: TestHouse) {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 4 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: [...quotas, universities(1)],
    admission: { ...admission, approvalFor: ['other'] },
  }))
  const invited = await makeInvitation(house, person(personId), seminar.slug, {
    label: 'Réseau des villes',
    code: 'VILLES2018',
    places: 2,
    reserved: true,
    reservedUntil: null,
    validUntil: null,
    priority: 5,
    withoutApproval: true,
  })
  if (invited.outcome !== 'made') throw new Error(`the invitation was not made: ${invited.outcome}`)
  const add = async (familyName: string, category: Category, more: Record<string, string> = {}) => {
    const result = await register(
      house,
      answers(seminar, {
        familyName,
        email: `${familyName.toLowerCase()}@example.org`,
        category,
        organisation: `Organisation ${familyName}`,
        ...more,
      }),
    )
    if (result.outcome === 'refused') throw new Error(`${familyName} was refused: ${result.why}`)
    return result.id
  }
  const ids = {
    invitation: invited.id,
    professor: await add('Professor', 'university'),
    mayor: await add('Mayor', 'elected', { country: 'FR' }),
    waiting: await add('Researcher', 'university', { country: 'GH' }),
    behind: await add('Clerk', 'staff'),
    requested: await add('Other', 'other'),
    invited: await add('Invited', 'staff', { invitation: 'VILLES2018' }),
  }
  await house.setClock('2018-06-12T08:03:00Z')
  // The mayor leaves: the researcher is first in line, and universities are full.
  await cancelRegistration(house, person(personId), ids.mayor, { reason: 'On mission that day' })
  await query(
    house,
    `update perenne.mail set state = 'failed', attempts = 8 where person_id = (
    select person_id from perenne.registration where id = $1)`,
    [ids.behind],
  )
  return { seminar, personId, cookie, ids }
}

import { newSendingKey } from '#convene/registration/pages/form/served.ts'
import { formRoutes } from '#convene/registration/pages/form-routes.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Room } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import type { TestHouse } from '../../support/house.ts'
import { fields, rooms, type TestSeminar } from './support.ts'

const there = new Set(rooms.flatMap(({ routes }) => routes).map(({ method, path }) => `${method} ${path}`))

/** The room with the form's own addresses. */
export const formRooms: readonly Room[] = [
  ...rooms,
  { name: 'form', routes: formRoutes.filter(({ method, path }) => !there.has(`${method} ${path}`)) },
]

/** The key of a form that was served so many seconds ago; a minute, when nothing is said. */
export const keyOf = (house: TestHouse, seconds = 60) =>
  newSendingKey(house.keys, Temporal.Now.instant().subtract({ seconds }))

export type Values = Record<string, string | readonly string[]>

/** Sends the form as a browser does, boxes of one name each by itself; as somebody who took their time over it. */
export async function sendForm(
  house: TestHouse,
  seminar: TestSeminar,
  given: Values = {},
  once = keyOf(house),
  locale: Locale = 'en',
) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...fields(), ...given, _once: once }))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const response = await house.ask(`/${locale}/seminars/${seminar.slug}/register`, {
    method: 'POST',
    body,
    headers: { origin: house.settings.publicUrl.origin },
  })
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() }
}

export const readPage = async (house: TestHouse, path: string, headers: Record<string, string> = {}) => {
  const response = await house.ask(path, { headers })
  return { status: response.status, html: await response.text() }
}

/** Another person of the form, their fields with their number. */
export const person = (number: number, given: Values = {}): Values =>
  Object.fromEntries(
    Object.entries({
      givenName: `Rosa ${number}`,
      familyName: 'Duarte',
      email: `rosa${number}@example.org`,
      category: 'staff',
      language: 'es',
      'consent-data': 'yes',
      ...given,
    }).map(([name, value]) => [`p${number}-${name}`, value]),
  )

/** An approved organisation (or one that is not public yet) of a space. @returns its id */
export function makeOrganisation(
  house: TestHouse,
  spaceId: string,
  name: Partial<Record<Locale, string>>,
  more: { short?: string; country?: string; visibility?: Visibility } = {},
): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('organisation')
      .values({
        space_id: spaceId,
        kind: 'local-government',
        visibility: more.visibility ?? 2,
        short_name: more.short ?? null,
        country: more.country ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const source = Object.keys(name)[0] as Locale
    await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source, bodies: name }])
    return id
  })
}

/** A public territory. @returns its id */
export function makeTerritory(house: TestHouse, slug: string, name: Partial<Record<Locale, string>>): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'territory', parent_id: '00000000-0000-4000-8000-000000000001', slug, visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('territory')
      .values({ id, country: 'BR', region: 'latin-america', government: 'municipality', visibility: 2 })
      .execute()
    await writeTexts(tx, [{ table: 'space', id, field: 'name', source: Object.keys(name)[0] as Locale, bodies: name }])
    return id
  })
}

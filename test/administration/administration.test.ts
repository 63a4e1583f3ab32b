import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administrationMenu, administrationRoutes } from '../../source/ground/administration/index.ts'
import { backupsFolder } from '../../source/ground/backup/index.ts'
import { as } from '../../source/ground/database/actor.ts'
import type { Role } from '../../source/ground/database/tables.ts'
import { locales } from '../../source/ground/languages/locales.ts'
import { administration } from '../../source/ground/languages/messages/administration.ts'
import { openSession } from '../../source/ground/people/session.ts'
import { tester } from '../backup/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

const installation = '00000000-0000-4000-8000-000000000001'
let house: TestHouse
let administrator: string
let organiser: string

async function signedIn(role: Role): Promise<string> {
  const id = await as(house.db, tester, async tx => {
    const person = { language: 'fr', given_name: role, email: `${role}@example.org`, has_account: true }
    const { id } = await tx.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow()
    const network = role !== 'administrator'
    const space_id = network
      ? (
          await tx
            .insertInto('space')
            .values({ kind: 'network', parent_id: null, slug: 'a-network' })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      : installation
    await tx
      .insertInto('access_right')
      .values({
        person_id: id,
        role,
        space_id,
        space_kind: network ? 'network' : 'installation',
        reason: 'test',
        ends_at: null,
        given_by: null,
      })
      .execute()
    return id
  })
  return `perenne_session=${(await openSession(house.db, id)).token}`
}

beforeAll(async () => {
  house = await openTestHouse([{ name: 'administration', routes: administrationRoutes, menu: administrationMenu }])
  await mkdir(join(house.settings.dataFolder, 'keys'))
  await writeFile(join(house.settings.dataFolder, 'keys/signing.key'), Buffer.alloc(32), { mode: 0o600 })
  administrator = await signedIn('administrator')
  organiser = await signedIn('organiser')
})
afterAll(() => house.close())

const see = async (cookie: string, locale = 'en') => {
  const response = await house.ask(`/${locale}/administration`, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}
const onceOf = (html: string) => /name="_once" value="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the administration page', () => {
  test.each(locales)('tells the state and the way on, in %s', async locale => {
    const t = administration[locale]
    const { status, html } = await see(administrator, locale)
    expect(status).toBe(200)
    for (const words of [t.health.allWell(14), t.backups.none.title, t.links.mails]) expect(html).toContain(words)
    for (const place of ['access', 'people', 'spaces', 'mails'])
      expect(html).toContain(`/${locale}/administration/${place}`)
    expect(html).toMatch(/aria-current="page"/)
  })

  test('is for administrators only', async () => {
    expect((await house.ask('/en/administration')).headers.get('location')).toMatch(/\/en\/sign-in/)
    expect((await see(organiser)).status).toBe(403)
    const sent = await house.send('/en/administration/backups', {}, { headers: { cookie: organiser } })
    expect(sent.status).toBe(403)
    expect((await house.send('/en/administration/backups', {})).headers.get('location')).toMatch(/\/en\/sign-in/)
    await expect(readdir(backupsFolder(house.settings.dataFolder))).rejects.toThrow(/ENOENT/)
  })

  test('says first what is to be put right, with what to do', async () => {
    await house.database.owner.query('alter table perenne.mail no force row level security')
    const { html } = await see(administrator)
    await house.database.owner.query('alter table perenne.mail force row level security')
    expect(html).toContain('One check of 14 needs attention.')
    expect(html).toContain('mail: row-level security is not forced')
    expect(html).toContain('restore the last good backup into a new installation')
    expect(html.indexOf('Protection of tables')).toBeLessThan(html.indexOf('Signing key'))
  })
})

describe('the button', () => {
  const press = async (once: string) => {
    const sent = await house.send('/en/administration/backups', { _once: once }, { headers: { cookie: administrator } })
    const cookies = sent.headers.getSetCookie().map(one => one.split(';')[0])
    const page = await see([administrator, ...cookies].join('; '))
    return { status: sent.status, location: sent.headers.get('location'), html: page.html }
  }

  test('makes a backup, once, and lists it', async () => {
    const once = onceOf((await see(administrator)).html)
    const first = await press(once)
    expect([first.status, first.location]).toEqual([303, '/en/administration'])
    const [file, ...others] = await readdir(backupsFolder(house.settings.dataFolder))
    expect(others).toEqual([])
    expect(first.html).toContain(`The backup ${file} is made (`)
    expect((await press(once)).status).toBe(303)
    const runs = await as(house.db, tester, tx => tx.selectFrom('backup_run').selectAll().execute())
    expect(runs).toHaveLength(1)
  })

  test('says why when it cannot, on the page and in the list', async () => {
    const owner = house.owner
    house.owner = { ...owner, database: 'none' }
    const sent = await house.send('/en/administration/backups', {}, { headers: { cookie: administrator } })
    house.owner = owner
    const cookies = sent.headers.getSetCookie().map(one => one.split(';')[0])
    const { html } = await see([administrator, ...cookies].join('; '))
    expect(html).toMatch(/The backup could not be made: database (&quot;|"|&#34;)none/)
    expect(html).toContain('Failed: database')
    expect(html).toContain('The last one failed')
  })
})

test('every check and every language has its own words', () => {
  for (const locale of locales) {
    for (const [name, words] of Object.entries(administration[locale].checks)) {
      expect(words.title, `${locale} ${name}`).not.toBe('')
      if (locale !== 'en')
        expect(words.advice, `${locale} ${name}`).not.toBe(administration.en.checks[name as 'key'].advice)
    }
  }
  const french = JSON.stringify(administration.fr, (_key, value) => (typeof value === 'function' ? undefined : value))
  expect(french).not.toMatch(/ [;:!?]|'/)
})

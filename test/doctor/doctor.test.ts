import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../../source/ground/database/actor.ts'
import { type CheckName, examine, examineHouse, type Finding } from '../../source/ground/doctor/index.ts'
import { checkNode } from '../../source/ground/doctor/machine.ts'
import { tester } from '../backup/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([])
  await mkdir(join(house.settings.dataFolder, 'keys'))
  await writeFile(join(house.settings.dataFolder, 'keys/signing.key'), Buffer.alloc(32), { mode: 0o600 })
})
afterAll(() => house.close())

function pick<Name extends CheckName>(findings: readonly Finding[], name: Name) {
  return findings.find(finding => finding.name === name) as Extract<Finding, { name: Name }>
}
const ill = (findings: readonly Finding[]) => findings.filter(finding => !finding.ok).map(finding => finding.name)

test('a good installation is well in every respect', async () => {
  const findings = await examineHouse(house)
  expect(ill(findings)).toEqual([])
  expect(findings.map(finding => finding.name).sort()).toEqual([
    'address',
    'backups',
    'clock',
    'database',
    'disk',
    'folder',
    'history',
    'key',
    'mails',
    'migrations',
    'node',
    'policies',
    'roles',
    'settings',
  ])
})

describe('what somebody did to the database is found', () => {
  test.each<[string, string, CheckName, string]>([
    [
      'grant create on schema perenne to perenne_app',
      'revoke create on schema perenne from perenne_app',
      'roles',
      'perenne_app: CREATE ON SCHEMA perenne',
    ],
    [
      'grant insert on perenne.mail to perenne_public',
      'revoke insert on perenne.mail from perenne_public',
      'roles',
      'perenne_public: INSERT ON mail',
    ],
    [
      'grant update on perenne.record_version to perenne_app',
      'revoke update on perenne.record_version from perenne_app',
      'roles',
      'perenne_app: UPDATE ON record_version',
    ],
    [
      'alter table perenne.mail no force row level security',
      'alter table perenne.mail force row level security',
      'policies',
      'mail: row-level security is not forced',
    ],
    ['create table perenne.planted (id int)', 'drop table perenne.planted', 'policies', 'planted: no policy'],
    [
      'alter table perenne.space disable trigger keep_history',
      'alter table perenne.space enable trigger keep_history',
      'history',
      'space: versioned, without the trigger keep_history',
    ],
  ])('%s', async (harm, remedy, name, words) => {
    await house.database.owner.query(harm)
    try {
      const found = pick(await examineHouse(house), name)
      expect(found.ok).toBe(false)
      expect((found.facts as { problems: string[] }).problems).toContain(words)
    } finally {
      await house.database.owner.query(remedy)
    }
    expect(ill(await examineHouse(house))).toEqual([])
  })

  test('a clock that is shifted, unless it is a demonstration', async () => {
    const { owner } = house.database
    await owner.query("update perenne.clock set shift = '-1 hour'")
    const found = pick(await examineHouse(house), 'clock')
    expect(found).toMatchObject({ ok: false, facts: { seconds: -3600, demonstration: false } })
    await owner.query('update perenne.installation set demonstration = true')
    expect(pick(await examineHouse(house), 'clock').ok).toBe(true)
    await owner.query("update perenne.clock set shift = '0'; update perenne.installation set demonstration = false")
  })

  test('migrations of another program', async () => {
    const { owner } = house.database
    await owner.query("insert into perenne.migration (number, name, sha256) values (9000, '9000_later.sql', 'x')")
    expect(pick(await examineHouse(house), 'migrations')).toMatchObject({ ok: false, facts: { at: 9000 } })
    await owner.query('delete from perenne.migration where number = 9000')
  })
})

test('mails that are late or failed, when they are meant to leave', async () => {
  const sending = {
    ...house,
    settings: { ...house.settings, smtpUrl: 'smtp://localhost', publicUrl: new URL('https://x.example') },
  }
  expect(pick(await examineHouse(sending), 'mails')).toMatchObject({
    ok: true,
    facts: { sent: true, late: 0, failed: 0 },
  })
  await as(house.db, tester, async tx => {
    const { id } = await tx.insertInto('person').values({ language: 'fr' }).returning('id').executeTakeFirstOrThrow()
    const mail = { space_id: '00000000-0000-4000-8000-000000000001', person_id: id, template: 'x', language: 'fr' }
    const past = Temporal.Now.instant().subtract({ minutes: 16 }).toString()
    await tx
      .insertInto('mail')
      .values({ ...mail, due_at: past })
      .execute()
    await tx
      .insertInto('mail')
      .values({ ...mail, state: 'failed' })
      .execute()
    await tx.insertInto('mail').values(mail).execute()
  })
  expect(pick(await examineHouse(sending), 'mails')).toMatchObject({ ok: false, facts: { late: 1, failed: 1 } })
  expect(pick(await examineHouse(house), 'mails')).toMatchObject({ ok: true, facts: { sent: false } })
})

test('backups that fail or are too old', async () => {
  const run = (hoursAgo: number, values: { file?: string; error?: string }) =>
    as(house.db, tester, tx =>
      tx
        .insertInto('backup_run')
        .values({
          started_at: Temporal.Now.instant().subtract({ hours: hoursAgo }).toString(),
          file: null,
          error: null,
          bytes: 1,
          ...values,
        })
        .execute(),
    )
  await house.database.owner.query("update perenne.installation set created_at = created_at - interval '3 days'")
  expect(pick(await examineHouse(house), 'backups')).toMatchObject({ ok: false, facts: { last: null, error: null } })
  await run(49, { file: 'a' })
  expect(pick(await examineHouse(house), 'backups').ok).toBe(false)
  await run(20, { file: 'b' })
  expect(pick(await examineHouse(house), 'backups')).toMatchObject({ ok: true, facts: { error: null } })
  await run(10, { error: 'no room' })
  expect(pick(await examineHouse(house), 'backups')).toMatchObject({ ok: false, facts: { error: 'no room' } })
  await run(1, { file: 'c' })
  expect(pick(await examineHouse(house), 'backups').ok).toBe(true)
})

test('the machine: key, folder, address, Node', async () => {
  const key = join(house.settings.dataFolder, 'keys/signing.key')
  await chmod(key, 0o644)
  expect(pick(await examineHouse(house), 'key')).toMatchObject({ ok: false, facts: { problem: 'readable-by-others' } })
  await writeFile(key, 'short')
  expect(pick(await examineHouse(house), 'key')).toMatchObject({ ok: false, facts: { problem: 'wrong-length' } })
  await rm(key)
  expect(pick(await examineHouse(house), 'key')).toMatchObject({ ok: false, facts: { problem: 'missing' } })
  await writeFile(key, Buffer.alloc(32), { mode: 0o600 })
  const elsewhere = { ...house, settings: { ...house.settings, dataFolder: '/nowhere/at/all' } }
  expect(pick(await examineHouse(elsewhere), 'folder')).toMatchObject({ ok: false, facts: { problem: 'missing' } })
  const mailing = { ...house, settings: { ...house.settings, smtpUrl: 'smtp://localhost' } }
  expect(pick(await examineHouse(mailing), 'address').ok).toBe(false)
  expect(checkNode('20.20.2').ok).toBe(false)
  expect(checkNode('26.10.0').ok).toBe(true)
})

test('a database that does not answer, settings that are wrong, a folder without an installation', async () => {
  const lost = await examineHouse({ ...house, owner: { ...house.owner, database: 'none' } })
  expect(pick(lost, 'database').facts.error).toMatch(/"none" does not exist/)
  const wrong = await examine({ PORT: 'x', PERENNE_CLOCK: '2018-06-04T09:00Z' })
  expect(pick(wrong, 'settings').facts.problems).toHaveLength(2)
  const none = await examine({ PERENNE_DATA: '/nowhere/at/all' })
  expect(ill(none)).toEqual(['folder', 'database'])
  expect(pick(none, 'database').facts.error).toMatch(/There is no installation in \/nowhere\/at\/all/)
})

import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeExpired } from '../../source/ground/administration/retention.ts'
import { checkBackup, keepBackup } from '../../source/ground/backup/index.ts'
import { backupName, backupsFolder, momentOfName, thinOut } from '../../source/ground/backup/scheduled.ts'
import { as } from '../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tester } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([])
  await house.setClock('2018-06-04T09:00:00+02:00')
})
afterAll(() => house.close())

const runs = () => as(house.db, tester, tx => tx.selectFrom('backup_run').selectAll().orderBy('started_at').execute())

test('a night’s backup is a whole file, named by the real time, and written down', async () => {
  const { file, bytes } = await keepBackup(house)
  const path = join(backupsFolder(house.settings.dataFolder), file)
  expect((await checkBackup(path)).manifest.tables.length).toBeGreaterThan(20)
  const made = momentOfName(file)?.toZonedDateTime('UTC').toInstant()
  expect(made?.until(Temporal.Now.instant()).total('minutes')).toBeLessThan(3)
  const [run] = await runs()
  expect(run).toMatchObject({ file, bytes, error: null })
  expect(run?.ended_at?.epochMilliseconds).toBeGreaterThanOrEqual(run?.started_at.epochMilliseconds ?? Infinity)
})

test('a failure is thrown, written down, and leaves no file', async () => {
  const lost = { ...house, owner: { ...house.owner, database: 'none' } }
  await expect(keepBackup(lost)).rejects.toThrow(/database "none" does not exist/)
  const last = (await runs()).at(-1)
  expect(last).toMatchObject({ file: null, bytes: null })
  expect(last?.error).toMatch(/database "none" does not exist/)
})

test('two at once: one is made, the other says so', async () => {
  const both = await Promise.allSettled([keepBackup(house), keepBackup(house)])
  const failed = both.filter(one => one.status === 'rejected')
  expect(failed).toHaveLength(1)
  expect(String(failed[0]?.reason)).toMatch(/Another backup of this installation is running/)
})

test('old backups are thinned out; other files and what others are writing stay', async () => {
  const folder = join(house.settings.dataFolder, 'thin')
  await mkdir(folder)
  const at = Temporal.Instant.from('2018-07-05T03:00Z')
  const names = Array.from({ length: 40 }, (_, day) => backupName(at.subtract({ hours: 24 * day })))
  for (const name of [
    ...names,
    'notes.txt',
    'mine.tar.zst.partial',
    'perenne-2018-13-99T0300.tar.zst',
    `${backupName(at)}.partial`,
  ]) {
    await writeFile(join(folder, name), 'x')
  }
  await thinOut(folder)
  const left = await readdir(folder)
  expect(left).toContain('notes.txt')
  expect(left).toContain('mine.tar.zst.partial')
  expect(left).toContain('perenne-2018-13-99T0300.tar.zst')
  expect(existsSync(join(folder, `${backupName(at)}.partial`))).toBe(false)
  // 7 days (of which 1 July ends a week and 30 June a month), 3 more Sundays, the end of May.
  expect(left.filter(name => momentOfName(name) !== null)).toHaveLength(11)
})

test('what has expired by the real clock is removed, and only that', async () => {
  await as(house.db, tester, async tx => {
    const { id } = await tx.insertInto('person').values({ language: 'fr' }).returning('id').executeTakeFirstOrThrow()
    const now = Temporal.Now.instant()
    for (const [key, hours] of [
      ['past', -1],
      ['future', 1],
    ] as const) {
      const expires_at = now.add({ hours }).toString()
      await tx.insertInto('session').values({ id: key, person_id: id, expires_at }).execute()
      await tx.insertInto('sign_in_link').values({ person_id: id, expires_at }).execute()
    }
  })
  expect(await removeExpired(house.db)).toEqual({ sessions: 1, links: 1 })
  const left = await as(house.db, tester, tx => tx.selectFrom('session').select('id').execute())
  expect(left).toEqual([{ id: 'future' }])
})

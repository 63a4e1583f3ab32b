import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkBackup } from '../../source/ground/backup/index.ts'
import { connectOnce } from '../../source/ground/database/connect.ts'
import { removeCluster } from '../../source/ground/database/embedded/cluster.ts'
import { openDatabase } from '../../source/ground/database/open.ts'
import { openKeys } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { installedPostgres, startExternal } from './external-postgres.ts'
import { bundlePerenne, perenne } from './perenne.ts'
import { fillInstallation, temporaryFolder, wholeDump, wholeShape } from './support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
bundlePerenne()

const bin = installedPostgres()

// Needs a PostgreSQL of the system: Debian's postgresql, or POSTGRES_BIN.
describe.skipIf(bin === undefined)('a PostgreSQL that is none of ours, of another major version', () => {
  let external: Awaited<ReturnType<typeof startExternal>>
  let base: Awaited<ReturnType<typeof temporaryFolder>>
  let environment: Record<string, string>
  let moved: string

  beforeAll(async () => {
    external = await startExternal(bin as string)
    base = await temporaryFolder()
    moved = join(base.path, 'moved')
    environment = { ...external.environment, PERENNE_DATA: join(base.path, 'data') }
    await mkdir(environment.PERENNE_DATA as string)
    await openKeys(environment.PERENNE_DATA as string)
    const database = await openDatabase(readSettings(environment, 'start'), openLog('silent'))
    const owner = await connectOnce(database.owner)
    await fillInstallation({ db: database.db, owner })
    await owner.end()
    await database.close()
  })
  afterAll(async () => {
    await external.stop()
    await removeCluster(moved)
    await base.remove()
  })

  const dump = async (settings: Record<string, string>) => {
    const database = await openDatabase(readSettings(settings, 'start'), openLog('silent'))
    const owner = await connectOnce(database.owner)
    try {
      return { rows: await wholeDump(owner), shape: await wholeShape(owner) }
    } finally {
      await owner.end()
      await database.close()
    }
  }

  test('the doctor finds it well, and finds a role that may do too much', async () => {
    const well = await perenne(['doctor', '--json'], environment)
    expect(JSON.parse(well.out).checks.filter((check: { ok: boolean }) => !check.ok)).toEqual([])
    expect(well.code).toBe(0)
    await external.root.query('alter role perenne_app bypassrls')
    const ill = await perenne(['doctor'], environment)
    await external.root.query('alter role perenne_app nobypassrls')
    expect(ill.code).toBe(1)
    expect(ill.out).toMatch(/^NOT WELL Database roles: .*perenne_app: BYPASSRLS/m)
    const swapped = { ...environment, DATABASE_URL: environment.DATABASE_OWNER_URL as string }
    expect((await perenne(['doctor'], swapped)).out).toMatch(/NOT WELL Database roles: .*DATABASE_URL: perenne_owner/)
  })

  test('its backup crosses to the major version that Perenne brings, and back', async () => {
    const file = join(base.path, 'across.tar.zst')
    expect(await perenne(['backup', file], environment)).toMatchObject({ code: 0 })
    const { manifest } = await checkBackup(file)
    expect(await perenne(['restore', file], { PERENNE_DATA: moved })).toMatchObject({ code: 0, err: '' })
    const there = await dump(environment)
    const here = await dump({ PERENNE_DATA: moved })
    expect(here).toEqual(there)

    const back = join(base.path, 'back.tar.zst')
    expect(await perenne(['backup', back], { PERENNE_DATA: moved })).toMatchObject({ code: 0 })
    expect((await checkBackup(back)).manifest.postgresMajor).not.toBe(manifest.postgresMajor)
    await external.root.query('drop database perenne')
    await external.root.query('create database perenne owner perenne_owner template template0')
    const again = { ...environment, PERENNE_DATA: join(base.path, 'again') }
    await mkdir(again.PERENNE_DATA)
    expect(await perenne(['restore', back], again)).toMatchObject({ code: 0, err: '' })
    expect(await dump(again)).toEqual(there)
  })
})

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkBackup } from '../../source/ground/backup/index.ts'
import { connectOnce } from '../../source/ground/database/connect.ts'
import { openCluster, removeCluster } from '../../source/ground/database/embedded/cluster.ts'
import { findPlace } from '../../source/ground/database/embedded/place.ts'
import { type OpenDatabase, openDatabase } from '../../source/ground/database/open.ts'
import { openKeys } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { bundlePerenne, perenne, startPerenne } from './perenne.ts'
import { fillInstallation, temporaryFolder, wholeDump } from './support.ts'

// Each command is a process that loads the whole program, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
bundlePerenne()

let base: Awaited<ReturnType<typeof temporaryFolder>>
const dataFolders: string[] = []
let house: string
let server: OpenDatabase

function dataFolder(name: string): string {
  const path = join(base.path, name)
  dataFolders.push(path)
  return path
}
const open = (folder: string) => openDatabase(readSettings({ PERENNE_DATA: folder }, 'start'), openLog('silent'))
async function dumpOf(database: OpenDatabase) {
  const owner = await connectOnce(database.owner)
  try {
    return await wholeDump(owner)
  } finally {
    await owner.end()
  }
}

beforeAll(async () => {
  base = await temporaryFolder()
  house = dataFolder('house')
  server = await open(house)
  await openKeys(house)
  const owner = await connectOnce(server.owner)
  await fillInstallation({ db: server.db, owner })
  await owner.end()
})
afterAll(async () => {
  await server.close()
  for (const folder of dataFolders) await removeCluster(folder)
  await base.remove()
})

describe('beside a running server', () => {
  test('a backup is made, restored into a second data folder, and all is the same', async () => {
    const file = join(base.path, 'whole.tar.zst')
    const made = await perenne(['backup', file, '--json'], { PERENNE_DATA: house })
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toMatchObject({ file, files: 1 })

    const second = dataFolder('second')
    const restored = await perenne(['restore', file], { PERENNE_DATA: second })
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toMatch(/^Restored \d+ rows and 1 files, as they were at \S+\.\n$/)
    const other = await open(second)
    try {
      expect(await dumpOf(other)).toEqual(await dumpOf(server))
    } finally {
      await other.close()
    }
    expect(await readFile(join(second, 'keys/signing.key'))).toEqual(await readFile(join(house, 'keys/signing.key')))

    const doctor = await perenne(['doctor', '--json'], { PERENNE_DATA: second })
    expect(JSON.parse(doctor.out)).toMatchObject({ ok: true })
    expect(doctor.code).toBe(0)
    const again = await perenne(['restore', file], { PERENNE_DATA: second })
    expect(again.code).toBe(1)
    expect(again.err).toMatch(/^perenne restore: This database already holds an installation .*\n$/)
  })

  test('a restore is refused, and the doctor answers', async () => {
    const file = join(base.path, 'whole.tar.zst')
    expect(await perenne(['restore', file], { PERENNE_DATA: house })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^A server runs on .*; stop it, then restore\.\n$/),
    })
    const doctor = await perenne(['doctor'], { PERENNE_DATA: house })
    expect(doctor).toMatchObject({ code: 0, err: '' })
    expect(doctor.out).toMatch(/^well {5}Database: PostgreSQL 18/m)
  })

  test('a kill in the middle leaves nothing under the final name, and the next backup is whole', async () => {
    await mkdir(join(house, 'files'))
    await writeFile(join(house, 'files/large'), randomBytes(48_000_000))
    const file = join(base.path, 'killed.tar.zst')
    const child = startPerenne(['backup', file], { PERENNE_DATA: house })
    const ended = once(child, 'exit')
    while (!existsSync(`${file}.partial`) && child.exitCode === null) await sleep(1)
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    expect(existsSync(file)).toBe(false)
    // The server's database may take a moment to see that the connection is gone.
    await expect
      .poll(() => perenne(['backup', file], { PERENNE_DATA: house }), { timeout: 20_000 })
      .toMatchObject({ code: 0 })
    expect((await checkBackup(file)).manifest.files.map(one => one.path)).toEqual(['files/large', 'keys/signing.key'])
    expect(existsSync(`${file}.partial`)).toBe(false)
  })

  test('a full disk is one line', async () => {
    const full = await perenne(['backup', '/dev/full'], { PERENNE_DATA: house })
    expect(full.code).toBe(1)
    expect(full.err).toBe(
      'perenne backup: /dev/full: there is no room left on that disk; free some, or choose another place.\n',
    )
  })
})

describe('what is refused leaves no trace', () => {
  test('a damaged file makes no data folder', async () => {
    const file = join(base.path, 'damaged.tar.zst')
    await writeFile(file, randomBytes(5000))
    const folder = dataFolder('never')
    const refused = await perenne(['restore', file], { PERENNE_DATA: folder })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^perenne restore: .*damaged.*Nothing was written\.\n$/)
    expect(existsSync(folder)).toBe(false)
  })

  test('a backup of nothing makes no database', async () => {
    const folder = dataFolder('empty')
    await mkdir(folder)
    const refused = await perenne(['backup', join(base.path, 'none.tar.zst')], { PERENNE_DATA: folder })
    expect(refused).toMatchObject({
      code: 1,
      err: `perenne backup: There is no installation in ${folder} (PERENNE_DATA).\n`,
    })
    expect(await readdir(folder)).toEqual([])
    expect(existsSync(join(base.path, 'none.tar.zst'))).toBe(false)
    expect((await perenne(['doctor'], { PERENNE_DATA: folder })).code).toBe(1)
  })

  test('verbs that do not exist, operands that lack, settings that are wrong', async () => {
    const unknown = await perenne(['seal', 'x'], {})
    expect(unknown.code).toBe(2)
    expect(unknown.err).toMatch(/^perenne: unknown verb "seal"\.\nUsage: perenne VERB/)
    // No verb that does nothing yet.
    expect([...unknown.err.matchAll(/^ {2}(\S+)/gm)].map(match => match[1])).toEqual([
      'backup',
      'restore',
      'doctor',
      'import',
      'export',
      'bounce',
      'reset-second-factor',
      'sign-in-link',
    ])
    expect(await perenne(['backup'], {})).toMatchObject({ code: 2, out: '', err: 'Usage: perenne backup FILE\n' })
    expect(await perenne(['doctor', '--all'], {})).toMatchObject({
      code: 2,
      err: expect.stringMatching(/unknown option --all/),
    })
    expect(await perenne(['backup', 'x'], { PORT: 'abc' })).toMatchObject({
      code: 1,
      err: 'perenne backup: PORT is "abc"; expected a number from 0 to 65535.\n',
    })
    const lost = { DATABASE_URL: 'postgres://a@127.0.0.1:1/x', DATABASE_OWNER_URL: 'postgres://b@127.0.0.1:1/x' }
    expect(await perenne(['backup', 'x'], lost)).toMatchObject({ code: 1, err: expect.stringMatching(/ECONNREFUSED/) })
  })
})

test('a database of another major version: the line that is told leads across', async () => {
  const folder = dataFolder('major')
  await (await openCluster({ dataFolder: folder })).stop()
  const place = await findPlace(folder)
  await writeFile(join(place?.folder ?? '', 'PG_VERSION'), '17\n')
  const refused = await perenne(['backup', join(base.path, 'major.tar.zst')], { PERENNE_DATA: folder })
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(
    /made by PostgreSQL 17; this Perenne carries PostgreSQL 18\..*"perenne backup FILE".*"perenne restore FILE" into a new folder/,
  )
  const guide = await readFile(join(import.meta.dirname, '../../docs/install.md'), 'utf8')
  expect(guide).toMatch(/### Across a major version of PostgreSQL[\s\S]*perenne backup FILE[\s\S]*perenne restore FILE/)
})

import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup, checkBackup, restore } from '../../source/ground/backup/index.ts'
import { as } from '../../source/ground/database/actor.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { fillInstallation, temporaryFolder, tester, wholeDump, wholeShape } from './support.ts'

const databases: TestDatabase[] = []
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = []
let source: TestDatabase
let sourceFolder: string
let saved: string

async function database(): Promise<TestDatabase> {
  const made = await freshDatabase()
  databases.push(made)
  return made
}
async function folder(): Promise<string> {
  const made = await temporaryFolder()
  folders.push(made)
  return made.path
}
const from = (file: string) => ({ owner: source.ownerConnection, dataFolder: sourceFolder, file })

beforeAll(async () => {
  source = await database()
  sourceFolder = await folder()
  await fillInstallation(source)
  await mkdir(join(sourceFolder, 'keys'))
  await writeFile(join(sourceFolder, 'keys/signing.key'), Buffer.alloc(32, 7))
  await mkdir(join(sourceFolder, 'files/ab'), { recursive: true })
  await writeFile(join(sourceFolder, 'files/ab/photo é 🌍'), randomBytes(3_000_000))
  await mkdir(join(sourceFolder, 'backups'))
  await writeFile(join(sourceFolder, 'backups/old.tar.zst'), 'not to be copied into itself')
  saved = join(await folder(), 'whole.tar.zst')
  await backup(from(saved))
})

afterAll(async () => {
  for (const one of databases) await one.close()
  for (const one of folders) await one.remove()
})

describe('a backup that is restored', () => {
  test('gives the same rows, history included, the same policies, the same files and key', async () => {
    const target = await database()
    const dataFolder = await folder()
    await restore(await checkBackup(saved), { owner: target.ownerConnection, dataFolder })
    const dump = await wholeDump(target.owner)
    expect(dump).toEqual(await wholeDump(source.owner))
    expect(dump.record_version?.length).toBeGreaterThan(5)
    expect(dump.registration).toHaveLength(2)
    expect(await wholeShape(target.owner)).toEqual(await wholeShape(source.owner))
    for (const path of ['keys/signing.key', 'files/ab/photo é 🌍']) {
      expect(await readFile(join(dataFolder, path))).toEqual(await readFile(join(sourceFolder, path)))
      expect((await stat(join(dataFolder, path))).mode & 0o777).toBe(0o600)
    }
    expect(existsSync(join(dataFolder, 'backups'))).toBe(false)
  })

  test('goes on counting after the highest number, and writing history', async () => {
    const target = await database()
    await restore(await checkBackup(saved), { owner: target.ownerConnection, dataFolder: await folder() })
    const line = await as(target.db, tester, async tx => {
      const old = (await tx
        .selectFrom('registration' as never)
        .selectAll()
        .execute()) as { id: string; line: number }[]
      const highest = Math.max(...old.map(one => one.line))
      await target.owner.query("select perenne.as_actor('job', 'test')")
      const { rows } = await target.owner.query(`
        insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
        select seminar_id, person_id, 'new', 'staff', 'x', 'FR', 'europe', 'fr', 'waiting' from perenne.registration limit 1 returning line`)
      return { highest, next: Number(rows[0].line) }
    })
    expect(line.next).toBe(line.highest + 1)
    const versions = async () => (await wholeDump(target.owner)).record_version?.length ?? 0
    const before = await versions()
    await target.owner.query("update perenne.seminar set venue_address = 'Encore ailleurs'")
    expect(await versions()).toBe(before + 1)
  })

  test('holds an installation without a seminar', async () => {
    const empty = await database()
    const file = join(await folder(), 'empty.tar.zst')
    await backup({ owner: empty.ownerConnection, dataFolder: await folder(), file })
    const target = await database()
    await restore(await checkBackup(file), { owner: target.ownerConnection, dataFolder: await folder() })
    expect(await wholeDump(target.owner)).toEqual(await wholeDump(empty.owner))
  })

  test('is one moment, though a server writes all the while', async () => {
    const busy = await database()
    let go = true
    let pairs = 0
    const writing = (async () => {
      while (go) {
        const family_name = `pair ${pairs++}`
        await as(busy.db, tester, async tx => {
          await tx.insertInto('person').values({ language: 'fr', family_name }).execute()
          await tx.insertInto('person').values({ language: 'fr', family_name }).execute()
        })
      }
    })()
    while (pairs < 50) await new Promise(resolve => setTimeout(resolve, 5))
    const file = join(await folder(), 'busy.tar.zst')
    const before = pairs
    const { manifest } = await backup({ owner: busy.ownerConnection, dataFolder: await folder(), file })
    const after = pairs
    go = false
    await writing
    expect(after).toBeGreaterThan(before)
    const target = await database()
    await restore(await checkBackup(file), { owner: target.ownerConnection, dataFolder: await folder() })
    const { rows } = await target.owner.query('select count(*) as n from perenne.person group by family_name')
    expect(rows.length * 2).toBe(manifest.tables.find(table => table.name === 'person')?.rows)
    expect(rows.length).toBeGreaterThanOrEqual(before - 1)
    expect(new Set(rows.map(row => row.n))).toEqual(new Set([2]))
  })

  test('comes into a database that was migrated further, or not at all', async () => {
    const target = await database()
    await target.owner.query('drop schema jobs cascade; drop schema past cascade; drop schema perenne cascade')
    await restore(await checkBackup(saved), { owner: target.ownerConnection, dataFolder: await folder() })
    expect(await wholeDump(target.owner)).toEqual(await wholeDump(source.owner))
  })
})

describe('a restore is refused', () => {
  test('where somebody’s content stands', async () => {
    const target = await database()
    await target.owner.query("insert into perenne.person (language, family_name) values ('fr', 'Somebody')")
    const before = await wholeDump(target.owner)
    const checked = await checkBackup(saved)
    await expect(restore(checked, { owner: target.ownerConnection, dataFolder: await folder() })).rejects.toThrow(
      /already holds an installation \(rows in person\)/,
    )
    expect(await wholeDump(target.owner)).toEqual(before)
  })

  test('where other files stand, and where a server works', async () => {
    const target = await database()
    const dataFolder = await folder()
    await mkdir(join(dataFolder, 'files'))
    await writeFile(join(dataFolder, 'files/other'), 'of somebody else')
    const checked = await checkBackup(saved)
    await expect(restore(checked, { owner: target.ownerConnection, dataFolder })).rejects.toThrow(
      /files\/other is there/,
    )
    await as(target.db, tester, tx => tx.selectFrom('person').selectAll().execute())
    await expect(restore(checked, { owner: target.ownerConnection, dataFolder: await folder() })).rejects.toThrow(
      /A server is working on this database/,
    )
  })

  test('takes the place of the key of an installation that nobody has used', async () => {
    const target = await database()
    const dataFolder = await folder()
    await mkdir(join(dataFolder, 'keys'))
    await writeFile(join(dataFolder, 'keys/signing.key'), Buffer.alloc(32, 9))
    await restore(await checkBackup(saved), { owner: target.ownerConnection, dataFolder })
    expect(await readFile(join(dataFolder, 'keys/signing.key'))).toEqual(Buffer.alloc(32, 7))
  })
})

describe('a file that is no whole backup is refused', () => {
  async function altered(change: (bytes: Buffer) => Buffer): Promise<string> {
    const file = join(await folder(), 'altered.tar.zst')
    await writeFile(file, change(await readFile(saved)))
    return file
  }

  test('at whatever place one bit is wrong', async () => {
    const { length } = await readFile(saved)
    for (let part = 0; part < 12; part++) {
      const at = Math.floor((length * (part + 0.5)) / 12)
      const file = await altered(bytes => {
        bytes[at] = (bytes[at] as number) ^ 16
        return bytes
      })
      await expect(checkBackup(file), `byte ${at} of ${length}`).rejects.toThrow(/is damaged/)
    }
  })

  test('when it is cut anywhere, empty, or something else', async () => {
    const { length } = await readFile(saved)
    for (const end of [0, 3, 100, Math.floor(length / 2), length - 1]) {
      const file = await altered(bytes => bytes.subarray(0, end))
      await expect(checkBackup(file), `cut at ${end}`).rejects.toThrow(/is damaged/)
    }
    await expect(checkBackup(await altered(() => Buffer.from('%PDF-1.7 something else')))).rejects.toThrow(
      /no backup of Perenne/,
    )
    await expect(checkBackup('/nowhere/at/all')).rejects.toThrow(/there is no such file/)
    await expect(checkBackup(sourceFolder)).rejects.toThrow(/that is a folder/)
  })

  test('when an entry is missing, is one too many, or climbs out of the folder', async () => {
    const { rewritten } = await import('./rewritten.ts')
    const lacking = await rewritten(saved, await folder(), entries =>
      entries.filter(one => one.name !== 'tables/person.copy'),
    )
    await expect(checkBackup(lacking)).rejects.toThrow(/tables\/person\.copy missing/)
    const besides = await rewritten(saved, await folder(), entries => [
      ...entries,
      { name: 'files/more', content: Buffer.from('x') },
    ])
    await expect(checkBackup(besides)).rejects.toThrow(/files\/more is not in its list/)
    const climbing = await rewritten(saved, await folder(), (entries, manifest) => {
      const content = Buffer.from('x')
      manifest.files.push({
        path: 'files/../../escaped',
        bytes: 1,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
      return [...entries, { name: 'files/../../escaped', content }]
    })
    await expect(checkBackup(climbing)).rejects.toThrow(/its list is not one of a backup/)
  })

  test('when a newer Perenne made it', async () => {
    const { rewritten } = await import('./rewritten.ts')
    const later = await rewritten(saved, await folder(), (entries, manifest) => {
      manifest.migration = 9000
      return entries
    })
    await expect(checkBackup(later)).rejects.toThrow(/made by a newer Perenne \(migration 9000/)
    const format = await rewritten(saved, await folder(), (entries, manifest) => {
      manifest.formatVersion = 2
      return entries
    })
    await expect(checkBackup(format)).rejects.toThrow(/made by a newer Perenne \(format 2/)
  })
})

describe('writing', () => {
  test('to a full disk says so in one line and leaves the device alone', async () => {
    await expect(backup(from('/dev/full'))).rejects.toThrow(/^\/dev\/full: there is no room left on that disk/)
    expect((await stat('/dev/full')).isCharacterDevice()).toBe(true)
    expect(existsSync('/dev/full.partial')).toBe(false)
  })

  test('to a place that is none says so and leaves nothing', async () => {
    const place = await folder()
    await expect(backup(from(join(place, 'none/x.tar.zst')))).rejects.toThrow(/there is no such file or folder/)
    await expect(backup(from(place))).rejects.toThrow(/is a folder/)
    expect(await readdir(place)).toEqual([])
  })

  test('keeps the former file until the new one is whole', async () => {
    const place = await folder()
    const file = join(place, 'x.tar.zst')
    await writeFile(file, 'the former one')
    await expect(backup({ ...from(file), owner: { ...source.ownerConnection, database: 'none' } })).rejects.toThrow()
    expect(await readFile(file, 'utf8')).toBe('the former one')
    await backup(from(file))
    expect((await checkBackup(file)).manifest.tables.length).toBeGreaterThan(20)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(place)).toEqual(['x.tar.zst'])
    await truncate(file, 0)
    await backup(from(file))
    await checkBackup(file)
  })
})

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { unprivilegedAccount } from '../../source/ground/database/embedded/account.ts'
import { claimByFile, claimPlace } from '../../source/ground/database/embedded/claim.ts'
import {
  type Cluster,
  ClusterFailed,
  ClusterOfOtherMajor,
  createDatabase,
  DataFolderTaken,
  databaseExists,
  dropDatabase,
  openCluster,
  removeCluster,
  runningCluster,
} from '../../source/ground/database/embedded/cluster.ts'
import { beginHeartbeat } from '../../source/ground/database/embedded/heartbeat.ts'
import { boundLog, lastLines } from '../../source/ground/database/embedded/log-file.ts'
import { makePlace } from '../../source/ground/database/embedded/place.ts'
import { processesByProc, processesByPs } from '../../source/ground/database/embedded/processes.ts'
import { findPackage, hydrate, isComplete, relocate } from '../../source/ground/database/embedded/programs.ts'

const asRoot = process.getuid?.() === 0
const onLinux = process.platform === 'linux'
const helper = join(import.meta.dirname, 'embedded-perenne.ts')

let base: string
const living: ChildProcess[] = []
const folders = new Set<string>()

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'perenne-embedded-')))
  await chmod(base, 0o755)
})

afterEach(() => {
  for (const child of living.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

afterAll(async () => {
  for (const folder of folders) await removeCluster(folder)
  await rm(base, { recursive: true, force: true })
})

/** A data folder that is cleaned away at the end, its cluster too. */
function dataFolder(name: string): string {
  const folder = join(base, name)
  folders.add(folder)
  return folder
}

type Word = { place: string; socketFolder: string; failed?: string; message?: string; died?: string }

/** Starts a Perenne of its own process; `next` gives what it says, one JSON object a line. */
function perenne(folder: string, as: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [helper, folder], { ...as, stdio: ['pipe', 'pipe', 'inherit'] })
  living.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid ?? 0,
    next: async () => JSON.parse((await lines.next()).value ?? '{"failed":"silent"}') as Word,
    say: (word: string) => child.stdin.write(`${word}\n`),
    ended: once(child, 'exit'),
  }
}

async function query<T extends object>(cluster: Pick<Cluster, 'connection'>, sql: string, database = 'postgres') {
  const client = new pg.Client(cluster.connection('postgres', database))
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

async function postmasterOf(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** False also for one that is dead and only not yet counted as such. */
function isAlive(pid: number): boolean {
  const state = onLinux
    ? existsSync(`/proc/${pid}/status`) && /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return typeof state === 'string' && state !== '' && !state.startsWith('Z')
}

async function until(condition: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain')
    await sleep(3)
  }
}

describe('a cluster', () => {
  test('is made at the first start, with its roles, and keeps its data at the second', async () => {
    const folder = dataFolder('first')
    const lines: string[] = []
    const cluster = await openCluster({
      dataFolder: folder,
      log: line => lines.push(line),
      settings: { work_mem: '5MB' },
    })
    try {
      expect(lines).toEqual([`Making a new database in ${cluster.place}`])
      const [facts] = await query(
        cluster,
        `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
                current_setting('fsync') as fsync, current_setting('work_mem') as work_mem, datlocprovider as provider,
                datlocale as locale, current_setting('shared_buffers') as buffers from pg_database where datname = 'template1'`,
      )
      const settled = { encoding: 'UTF8', checksums: 'on', fsync: 'on', work_mem: '5MB', buffers: '32MB' }
      expect(facts).toEqual({ ...settled, provider: 'b', locale: 'C.UTF-8' })
      expect(cluster.majorVersion).toBe(Number((await readFile(join(cluster.place, 'PG_VERSION'), 'utf8')).trim()))
      expect((await stat(cluster.place)).mode & 0o777).toBe(0o700)
      expect((await stat(cluster.socketFolder)).mode & 0o777).toBe(0o700)
      if (asRoot) {
        expect(cluster.place).toMatch(/^\/var\/lib\/perenne\/[0-9a-f]{12}$/)
        expect((await stat(cluster.place)).uid).toBe(unprivilegedAccount().uid)
        expect(await readFile(join(folder, 'postgres-is-at.txt'), 'utf8')).toMatch(`${cluster.place}\n`)
      } else expect(cluster.place).toBe(join(folder, 'postgres'))
      await query(cluster, 'create table kept as select 7 as n')
    } finally {
      await cluster.stop()
      await cluster.stop()
    }
    expect(existsSync(cluster.socketFolder)).toBe(false)
    expect(await runningCluster(folder)).toBeNull()

    const again = await openCluster({ dataFolder: folder, log: line => lines.push(line) })
    expect(lines).toHaveLength(1)
    expect(await query(again, 'select n from kept')).toEqual([{ n: 7 }])
    await again.stop()
  })

  test('has an owner, an application that owns nothing, and a public that only it can become', async () => {
    const cluster = await openCluster({ dataFolder: dataFolder('first') })
    try {
      await createDatabase(cluster, 'one "quoted"')
      const owner = new pg.Client(cluster.url('perenne_owner', 'one "quoted"'))
      await owner.connect()
      await owner.query('create extension pg_trgm; create table told as select 1 as n')
      await owner.query('grant select on told to perenne_public')
      await expect(owner.query('create database other')).rejects.toMatchObject({ code: '42501' })
      await owner.end()

      await createDatabase(cluster, 'copy', { template: 'one "quoted"' })
      const app = new pg.Client(cluster.connection('perenne_app', 'copy'))
      await app.connect()
      await expect(app.query('select n from told')).rejects.toMatchObject({ code: '42501' })
      await expect(app.query('set role perenne_owner')).rejects.toMatchObject({ code: '42501' })
      await app.query('set role perenne_public')
      expect((await app.query('select n from told')).rows).toEqual([{ n: 1 }])

      expect(await databaseExists(cluster, 'copy')).toBe(true)
      app.on('error', () => {})
      await dropDatabase(cluster, 'copy')
      await dropDatabase(cluster, 'copy')
      expect(await databaseExists(cluster, 'copy')).toBe(false)
      const asPublic = new pg.Client({ ...cluster.connection('perenne_app', 'postgres'), user: 'perenne_public' })
      await expect(asPublic.connect()).rejects.toThrow(/not permitted to log in/)
    } finally {
      await cluster.stop()
    }
  })

  test('serves one Perenne at a time, and tells others where it runs', async () => {
    const folder = dataFolder('first')
    const first = perenne(folder)
    const { place } = await first.next()
    const refusal = await openCluster({ dataFolder: `${folder}/.` }).catch(error => error)
    expect(refusal).toBeInstanceOf(DataFolderTaken)
    expect(refusal.message).toMatch(/^PERENNE_DATA: [^\n]+$/)
    expect(refusal.message).toContain(folder)
    expect(refusal.message).toContain(`process ${first.pid}`)
    await expect(removeCluster(folder)).rejects.toBeInstanceOf(DataFolderTaken)

    const seen = await runningCluster(folder)
    expect(seen?.place).toBe(place)
    expect(seen && (await query(seen, 'select n from kept'))).toEqual([{ n: 7 }])

    first.say('stop')
    await first.ended
    expect(existsSync(join(place, 'postmaster.pid'))).toBe(false)
    expect(await runningCluster(folder)).toBeNull()
    expect(await runningCluster(join(base, 'nowhere'))).toBeNull()
  })

  test('has a socket that a long data folder does not lengthen', async () => {
    const folder = dataFolder(join('long'.repeat(20), 'deep'.repeat(20)))
    const cluster = await openCluster({ dataFolder: folder, durable: false })
    expect(Buffer.byteLength(`${cluster.socketFolder}/.s.PGSQL.5432`)).toBeLessThan(104)
    expect(await query(cluster, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'off' }])
    await cluster.stop()
  })

  test.runIf(asRoot && onLinux)('is refused when its socket folder belongs to somebody else', async () => {
    const place = await makePlace(dataFolder('first'))
    await mkdir(place.socketFolder, { mode: 0o777 })
    await chown(place.socketFolder, 12345, 12345)
    await expect(openCluster({ dataFolder: place.dataFolder })).rejects.toThrow(/belongs to user number 12345/)
    expect((await stat(place.socketFolder)).uid).toBe(12345)
    await rm(place.socketFolder, { recursive: true })
  })
})

describe('after a death', () => {
  const folderName = 'deaths'
  let count = 0

  /** Opens the cluster as another process, commits a row, and gives what can be killed. */
  async function busyPerenne() {
    const process = perenne(dataFolder(folderName))
    const { place, socketFolder } = await process.next()
    const at = { connection: (user: string, database: string) => ({ host: socketFolder, port: 5432, user, database }) }
    count += 1
    await query(at, `create table if not exists kept (n int); insert into kept values (${count})`)
    const client = new pg.Client(at.connection('postgres', 'postgres'))
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    // Never looks whether its server still lives, unlike a query that waits.
    client.query('do $$ begin loop end loop; end $$').catch(() => {})
    return { ...process, place, server: await postmasterOf(place), backend: Number(rows[0].pid), client }
  }

  async function expectWhole() {
    const lines: string[] = []
    const cluster = await openCluster({ dataFolder: dataFolder(folderName), log: line => lines.push(line) })
    try {
      const rows = await query<{ n: number }>(cluster, 'select n from kept order by n')
      expect(rows.map(row => row.n)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    } finally {
      await cluster.stop()
    }
    return lines
  }

  test('of Perenne alone: its server is stopped and started anew', async () => {
    const was = await busyPerenne()
    process.kill(was.pid, 'SIGKILL')
    await was.ended
    expect(isAlive(was.server)).toBe(true)
    expect(await expectWhole()).toContain('Stopping the PostgreSQL that a former Perenne left behind')
    expect(isAlive(was.server)).toBe(false)
  })

  test('of the server alone: Perenne is told, and a backend that outlived it is ended', async () => {
    const was = await busyPerenne()
    process.kill(was.server, 'SIGKILL')
    expect((await was.next()).died).toMatch(/was ended by SIGKILL/)
    await was.ended
    expect(isAlive(was.backend)).toBe(true)
    await expectWhole()
    expect(isAlive(was.backend)).toBe(false)
  })

  test('of Perenne and the server, with a backend that does not even listen', async () => {
    const was = await busyPerenne()
    process.kill(was.backend, 'SIGSTOP')
    process.kill(was.pid, 'SIGKILL')
    process.kill(was.server, 'SIGKILL')
    await was.ended
    const lines = await expectWhole()
    expect(lines.at(-1)).toMatch(new RegExp(`killing .*\\b${was.backend}\\b`))
    expect(isAlive(was.backend)).toBe(false)
  })

  test('of everything at once', async () => {
    const was = await busyPerenne()
    const place = await makePlace(dataFolder(folderName))
    const all = processesByProc(place).map(one => one.pid)
    expect(all.length).toBeGreaterThan(4)
    for (const pid of [was.pid, ...all]) process.kill(pid, 'SIGKILL')
    await was.ended
    await expectWhole()
  })

  test('with another program now living under the number in the lock file', async () => {
    const place = await makePlace(dataFolder(folderName))
    const stranger = spawn('sleep', ['60'], asRoot ? { uid: place.account.uid, gid: place.account.gid } : {})
    living.push(stranger)
    await writeFile(
      join(place.folder, 'postmaster.pid'),
      `${stranger.pid}\n${place.folder}\n1\n5432\n/tmp\n\n  1 1\nready   \n`,
    )
    await expectWhole()
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  })

  test('that was an ordinary end without a stop: the server ends by itself', async () => {
    const was = await busyPerenne()
    was.say('exit')
    await was.ended
    await until(() => !isAlive(was.server))
    await expectWhole()
  })

  test('while the cluster was being made, initdb living on or not: the next start makes it whole', async () => {
    for (const [index, alsoInitdb] of [true, false].entries()) {
      const folder = dataFolder(`unborn-${index}`)
      const place = await makePlace(folder)
      const attempt = perenne(folder)
      await until(() => globSync(`${place.folder}.new-*/base/1/PG_VERSION`).length === 1)
      const makers = processesByProc(place)
      process.kill(attempt.pid, 'SIGKILL')
      await attempt.ended
      if (alsoInitdb) for (const one of makers) process.kill(one.pid, 'SIGKILL')
      expect(makers.length).toBeGreaterThan(0)
      expect(existsSync(place.folder)).toBe(false)
      const cluster = await openCluster({ dataFolder: folder, durable: false })
      expect(await query(cluster, "select 1 as n from pg_roles where rolname = 'perenne_app'")).toEqual([{ n: 1 }])
      await cluster.stop()
      expect(globSync(`${place.folder}.new-*`)).toEqual([])
    }
  })
})

describe('what cannot be opened is said', () => {
  test('a cluster of another major version', async () => {
    const place = await makePlace(dataFolder('deaths'))
    const version = join(place.folder, 'PG_VERSION')
    const before = await readFile(version, 'utf8')
    await writeFile(version, '14\n')
    const refusal = await openCluster({ dataFolder: place.dataFolder }).catch(error => error)
    await writeFile(version, before)
    expect(refusal).toBeInstanceOf(ClusterOfOtherMajor)
    expect(refusal.message).toMatch(/PostgreSQL 14.*perenne backup FILE.*perenne restore FILE/)
  })

  test('a server that does not start, with its own words', async () => {
    const folder = dataFolder('deaths')
    const refusal = await openCluster({ dataFolder: folder, settings: { shared_buffers: 'many' } }).catch(
      error => error,
    )
    expect(refusal).toBeInstanceOf(ClusterFailed)
    expect(refusal.message).toMatch(
      /ended with code 1 while starting[\s\S]*invalid value for parameter "shared_buffers"/,
    )
    // The claim was given back.
    await (await openCluster({ dataFolder: folder })).stop()
  })

  test('a folder that holds something else', async () => {
    const place = await makePlace(dataFolder('occupied'))
    await mkdir(place.folder, { recursive: true })
    if (asRoot) await chown(place.folder, place.account.uid, place.account.gid)
    await writeFile(join(place.folder, 'letter.txt'), 'Dear all')
    await expect(openCluster({ dataFolder: place.dataFolder })).rejects.toThrow(/is not empty and is no database/)
    expect(await readFile(join(place.folder, 'letter.txt'), 'utf8')).toBe('Dear all')
  })

  test.runIf(asRoot)('a data folder that was moved away from its database; a copy starts anew', async () => {
    const [from, to] = [dataFolder('deaths'), dataFolder('moved')]
    await rename(from, to)
    const refusal = await openCluster({ dataFolder: to }).catch(error => error)
    expect(refusal.message).toMatch(/was moved from .*deaths, its database stayed behind; run: mv \/var\/lib\/perenne/)
    const [, old = '', now = ''] = /run: mv (\S+) (\S+)/.exec(refusal.message) ?? []
    await rename(old, now)
    const cluster = await openCluster({ dataFolder: to })
    expect((await query(cluster, 'select n from kept')).length).toBeGreaterThan(3)
    await cluster.stop()
    await rename(to, from)
    await rename(now, old)

    const [original, copy] = [await makePlace(dataFolder('first')), dataFolder('copied')]
    await mkdir(copy)
    const note = await readFile(join(original.dataFolder, 'postgres-is-at.txt'), 'utf8')
    await writeFile(join(copy, 'postgres-is-at.txt'), note)
    const place = await makePlace(copy)
    expect(place.folder).not.toBe(original.folder)
    // The control: the same note, and an original that is no longer where it says.
    await writeFile(join(copy, 'postgres-is-at.txt'), note.replace('/first', '/gone'))
    await expect(makePlace(copy)).rejects.toThrow(/was moved from/)
    await writeFile(join(copy, 'postgres-is-at.txt'), note)
  })
})

describe.runIf(asRoot)('an ordinary user', () => {
  test('has the cluster in the data folder; root is sent back to that user, and that user from roots', async () => {
    const { uid, gid } = unprivilegedAccount()
    const folder = join(base, 'ordinary')
    await mkdir(folder, { mode: 0o700 })
    await chown(folder, uid, gid)
    for (const round of [1, 2]) {
      const own = perenne(folder, { uid, gid })
      const { place, socketFolder } = await own.next()
      expect(place).toBe(join(folder, 'postgres'))
      expect((await stat(place)).uid).toBe(uid)
      const at = {
        connection: (user: string, database: string) => ({ host: socketFolder, port: 5432, user, database }),
      }
      if (round === 1) await query(at, 'create table kept as select 1 as n')
      expect(await query(at, 'select n from kept')).toEqual([{ n: 1 }])
      process.kill(own.pid, 'SIGKILL')
      await own.ended
    }
    await expect(openCluster({ dataFolder: folder })).rejects.toThrow(/belongs to user number \d+, and this is root/)
    const last = perenne(folder, { uid, gid })
    await last.next()
    last.say('stop')
    await last.ended

    const roots = join(base, 'roots')
    await mkdir(roots)
    await chown(roots, uid, gid)
    await writeFile(join(roots, 'postgres-is-at.txt'), '/var/lib/perenne/000000000000\n')
    await chmod(join(roots, 'postgres-is-at.txt'), 0o644)
    const refused = await perenne(roots, { uid, gid }).next()
    expect(refused.failed).toBe('ClusterFailed')
    expect(refused.message).toMatch(/made by root/)
    const shut = join(base, 'shut-data')
    await mkdir(shut, { mode: 0o700 })
    const kept = await perenne(join(shut, 'inner'), { uid, gid }).next()
    expect(kept.message).toMatch(/^ClusterFailed: PERENNE_DATA: .*inner cannot be made \(EACCES\)/)
  })
})

describe('the programs', () => {
  test('are put whole where another user reaches them, the originals untouched', async () => {
    const { native } = await findPackage()
    const shut = join(base, 'shut')
    // A checkout in a folder like /root, made under umask 077 in part, without its install script.
    await relocate(native, shut)
    const source = join(shut, 'native')
    const links = JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of links) await unlink(join(shut, target))
    const private_ = join(source, 'share', 'postgresql', 'postgres.bki')
    const text = await readFile(private_)
    await unlink(private_)
    await writeFile(private_, text, { mode: 0o600 })
    await chmod(shut, 0o700)

    const target = join(base, 'open', '18-test')
    expect(await isComplete(source, join(target, 'native'))).toBe(false)
    const made = await relocate(source, target)
    expect(basename(made)).toBe('native')
    expect(await isComplete(source, made)).toBe(true)
    expect((await stat(private_)).mode & 0o777).toBe(0o600)
    expect((await stat(join(made, 'share', 'postgresql', 'postgres.bki'))).mode & 0o777).toBe(0o644)
    expect(existsSync(join(shut, links[0]?.target ?? ''))).toBe(false)
    const [postgres, original] = [
      await stat(join(made, 'bin', 'postgres')),
      await stat(join(source, 'bin', 'postgres')),
    ]
    expect([postgres.ino, postgres.mode, postgres.uid]).toEqual([original.ino, original.mode, original.uid])
    expect(spawnSync(join(source, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).status).not.toBe(0)
    if (asRoot) {
      const nobody = { ...unprivilegedAccount(), cwd: '/', encoding: 'utf8' } as const
      expect(spawnSync(join(source, 'bin', 'postgres'), ['--version'], nobody).error).toMatchObject({ code: 'EACCES' })
      expect(spawnSync(join(made, 'bin', 'postgres'), ['--version'], nobody).stdout).toMatch(
        /^postgres \(PostgreSQL\) 18/,
      )
    }

    // What a dead process left, and what a living one is making.
    const dead = spawnSync('true').pid
    for (const maker of [dead, process.pid]) await mkdir(`${target}.new-${maker}-abc/native`, { recursive: true })

    // Whole already: nothing is done. Damaged: made again, by several at once.
    const { ino } = await stat(made)
    await relocate(source, target)
    expect((await stat(made)).ino).toBe(ino)
    await unlink(join(made, 'lib', 'libpq.so.5'))
    await Promise.all([relocate(source, target), relocate(source, target), relocate(source, target)])
    expect(await isComplete(source, made)).toBe(true)
    expect(globSync(`${dirname(target)}/*`).sort()).toEqual([target, `${target}.new-${process.pid}-abc`])

    expect(await hydrate(source)).toBe(true)
    expect(spawnSync(join(source, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).status).toBe(0)
  })
})

describe('small parts', () => {
  test('a claim by a socket file: one of many at once, none over a living one, a dead one is no obstacle', async () => {
    const place = await makePlace(dataFolder('claims'))
    const file = join(base, 'claim')
    const dead = spawnSync(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ])
    expect(dead.signal).toBe('SIGKILL')
    expect(existsSync(file)).toBe(true)
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => claimByFile(place, file)))
    const won = tries.filter(one => one.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataFolderTaken)
    await expect(claimByFile(place, file)).rejects.toThrow(`process ${process.pid}`)
    await won[0]?.value.release()
    await (await claimByFile(place, file)).release()
  })

  test('a claim held by a dead process is free at once', async () => {
    const place = await makePlace(dataFolder('claims'))
    const claim = await claimPlace(place)
    await expect(claimPlace(place)).rejects.toBeInstanceOf(DataFolderTaken)
    await claim.release()
    await (await claimPlace(place)).release()
  })

  test('a claim from another container counts as long as its file is touched', async () => {
    const place = await makePlace(dataFolder('claims'))
    const rhythm = { beat: 20, silence: 400 }
    const end = await beginHeartbeat(place, 'harbour boot-1 net:[1]', rhythm)
    const refusal = await beginHeartbeat(place, 'hill boot-2 net:[2]', rhythm).catch(error => error)
    expect(refusal).toBeInstanceOf(DataFolderTaken)
    expect(refusal.message).toMatch(/on harbour, in another container or machine/)
    // From the same side the socket has already decided.
    await (await beginHeartbeat(place, 'harbour boot-1 net:[1]', rhythm))()
    await end()

    // Killed there: after the silence it is free, but not before.
    const file = join(place.dataFolder, 'in-use-by.txt')
    await writeFile(file, 'harbour boot-1 net:[1]\n')
    const start = performance.now()
    await (await beginHeartbeat(place, 'hill boot-2 net:[2]', rhythm))()
    expect(performance.now() - start).toBeGreaterThan(300)
    expect(existsSync(file)).toBe(false)
    await (await claimPlace(place)).release()
    expect(existsSync(file)).toBe(false)
  })

  test.runIf(spawnSync('ps', ['-axww', '-o', 'pid=']).status === 0)('processes by ps are those by /proc', async () => {
    const folder = dataFolder('first')
    const [place, cluster] = [await makePlace(folder), await openCluster({ dataFolder: folder })]
    const [byProc, byPs] = [processesByProc(place), processesByPs(place)]
    await cluster.stop()
    expect(byProc.length).toBeGreaterThan(3)
    expect(byPs.map(one => one.pid).sort()).toEqual(byProc.map(one => one.pid).sort())
    expect(byPs.filter(one => one.postmaster)).toEqual(byProc.filter(one => one.postmaster))
  })

  test('a log is cut to its end when it is large', async () => {
    const file = join(base, 'postgres.log')
    await writeFile(file, 'a line of words\n'.repeat(300_000))
    await writeFile(file, 'the last one\n', { flag: 'a' })
    await boundLog(file)
    expect((await stat(file)).size).toBeLessThan(500_000)
    expect(await lastLines(file, 0)).toMatch(/^a line of words\n[\s\S]*the last one$/)
  })
})

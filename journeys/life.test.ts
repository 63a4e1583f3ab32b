import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { runningCluster } from '../source/ground/database/embedded/cluster.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { copyData, type RunningServer, startServer, temporaryData } from './support/demo.ts'
import { prepared } from './support/prepared-demo.ts'
import { isAlive, openWire, postmasterOf, runProgram, untilDead } from './support/program.ts'

// The whole program as an administrator meets it: processes, signals, data folders, one after the other on one folder.
const seminar = '/en/seminars/vers-une-action-internationale-durable'

let data: Awaited<ReturnType<typeof temporaryData>>
const servers: RunningServer[] = []

beforeAll(async () => {
  data = await temporaryData()
})
// One that a failed test left running must not fail the others.
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})
afterAll(() => data.remove())

async function start(environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({ what: 'start', dataFolder: data.folder, environment })
  servers.push(server)
  return server
}

const statusOf = async (server: RunningServer, path: string) => (await fetch(server.origin + path)).status

async function postmaster(): Promise<number> {
  const pid = await postmasterOf(data.folder)
  if (pid === null) throw new Error('PostgreSQL does not run')
  return pid
}

describe('is refused with one clear line for each reason:', () => {
  test('every wrong setting, all at once, and no secret of theirs', async () => {
    const { code, out, errors } = await runProgram(['start'], {
      PERENNE_DATA: `${data.folder}/never`,
      PORT: '80000',
      HOST: '127.0.0.256',
      PUBLIC_URL: 'http://perenne.example.org',
      TRUSTED_PROXIES: '10.0.0.0/8, 10.0.0.0/33',
      DATABASE_URL: 'perenne:hush-1@db.example.org/perenne',
      SMTP_URL: 'http://someone:hush/2@mail.example.org',
      MAIL_FROM: 'nobody',
      LOG_LEVEL: 'loud',
      PERENNE_CLOCK: '2018-06-04T09:00:00+02:00',
    })
    expect(code).toBe(1)
    expect(out).toBe('')
    const names = [
      'PORT',
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'HOST',
      'PUBLIC_URL',
      'TRUSTED_PROXIES',
      'LOG_LEVEL',
      'PERENNE_CLOCK',
    ]
    expect(errors.map(line => line.split(' ')[0]).sort()).toEqual(names.sort())
    for (const line of errors) expect(line).toMatch(/^[A-Z_]+ is (".+"|not set); expected .+\.$/)
    expect(errors.join('\n')).not.toContain('hush')
    expect(existsSync(`${data.folder}/never`)).toBe(false)
  })

  test('another Node', async () => {
    const other = ['/usr/bin/node', '/usr/local/bin/node'].find(path => existsSync(path))
    if (other === undefined) return
    const { code, errors } = await runProgram(['start'], { PERENNE_DATA: data.folder }, { node: other })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringMatching(/^Perenne needs Node 26; this is v\d+\..+ npm/)])
  })

  test('a way of starting that there is none', async () => {
    const { code, errors } = await runProgram(['begin'], { PERENNE_DATA: data.folder })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringContaining('“begin”')])
  })

  test('a data folder that is a file', async () => {
    const { code, errors } = await runProgram(['start'], { PERENNE_DATA: '/etc/passwd' })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringMatching(/^PERENNE_DATA: \/etc\/passwd /)])
  })

  test('a database of one’s own that does not answer', async () => {
    const url = 'postgres://perenne:hush@localhost:1/perenne'
    const { code, errors } = await runProgram(['start'], {
      PERENNE_DATA: data.folder,
      DATABASE_URL: url,
      DATABASE_OWNER_URL: url,
    })
    expect(code).toBe(1)
    expect(errors).toEqual([
      expect.stringMatching(/^DATABASE_OWNER_URL is "postgres:\/\/…@localhost:1\/perenne"; expected .+ECONNREFUSED/),
    ])
  })
})

describe('a life', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('what is imported beside the living server is there, and still there after a stop and a start', async () => {
    const first = await start()
    expect(await statusOf(first, seminar)).toBe(404)
    const imported = await runProgram(['perenne', 'import', 'samples/seminar-2018.yaml', 'announce'], {
      PERENNE_DATA: data.folder,
    })
    expect(imported).toMatchObject({ code: 0, errors: [] })
    expect(await statusOf(first, seminar)).toBe(200)
    const database = await postmaster()
    expect(await first.stop()).toBe(0)
    expect(await isAlive(database)).toBe(false)

    const second = await start()
    expect(await statusOf(second, seminar)).toBe(200)
    expect(await second.stop()).toBe(0)
  })

  test('the first administrator’s link is printed until it was used, in a browser without JavaScript', async () => {
    const server = await start()
    const line = /^Nobody administers this installation yet\..* (http:\S+)$/m
    // The ready line comes first, on the other stream.
    await expect.poll(() => server.errors()).toMatch(line)
    const link = line.exec(server.errors())?.[1]
    expect(link).toMatch(new RegExp(`^${server.origin}/en/first/`))
    const page = await browser.newPage({ locale: 'en', javaScript: false })
    await page.goto(link as string)
    const names = page.locator('main form input[type=text]')
    await names.nth(0).fill('Noémie')
    await names.nth(1).fill('Durand')
    await page.locator('main form input[type=email]').fill('noemie@ville.example')
    await page.locator('main form button').last().click()
    await page.waitForURL('**/en/setup')
    expect(await page.locator('header').first().innerText()).toContain('Noémie Durand')
    await page.goto(`${server.origin}/en/administration/access`)
    expect(await page.locator('main').innerText()).toContain('Noémie Durand')
    expect((await page.goto(link as string))?.status()).toBe(410)
    expect(await server.stop()).toBe(0)

    const later = await start()
    expect(await later.stop()).toBe(0)
    expect(later.errors()).toContain('Data: ')
    expect(later.errors()).not.toMatch(line)
  })

  test('a stop finishes the request under way, waits for no idle connection, and takes less than three seconds', async () => {
    const server = await start()
    const idle = await openWire(server.origin)
    idle.write('GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await idle.until(/^HTTP\/1\.1 200 [\s\S]*<\/html>/)
    const slow = await openWire(server.origin)
    const body = 'email=noemie%40ville.example'
    slow.write(
      `POST /en/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    )
    // Answered on another connection: the first half above has arrived by then.
    expect(await statusOf(server, '/en/')).toBe(200)
    const begun = performance.now()
    const stopped = server.stop()
    await new Promise(resolve => setTimeout(resolve, 300))
    slow.write(body.slice(5))
    expect(await slow.until(/^HTTP\/1\.1 \d+/)).toMatch(/^HTTP\/1\.1 (200|303) /)
    expect(await stopped).toBe(0)
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(idle.closed()).toBe(true)
    slow.end()
  })

  test('kill -9 of Perenne: the next start works, with the data', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGKILL')
    await untilDead(server.pid)
    const next = await start()
    expect(await statusOf(next, seminar)).toBe(200)
    expect(await next.stop()).toBe(0)
  })

  test('kill -9 of PostgreSQL: Perenne ends with 1 and says so; the next start works', async () => {
    const server = await start({ LOG_LEVEL: 'silent' })
    process.kill(await postmaster(), 'SIGKILL')
    await untilDead(server.pid)
    expect(await server.stop()).toBe(1)
    expect(server.errors()).toMatch(/^PostgreSQL in .+ was ended by SIGKILL$/m)
    const next = await start()
    expect(await statusOf(next, seminar)).toBe(200)
    expect(await next.stop()).toBe(0)
  })

  test('kill -9 of both: the next start works', async () => {
    const server = await start()
    const database = await postmaster()
    process.kill(server.pid, 'SIGKILL')
    process.kill(database, 'SIGKILL')
    await untilDead(database)
    const next = await start()
    expect(await statusOf(next, seminar)).toBe(200)
    expect(await next.stop()).toBe(0)
  })

  test('a signal while it opens leaves no PostgreSQL behind', async () => {
    for (const signalAfter of [150, 450, 700]) {
      const { code, out } = await runProgram(['start'], { PERENNE_DATA: data.folder }, { signalAfter })
      // A machine that is fast enough to be ready by then stops in good order.
      if (!out.includes('is ready')) expect([1, null]).toContain(code)
      const database = await postmasterOf(data.folder)
      if (database !== null) await untilDead(database)
    }
  })

  test('a port that is taken, a data folder that is taken: one line, code 1, nothing left running', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const port = String((taken.address() as { port: number }).port)
    const refused = await runProgram(['start'], { PERENNE_DATA: data.folder, PORT: port, HOST: '127.0.0.1' })
    taken.close()
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.errors).toEqual([expect.stringMatching(new RegExp(`^PORT is ${port}, .+; expected a free port`))])
    expect(await postmasterOf(data.folder)).toBeNull()

    const server = await start()
    const second = await runProgram(['start'], { PERENNE_DATA: data.folder })
    expect(second).toMatchObject({ code: 1, out: '' })
    expect(second.errors).toEqual([
      expect.stringMatching(new RegExp(`^PERENNE_DATA: ${data.folder} is in use .*process ${server.pid}.*; expected`)),
    ])
    expect(await statusOf(server, seminar)).toBe(200)
    expect(await server.stop()).toBe(0)
  })

  test('the demonstration does not open a real installation', async () => {
    const { code, errors } = await runProgram(['demo'], { PERENNE_DATA: data.folder })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringMatching(/^PERENNE_DATA is .+ real use; expected .+npm start/)])
  })

  test('real use does not open the demonstration, nor leaves anything in it', async () => {
    const demo = await temporaryData()
    const removeCopy = await copyData(await prepared(inject('preparedDemo')), demo.folder)
    try {
      const server = await startServer({ what: 'demo', dataFolder: demo.folder })
      expect(await statusOf(server, seminar)).toBe(200)
      expect(await server.stop()).toBe(0)
      const { code, errors } = await runProgram(['start'], { PERENNE_DATA: demo.folder })
      expect(code).toBe(1)
      expect(errors).toEqual([expect.stringMatching(/^PERENNE_DATA is .+ demonstration; expected .+npm run demo/)])
      const again = await startServer({ what: 'demo', dataFolder: demo.folder })
      expect(await statusOf(again, seminar)).toBe(200)
      expect(await again.stop()).toBe(0)
    } finally {
      await removeCopy()
      await demo.remove()
    }
  })

  test('a database that a newer Perenne has used', async () => {
    const server = await start()
    const cluster = await runningCluster(data.folder)
    if (cluster === null) throw new Error('PostgreSQL does not run')
    const owner = new pg.Client(cluster.connection('perenne_owner', 'perenne'))
    await owner.connect()
    await owner.query("insert into perenne.migration (number, name, sha256) values (9999, '9999_later.sql', 'x')")
    await owner.end()
    expect(await server.stop()).toBe(0)
    const { code, errors } = await runProgram(['start'], { PERENNE_DATA: data.folder })
    expect(code).toBe(1)
    expect(errors).toEqual([expect.stringMatching(/^The database is at migration 9999, .+ newer Perenne/)])
    expect(await postmasterOf(data.folder)).toBeNull()
  })
})

import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, temporaryData } from './support/demo.ts'
import { root, runProgram } from './support/program.ts'

// From other folders and as other users: a clone that nobody else may look into, and an account without any right.
const asRoot = process.getuid?.() === 0
// The number of “nobody” on Linux; it needs no entry in the list of users.
const nobody = { uid: 65534, gid: 65534 }

let base: string
let clone: string
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'perenne-elsewhere-'))
  chmodSync(base, 0o755)
  clone = join(base, 'clone')
  mkdirSync(clone)
  for (const name of readdirSync(root)) {
    if (name.startsWith('.')) continue
    // Hard links where the file system has them: a copy of a half gigabyte of packages takes too long.
    const linked = name === 'node_modules' && process.platform === 'linux'
    execFileSync('cp', [linked ? '-al' : '-a', join(root, name), clone])
  }
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('from a clone in a folder of mode 0700', async () => {
  chmodSync(clone, 0o700)
  const data = await temporaryData()
  try {
    const server = await startServer({ what: 'start', dataFolder: data.folder, program: clone })
    expect((await fetch(`${server.origin}/es/`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
  } finally {
    await data.remove()
  }
})

test.runIf(asRoot)('as an ordinary user, twice in a row; root is sent back to that user', async () => {
  // A folder in which this user may read and not write; what had to be built was built by the test above.
  chmodSync(clone, 0o755)
  const folder = join(base, 'nobodys')
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, nobody.uid, nobody.gid)
  for (let time = 1; time <= 2; time++) {
    const server = await startServer({ what: 'start', dataFolder: folder, program: clone, user: nobody })
    expect((await fetch(`${server.origin}/pt/`)).status).toBe(200)
    expect(server.errors()).toContain(`database: ${folder}/postgres`)
    expect(await server.stop()).toBe(0)
  }
  const { code, errors } = await runProgram(['start'], { PERENNE_DATA: folder })
  expect(code).toBe(1)
  expect(errors).toEqual([expect.stringMatching(/^PERENNE_DATA: .+ belongs to user number 65534/)])
})

test.runIf(asRoot)('not in a data folder in which one may not write', async () => {
  const folder = join(base, 'roots')
  mkdirSync(folder, { mode: 0o755 })
  await expect(startServer({ what: 'start', dataFolder: folder, program: clone, user: nobody })).rejects.toThrow(
    /ended with 1[\s\S]*\nPERENNE_DATA: \S*roots\S* cannot be written \(EACCES\); expected/,
  )
})

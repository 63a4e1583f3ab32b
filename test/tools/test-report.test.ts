import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lastLine, tally } from '../../tools/test-report.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const one = (status: string, fullName = 'a test') => ({ status, fullName })

test('counts tests, and a file that fell over before its first one', () => {
  const counts = tally({
    testResults: [
      {
        status: 'passed',
        assertionResults: [one('passed'), one('skipped'), one('pending', 'reads it [PERENNE_FIXTURES]')],
      },
      { status: 'failed', assertionResults: [one('passed'), one('failed'), one('failed')] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  expect(counts).toEqual({ passed: 2, failed: 3, skipped: 2, forWantOfFixtures: 1 })
})

test('says in the last line what was skipped, and why', () => {
  const counts = { passed: 12, failed: 0, skipped: 0, forWantOfFixtures: 0 }
  expect(lastLine(counts, true)).toBe('12 passed, 0 failed')
  expect(lastLine({ ...counts, skipped: 3 }, true)).toBe('12 passed, 0 failed, 3 skipped')
  expect(lastLine({ ...counts, skipped: 3, forWantOfFixtures: 2 }, false)).toBe(
    '12 passed, 0 failed, 3 skipped (2 for want of PERENNE_FIXTURES)',
  )
})

test('npm test ends with that line and fails with a failing test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perenne-planted-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(
      join(folder, 'planted.test.ts'),
      "import { expect, test } from 'vitest'\ntest('good', () => expect(1).toBe(1))\ntest('bad', () => expect(1).toBe(2))\n",
    )
    const program = [join(root, 'tools/test.js'), '--root', folder]
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' })
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed')
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('npm test over no tests fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perenne-planted-'))
  try {
    const program = [join(root, 'tools/test.js'), '--root', folder, '--passWithNoTests']
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' })
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed')
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

// npm test [vitest's own arguments]: every test, journeys included. The last line is plain and always the same:
// `N passed, N failed`, with what was skipped, and how many of those for want of PERENNE_FIXTURES.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (Number(process.versions.node.split('.')[0]) !== 26) {
  console.error(`The tests need Node 26; this is ${process.version}. Run them through npm, which brings the right one.`)
  process.exit(1)
}
// After the question above: an older Node cannot read it.
const { lastLine, tally } = await import('./test-report.ts')

const fixtures = process.env.PERENNE_FIXTURES?.trim() ?? ''
if (fixtures !== '' && !existsSync(fixtures)) {
  console.error(`PERENNE_FIXTURES is ${JSON.stringify(fixtures)}; expected a folder that is there.`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'perenne-report-'))
const report = join(folder, 'report.json')
const child = spawn(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PERENNE_FIXTURES: fixtures === '' ? '' : resolve(fixtures) },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

child.on('error', error => {
  console.error(`The tests could not be started: ${error.message}`)
  process.exit(1)
})
child.on('close', code => {
  let counts = null
  try {
    counts = tally(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.error(`The tests left no report: ${error.message}`)
  }
  rmSync(folder, { recursive: true, force: true })
  const failed = code !== 0 || counts === null || counts.failed > 0 || counts.passed === 0
  if (counts !== null && code !== 0 && counts.failed === 0) console.error('No test failed, but the run did: see above.')
  if (counts !== null && counts.passed === 0) console.error('No test has passed.')
  console.log(lastLine(counts ?? { passed: 0, failed: 0, skipped: 0, forWantOfFixtures: 0 }, fixtures !== ''))
  process.exitCode = failed ? 1 : 0
})

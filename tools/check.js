// npm run check: types, lint, import law and circles, messages, lists kept by hand. All of them, each problem with its
// file and line; exits 1 when there is one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const started = performance.now()

if (Number(process.versions.node.split('.')[0]) !== 26) {
  console.error(
    `The checks need Node 26; this is ${process.version}. Run them through npm, which brings the right one.`,
  )
  process.exit(1)
}

/** Runs a program of node_modules/.bin and keeps what it says. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(`${root}node_modules/.bin/${program}`, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', part => (said += part))
    child.stderr.on('data', part => (said += part))
    child.on('error', reject)
    child.on('close', code => resolve({ code, said: said.trim() }))
  })
}

const lines = problems => problems.map(({ file, line, message }) => `${file}:${line} ${message}`)

const checks = {
  async types() {
    // Islands run in a browser, whose types the server's code must not see: they are a program of their own.
    const programs = ['tsconfig.json', 'tsconfig.islands.json'].map(project =>
      run('tsc', ['--noEmit', '--pretty', 'false', '--project', project]),
    )
    return (await Promise.all(programs)).flatMap(({ code, said }) =>
      code === 0 ? [] : [said || `tsc ended with ${code}`],
    )
  },
  async lint() {
    const { code, said } = await run('biome', ['check', '--colors=off', '--max-diagnostics=200'])
    return code === 0 ? [] : [said || `biome ended with ${code}`]
  },
  async imports() {
    const { checkImports } = await import('./checks/imports.ts')
    return lines(checkImports(root))
  },
  async lists() {
    const { checkLists } = await import('./checks/lists.ts')
    return lines(checkLists(root))
  },
  async messages() {
    // In a process of its own: it imports the message modules, and a broken one must not end the other checks.
    if (!existsSync(`${root}tools/checks/messages.ts`)) return []
    const { code, said } = await run('node', ['--import', 'tsx', 'tools/checks/messages.ts'])
    return code === 0 ? [] : [said || `tools/checks/messages.ts ended with ${code}`]
  },
}

const results = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    try {
      return [name, await check()]
    } catch (error) {
      return [name, [`the check itself failed: ${error.stack ?? error}`]]
    }
  }),
)

for (const [name, problems] of results) {
  if (problems.length === 0) console.log(`✓ ${name}`)
  else console.log(`✗ ${name}\n${problems.join('\n')}\n`)
}
const broken = results.filter(([, problems]) => problems.length > 0).map(([name]) => name)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(broken.length === 0 ? `All is well (${seconds} s)` : `Not well: ${broken.join(', ')} (${seconds} s)`)
process.exitCode = broken.length === 0 ? 0 : 1

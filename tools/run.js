// npm start, npm run demo and npm run perenne come in here: builds what is needed, then runs it in this very process,
// so that a signal reaches the house and not a shell in between.
import module from 'node:module'

const [what, ...rest] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) !== 26) {
  console.error(`Perenne needs Node 26; this is ${process.version}. Start it through npm, which brings the right one.`)
  process.exit(1)
}

process.setSourceMapsEnabled(true)
const { build, compiled } = await import('./build.js')
// What V8 made of the bundle and its packages is kept beside it: the next start takes a quarter less time. Where the
// folder cannot be written, nothing is kept and nothing said.
module.enableCompileCache(compiled)
try {
  await build()
} catch (error) {
  console.error(`Perenne could not be built: ${error.message}`)
  process.exit(1)
}
if (what === 'perenne') {
  process.argv.splice(1, process.argv.length - 1, 'perenne', ...rest)
  const { run } = await import('../dist/cli.js')
  await run(rest)
} else {
  const { open } = await import('../dist/main.js')
  await open(what)
}

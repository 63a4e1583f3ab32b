// Builds the islands: what a page may load to be handier, from source/**/islands/*.ts to dist/islands/NAME.HASH.js.
// The server finds them by dist/islands/manifest.json. Alone: node tools/islands.js
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'dist/islands')
const manifest = join(folder, 'manifest.json')

/** Builds when a source is newer than what is built. A file with a name of its own for each content is never half of two. */
export async function buildIslands({ force = false } = {}) {
  const sources = islandSources()
  if (!force && newestSource() < builtAt() && knows(sources)) return false
  const input = {}
  for (const file of sources) {
    const name = basename(file, '.ts')
    if (input[name]) throw new Error(`two islands are called ${name}: ${input[name]} and ${file}`)
    input[name] = file
  }
  mkdirSync(folder, { recursive: true })
  const islands = {}
  const files = []
  if (sources.length > 0) {
    const { rolldown } = await import('rolldown')
    const bundle = await rolldown({ cwd: root, input, platform: 'browser' })
    const { output } = await bundle.write({
      dir: folder,
      format: 'esm',
      minify: true,
      entryFileNames: '[name].[hash].js',
      chunkFileNames: '[name].[hash].js',
    })
    await bundle.close()
    for (const part of output) {
      files.push(part.fileName)
      if (part.type === 'chunk' && part.isEntry) islands[part.name] = part.fileName
    }
  }
  // Renamed into place: another process reads the list of before or of after.
  const written = `${manifest}.${process.pid}`
  writeFileSync(written, JSON.stringify({ islands, files }))
  renameSync(written, manifest)
  return true
}

function islandSources() {
  return readdirSync(join(root, 'source'), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && entry.parentPath.split(sep).includes('islands'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

// Islands import rules and words from anywhere: whatever changed may be in one of them.
function newestSource() {
  return readdirSync(join(root, 'source'), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}

function builtAt() {
  return existsSync(manifest) ? statSync(manifest).mtimeMs : 0
}

// One that was removed or renamed leaves nothing newer behind.
function knows(sources) {
  if (!existsSync(manifest)) return false
  const { islands } = JSON.parse(readFileSync(manifest, 'utf8'))
  return (
    JSON.stringify(Object.keys(islands).sort()) === JSON.stringify(sources.map(file => basename(file, '.ts')).sort())
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIslands({ force: true })

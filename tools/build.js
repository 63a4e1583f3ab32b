// Builds dist/ when a source is newer than it. Packages stay outside the bundle: wasm, SQL and fonts find themselves by path.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIslands } from './islands.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the compiled code of what was built is kept: written by the processes that run it, gone with the next build. */
export const compiled = join(root, 'dist/compiled')

export async function build({ force = false } = {}) {
  await buildIslands({ force })
  if (!force && newest(join(root, 'source')) < built()) return false
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    cwd: root,
    input: {
      main: 'source/main.ts',
      ...(existsSync(join(root, 'source/cli.ts')) ? { cli: 'source/cli.ts' } : {}),
      // A process of its own: source/ground/documents/make-pdf.ts starts it.
      typesetter: 'source/ground/documents/typesetter.ts',
      // One for each file that somebody sent: source/ground/reading/read-apart.ts starts it.
      reader: 'source/ground/reading/reader.ts',
    },
    platform: 'node',
    // The rest is read from tsconfig.json; the development transform of JSX is slower.
    transform: { jsx: { development: false } },
    external: id => !/^[./#]/.test(id) && !id.startsWith(root),
  })
  await bundle.write({ dir: join(root, 'dist'), format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' })
  await bundle.close()
  rmSync(compiled, { recursive: true, force: true })
  return true
}

function newest(folder) {
  let at = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    at = Math.max(at, statSync(join(entry.parentPath, entry.name)).mtimeMs)
  }
  return Math.max(at, statSync(join(root, 'package-lock.json')).mtimeMs)
}

function built() {
  try {
    return statSync(join(root, 'dist/main.js')).mtimeMs
  } catch {
    return 0
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ force: true })

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll } from 'vitest'
import { programFolder } from '../../source/ground/program.ts'
import { kept } from './compiled.ts'

const root = fileURLToPath(programFolder)

/**
 * A program that tests start as processes of their own, in one folder with what it imports of ours: so it starts in a tenth
 * of the time that translating each file at its import takes. Made before the first test of the file that asks for it, and
 * gone after the last.
 *
 * @param entry the path of its first file
 */
export function bundled(entry: string): { readonly file: string } {
  let made: Awaited<ReturnType<typeof bundle>> | undefined
  beforeAll(async () => {
    made = await bundle(entry)
  })
  afterAll(() => made?.remove())
  return {
    get file() {
      if (!made) throw new Error(`${entry} is bundled before the first test`)
      return made.file
    },
  }
}

// Below the checkout, where it finds its packages.
async function bundle(entry: string): Promise<{ file: string; remove: () => Promise<void> }> {
  await mkdir(kept, { recursive: true })
  const folder = await mkdtemp(join(kept, 'program-'))
  const made = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    transform: { jsx: { development: false } },
    external: id => !/^[./#]/.test(id) && !id.startsWith(root),
  })
  await made.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  await made.close()
  return {
    file: join(folder, basename(entry).replace(/\.tsx?$/, '.mjs')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

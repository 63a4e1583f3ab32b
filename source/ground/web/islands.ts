import { existsSync, readFileSync } from 'node:fs'
import { programFolder } from '../program.ts'

const folder = new URL('dist/islands/', programFolder)

type Manifest = {
  /** name → file */
  islands: Readonly<Record<string, string>>
  /** Every file, what islands share included. */
  files: readonly string[]
}

/**
 * What tools/islands.js has built, read once. Without it (a checkout that was never built) pages name no script, and are
 * whole all the same.
 */
const manifest: Manifest = (() => {
  const file = new URL('manifest.json', folder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { islands: {}, files: [] }
})()

const addressOf = (file: string) => `/assets/islands/${file}`

/** The address of an island by the name of its file in `source/…/islands/`, with a fingerprint; null when it is not built. */
export function islandAddress(name: string): string | null {
  const file = manifest.islands[name]
  return file === undefined ? null : addressOf(file)
}

export const islandFiles: readonly { path: string; body: Buffer }[] = manifest.files.map(file => ({
  path: addressOf(file),
  body: readFileSync(new URL(file, folder)),
}))

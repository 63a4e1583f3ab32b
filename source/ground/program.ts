import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of the checkout, found from wherever this file runs: source/ in development, dist/ when built. */
export const programFolder: URL = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('package.json is not above the program: was it moved without its folder?')
    folder = above
  }
  return pathToFileURL(`${folder}/`)
})()

export const programVersion: string = JSON.parse(readFileSync(new URL('package.json', programFolder), 'utf8')).version

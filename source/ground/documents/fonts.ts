import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { programFolder } from '../program.ts'

const require = createRequire(new URL('package.json', programFolder))

/**
 * The fonts of documents: the serif and the sans of the pages, then those that have what these two lack. Folders of one
 * weight each, since Typst looks through a folder whole; it opens a font only when a document needs it.
 */
const packages: Readonly<Record<string, readonly string[]>> = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '600SemiBold'],
  'source-sans-3': ['400Regular', '600SemiBold'],
  // Devanagari, and the Latin, Greek and Cyrillic letters that few fonts have (ƙ, ꞌ).
  'noto-sans': ['400Regular', '600SemiBold'],
  'noto-naskh-arabic': ['400Regular', '600SemiBold'],
  'noto-sans-hebrew': ['400Regular', '600SemiBold'],
  // Chinese, simplified and traditional, and Japanese, in a single weight.
  'cactus-classical-serif': ['400Regular'],
  'noto-emoji': ['400Regular'],
}

/** The folders that hold the fonts of documents. */
export function fontFolders(): string[] {
  return Object.entries(packages).flatMap(([name, weights]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
    return weights.map(weight => join(folder, weight))
  })
}

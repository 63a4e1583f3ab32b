import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { programFolder } from '../program.ts'
import type { MadePdf, Order } from './document.ts'
import { fontFolders } from './fonts.ts'
import { charactersWithoutFont } from './refused-characters.ts'

const templates = new URL('source/', programFolder)

// Results of earlier documents are worth keeping for a few; a server that runs for months must not keep all.
const keptCompilations = 10

/** Opens the compiler on the templates of the program. Files outside source/ are not read, and nothing is downloaded. */
export function openCompiler(): (order: Omit<Order, 'id'>) => MadePdf {
  const compiler = NodeCompiler.create({
    workspace: fileURLToPath(templates),
    fontArgs: [{ fontPaths: fontFolders() }],
  })
  return ({ template, inputs }) => {
    const document = { mainFilePath: fileURLToPath(new URL(template, templates)), inputs }
    try {
      return { pdf: compiler.pdf(document, { pdfStandard: 'a-3b' }), standard: 'a-3b', missing: [] }
    } catch (error) {
      const missing = charactersWithoutFont(messageOf(error))
      if (missing.length === 0) throw new Error(messageOf(error).slice(0, 2000))
      // An archive must show every character; a person's letter is worth having even if one of them is an empty box.
      const told = { ...inputs, missing: JSON.stringify(missing.map(codePoint)) }
      return { pdf: compiler.pdf({ ...document, inputs: told }, { pdfStandard: '1.7' }), standard: 'plain', missing }
    } finally {
      compiler.evictCache(keptCompilations)
    }
  }
}

// A mistake in a template is told in `code`, one of the export in `message`.
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.message, (error as { code?: unknown }).code].filter(Boolean).join(': ')
}

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

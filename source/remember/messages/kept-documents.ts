import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './kept-documents.en.ts'
import { es } from './kept-documents.es.ts'
import { fr } from './kept-documents.fr.ts'
import { pt } from './kept-documents.pt.ts'

/** The words of the documents that a memory keeps. */
export const documentWords: InFourLanguages<typeof en> = { en, es, fr, pt }

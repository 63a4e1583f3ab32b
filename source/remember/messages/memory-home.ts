import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory-home.en.ts'
import { es } from './memory-home.es.ts'
import { fr } from './memory-home.fr.ts'
import { pt } from './memory-home.pt.ts'

/** The words of the first page of a memory and of what it reminds of. */
export const memoryHome: InFourLanguages<typeof en> = { en, es, fr, pt }

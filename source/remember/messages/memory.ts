import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory.en.ts'
import { es } from './memory.es.ts'
import { fr } from './memory.fr.ts'
import { pt } from './memory.pt.ts'

/** The words that every page of a memory shares. */
export const memoryWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory-time.en.ts'
import { es } from './memory-time.es.ts'
import { fr } from './memory-time.fr.ts'
import { pt } from './memory-time.pt.ts'

/** The words of the pages that read the past. */
export const memoryTime: InFourLanguages<typeof en> = { en, es, fr, pt }

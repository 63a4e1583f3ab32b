import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './scdl.en.ts'
import { es } from './scdl.es.ts'
import { fr } from './scdl.fr.ts'
import { pt } from './scdl.pt.ts'

/** The words of the open file of decisions. */
export const scdlWords: InFourLanguages<typeof en> = { en, es, fr, pt }

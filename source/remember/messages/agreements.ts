import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './agreements.en.ts'
import { es } from './agreements.es.ts'
import { fr } from './agreements.fr.ts'
import { pt } from './agreements.pt.ts'

/** The words of agreements and of what happens to them. */
export const agreementsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

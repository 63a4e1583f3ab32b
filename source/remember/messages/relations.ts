import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './relations.en.ts'
import { es } from './relations.es.ts'
import { fr } from './relations.fr.ts'
import { pt } from './relations.pt.ts'

/** The words of relationships, their partners, fees and seats. */
export const relationsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

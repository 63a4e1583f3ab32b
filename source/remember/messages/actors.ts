import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './actors.en.ts'
import { es } from './actors.es.ts'
import { fr } from './actors.fr.ts'
import { pt } from './actors.pt.ts'

/** Words of the actors: their list, page, form, and those that may be the same. */
export const actorsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

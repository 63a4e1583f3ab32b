import type { InFourLanguages } from '../say.ts'
import { en } from './history.en.ts'
import { es } from './history.es.ts'
import { fr } from './history.fr.ts'
import { pt } from './history.pt.ts'

/** The log of who did what. */
export const historyWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '../say.ts'
import { en } from './setup.en.ts'
import { es } from './setup.es.ts'
import { fr } from './setup.fr.ts'
import { pt } from './setup.pt.ts'

/** The first visit of a new installation: its network, its name and colour, the test of its mail. */
export const setupWords: InFourLanguages<typeof en> = { en, es, fr, pt }

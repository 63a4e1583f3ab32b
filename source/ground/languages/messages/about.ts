import type { InFourLanguages } from '../say.ts'
import { en } from './about.en.ts'
import { es } from './about.es.ts'
import { fr } from './about.fr.ts'
import { pt } from './about.pt.ts'

/** The pages about the site itself. */
export const about: InFourLanguages<typeof en> = { en, fr, es, pt }

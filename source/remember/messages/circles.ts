import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './circles.en.ts'
import { es } from './circles.es.ts'
import { fr } from './circles.fr.ts'
import { pt } from './circles.pt.ts'

/** The words of opening and closing several relationships at once. */
export const circlesWords: InFourLanguages<typeof en> = { en, es, fr, pt }

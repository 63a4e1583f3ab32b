import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './about.en.ts'
import { es } from './about.es.ts'
import { fr } from './about.fr.ts'
import { pt } from './about.pt.ts'

/** The words for saying what a record is about, and of a save that came too late. */
export const aboutWords: InFourLanguages<typeof en> = { en, es, fr, pt }

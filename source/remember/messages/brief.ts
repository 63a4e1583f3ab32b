import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './brief.en.ts'
import { es } from './brief.es.ts'
import { fr } from './brief.fr.ts'
import { pt } from './brief.pt.ts'

/** The words of a partner's brief. */
export const briefWords: InFourLanguages<typeof en> = { en, es, fr, pt }

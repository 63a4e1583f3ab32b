import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './notes.en.ts'
import { es } from './notes.es.ts'
import { fr } from './notes.fr.ts'
import { pt } from './notes.pt.ts'

/** The words of notes: what somebody knows, in their own words. */
export const noteWords: InFourLanguages<typeof en> = { en, es, fr, pt }

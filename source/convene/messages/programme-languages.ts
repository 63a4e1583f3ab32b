import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-languages.en.ts'
import { es } from './programme-languages.es.ts'
import { fr } from './programme-languages.fr.ts'
import { pt } from './programme-languages.pt.ts'

/** Translating a programme and publishing it in one more language, at the desk. */
export const programmeLanguages: InFourLanguages<typeof en> = { en, es, fr, pt }

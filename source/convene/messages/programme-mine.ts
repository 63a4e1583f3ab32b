import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-mine.en.ts'
import { es } from './programme-mine.es.ts'
import { fr } from './programme-mine.fr.ts'
import { pt } from './programme-mine.pt.ts'

/** What a reader does with a programme: chooses of it, and reads its hours elsewhere. */
export const programmeMine: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './why.en.ts'
import { es } from './why.es.ts'
import { fr } from './why.fr.ts'
import { pt } from './why.pt.ts'

/** Why something was changed or removed, for the history. */
export const whyWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './decisions.en.ts'
import { es } from './decisions.es.ts'
import { fr } from './decisions.fr.ts'
import { pt } from './decisions.pt.ts'

/** Words of the decisions: their list, page, form and file. */
export const decisionsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

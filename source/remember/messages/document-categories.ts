import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './document-categories.en.ts'
import { es } from './document-categories.es.ts'
import { fr } from './document-categories.fr.ts'
import { pt } from './document-categories.pt.ts'

/** Our own words for the categories of documents: those of a local government, and the codes of the IATI list (2.03). */
export const categoryWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './fields.en.ts'
import { es } from './fields.es.ts'
import { fr } from './fields.fr.ts'
import { pt } from './fields.pt.ts'

/** The words of the fields that the forms of the memory share, and of their errors. */
export const fieldsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './sheets-fields.en.ts'
import { es } from './sheets-fields.es.ts'
import { fr } from './sheets-fields.fr.ts'
import { pt } from './sheets-fields.pt.ts'

/** The words of the columns of sheets. */
export const sheetsFields: InFourLanguages<typeof en> = { en, es, fr, pt }

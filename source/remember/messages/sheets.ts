import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './sheets.en.ts'
import { es } from './sheets.es.ts'
import { fr } from './sheets.fr.ts'
import { pt } from './sheets.pt.ts'

/** The words of the pages on which sheets come in and go out. */
export const sheetsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

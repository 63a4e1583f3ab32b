import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './sheets-look.en.ts'
import { es } from './sheets-look.es.ts'
import { fr } from './sheets-look.fr.ts'
import { pt } from './sheets-look.pt.ts'

/** The words of the page on which a spreadsheet is looked at. */
export const sheetsLook: InFourLanguages<typeof en> = { en, es, fr, pt }

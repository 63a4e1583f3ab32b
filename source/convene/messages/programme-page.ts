import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-page.en.ts'
import { es } from './programme-page.es.ts'
import { fr } from './programme-page.fr.ts'
import { pt } from './programme-page.pt.ts'

/** The programme on its public pages. */
export const programmePage: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './edtf.en.ts'
import { es } from './edtf.es.ts'
import { fr } from './edtf.fr.ts'
import { pt } from './edtf.pt.ts'

/** Dates as imprecise as they are known, in words. */
export const edtfWords: InFourLanguages<typeof en> = { en, es, fr, pt }

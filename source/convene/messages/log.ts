import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './log.en.ts'
import { es } from './log.es.ts'
import { fr } from './log.fr.ts'
import { pt } from './log.pt.ts'

/** How the log of who did what names the records of seminars. */
export const logWords: InFourLanguages<typeof en> = { en, es, fr, pt }

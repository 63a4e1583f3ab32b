import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-paper.en.ts'
import { es } from './programme-paper.es.ts'
import { fr } from './programme-paper.fr.ts'
import { pt } from './programme-paper.pt.ts'

export const programmePaperWords: InFourLanguages<typeof en> = { en, es, fr, pt }

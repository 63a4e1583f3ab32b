import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-files.en.ts'
import { es } from './programme-files.es.ts'
import { fr } from './programme-files.fr.ts'
import { pt } from './programme-files.pt.ts'

export const programmeFileWords: InFourLanguages<typeof en> = { fr, es, pt, en }

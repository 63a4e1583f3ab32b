import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-checks-list.en.ts'
import { es } from './programme-checks-list.es.ts'
import { fr } from './programme-checks-list.fr.ts'
import { pt } from './programme-checks-list.pt.ts'

export const programmeChecksList: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './api-refusals.en.ts'
import { es } from './api-refusals.es.ts'
import { fr } from './api-refusals.fr.ts'
import { pt } from './api-refusals.pt.ts'

export const apiRefusals: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './brakes.en.ts'
import { es } from './brakes.es.ts'
import { fr } from './brakes.fr.ts'
import { pt } from './brakes.pt.ts'

export const brakes: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './typed-territories.en.ts'
import { es } from './typed-territories.es.ts'
import { fr } from './typed-territories.fr.ts'
import { pt } from './typed-territories.pt.ts'

export const typedTerritoryWords: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './life.en.ts'
import { es } from './life.es.ts'
import { fr } from './life.fr.ts'
import { pt } from './life.pt.ts'

export const lifeWords: InFourLanguages<typeof en> = { fr, es, pt, en }
export type LifeWords = InFourLanguages<typeof en>['en']

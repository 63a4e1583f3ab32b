import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './life-desk.en.ts'
import { es } from './life-desk.es.ts'
import { fr } from './life-desk.fr.ts'
import { pt } from './life-desk.pt.ts'

export const lifeDesk: InFourLanguages<typeof en> = { fr, es, pt, en }
export type LifeDesk = InFourLanguages<typeof en>['en']

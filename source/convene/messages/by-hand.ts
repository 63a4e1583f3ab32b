import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './by-hand.en.ts'
import { es } from './by-hand.es.ts'
import { fr } from './by-hand.fr.ts'
import { pt } from './by-hand.pt.ts'

/** A person entered by an organiser, and notes about a registration. */
export const byHand: InFourLanguages<typeof en> = { fr, es, pt, en }
export type ByHandMessages = InFourLanguages<typeof en>['en']

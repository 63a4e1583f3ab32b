import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './guests.en.ts'
import { es } from './guests.es.ts'
import { fr } from './guests.fr.ts'
import { pt } from './guests.pt.ts'

/** Lists of guests. */
export const guests: InFourLanguages<typeof en> = { fr, es, pt, en }
export type GuestsMessages = InFourLanguages<typeof en>['en']

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-places.en.ts'
import { es } from './desk-places.es.ts'
import { fr } from './desk-places.fr.ts'
import { pt } from './desk-places.pt.ts'

export const deskPlaces: InFourLanguages<typeof en> = { fr, es, pt, en }
export type DeskPlaces = InFourLanguages<typeof en>['en']

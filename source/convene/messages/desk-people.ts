import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-people.en.ts'
import { es } from './desk-people.es.ts'
import { fr } from './desk-people.fr.ts'
import { pt } from './desk-people.pt.ts'

export const deskPeople: InFourLanguages<typeof en> = { fr, es, pt, en }
export type DeskPeople = InFourLanguages<typeof en>['en']

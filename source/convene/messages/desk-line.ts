import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-line.en.ts'
import { es } from './desk-line.es.ts'
import { fr } from './desk-line.fr.ts'
import { pt } from './desk-line.pt.ts'

export const deskLine: InFourLanguages<typeof en> = { fr, es, pt, en }
export type DeskLine = InFourLanguages<typeof en>['en']

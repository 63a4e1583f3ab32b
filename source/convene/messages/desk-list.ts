import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-list.en.ts'
import { es } from './desk-list.es.ts'
import { fr } from './desk-list.fr.ts'
import { pt } from './desk-list.pt.ts'

export const deskListWords: InFourLanguages<typeof en> = { fr, es, pt, en }

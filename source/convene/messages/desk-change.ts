import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-change.en.ts'
import { es } from './desk-change.es.ts'
import { fr } from './desk-change.fr.ts'
import { pt } from './desk-change.pt.ts'

export const deskChange: InFourLanguages<typeof en> = { fr, es, pt, en }

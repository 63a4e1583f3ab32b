import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-one.en.ts'
import { es } from './desk-one.es.ts'
import { fr } from './desk-one.fr.ts'
import { pt } from './desk-one.pt.ts'

export const deskOne: InFourLanguages<typeof en> = { fr, es, pt, en }

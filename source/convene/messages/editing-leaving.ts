import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-leaving.en.ts'
import { es } from './editing-leaving.es.ts'
import { fr } from './editing-leaving.fr.ts'
import { pt } from './editing-leaving.pt.ts'

export const editingLeaving: InFourLanguages<typeof en> = { fr, es, pt, en }

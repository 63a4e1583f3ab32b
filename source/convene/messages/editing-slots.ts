import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-slots.en.ts'
import { es } from './editing-slots.es.ts'
import { fr } from './editing-slots.fr.ts'
import { pt } from './editing-slots.pt.ts'

export const editingSlots: InFourLanguages<typeof en> = { fr, es, pt, en }

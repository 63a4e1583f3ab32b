import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-new.en.ts'
import { es } from './editing-new.es.ts'
import { fr } from './editing-new.fr.ts'
import { pt } from './editing-new.pt.ts'

export const editingNew: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-fields.en.ts'
import { es } from './editing-fields.es.ts'
import { fr } from './editing-fields.fr.ts'
import { pt } from './editing-fields.pt.ts'

export const editingFields: InFourLanguages<typeof en> = { fr, es, pt, en }

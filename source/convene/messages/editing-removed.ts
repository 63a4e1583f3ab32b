import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-removed.en.ts'
import { es } from './editing-removed.es.ts'
import { fr } from './editing-removed.fr.ts'
import { pt } from './editing-removed.pt.ts'

export const editingRemoved: InFourLanguages<typeof en> = { fr, es, pt, en }

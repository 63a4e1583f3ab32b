import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-programme.en.ts'
import { es } from './editing-programme.es.ts'
import { fr } from './editing-programme.fr.ts'
import { pt } from './editing-programme.pt.ts'

export const editingProgramme: InFourLanguages<typeof en> = { fr, es, pt, en }

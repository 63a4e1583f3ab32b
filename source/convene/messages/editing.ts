import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing.en.ts'
import { es } from './editing.es.ts'
import { fr } from './editing.fr.ts'
import { pt } from './editing.pt.ts'

export const editing: InFourLanguages<typeof en> = { fr, es, pt, en }

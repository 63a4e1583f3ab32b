import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-waiting.en.ts'
import { es } from './editing-waiting.es.ts'
import { fr } from './editing-waiting.fr.ts'
import { pt } from './editing-waiting.pt.ts'

export const editingWaiting: InFourLanguages<typeof en> = { fr, es, pt, en }

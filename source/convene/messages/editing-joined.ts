import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-joined.en.ts'
import { es } from './editing-joined.es.ts'
import { fr } from './editing-joined.fr.ts'
import { pt } from './editing-joined.pt.ts'

export const editingJoined: InFourLanguages<typeof en> = { fr, es, pt, en }

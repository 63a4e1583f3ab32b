import type { InFourLanguages } from '../say.ts'
import { en } from './documents.en.ts'
import { es } from './documents.es.ts'
import { fr } from './documents.fr.ts'
import { pt } from './documents.pt.ts'

export const documents: InFourLanguages<typeof en> = { en, fr, es, pt }

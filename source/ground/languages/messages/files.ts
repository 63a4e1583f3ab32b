import type { InFourLanguages } from '../say.ts'
import { en } from './files.en.ts'
import { es } from './files.es.ts'
import { fr } from './files.fr.ts'
import { pt } from './files.pt.ts'

export const files: InFourLanguages<typeof en> = { en, fr, es, pt }

import type { InFourLanguages } from '../say.ts'
import { en } from './search.en.ts'
import { es } from './search.es.ts'
import { fr } from './search.fr.ts'
import { pt } from './search.pt.ts'

export const search: InFourLanguages<typeof en> = { en, fr, es, pt }

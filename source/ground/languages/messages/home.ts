import type { InFourLanguages } from '../say.ts'
import { en } from './home.en.ts'
import { es } from './home.es.ts'
import { fr } from './home.fr.ts'
import { pt } from './home.pt.ts'

export const home: InFourLanguages<typeof en> = { en, es, fr, pt }

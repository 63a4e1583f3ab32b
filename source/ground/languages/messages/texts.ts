import type { InFourLanguages } from '../say.ts'
import { en } from './texts.en.ts'
import { es } from './texts.es.ts'
import { fr } from './texts.fr.ts'
import { pt } from './texts.pt.ts'

export const texts: InFourLanguages<typeof en> = { en, fr, es, pt }

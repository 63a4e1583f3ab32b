import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './as-known.en.ts'
import { es } from './as-known.es.ts'
import { fr } from './as-known.fr.ts'
import { pt } from './as-known.pt.ts'

/** Days as they are known: in forms, and where something is computed from them. */
export const asKnownWords: InFourLanguages<typeof en> = { en, es, fr, pt }

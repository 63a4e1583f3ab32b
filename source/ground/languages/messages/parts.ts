import type { Locale } from '../locales.ts'
import { en, type PartsMessages } from './parts.en.ts'
import { es } from './parts.es.ts'
import { fr } from './parts.fr.ts'
import { pt } from './parts.pt.ts'

/** The texts of the components, by language. */
export const parts: Record<Locale, PartsMessages> = { en, es, fr, pt }

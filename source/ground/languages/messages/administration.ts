import type { Locale } from '../locales.ts'
import { type AdministrationMessages, en } from './administration.en.ts'
import { es } from './administration.es.ts'
import { fr } from './administration.fr.ts'
import { pt } from './administration.pt.ts'

/** The texts of the administration page and of the doctor, by language. */
export const administration: Record<Locale, AdministrationMessages> = { en, es, fr, pt }

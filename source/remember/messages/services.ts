import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './services.en.ts'
import { es } from './services.es.ts'
import { fr } from './services.fr.ts'
import { pt } from './services.pt.ts'

/** Words of the map of services: which one does what for what. */
export const servicesWords: InFourLanguages<typeof en> = { en, es, fr, pt }

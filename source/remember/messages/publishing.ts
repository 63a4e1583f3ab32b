import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './publishing.en.ts'
import { es } from './publishing.es.ts'
import { fr } from './publishing.fr.ts'
import { pt } from './publishing.pt.ts'

/** The words of making a relationship public. */
export const publishingWords: InFourLanguages<typeof en> = { en, es, fr, pt }

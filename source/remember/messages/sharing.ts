import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './sharing.en.ts'
import { es } from './sharing.es.ts'
import { fr } from './sharing.fr.ts'
import { pt } from './sharing.pt.ts'

/** The words of sharing a record with a person. */
export const sharingWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-documents.en.ts'
import { es } from './programme-documents.es.ts'
import { fr } from './programme-documents.fr.ts'
import { pt } from './programme-documents.pt.ts'

/** Files that released versions of a programme name: for whoever withdraws one, and for readers. */
export const programmeDocuments: InFourLanguages<typeof en> = { en, es, fr, pt }

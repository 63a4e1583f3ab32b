import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './journal.en.ts'
import { es } from './journal.es.ts'
import { fr } from './journal.fr.ts'
import { pt } from './journal.pt.ts'

/** The words of the journal: what was done with whom, and what was promised. */
export const journalWords: InFourLanguages<typeof en> = { en, es, fr, pt }

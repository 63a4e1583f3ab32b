import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './journal-mail.en.ts'
import { es } from './journal-mail.es.ts'
import { fr } from './journal-mail.fr.ts'
import { pt } from './journal-mail.pt.ts'

/** The words of taking a mail into the journal. */
export const journalMailWords: InFourLanguages<typeof en> = { en, es, fr, pt }

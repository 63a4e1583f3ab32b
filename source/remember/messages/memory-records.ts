import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory-records.en.ts'
import { es } from './memory-records.es.ts'
import { fr } from './memory-records.fr.ts'
import { pt } from './memory-records.pt.ts'

/** What records, their columns and their texts are called: in the log, in a history, in a spreadsheet. */
export const memoryRecords: InFourLanguages<typeof en> = { en, es, fr, pt }

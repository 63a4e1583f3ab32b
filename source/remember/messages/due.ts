import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './due.en.ts'
import { es } from './due.es.ts'
import { fr } from './due.fr.ts'
import { pt } from './due.pt.ts'

/** What a day that is due is calculated from, and reminders that leave late. */
export const dueWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './sheets-problems.en.ts'
import { es } from './sheets-problems.es.ts'
import { fr } from './sheets-problems.fr.ts'
import { pt } from './sheets-problems.pt.ts'

/** What is said of a cell that cannot be read, or was read with a remark. */
export const sheetsProblems: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-checks.en.ts'
import { es } from './programme-checks.es.ts'
import { fr } from './programme-checks.fr.ts'
import { pt } from './programme-checks.pt.ts'

/** The office page of what the checks find in a draft programme, and what organisers set aside. */
export const programmeChecks: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory-checks.en.ts'
import { es } from './memory-checks.es.ts'
import { fr } from './memory-checks.fr.ts'
import { pt } from './memory-checks.pt.ts'

/** The words of the checks of a memory. */
export const memoryChecks: InFourLanguages<typeof en> = { en, es, fr, pt }

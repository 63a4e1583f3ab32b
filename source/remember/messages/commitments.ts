import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './commitments.en.ts'
import { es } from './commitments.es.ts'
import { fr } from './commitments.fr.ts'
import { pt } from './commitments.pt.ts'

/** The words of commitments: what was promised, by whom, and what became of it. */
export const commitmentWords: InFourLanguages<typeof en> = { en, es, fr, pt }

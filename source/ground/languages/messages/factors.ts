import type { InFourLanguages } from '../say.ts'
import { en } from './factors.en.ts'
import { es } from './factors.es.ts'
import { fr } from './factors.fr.ts'
import { pt } from './factors.pt.ts'

/** Second factors, passkeys, recovery codes: one's own, and what administrators see of them. */
export const factorsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

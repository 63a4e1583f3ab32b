import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-awaited.en.ts'
import { es } from './programme-awaited.es.ts'
import { fr } from './programme-awaited.fr.ts'
import { pt } from './programme-awaited.pt.ts'

/** Whoever was asked to moderate or to speak and has not said yes: what a release makes of them. */
export const programmeAwaited: InFourLanguages<typeof en> = { en, es, fr, pt }

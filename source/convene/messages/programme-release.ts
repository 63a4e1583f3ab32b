import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-release.en.ts'
import { es } from './programme-release.es.ts'
import { fr } from './programme-release.fr.ts'
import { pt } from './programme-release.pt.ts'

/** Releasing versions of the programme, at the desk. */
export const programmeRelease: InFourLanguages<typeof en> = { en, es, fr, pt }

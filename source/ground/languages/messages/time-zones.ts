import type { InFourLanguages } from '../say.ts'
import { en } from './time-zones.en.ts'
import { es } from './time-zones.es.ts'
import { fr } from './time-zones.fr.ts'
import { pt } from './time-zones.pt.ts'

/** Time zones, wherever one is chosen or a moment is told with its own. */
export const zonesWords: InFourLanguages<typeof en> = { en, es, fr, pt }

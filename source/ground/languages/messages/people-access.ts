import type { InFourLanguages } from '../say.ts'
import { en } from './people-access.en.ts'
import { es } from './people-access.es.ts'
import { fr } from './people-access.fr.ts'
import { pt } from './people-access.pt.ts'

/** Who may do what, and why. */
export const accessWords: InFourLanguages<typeof en> = { en, es, fr, pt }

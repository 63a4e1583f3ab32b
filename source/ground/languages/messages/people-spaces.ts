import type { InFourLanguages } from '../say.ts'
import { en } from './people-spaces.en.ts'
import { es } from './people-spaces.es.ts'
import { fr } from './people-spaces.fr.ts'
import { pt } from './people-spaces.pt.ts'

/** Networks, seminars and territories of an installation. */
export const spacesWords: InFourLanguages<typeof en> = { en, es, fr, pt }

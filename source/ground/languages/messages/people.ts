import type { InFourLanguages } from '../say.ts'
import { en } from './people.en.ts'
import { es } from './people.es.ts'
import { fr } from './people.fr.ts'
import { pt } from './people.pt.ts'

/** Sign-in, the first administrator, one's own account, and the list of persons. */
export const peopleWords: InFourLanguages<typeof en> = { en, es, fr, pt }

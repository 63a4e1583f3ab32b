import type { InFourLanguages } from '../say.ts'
import { en } from './oidc.en.ts'
import { es } from './oidc.es.ts'
import { fr } from './oidc.fr.ts'
import { pt } from './oidc.pt.ts'

/** Signing in through the organisation's own provider. */
export const oidcWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './typed-organisations.en.ts'
import { es } from './typed-organisations.es.ts'
import { fr } from './typed-organisations.fr.ts'
import { pt } from './typed-organisations.pt.ts'

export const typedOrganisationWords: InFourLanguages<typeof en> = { fr, es, pt, en }

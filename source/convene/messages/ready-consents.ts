import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './ready-consents.en.ts'
import { es } from './ready-consents.es.ts'
import { fr } from './ready-consents.fr.ts'
import { pt } from './ready-consents.pt.ts'

export const readyConsents: InFourLanguages<typeof en> = { fr, es, pt, en }

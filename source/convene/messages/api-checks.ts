import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './api-checks.en.ts'
import { es } from './api-checks.es.ts'
import { fr } from './api-checks.fr.ts'
import { pt } from './api-checks.pt.ts'

export const apiChecks: InFourLanguages<typeof en> = { fr, es, pt, en }

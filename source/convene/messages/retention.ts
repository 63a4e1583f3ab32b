import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './retention.en.ts'
import { es } from './retention.es.ts'
import { fr } from './retention.fr.ts'
import { pt } from './retention.pt.ts'

export const retentionWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './seminar.en.ts'
import { es } from './seminar.es.ts'
import { fr } from './seminar.fr.ts'
import { pt } from './seminar.pt.ts'

export const seminarMessages: InFourLanguages<typeof en> = { en, es, fr, pt }

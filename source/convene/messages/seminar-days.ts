import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './seminar-days.en.ts'
import { es } from './seminar-days.es.ts'
import { fr } from './seminar-days.fr.ts'
import { pt } from './seminar-days.pt.ts'

export const seminarDays: InFourLanguages<typeof en> = { fr, es, pt, en }

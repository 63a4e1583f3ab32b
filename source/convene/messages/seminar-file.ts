import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './seminar-file.en.ts'
import { es } from './seminar-file.es.ts'
import { fr } from './seminar-file.fr.ts'
import { pt } from './seminar-file.pt.ts'

export const seminarFileWords: InFourLanguages<typeof en> = { en, es, fr, pt }

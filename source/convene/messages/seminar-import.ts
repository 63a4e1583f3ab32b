import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './seminar-import.en.ts'
import { es } from './seminar-import.es.ts'
import { fr } from './seminar-import.fr.ts'
import { pt } from './seminar-import.pt.ts'

export const seminarImport: InFourLanguages<typeof en> = { en, es, fr, pt }

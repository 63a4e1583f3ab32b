import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './import-remarks.en.ts'
import { es } from './import-remarks.es.ts'
import { fr } from './import-remarks.fr.ts'
import { pt } from './import-remarks.pt.ts'

export const importRemarks: InFourLanguages<typeof en> = { fr, es, pt, en }

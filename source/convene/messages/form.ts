import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './form.en.ts'
import { es } from './form.es.ts'
import { fr } from './form.fr.ts'
import { pt } from './form.pt.ts'

export const formWords: InFourLanguages<typeof en> = { fr, es, pt, en }
export type FormWords = InFourLanguages<typeof en>['en']

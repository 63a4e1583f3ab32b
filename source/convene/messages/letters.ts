import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './letters.en.ts'
import { es } from './letters.es.ts'
import { fr } from './letters.fr.ts'
import { pt } from './letters.pt.ts'

export const lettersWords: InFourLanguages<typeof en> = { fr, es, pt, en }
export type LettersMessages = InFourLanguages<typeof en>['en']

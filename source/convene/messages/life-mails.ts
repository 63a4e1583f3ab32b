import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './life-mails.en.ts'
import { es } from './life-mails.es.ts'
import { fr } from './life-mails.fr.ts'
import { pt } from './life-mails.pt.ts'

export const lifeMailWords: InFourLanguages<typeof en> = { fr, es, pt, en }
export type LifeMailWords = InFourLanguages<typeof en>['en']

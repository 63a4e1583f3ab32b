import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './mail-words.en.ts'
import { es } from './mail-words.es.ts'
import { fr } from './mail-words.fr.ts'
import { pt } from './mail-words.pt.ts'

/** The office pages on which organisers write the words of the mails that leave by themselves. */
export const mailWordsPages: InFourLanguages<typeof en> = { fr, es, pt, en }
export type MailWordsMessages = InFourLanguages<typeof en>['en']

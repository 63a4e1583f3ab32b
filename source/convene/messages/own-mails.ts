import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './own-mails.en.ts'
import { es } from './own-mails.es.ts'
import { fr } from './own-mails.fr.ts'
import { pt } from './own-mails.pt.ts'

/** The mails to the person of a registration. */
export const ownMails: InFourLanguages<typeof en> = { fr, es, pt, en }
export type OwnMailMessages = InFourLanguages<typeof en>['en']

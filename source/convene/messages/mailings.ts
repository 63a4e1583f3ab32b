import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './mailings.en.ts'
import { es } from './mailings.es.ts'
import { fr } from './mailings.fr.ts'
import { pt } from './mailings.pt.ts'

/** The office pages on which messages to people are written, and how they arrive. */
export const mailingsWords: InFourLanguages<typeof en> = { fr, es, pt, en }
export type MailingsMessages = InFourLanguages<typeof en>['en']

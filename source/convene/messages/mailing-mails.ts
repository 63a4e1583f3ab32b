import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './mailing-mails.en.ts'
import { es } from './mailing-mails.es.ts'
import { fr } from './mailing-mails.fr.ts'
import { pt } from './mailing-mails.pt.ts'

/** What stands in the mails that organisers write, in reminders, and in their previews. */
export const mailingMails: InFourLanguages<typeof en> = { fr, es, pt, en }

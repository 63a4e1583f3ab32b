import type { InFourLanguages } from '../say.ts'
import { en } from './mail.en.ts'
import { es } from './mail.es.ts'
import { fr } from './mail.fr.ts'
import { pt } from './mail.pt.ts'

export const mail: InFourLanguages<typeof en> = { en, fr, es, pt }
export type MailMessages = (typeof mail)['en']

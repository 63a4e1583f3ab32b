import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-panel-mail.en.ts'
import { es } from './programme-panel-mail.es.ts'
import { fr } from './programme-panel-mail.fr.ts'
import { pt } from './programme-panel-mail.pt.ts'

/** The mail that asks somebody to sit on a panel, to moderate or to speak. */
export const panelMail: InFourLanguages<typeof en> = { fr, es, pt, en }

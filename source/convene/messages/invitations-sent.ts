import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './invitations-sent.en.ts'
import { es } from './invitations-sent.es.ts'
import { fr } from './invitations-sent.fr.ts'
import { pt } from './invitations-sent.pt.ts'

/** Invitations sent by mail. */
export const invitationsSent: InFourLanguages<typeof en> = { fr, es, pt, en }
export type InvitationsSentMessages = InFourLanguages<typeof en>['en']

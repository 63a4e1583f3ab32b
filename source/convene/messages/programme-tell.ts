import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-tell.en.ts'
import { es } from './programme-tell.es.ts'
import { fr } from './programme-tell.fr.ts'
import { pt } from './programme-tell.pt.ts'

/** How people are told what changed in a programme: the page that tells them, and the mails. */
export const programmeTell: InFourLanguages<typeof en> = { fr, es, pt, en }
export type ProgrammeTell = InFourLanguages<typeof en>['en']

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './own.en.ts'
import { es } from './own.es.ts'
import { fr } from './own.fr.ts'
import { pt } from './own.pt.ts'

/** The words of a person's own page and of all that can be done from it. */
export const ownPage: InFourLanguages<typeof en> = { fr, es, pt, en }
export type OwnMessages = InFourLanguages<typeof en>['en']

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './registration.en.ts'
import { es } from './registration.es.ts'
import { fr } from './registration.fr.ts'
import { pt } from './registration.pt.ts'

export const registration: InFourLanguages<typeof en> = { fr, es, pt, en }
export type RegistrationMessages = InFourLanguages<typeof en>['en']

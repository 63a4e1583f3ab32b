import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-changes.en.ts'
import { es } from './programme-changes.es.ts'
import { fr } from './programme-changes.fr.ts'
import { pt } from './programme-changes.pt.ts'

export const programmeChanges: InFourLanguages<typeof en> = { fr, es, pt, en }
export type ProgrammeChangesMessages = InFourLanguages<typeof en>['en']

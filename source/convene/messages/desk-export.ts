import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-export.en.ts'
import { es } from './desk-export.es.ts'
import { fr } from './desk-export.fr.ts'
import { pt } from './desk-export.pt.ts'

/** The list of registrations as files: where they are offered, and what stands in them. */
export const deskExport: InFourLanguages<typeof en> = { fr, es, pt, en }
export type DeskExport = InFourLanguages<typeof en>['en']

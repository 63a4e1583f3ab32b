import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './needs.en.ts'
import { es } from './needs.es.ts'
import { fr } from './needs.fr.ts'
import { pt } from './needs.pt.ts'

/** What somebody may need in order to take part: the values of rules/answers.ts in words. */
export const needs: InFourLanguages<typeof en> = { fr, es, pt, en }
export type NeedsMessages = InFourLanguages<typeof en>['en']

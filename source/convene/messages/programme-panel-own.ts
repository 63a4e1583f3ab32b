import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-panel-own.en.ts'
import { es } from './programme-panel-own.es.ts'
import { fr } from './programme-panel-own.fr.ts'
import { pt } from './programme-panel-own.pt.ts'

/** The page of somebody who was asked: their answer, what they say of themselves, having it erased. */
export const panelOwn: InFourLanguages<typeof en> = { fr, es, pt, en }

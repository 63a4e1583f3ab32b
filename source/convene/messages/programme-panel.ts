import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './programme-panel.en.ts'
import { es } from './programme-panel.es.ts'
import { fr } from './programme-panel.fr.ts'
import { pt } from './programme-panel.pt.ts'

/** The office page of the panels: every seat, who was asked, who answered, and asking them. */
export const programmePanel: InFourLanguages<typeof en> = { fr, es, pt, en }

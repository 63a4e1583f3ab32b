import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './project-themes.en.ts'
import { es } from './project-themes.es.ts'
import { fr } from './project-themes.fr.ts'
import { pt } from './project-themes.pt.ts'

/** Words for the codes of themes, and of their form. */
export const themesWords: InFourLanguages<typeof en> = { en, es, fr, pt }

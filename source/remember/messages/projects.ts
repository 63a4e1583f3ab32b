import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './projects.en.ts'
import { es } from './projects.es.ts'
import { fr } from './projects.fr.ts'
import { pt } from './projects.pt.ts'

/** Words of the projects: their list, their page and their forms. */
export const projectsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

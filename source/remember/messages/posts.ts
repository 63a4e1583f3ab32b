import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './posts.en.ts'
import { es } from './posts.es.ts'
import { fr } from './posts.fr.ts'
import { pt } from './posts.pt.ts'

/** Words of posts, terms of office and appointments: three things. */
export const postsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './memory-search.en.ts'
import { es } from './memory-search.es.ts'
import { fr } from './memory-search.fr.ts'
import { pt } from './memory-search.pt.ts'

export const memorySearchWords: InFourLanguages<typeof en> = { en, fr, es, pt }

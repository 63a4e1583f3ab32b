import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './figures.en.ts'
import { es } from './figures.es.ts'
import { fr } from './figures.fr.ts'
import { pt } from './figures.pt.ts'

export const figuresWords: InFourLanguages<typeof en> = { fr, es, pt, en }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './kept-form.en.ts'
import { es } from './kept-form.es.ts'
import { fr } from './kept-form.fr.ts'
import { pt } from './kept-form.pt.ts'

/** The words of a form that keeps what is typed in it until it is sent. */
export const keptFormWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './joining.en.ts'
import { es } from './joining.es.ts'
import { fr } from './joining.fr.ts'
import { pt } from './joining.pt.ts'

/** The words of joining two relationships, and of taking them apart again. */
export const joiningWords: InFourLanguages<typeof en> = { en, es, fr, pt }

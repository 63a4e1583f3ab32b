import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './desk-programme.en.ts'
import { es } from './desk-programme.es.ts'
import { fr } from './desk-programme.fr.ts'
import { pt } from './desk-programme.pt.ts'

/** Doors to the pages of a programme, on the page of its seminar in the office. */
export const deskProgramme: InFourLanguages<typeof en> = { en, es, fr, pt }

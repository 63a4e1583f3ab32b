import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './editing-timetable.en.ts'
import { es } from './editing-timetable.es.ts'
import { fr } from './editing-timetable.fr.ts'
import { pt } from './editing-timetable.pt.ts'

export const editingTimetable: InFourLanguages<typeof en> = { fr, es, pt, en }

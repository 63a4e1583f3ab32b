import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './guest-problems.en.ts'
import { es } from './guest-problems.es.ts'
import { fr } from './guest-problems.fr.ts'
import { pt } from './guest-problems.pt.ts'

/** What is said of the cells of a list, and of lines of addresses. */
export const guestProblems: InFourLanguages<typeof en> = { fr, es, pt, en }
export type GuestProblemsMessages = InFourLanguages<typeof en>['en']

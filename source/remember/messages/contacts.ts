import type { InFourLanguages } from '#ground/languages/say.ts'
import { en } from './contacts.en.ts'
import { es } from './contacts.es.ts'
import { fr } from './contacts.fr.ts'
import { pt } from './contacts.pt.ts'

/** Words of the contacts: whom an office knows. */
export const contactsWords: InFourLanguages<typeof en> = { en, es, fr, pt }

import type { Messages } from '../say.ts'
import type { en } from './documents.en.ts'

export const fr = {
  missing:
    'Aucune police de cette machine ne contient les caractères remplacés par une case vide ; cet exemplaire n’est donc pas au format d’archivage (PDF/A) :',
} satisfies Messages<typeof en>

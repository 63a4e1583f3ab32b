import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks-list.en.ts'

export const fr = {
  byKind: 'Ce qui a été trouvé',
  more: count =>
    plural('fr', count, {
      one: 'Voir l’autre point',
      other: 'Voir les # autres points',
      many: 'Voir les # d’autres points',
    }),
} satisfies Messages<typeof en>

import type { Messages } from '#ground/languages/say.ts'
import type { en } from './why.en.ts'

export const fr = {
  label: 'Pourquoi ce changement',
  hint: 'Se lit dans l’historique, à côté de votre nom. N’y nommez personne.',
  removed: 'Pourquoi ce retrait',
  imported: file => `Import de ${file}`,
} satisfies Messages<typeof en>

import type { Messages } from '../say.ts'
import type { en } from './files.en.ts'

export const fr = {
  problems: {
    empty: 'Ce fichier est vide. Vérifiez-le et choisissez-le à nouveau.',
    'too-large': most => `Ce fichier dépasse ${most}. Choisissez-en un plus petit.`,
    'not-kept':
      'Ce type de fichier n’est pas accepté. Choisissez un PDF, une image (PNG, JPEG, WebP), un document (Word, Excel, PowerPoint ou OpenDocument, sans macros) ou un texte simple (TXT, CSV, YAML).',
  },
} satisfies Messages<typeof en>

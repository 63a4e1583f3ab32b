import type { Messages } from '../say.ts'
import type { en } from './files.en.ts'

export const es = {
  problems: {
    empty: 'Este archivo está vacío. Revíselo y elíjalo de nuevo.',
    'too-large': most => `Este archivo supera ${most}. Elija uno más pequeño.`,
    'not-kept':
      'Este tipo de archivo no se acepta. Elija un PDF, una imagen (PNG, JPEG, WebP), un documento (Word, Excel, PowerPoint u OpenDocument, sin macros) o un texto simple (TXT, CSV, YAML).',
  },
} satisfies Messages<typeof en>

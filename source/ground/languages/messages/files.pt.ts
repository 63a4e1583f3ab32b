import type { Messages } from '../say.ts'
import type { en } from './files.en.ts'

export const pt = {
  problems: {
    empty: 'Este arquivo está vazio. Confira e escolha-o de novo.',
    'too-large': most => `Este arquivo ultrapassa ${most}. Escolha um menor.`,
    'not-kept':
      'Este tipo de arquivo não é aceito. Escolha um PDF, uma imagem (PNG, JPEG, WebP), um documento (Word, Excel, PowerPoint ou OpenDocument, sem macros) ou um texto simples (TXT, CSV, YAML).',
  },
} satisfies Messages<typeof en>

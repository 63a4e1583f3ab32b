import type { Messages } from '../say.ts'
import type { en } from './documents.en.ts'

export const pt = {
  missing:
    'Nenhuma fonte desta máquina contém os caracteres mostrados como caixas vazias; por isso este exemplar não está no formato de arquivamento (PDF/A):',
} satisfies Messages<typeof en>

import type { Messages } from '../say.ts'
import type { en } from './documents.en.ts'

export const es = {
  missing:
    'Ninguna fuente de este equipo contiene los caracteres que aparecen como recuadros vacíos; por eso este ejemplar no está en formato de archivo (PDF/A):',
} satisfies Messages<typeof en>

import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-files.en.ts'

export const es = {
  provisional: 'Provisional: este bloque aún puede cambiar.',
  speakers: names => `Intervenciones: ${names}`,
  panel: names => `En el panel: ${names}`,
} satisfies Messages<typeof en>

import type { Messages } from '#ground/languages/say.ts'
import type { en } from './why.en.ts'

export const es = {
  label: 'Por qué este cambio',
  hint: 'Se lee en el historial, junto a su nombre. No nombre aquí a nadie.',
  removed: 'Motivo',
  imported: file => `Importación de ${file}`,
} satisfies Messages<typeof en>

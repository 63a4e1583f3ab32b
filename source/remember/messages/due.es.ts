import type { Messages } from '#ground/languages/say.ts'
import type { en } from './due.en.ts'

export const es = {
  calculated: from => `calculado según ${from}`,
  known: date => `“${date}”`,
  renewals: n => (n === 1 ? '1 renovación' : `${n} renovaciones`),
  termEnd: day => `el fin del período, el ${day}`,
  asOf: (monday, day) => `Recordatorio del ${monday}, actualizado al ${day}.`,
  weekly: 'Herramientas',
} satisfies Messages<typeof en>

import type { Messages } from '#ground/languages/say.ts'
import type { en } from './due.en.ts'

export const fr = {
  calculated: from => `calculé d’après ${from}`,
  known: date => `« ${date} »`,
  renewals: n => (n <= 1 ? `${n} reconduction` : `${n} reconductions`),
  termEnd: day => `la fin de la période, le ${day}`,
  asOf: (monday, day) => `Rappel du ${monday}, à jour au ${day}.`,
  weekly: 'Outils',
} satisfies Messages<typeof en>

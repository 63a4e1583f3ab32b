import type { Messages } from '#ground/languages/say.ts'
import type { en } from './due.en.ts'

export const pt = {
  calculated: from => `calculado segundo ${from}`,
  known: date => `“${date}”`,
  renewals: n => (n <= 1 ? `${n} renovação` : `${n} renovações`),
  termEnd: day => `o fim do período, em ${day}`,
  asOf: (monday, day) => `Lembrete de ${monday}, atualizado até ${day}.`,
  weekly: 'Ferramentas',
} satisfies Messages<typeof en>

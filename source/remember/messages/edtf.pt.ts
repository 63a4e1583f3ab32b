import type { Messages } from '#ground/languages/say.ts'
import type { en } from './edtf.en.ts'

export const pt = {
  about: date => `por volta de ${date}`,
  roughly: date => `aproximadamente ${date}`,
  uncertain: date => `${date} (data incerta)`,
  between: (from, _fromDay, to, _toDay) => `de ${from} a ${to}`,
  since: (from, _day) => `desde ${from}`,
  sinceEnded: (from, _day) => `desde ${from}; terminou em data desconhecida`,
  until: (to, _day) => `até ${to}`,
} satisfies Messages<typeof en>

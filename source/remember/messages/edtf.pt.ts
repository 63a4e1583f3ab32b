import type { Messages } from '#ground/languages/say.ts'
import type { en } from './edtf.en.ts'

export const pt = {
  about: date => `por volta de ${date}`,
  roughly: date => `aproximadamente ${date}`,
  uncertain: date => `${date} (data incerta)`,
  between: (from, _fromDay, to, _toDay) => `de ${from} a ${to}`,
  since: (from, _day) => `desde ${from}`,
  sinceEnded: (from, _day) => `desde ${from}; não se sabe se terminou`,
  until: (to, _day) => `até ${to}`,
  unknown: 'data desconhecida',
  sinceUnknown: 'desde uma data desconhecida',
  unknownBoth: 'início e fim desconhecidos',
} satisfies Messages<typeof en>

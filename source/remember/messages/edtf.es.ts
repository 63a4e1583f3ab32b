import type { Messages } from '#ground/languages/say.ts'
import type { en } from './edtf.en.ts'

const since = (from: string, day: boolean) => `desde ${day ? 'el ' : ''}${from}`
const until = (to: string, day: boolean) => `hasta ${day ? 'el ' : ''}${to}`

export const es = {
  about: date => `hacia ${date}`,
  roughly: date => `aproximadamente ${date}`,
  uncertain: date => `${date} (fecha incierta)`,
  between: (from, fromDay, to, toDay) => `${fromDay ? 'del' : 'de'} ${from} ${toDay ? 'al' : 'a'} ${to}`,
  since,
  sinceEnded: (from, day) => `${since(from, day)}; no se sabe si terminó`,
  until,
  unknown: 'fecha desconocida',
  sinceUnknown: 'desde una fecha desconocida',
  unknownBoth: 'comienzo y fin desconocidos',
} satisfies Messages<typeof en>

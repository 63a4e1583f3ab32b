import type { Messages } from '#ground/languages/say.ts'
import type { en } from './edtf.en.ts'

// « depuis juin 2011 », mais « depuis le 12 juin 2011 » ; « jusqu’en 2015 », mais « jusqu’au 3 mai 2015 ».
const since = (from: string, day: boolean) => `depuis ${day ? 'le ' : ''}${from}`
const until = (to: string, day: boolean) => `jusqu’${day ? 'au' : 'en'} ${to}`
const from = (date: string, day: boolean) =>
  day ? `du ${date}` : /^[aàâeéèêiîoôuûœ]/i.test(date) ? `d’${date}` : `de ${date}`

export const fr = {
  about: date => `vers ${date}`,
  roughly: date => `${date} environ`,
  uncertain: date => `${date} (date incertaine)`,
  between: (begin, beginDay, to, toDay) => `${from(begin, beginDay)} ${toDay ? 'au' : 'à'} ${to}`,
  since,
  sinceEnded: (begin, day) => `${since(begin, day)}, fin non connue`,
  until,
  unknown: 'date inconnue',
  sinceUnknown: 'depuis une date inconnue',
  unknownBoth: 'début et fin inconnus',
} satisfies Messages<typeof en>

import { type End, type Point, parseEdtf, writeEnd } from './edtf-parts.ts'

export { type Edtf, type End, type Point, parseEdtf, type Reach, reaches, reachOf } from './edtf-parts.ts'

// What people type is read in all four languages at once: an office writes the dates of its partners as it found them. No
// word of one language means another date in the next, and days come before months in all four.

const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'enero', 'ene', 'janeiro', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'febrero', 'fevereiro', 'february', 'feb'],
  ['mars', 'marzo', 'marco', 'march', 'mar'],
  ['avril', 'avr', 'abril', 'abr', 'april', 'apr'],
  ['mai', 'mayo', 'may', 'maio'],
  ['juin', 'junio', 'junho', 'june', 'jun'],
  ['juillet', 'juil', 'julio', 'julho', 'july', 'jul'],
  ['aout', 'agosto', 'ago', 'august', 'aug'],
  ['septembre', 'septiembre', 'setiembre', 'setembro', 'september', 'sept', 'sep', 'set'],
  ['octobre', 'octubre', 'outubro', 'october', 'oct', 'out'],
  ['novembre', 'noviembre', 'novembro', 'november', 'nov'],
  ['decembre', 'dec', 'diciembre', 'dic', 'dezembro', 'dez', 'december'],
]
const monthNamed = new Map(months.flatMap((names, index) => names.map(name => [name, index + 1] as const)))

const aboutWords =
  /^(?:vers|environ|env\.?|autour de|circa|ca?\.|ca|hacia|alrededor de|aproximadamente|aprox\.?|por volta de|cerca de|em torno de|around|about|approximately|approx\.?|~)\s*/
const aboutAfter = /\s*(?:,?\s(?:environ|env\.?|aproximadamente|aprox\.?|approximately|approx\.?|or so)|~)$/
const perhapsWords = /^(?:peut-etre|sans doute|quizas?|tal vez|talvez|perhaps|maybe|possibly)\s+/
const sinceWords =
  /^(?:(?:depuis|desde|des|a partir d[eu]|a compter d[eu]|since|from) (?:el |le |o |l'|the )?|(?:a partir|a compter) d')/
const untilWords = /^(?:jusqu'(?:a|en|au)|hasta|ate|until|till|up to)\s+/
const endedSome =
  /(?:, fin a une date inconnue|; termino en una fecha desconocida|; terminou em data desconhecida|, ended on an unknown date)$/
const goesOn =
  /^(?:\.\.|\.\.\.|…|aujourd'hui|en cours|ce jour|a ce jour|hoy|la actualidad|actualidad|en curso|hoje|atualmente|em curso|o presente|today|now|present|the present|ongoing)$/

/**
 * A date or a period as somebody typed it, in French, Spanish, Portuguese, English or EDTF: `1998`, `06/2004`, `12/06/2004`,
 * « vers 2004 », `2004-2010`, « depuis juin 2011 », “até 2015”, “2011 – ?”. A day is read before its month.
 *
 * @returns EDTF that the database takes, or null when it cannot be read without guessing
 */
export function readEdtf(typed: string): string | null {
  const exact = typed.trim()
  if (parseEdtf(exact)) return exact
  const text = plain(exact)
  if (text === '' || text.length > 120) return null
  const read = readPeriod(text)
  return read !== null && parseEdtf(read) ? read : null
}

// Lower case, no accents, straight apostrophes, one kind of space.
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

function readPeriod(text: string): string | null {
  const single = readPoint(text)
  if (single) return writeEnd(single)
  return readBetween(text) ?? readSince(text) ?? readUntil(text)
}

const separators = [
  / (?:a|au|to|until|till|hasta|ate|et|y|e|and|al?|jusqu'(?:a|en|au)) /g,
  / - /g,
  / ?[–—] ?/g,
  / ?\/ ?/g,
  / ?-(?!\d\d?(?:\D|$)) ?/g,
  /-/g,
]

// “2004 – 2010”, “de juin 2004 à mai 2010”, “2011 – …”, “2011 – ?”
function readBetween(text: string): string | null {
  const bare = text.replace(/^(?:(?:desde|del|des|de|du|da|do|from|entre|between) (?:el |le |o |l'|the )?|d')/, '')
  for (const separator of separators) {
    for (const found of bare.matchAll(separator)) {
      const from = readPoint(bare.slice(0, found.index).trim())
      if (!from) continue
      const after = bare.slice(found.index + found[0].length).trim()
      const to = readEnd(after)
      if (to) return `${writeEnd(from)}/${writeEnd(to)}`
    }
  }
  // “2011 –”: it goes on.
  const goingOn = /^(.*\d)\s*(?:[-–—]|\.\.\.?|…)$/.exec(bare)
  const from = goingOn?.[1] ? readPoint(goingOn[1]) : null
  return from ? `${writeEnd(from)}/..` : null
}

function readEnd(text: string): End | null {
  if (goesOn.test(text)) return 'open'
  if (text === '?') return 'unknown'
  return readPoint(text)
}

function readSince(text: string): string | null {
  const begun = text.replace(endedSome, '')
  const rest = begun.replace(sinceWords, '')
  const from = rest === begun ? null : readPoint(rest)
  return from ? `${writeEnd(from)}/${begun === text ? '..' : ''}` : null
}

function readUntil(text: string): string | null {
  const rest = text.replace(untilWords, '').replace(/^\? ?[-–—/] ?/, '')
  const to = rest === text ? null : readPoint(rest)
  return to ? `/${writeEnd(to)}` : null
}

/** One date, with what is said of how sure it is. */
function readPoint(text: string): Point | null {
  let rest = text
  let uncertain = false
  let about = false
  const without = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '')
    const found = shorter !== rest
    rest = shorter
    return found
  }
  uncertain = without(/\s*(?:\((?:\?|date incertaine|fecha incierta|data incerta|date uncertain)\)|\?)$/) || uncertain
  uncertain = without(perhapsWords) || uncertain
  about = without(aboutWords) || about
  about = without(aboutAfter) || about
  without(/^(?:(?:en|el|le|la|em|no|in|on|the) |l')/)
  without(/^(?:ano|annee|year) (?:de )?/)
  const date = readDate(rest)
  return date ? { ...date, about, uncertain } : null
}

type DateRead = Pick<Point, 'year' | 'month' | 'day'>

function readDate(text: string): DateRead | null {
  const parts = (pattern: RegExp) => pattern.exec(text)?.slice(1)
  const year = parts(/^(\d{4})$/)
  if (year) return dated(year[0], null, null)
  const yearFirst = parts(/^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?$/)
  if (yearFirst) return dated(yearFirst[0], yearFirst[2], yearFirst[3] ?? null)
  const monthFirst = parts(/^(\d{1,2})[-./](\d{4})$/)
  if (monthFirst) return dated(monthFirst[1], monthFirst[0], null)
  const dayFirst = parts(/^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/)
  if (dayFirst) return dated(dayFirst[3], dayFirst[2], dayFirst[0] ?? null)
  return inLetters(text)
}

// « 12 juin 2004 », “1.º de junho de 2004”, “June 12, 2004”, « juin 2004 ».
function inLetters(text: string): DateRead | null {
  const day = /^(\d{1,2})(?:er|\.?[oº°]|st|nd|rd|th)? (?:de |of )?([a-z]+)\.? (?:del? |of )?(\d{4})$/.exec(text)
  if (day) return named(day[2], day[3], day[1])
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (american) return named(american[1], american[3], american[2])
  const month = /^([a-z]+)\.?(?: (?:del? |of )?|-|\/)(\d{4})$/.exec(text)
  return month ? named(month[1], month[2], null) : null
}

function named(month: string | undefined, year: string | undefined, day: string | null | undefined): DateRead | null {
  const number = monthNamed.get(month ?? '')
  return number === undefined ? null : dated(year, String(number), day ?? null)
}

function dated(year: string | undefined, month: string | null | undefined, day: string | null): DateRead {
  return { year: Number(year), month: month ? Number(month) : null, day: day === null ? null : Number(day) }
}

import { bareAddress, isAddress, suggestedAddress } from '#convene/guests/rules/address.ts'
import type { SheetCell } from '#convene/guests/rules/sheet.ts'
import { readCountry, readLanguage, readLanguages } from '#convene/guests/rules/words-of-cells.ts'
import { foldName } from '#convene/registration/rules/fold.ts'
import { likeness } from '#convene/registration/rules/likeness.ts'
import { dayIn, isUnknown } from '../../rules/edtf.ts'
import { readAmount, readCurrency, readMonths } from './amounts.ts'
import { readDate, readPeriod, saysUnknown } from './dates.ts'
import type { ChoiceList, FieldOf } from './kinds.ts'
import type { Read } from './read.ts'
import { remembering } from './remembering.ts'

/** The words that stand for the values of a list, in the four languages. */
export type ChoiceWords = Readonly<Record<ChoiceList, readonly { value: string; label: string }[]>>

export const fold = (text: string): string =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// What people write into a cell to say that there is nothing to write.
const nothing =
  /^(?:[-–—?.\s/]+|n\s?[/.]?\s?[acrd]\.?|s\s?[/.]\s?[doi]\.?|neant|aucune?|ninguno|ninguna|nenhum|nenhuma|none|nil|inconnue?|desconocido|desconhecido|unknown)$/

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads one cell as a field. Names of other records are read elsewhere: here they are text. */
export function readCell(field: FieldOf, { text, kind }: Pick<SheetCell, 'text' | 'kind'>, words: ChoiceWords): Read {
  const typed = text.trim()
  if (typed === '') return null
  if (kind === 'error') return { error: 'cell-error' }
  const chosen = field.list && readerOf(words[field.list]).exactly(typed).value
  if (chosen) return { value: chosen }
  const unknown = field.unknown !== undefined && saysUnknown(typed, field.unknown === 'mark')
  if (field.type !== 'text' && !unknown && nothing.test(foldName(typed))) return null
  switch (field.type) {
    case 'line':
    case 'text':
      return readText(field, typed)
    case 'during':
      return known(readPeriod(typed, kind), field)
    case 'day': {
      const read = known(readDate(typed, kind, field.ends === true), field)
      return field.exact && read && 'value' in read && dayIn(read.value) === null ? { error: 'exact-day' } : read
    }
    case 'year':
      return /^(?:19|20|21)\d{2}$/.test(typed) ? { value: typed } : { error: 'year' }
    case 'count':
      return /^\d{1,6}$/.test(typed) ? { value: String(Number(typed)) } : { error: 'count' }
    case 'choice':
      return readerOf(words[field.list as ChoiceList]).nearly(typed)
    case 'country': {
      if (/^[A-Z]{2}$/.test(typed)) return { value: typed }
      const found = countryOf(shortCountries[fold(typed)] ?? typed)
      if ('is' in found) return { value: found.is }
      if ('like' in found) return { value: found.like, remark: { code: 'like', detail: found.like } }
      return { error: 'country', suggestion: found.unknown[0] ?? null }
    }
    case 'language': {
      if (/^[a-z]{2}$/.test(typed)) return { value: typed }
      const found = readLanguage(typed)
      if ('is' in found && isOurs(found.is)) return { value: found.is }
      if ('like' in found && isOurs(found.like))
        return { value: found.like, remark: { code: 'like', detail: found.like } }
      return { error: 'language' }
    }
    case 'languages': {
      const { codes, unknown } = readLanguages(typed, one => (/^[a-z]{2}$/.test(one) ? { is: one } : readLanguage(one)))
      return unknown.length > 0 ? { error: 'language', detail: unknown.join(', ') } : { value: codes.join(' ') }
    }
    case 'months':
      return readMonths(typed)
    case 'amount':
      return readAmount(typed, kind)
    case 'currency':
      return readCurrency(typed)
    case 'email': {
      const bare = bareAddress(typed)
      return isAddress(bare) ? { value: bare } : { error: 'email', suggestion: suggestedAddress(typed) }
    }
    case 'link':
      return readLink(typed)
    case 'identifiers':
      return readIdentifiers(typed)
    case 'id':
      return id.test(typed.toLowerCase()) ? { value: typed.toLowerCase() } : { error: 'id' }
    default:
      return typed.length > 2000 ? { error: 'too-long', detail: '2000' } : { value: typed }
  }
}

// A date that nobody knows, where there is no way to keep that, is none.
const known = (read: Read, field: FieldOf): Read =>
  read && 'value' in read && field.unknown === undefined && isUnknown(read.value) ? null : read

// As offices shorten them, where the letters of a code would be those of another country.
const shortCountries: Readonly<Record<string, string>> = { 'r u': 'GB', 'roy uni': 'GB', rfa: 'DE', 'rep dom': 'DO' }

// A column says the same few countries, days and words of a list over and over.
const countryOf = remembering(readCountry)

const isOurs = (code: string) => ['fr', 'es', 'pt', 'en'].includes(code)

function readText(field: FieldOf, typed: string): Read {
  const most = field.most ?? 300
  const value = field.type === 'line' ? typed.replace(/\s+/gu, ' ') : typed.replace(/\r\n?/g, '\n')
  if (field.pattern && !field.pattern.test(value)) return { error: 'form' }
  return value.length > most ? { error: 'too-long', detail: String(most) } : { value }
}

/** One clearly nearer than all others is meant. */
const near = 0.74
const far = 0.55

const negation = /(?:^| )(?:non|no|nao|not|pas|sans|sin|sem|without)(?: |$)/

type Words = readonly { value: string; label: string }[]

type Reader = { exactly: (typed: string) => { value: string | undefined }; nearly: (typed: string) => Read }

const readers = new WeakMap<Words, Reader>()
function readerOf(list: Words): Reader {
  const there = readers.get(list)
  if (there) return there
  const known = new Map<string, string>()
  const folded = list.map(({ value, label }) => ({ value, label: fold(label) }))
  for (const { value, label } of folded) if (!known.has(label)) known.set(label, value)
  for (const { value } of list) if (!known.has(value)) known.set(value, value)
  const reader = {
    exactly: remembering((typed: string) => ({ value: known.get(fold(typed)) ?? known.get(typed) })),
    nearly: remembering((typed: string) => readChoice(folded, typed)),
  }
  readers.set(list, reader)
  return reader
}

// Of a list whose words are folded.
function readChoice(list: Words, typed: string): Read {
  const folded = fold(typed)
  const best = new Map<string, number>()
  if (folded.length <= 80)
    for (const { value, label } of list) {
      // « renouvelable » is nearly « non renouvelable », and the opposite of it.
      if (negation.test(folded) !== negation.test(label)) continue
      const like = Math.max(likeness(label, folded), wordOf(folded, label))
      if (like >= far && like > (best.get(value) ?? 0)) best.set(value, like)
    }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1])
  if (first && first[1] >= near && first[1] - (second?.[1] ?? 0) >= 0.1)
    return { value: first[0], remark: { code: 'like', detail: first[0] } }
  return { error: 'choice', suggestion: first?.[0] ?? null }
}

// « jumelage (2 villes) » says a word of the list and more: no likeness of letters would see it.
const wordOf = (typed: string, label: string): number =>
  label.length >= 4 && ` ${typed} `.includes(` ${label} `) ? 0.8 : 0

function readLink(typed: string): Read {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const isWhole = address === typed && !/\s/.test(typed)
  const isLink = isWhole || /^https:\/\/[^\s/]+\.[^\s/.]{2,}(?:[/?#:]\S*)?$/i.test(address)
  if (!isLink || !URL.canParse(address) || address.length > 2000) return { error: 'link' }
  return { value: address }
}

/** `SIREN: 217500016; wikidata Q174`: registers with their numbers. */
function readIdentifiers(typed: string): Read {
  const found: string[] = []
  for (const part of typed.split(/\n|;\s*(?=[A-Za-z0-9-]+\s*[:\s])/)) {
    const one = part.trim()
    if (one === '') continue
    const [, scheme, value] =
      /^([A-Za-z0-9-]+)\s*:\s*(\S.*)$/.exec(one) ?? /^([A-Za-z][A-Za-z0-9-]*)\s+(\S.*)$/.exec(one) ?? []
    if (scheme === undefined || value === undefined || value.length > 200) return { error: 'identifiers' }
    found.push(`${scheme.toLowerCase()}:${value.trim()}`)
  }
  return found.length === 0 ? null : { value: [...new Set(found)].sort().join('\n') }
}

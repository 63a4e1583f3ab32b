import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { amountInWords } from '../../acts/amount-in-words.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { joiningWords } from '../../messages/joining.ts'
import { relationsWords } from '../../messages/relations.ts'
import type { Both, Side, Spare } from '../rules/join.ts'
import type { RelationshipKind } from '../rules/standing.ts'
import type { SparePart } from '../store/join.ts'

export type SpareNote = { kind: 'context' | 'warning'; language: Locale; body: string }

/**
 * What two relationships said before they were joined and what stands no more, as notes: one for each language. What to be careful
 * about has a note of its own: whoever opens the one to more people does not open the other with it.
 */
export async function notesOfSpare(
  tx: Tx,
  { both, stays, spare, parts }: { both: Both; stays: Side; spare: readonly Spare[]; parts: readonly SparePart[] },
): Promise<SpareNote[]> {
  const going: Side = stays === 'one' ? 'other' : 'one'
  // What says no words of its own is told in the language in which the one that goes was written.
  const plain = both[going].texts.name?.source ?? 'fr'
  const lines: { kind: SpareNote['kind']; language: Locale; from: Side; line: string }[] = []
  for (const { field, side, language, said } of spare) {
    const value =
      field === 'kind'
        ? relationsWords[language].kinds[said as RelationshipKind]
        : field === 'during'
          ? edtfInWords(language, said)
          : said
    const kind = field === 'sensitivity' ? 'warning' : 'context'
    lines.push({ kind, language, from: side, line: labelled(language, joiningWords[language].fields[field], value) })
  }
  const organisations = parts.flatMap(part => (part.part === 'party' ? [part.organisation] : []))
  const names = await textsOf(tx, organisations)
  for (const part of parts)
    lines.push({
      kind: 'context',
      language: plain,
      from: going,
      line:
        part.part === 'fee'
          ? feeInWords(plain, part)
          : partyInWords(plain, wordsOf(names.get(part.organisation)?.name, plain), part.during),
    })

  const notes = new Map<string, SpareNote>()
  for (const { kind, language, from, line } of lines) {
    const key = `${kind} ${language} ${from}`
    const name = wordsOf(both[from].texts.name, language) || relationsWords[language].nameless
    const note = notes.get(key) ?? { kind, language, body: joiningWords[language].note(name) }
    notes.set(key, { ...note, body: `${note.body}\n\n${line}` })
  }
  return [...notes.values()]
}

const labelled = (locale: Locale, label: string, value: string) =>
  value.includes('\n')
    ? `${joiningWords[locale].labelled(label, '').trim()}\n${value}`
    : joiningWords[locale].labelled(label, value)

const partyInWords = (locale: Locale, name: string, during: string) =>
  labelled(locale, name || relationsWords[locale].nameless, edtfInWords(locale, during))

function feeInWords(locale: Locale, fee: Extract<SparePart, { part: 'fee' }>): string {
  const words = relationsWords[locale]
  const state = fee.paidOn
    ? words.feePaid(dayOf(locale, fee.paidOn))
    : fee.due
      ? words.feeDue(dayOf(locale, fee.due))
      : words.feeOpen
  return labelled(
    locale,
    joiningWords[locale].fee(fee.year),
    `${amountInWords(locale, fee.amount, fee.currency)}. ${state}`,
  )
}

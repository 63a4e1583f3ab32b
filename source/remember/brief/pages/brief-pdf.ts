import { type DocumentData, type MadePdf, makePdf } from '#ground/documents/index.ts'
import { countryName, languageName, list, longDate } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { type MultilingualText, show } from '#ground/languages/text.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { briefWords } from '../../messages/brief.ts'
import { journalWords } from '../../messages/journal.ts'
import { memoryWords } from '../../messages/memory.ts'
import { noteWords } from '../../messages/notes.ts'
import { relationsWords } from '../../messages/relations.ts'
import { agreementInSentences } from '../../pages/agreement-in-words.tsx'
import type { Memory } from '../../pages/memory.ts'
import type { Brief, BriefContact } from '../store/brief.ts'

type Said = { text: string; language: string }
type Line = { label: string | null; strong: Said | null; text: Said[] }
/** `beyond`: how many more there are than lines; `keeps`: how many lines stay, however much there is. */
type Part = { title: string; lines: Line[]; beyond: number; keeps: number }

// Two pages hold some 7,000 letters at ten points. Below 9.5 nobody reads them on a train: rather less is told, and said so.
const usual = { size: 10.5, weight: 5200 }
const small = { size: 9.5, weight: 6900 }

/** A partner's brief as a PDF in a language; set a little smaller when much is known, and shortened, which it says, beyond that. */
export function briefPdf(memory: Memory, brief: Brief, locale: Locale): Promise<MadePdf> {
  const parts = partsOf(brief, memory, locale)
  const m = briefWords[locale]
  const name = said(brief.partner.texts.name, locale)
  const size = weightOf(parts) < usual.weight ? usual.size : small.size
  const told = size === usual.size ? parts : shortened(parts)
  const data: DocumentData = {
    // Whose it is and what for, for whoever is handed the paper.
    place: `${m.title} · ${memory.name}`,
    partner: name ?? { text: memory.name, language: locale },
    country: brief.partner.country === null ? null : countryName(locale, brief.partner.country),
    fictitious: memory.fictitious ? memoryWords[locale].fictitious[memory.kind] : null,
    inside: memory.inside ? m.inside : null,
    of: m.of(memory.name, longDate(locale, memory.day)),
    page: m.page,
    size,
    small: small.size,
    parts: told.map(({ title, lines, beyond }) => ({
      title,
      ...withRemarks(lines, locale),
      more: beyond > 0 ? m.more(beyond) : null,
    })),
  }
  return makePdf({
    template: 'remember/brief/pages/brief.typ',
    data,
    language: locale,
    title: m.titleOf(name?.text ?? memory.name),
    date: memory.day.toZonedDateTime('UTC').toInstant(),
  })
}

const lengthOf = (line: Line) =>
  (line.strong?.text.length ?? 0) + line.text.reduce((sum, one) => sum + one.text.length, 0)
const weightOf = (parts: readonly Part[]) =>
  parts.flatMap(part => part.lines).reduce((sum, line) => sum + 60 + lengthOf(line), 0)

/** The same with fewer lines, the last of the longest list first, until it fits two pages. */
function shortened(parts: readonly Part[]): Part[] {
  const left = parts.map(part => ({ ...part, lines: [...part.lines] }))
  for (;;) {
    if (weightOf(left) <= small.weight) return left
    const longest = left
      .filter(part => part.lines.length > part.keeps)
      .toSorted((a, b) => b.lines.length - b.keeps - (a.lines.length - a.keeps))[0]
    if (!longest) return left
    longest.lines.pop()
    longest.beyond++
  }
}

/**
 * What must be said of texts that are not in the reader's language: once for all lines where it is true of all, else behind each of
 * those of which it is.
 */
function withRemarks(lines: readonly Line[], locale: Locale) {
  const remarks = lines.map(line => {
    const others = [...(line.strong ? [line.strong] : []), ...line.text].filter(text => text.language !== locale)
    const said = others.map(({ language }) => partsWords[locale].text.notYet(isLocale(language) ? language : locale))
    return [...new Set(said)].join(' · ')
  })
  const [first = ''] = remarks
  const alike = first !== '' && remarks.every(remark => remark === first)
  return {
    lines: lines.map((line, place) => ({ ...line, remark: alike ? null : remarks[place] || null })),
    remark: alike ? first : null,
  }
}

/** What of a long text is told; the rest is on its page. */
const longest = 600

function said(text: MultilingualText | undefined, locale: Locale): Said | null {
  const found = show(text, locale)
  return found && { text: cut(found.text), language: found.language }
}

function cut(text: string): string {
  if (text.length <= longest) return text
  const part = text.slice(0, longest)
  return `${part.slice(0, Math.max(part.lastIndexOf(' '), longest - 40)).trimEnd()}…`
}

/** Telephone, address and languages of somebody to meet, as far as the reader may have them. */
function reachedBy({ telephone, email, languages }: BriefContact, locale: Locale): string {
  const spoken = languages.map(language => languageName(locale, language))
  return [
    telephone?.replaceAll(' ', '\u00a0'),
    email,
    spoken.length > 0 ? briefWords[locale].speaks(list(locale, spoken)) : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Only what there is: a part without a line is left out, but for those whose absence is to be known. */
function partsOf(brief: Brief, memory: Memory, locale: Locale): Part[] {
  const m = briefWords[locale]
  const words = (text: string): Said => ({ text, language: locale })
  const own = (text: string, language: string): Said => ({ text, language: isLocale(language) ? language : locale })
  const line = (strong: Said | null, text: (Said | null)[], label: string | null = null): Line => ({
    label,
    strong,
    text: text.filter(one => one !== null),
  })
  const part = (
    title: string,
    lines: Line[],
    { none = null, beyond = 0, keeps = 2 }: { none?: string | null; beyond?: number; keeps?: number } = {},
  ): Part[] =>
    lines.length > 0
      ? [{ title, lines, beyond, keeps }]
      : none === null
        ? []
        : [{ title, lines: [line(null, [words(none)])], beyond: 0, keeps: 1 }]
  const { kinds } = relationsWords[locale]
  const careful = brief.relationships.flatMap(({ texts }) => {
    const text = said(texts.sensitivity, locale)
    return text === null ? [] : [line(null, [text])]
  })
  return [
    ...part(
      m.relationships,
      brief.relationships.map(({ kind, during, texts }) =>
        line(said(texts.name, locale), [
          words(`${kinds[kind as keyof typeof kinds]}, ${edtfInWords(locale, during)}.`),
          said(texts.reason, locale),
          said(texts.narrative, locale),
        ]),
      ),
      { none: m.noRelationships },
    ),
    // Whatever else is left out, this is told.
    ...part(m.careful, careful, { keeps: careful.length }),
    ...part(
      m.agreements,
      brief.agreements.map(agreement => {
        const kind = agreementsWords[locale].kinds[agreement.kind]
        const told = agreementInSentences(locale, agreement)
        return line(said(agreement.texts.title, locale) ?? words(kind), told.map(words))
      }),
      { none: m.noAgreements, beyond: brief.more.agreements, keeps: 3 },
    ),
    ...part(
      m.commitments,
      brief.commitments.map(({ owedBy, what, language, due }) => {
        const late = due !== null && due < memory.day.toString() ? ` (${m.overdue})` : ''
        return line(own(what, language), [due === null ? null : words(`${dayOf(locale, due)}${late}.`)], m[owedBy])
      }),
      { beyond: brief.more.commitments, keeps: 3 },
    ),
    ...part(
      m.journal,
      brief.interactions.map(({ kind, during, title, language }) => {
        const { kindShort } = journalWords[locale]
        return line(
          own(title, language),
          [],
          `${edtfInWords(locale, during)}, ${kindShort[kind as keyof typeof kindShort].toLocaleLowerCase(locale)}`,
        )
      }),
      { none: m.noJournal, beyond: brief.more.interactions },
    ),
    ...part(
      m.contacts,
      [
        ...(brief.formerContacts.length > 0 ? [line(null, [words(m.lastKnown)])] : []),
        ...[...brief.contacts, ...brief.formerContacts].map(one => {
          const { name, texts, during } = one
          const reached = reachedBy(one, locale)
          return line(words(name), [
            said(texts.role, locale),
            brief.contacts.length === 0 && during !== null ? words(`(${edtfInWords(locale, during)})`) : null,
            reached === '' ? null : words(`· ${reached}`),
          ])
        }),
      ],
      { none: memory.inside ? m.noContacts : null, beyond: brief.more.contacts },
    ),
    ...part(
      m.projects,
      brief.projects.map(({ texts }) => line(said(texts.title, locale), [])),
      { beyond: brief.more.projects, keeps: 1 },
    ),
    ...part(
      m.notes,
      brief.notes.map(({ kind, body, language }) => {
        const { kinds } = noteWords[locale]
        return line(null, [own(body, language)], kinds[kind as keyof typeof kinds])
      }),
      { beyond: brief.more.notes, keeps: 1 },
    ),
  ]
}

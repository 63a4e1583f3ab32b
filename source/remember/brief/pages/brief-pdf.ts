import { type DocumentData, type MadePdf, makePdf } from '#ground/documents/index.ts'
import { countryName, longDate } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, show } from '#ground/languages/text.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { briefWords } from '../../messages/brief.ts'
import { journalWords } from '../../messages/journal.ts'
import { relationsWords } from '../../messages/relations.ts'
import { deadlineInWords, lifeInWords } from '../../pages/agreement-in-words.tsx'
import type { Memory } from '../../pages/memory.ts'
import type { Brief } from '../store/brief.ts'

type Said = { text: string; language: string }
type Line = { label: string | null; strong: Said | null; text: Said[] }
type Part = { title: string; lines: Line[]; more: string | null }

/** A partner's brief as a PDF in a language; set smaller, never cut, when much is known. */
export function briefPdf(memory: Memory, brief: Brief, locale: Locale): Promise<MadePdf> {
  const parts = partsOf(brief, memory, locale)
  const m = briefWords[locale]
  const name = said(brief.partner.texts.name, locale)
  const weight = parts.flatMap(part => part.lines).reduce((sum, line) => sum + 60 + lengthOf(line), 0)
  const data: DocumentData = {
    place: memory.name,
    partner: name ?? { text: memory.name, language: locale },
    country: brief.partner.country === null ? null : countryName(locale, brief.partner.country),
    inside: memory.inside ? m.inside : null,
    of: m.of(memory.name, longDate(locale, memory.day)),
    page: m.page,
    // Two pages hold some 7,000 letters at ten points.
    size: weight < 5200 ? 10.5 : weight < 7500 ? 9.5 : 8.5,
    parts,
  }
  return makePdf({
    template: 'remember/brief/pages/brief.typ',
    data,
    language: locale,
    title: `${m.title}: ${name?.text ?? memory.name}`,
    date: memory.day.toZonedDateTime('UTC').toInstant(),
  })
}

const lengthOf = (line: Line) =>
  (line.strong?.text.length ?? 0) + line.text.reduce((sum, one) => sum + one.text.length, 0)

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
  const part = (title: string, lines: Line[], none: string | null = null): Part[] =>
    lines.length > 0
      ? [{ title, lines, more: null }]
      : none === null
        ? []
        : [{ title, lines: [line(null, [words(none)])], more: null }]
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
      m.noRelationships,
    ),
    ...part(m.careful, careful),
    ...part(
      m.agreements,
      brief.agreements.map(agreement => {
        const a = agreementsWords[locale]
        const deadline = deadlineInWords(locale, agreement)
        return line(said(agreement.texts.title, locale) ?? words(a.kinds[agreement.kind]), [
          words(`${a.states[agreement.state]}.`),
          ...lifeInWords(locale, agreement).map(words),
          deadline === null ? null : words(deadline),
        ])
      }),
      m.noAgreements,
    ),
    ...part(
      m.commitments,
      brief.commitments.map(({ owedBy, what, language, due }) => {
        const late = due !== null && due < memory.day.toString() ? ` (${m.overdue})` : ''
        return line(own(what, language), [due === null ? null : words(`${dayOf(locale, due)}${late}.`)], m[owedBy])
      }),
    ),
    ...part(
      m.journal,
      brief.interactions.map(({ kind, during, title, language }) => {
        const { kinds } = journalWords[locale]
        return line(
          own(title, language),
          [],
          `${edtfInWords(locale, during)}, ${kinds[kind as keyof typeof kinds].toLocaleLowerCase(locale)}`,
        )
      }),
      m.noJournal,
    ),
    ...part(
      m.contacts,
      brief.contacts.map(({ name, texts }) => line(words(name), [said(texts.role, locale)])),
      memory.inside ? m.noContacts : null,
    ),
    ...part(
      m.projects,
      brief.projects.map(({ texts }) => line(said(texts.title, locale), [])),
    ),
    ...part(
      m.notes,
      brief.notes.map(({ body, language }) => line(null, [own(body, language)])),
    ),
  ]
}

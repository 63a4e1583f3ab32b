import type { Child } from 'hono/jsx'
import type { Locale } from '#ground/languages/locales.ts'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'

export { EmptyPage, ErrorPage, type ErrorPageProps, Flash, Flashes, Note, type NoteTone } from './notices.tsx'
export { Figures, Meter, type MeterProps, Region, type RegionName, Shares, State, type StateKind } from './places.tsx'

/** A text as a reader gets it: in their language or, said so, in the one it was written in. */
export type Shown = { text: string; language: Locale; stale?: boolean }

/**
 * Keeps French punctuation with its word: a colon or a question mark must not begin a line. Texts of other languages
 * come back as they are.
 */
export function wellSet(text: string, language: Locale): string {
  if (language !== 'fr') return text
  return text
    .replace(/[ \u00a0]([;!?])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
}

/** What must be said of a text that is not the reader's, or is older than its original. Null when all is well. */
export function remarkOn(t: PartsMessages, locale: Locale, shown: Shown): string | null {
  if (shown.language !== locale) return t.text.notYet(shown.language)
  return shown.stale ? t.text.stale : null
}

/** The same for several texts that stand together: each remark once. */
export function Remarks({ t, locale, texts }: { t: PartsMessages; locale: Locale; texts: readonly Shown[] }) {
  const remarks = [...new Set(texts.map(text => remarkOn(t, locale, text)))].filter(remark => remark !== null)
  return remarks.length > 0 ? <p class="not-yet">{remarks.join(' · ')}</p> : null
}

type MultilingualProps = {
  t: PartsMessages
  locale: Locale
  shown: Shown
  /** The remark is left out where it stands elsewhere (a title whose text says it). */
  quiet?: boolean
}

/** A short text in a line: a title, a name. With its language when it is not the page's, and the remark after it. */
export function Multilingual({ t, locale, shown, quiet }: MultilingualProps) {
  const remark = quiet ? null : remarkOn(t, locale, shown)
  return (
    <>
      <Words locale={locale} shown={shown} />
      {remark ? <span class="not-yet">{remark}</span> : null}
    </>
  )
}

/** The words alone, marked with their language. */
export function Words({ locale, shown }: { locale: Locale; shown: Shown }) {
  const text = wellSet(shown.text, shown.language)
  return shown.language === locale ? <>{text}</> : <span lang={shown.language}>{text}</span>
}

/** A text of several paragraphs, separated by blank lines; single line breaks are kept. */
export function MultilingualText({ t, locale, shown, quiet }: MultilingualProps) {
  const remark = quiet ? null : remarkOn(t, locale, shown)
  return (
    <div class="prose">
      {remark ? <p class="not-yet">{remark}</p> : null}
      <Paragraphs
        text={wellSet(shown.text, shown.language)}
        language={shown.language === locale ? undefined : shown.language}
      />
    </div>
  )
}

/** Plain text as paragraphs. Direction follows the text itself. */
export function Paragraphs({ text, language }: { text: string; language?: Locale | undefined }) {
  const paragraphs = text.split(/\n\s*\n/).filter(paragraph => paragraph.trim() !== '')
  return (
    <>
      {paragraphs.map(paragraph => (
        <p lang={language} dir="auto">
          {paragraph
            .trim()
            .split('\n')
            .map((line, index) => (index === 0 ? line : [<br />, line]))}
        </p>
      ))}
    </>
  )
}

const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

/**
 * « 11 h 20 – 11 h 40 », never broken. `from` and `to` are already written as the language writes hours; the machine
 * values (ISO 8601) are given where a machine may want them.
 */
export function Time(props: { from: string; to?: string; fromMachine?: string; toMachine?: string }) {
  const point = (text: string, machine: string | undefined) =>
    machine ? <time datetime={machine}>{unbroken(text)}</time> : unbroken(text)
  return (
    <span class="when">
      {point(props.from, props.fromMachine)}
      {props.to ? ['\u00a0–\u00a0', point(props.to, props.toMachine)] : null}
    </span>
  )
}

/** Names and what they are: venue, languages, deadline. */
export function Facts({ facts }: { facts: readonly { term: string; value: Child }[] }) {
  return (
    <dl class="facts">
      {facts.map(fact => (
        <div>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A sheet laid on the page, for the one thing that a person is here to do. */
export function Card({ title, children }: { title?: string; children?: Child }) {
  return (
    <div class="card">
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  )
}

type PageHeadProps = { kicker?: Child; title: Child; subtitle?: Child; lead?: Child; children?: Child }

/** The head of a page: what kind of thing this is, its name and the rest of its name, one sentence, and what follows. */
export function PageHead({ kicker, title, subtitle, lead, children }: PageHeadProps) {
  return (
    <div class="page-head">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{title}</h1>
      {subtitle ? <p class="subtitle">{subtitle}</p> : null}
      {lead ? <p class="lead">{lead}</p> : null}
      {children}
    </div>
  )
}

/**
 * A page in two columns. `card` comes first in the document and on a telephone, at the side on a wide screen;
 * `rest` stands under it at the side, and after the body on a telephone.
 */
export function Columns({ card, rest, children }: { card?: Child; rest?: Child; children?: Child }) {
  return (
    <div class="columns">
      {card ? <div class="card-first">{card}</div> : null}
      <div class="body stack">{children}</div>
      {rest ? <div class="rest stack">{rest}</div> : null}
    </div>
  )
}

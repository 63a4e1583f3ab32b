import type { Child } from 'hono/jsx'
import type { Lookup, Room } from '../../house.ts'
import { languageName } from '../../languages/format.ts'
import type { Locale } from '../../languages/locales.ts'
import { parts } from '../../languages/messages/parts.ts'
import { search } from '../../languages/messages/search.ts'
import { EmptyPage, remarkOn, wellSet } from '../../web/parts/text.tsx'
import { excerpt } from '../rules/excerpt.ts'
import { fold } from '../rules/question.ts'
import type { Reason, Result, Results } from '../store/find.ts'

/** How many results stand on a page. */
export const pageSize = 20

/** The page of results that an address asks for, from 1. */
export const pageAsked = (url: URL) =>
  Math.min(500, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1))

export type Looked = { heading: string; results: Awaited<ReturnType<Lookup['find']>> }

/** What was found by looking, under what it is. */
export function LookedUp({ heading, results, href }: Looked & { href: (path: string) => string }) {
  return (
    <section class="close" aria-label={heading}>
      <h2>{heading}</h2>
      <ul class="close">
        {results.map(({ title, body, path }) => (
          <li>
            <a href={href(path)} dir="auto">
              {title}
            </a>
            {body === '' ? null : <span class="small" dir="auto">{` ${body}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type FoundProps = {
  locale: Locale
  rooms: readonly Room[]
  question: string
  found: Results
  /** Page of results. */
  number: number
  /** The address of this search with another question, or another page of its results. */
  address: (asked: { question?: string; number?: number }) => string
  /** The address of a record, from its path. */
  href: (path: string) => string
  /** What else one can do when nothing was found. */
  next?: Child
}

/** The results, with why each was found; or, when there are none, what to do next. */
export function Found({ locale, rooms, question, found, number, address, href, next }: FoundProps) {
  const t = search[locale]
  const shown = found.instead ? (found.meant ?? question) : question
  const meant =
    found.meant && !found.instead ? (
      <p>
        <a href={address({ question: found.meant })}>{t.meant(found.meant)}</a>
      </p>
    ) : null
  if (found.results.length === 0) {
    return (
      <section class="stack" aria-label={t.nothing(question)}>
        <EmptyPage title={t.nothing(question)} text={t.nothingNext} />
        {meant}
        {next}
      </section>
    )
  }
  const pages = Math.ceil(found.total / pageSize)
  return (
    <section class="stack" aria-labelledby="search-results">
      <h2 id="search-results">
        {found.close ? t.close(question) : found.instead ? t.instead(question, shown) : t.count(found.total)}
      </h2>
      {meant}
      <ol class="stack" start={(number - 1) * pageSize + 1}>
        {found.results.map(result => (
          <Entry
            locale={locale}
            result={result}
            asked={found.words}
            href={href(result.path)}
            kind={nameOf(rooms, result.table)}
          />
        ))}
      </ol>
      {found.close || found.instead ? next : null}
      {pages > 1 ? (
        <nav class="pages" aria-label={parts[locale].table.pages}>
          {number > 1 ? (
            <a href={address({ question: shown, number: number - 1 })} rel="prev">
              {parts[locale].table.previous}
            </a>
          ) : null}
          <span aria-current="page">{t.pageOf(number, pages)}</span>
          {number < pages ? (
            <a href={address({ question: shown, number: number + 1 })} rel="next">
              {parts[locale].table.next}
            </a>
          ) : null}
        </nav>
      ) : null}
    </section>
  )
}

const nameOf = (rooms: readonly Room[], table: string) =>
  rooms.flatMap(room => room.search ?? []).find(searchable => searchable.table === table)?.name

type EntryProps = {
  locale: Locale
  result: Result
  asked: readonly string[]
  href: string
  kind: ((locale: Locale) => string) | undefined
}

function Entry({ locale, result, asked, href, kind }: EntryProps) {
  const language = result.language === locale ? undefined : result.language
  const remark = remarkOn(parts[locale], locale, { text: result.title, language: result.language })
  // That it is a project is told beside its name.
  const reasons = result.reasons.filter(({ field, found }) => !field || fold(found) !== fold(kind?.(locale) ?? ''))
  const words = [...asked, ...result.reasons.map(({ found }) => found)].join(' ')
  const pieces = excerpt(result.body, words)
  const title = excerpt(wellSet(result.title, result.language), words, Number.POSITIVE_INFINITY)
  return (
    <li class="close">
      <h3>
        <a href={href} lang={language} dir="auto">
          <Marked pieces={title} />
        </a>
      </h3>
      {kind || remark ? <p class="not-yet">{[kind?.(locale), remark].filter(Boolean).join(' · ')}</p> : null}
      {pieces.length > 0 ? (
        <p lang={language} dir="auto">
          <Marked pieces={pieces} />
        </p>
      ) : null}
      {reasons.length > 0 ? (
        <p class="small">
          {search[locale].otherWords}{' '}
          {reasons.map((reason, place) => (
            <>
              {place > 0 ? ' · ' : null}
              <Because locale={locale} reason={reason} />
            </>
          ))}
        </p>
      ) : null}
    </li>
  )
}

function Marked({ pieces }: { pieces: ReturnType<typeof excerpt> }) {
  return <>{pieces.map(piece => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</>
}

/** « eau → agua (español) » */
function Because({ locale, reason: { asked, found, language, field } }: { locale: Locale; reason: Reason }) {
  const foreign = language !== null && language !== locale
  return (
    <span class="because">
      <bdi>{asked}</bdi>
      {fold(asked) === fold(found) ? null : (
        <>
          {' → '}
          <bdi lang={foreign ? language : undefined}>{found}</bdi>
        </>
      )}
      {foreign ? ` (${languageName(locale, language)})` : field ? ` (${search[locale].field})` : null}
    </span>
  )
}

import { as, asPublic, type Tx } from '../../database/actor.ts'
import type { Lookup, Visit } from '../../house.ts'
import type { Locale } from '../../languages/locales.ts'
import { parts } from '../../languages/messages/parts.ts'
import { search } from '../../languages/messages/search.ts'
import { page } from '../../web/answer.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons } from '../../web/parts/form.tsx'
import { EmptyPage, PageHead, remarkOn, wellSet } from '../../web/parts/text.tsx'
import { excerpt } from '../rules/excerpt.ts'
import { tidyQuestion } from '../rules/question.ts'
import { find, type Result, type Results } from '../store/find.ts'

const size = 20

/** One box, and what it finds in every language, for everybody: each sees what they may see, counts included. */
export async function searchPage(visit: Visit): Promise<Response> {
  const { locale } = visit
  const t = search[locale]
  const question = tidyQuestion(visit.url.searchParams.get('q') ?? '')
  const number = Math.min(500, Math.max(1, Number.parseInt(visit.url.searchParams.get('page') ?? '1', 10) || 1))
  const found = question === '' ? null : await look(visit, question, number)
  return page(
    visit,
    layout(
      visit,
      { title: question === '' ? t.title : t.titleFor(question), noIndex: true, breadcrumb: [{ label: t.title }] },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          <search>
            <form class="form" method="get" action={`/${locale}/search`}>
              <div class="field">
                <label for="search-q">{t.box}</label>
                <input id="search-q" name="q" type="search" dir="auto" maxlength={200} value={question} />
              </div>
              <Buttons>
                <Button>{t.button}</Button>
              </Buttons>
            </form>
          </search>
          {found?.looked.map(({ heading, results }) => (
            <LookedUp locale={locale} heading={heading} results={results} />
          ))}
          {found && (found.results.length > 0 || found.looked.length === 0) ? (
            <Found locale={locale} question={question} found={found} number={number} />
          ) : null}
        </div>
      </>,
    ),
  )
}

// A visitor who is not signed in reads in the role that can see public rows only.
async function look(visit: Visit, question: string, number: number): Promise<Results & { looked: LookedUp[] }> {
  const { db, rooms } = visit.house
  const work = async (tx: Tx) => {
    const found = await find(tx, visit.locale, question, { offset: (number - 1) * size, most: size })
    const looked: LookedUp[] = []
    // Nobody of the public reads people's names: there is nothing to look up for them.
    const lookups = number === 1 && visit.signedIn ? rooms.flatMap(room => room.lookups ?? []) : []
    for (const { heading, find } of lookups) {
      const results = await find(tx, visit.locale, question, size)
      if (results.length > 0) looked.push({ heading: heading(visit.locale), results })
    }
    return { ...found, looked }
  }
  return visit.signedIn ? as(db, visit.actor, work) : asPublic(db, work)
}

type LookedUp = { heading: string; results: Awaited<ReturnType<Lookup['find']>> }

/** What was found by looking, under what it is. */
function LookedUp({ locale, heading, results }: LookedUp & { locale: Locale }) {
  return (
    <section class="close" aria-label={heading}>
      <h2>{heading}</h2>
      <ul class="close">
        {results.map(({ title, body, path }) => (
          <li>
            <a href={`/${locale}${path}`} dir="auto">
              {title}
            </a>
            {body === '' ? null : <span class="small" dir="auto">{` ${body}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type FoundProps = { locale: Locale; question: string; found: Results; number: number }

function Found({ locale, question, found, number }: FoundProps) {
  const t = search[locale]
  const address = (n: number) => `/${locale}/search?q=${encodeURIComponent(question)}${n > 1 ? `&page=${n}` : ''}`
  if (found.results.length === 0) return <EmptyPage title={t.nothing(question)} text={t.nothingNext} />
  const pages = Math.ceil(found.total / size)
  return (
    <section class="stack" aria-labelledby="search-results">
      <h2 id="search-results">{found.close ? t.close(question) : t.count(found.total)}</h2>
      <ol class="stack" start={(number - 1) * size + 1}>
        {found.results.map(result => (
          <Entry locale={locale} result={result} question={question} />
        ))}
      </ol>
      {pages > 1 ? (
        <nav class="pages" aria-label={parts[locale].table.pages}>
          {number > 1 ? (
            <a href={address(number - 1)} rel="prev">
              {parts[locale].table.previous}
            </a>
          ) : null}
          <span aria-current="page">{t.pageOf(number, pages)}</span>
          {number < pages ? (
            <a href={address(number + 1)} rel="next">
              {parts[locale].table.next}
            </a>
          ) : null}
        </nav>
      ) : null}
    </section>
  )
}

function Entry({ locale, result, question }: { locale: Locale; result: Result; question: string }) {
  const language = result.language === locale ? undefined : result.language
  const remark = remarkOn(parts[locale], locale, { text: result.title, language: result.language })
  const pieces = excerpt(result.body, question)
  return (
    <li class="close">
      <h3>
        <a href={`/${locale}${result.path}`} lang={language} dir="auto">
          {wellSet(result.title, result.language)}
        </a>
      </h3>
      {remark ? <p class="not-yet">{remark}</p> : null}
      {pieces.length > 0 ? (
        <p lang={language} dir="auto">
          {pieces.map(piece => (piece.found ? <strong>{piece.text}</strong> : piece.text))}
        </p>
      ) : null}
    </li>
  )
}

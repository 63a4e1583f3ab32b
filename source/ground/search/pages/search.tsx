import { as, asPublic, type Tx } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { search } from '../../languages/messages/search.ts'
import { page } from '../../web/answer.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons } from '../../web/parts/form.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { inTitle, questionAsked } from '../rules/question.ts'
import { find, type Results } from '../store/find.ts'
import { QuestionField } from './question-field.tsx'
import { Found, type Looked, LookedUp, pageAsked, pageSize } from './results.tsx'

/** One box, and what it finds in every language, for everybody: each sees what they may see, counts included. */
export async function searchPage(visit: Visit): Promise<Response> {
  const { locale } = visit
  const t = search[locale]
  const asked = questionAsked(visit.url.searchParams.get('q') ?? '')
  const { question } = asked
  const number = pageAsked(visit.url)
  const found = question === '' ? null : await look(visit, question, number)
  const address = (other: { question?: string; number?: number }) => {
    const { question: words = asked.typed, number: n = 1 } = other
    return `/${locale}/search?q=${encodeURIComponent(words)}${n > 1 ? `&page=${n}` : ''}`
  }
  const href = (path: string) => `/${locale}${path}`
  return page(
    visit,
    layout(
      visit,
      {
        title: question === '' ? t.title : t.titleFor(inTitle(question)),
        noIndex: true,
        breadcrumb: [{ label: t.title }],
      },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          <search>
            <form class="form" method="get" action={`/${locale}/search`}>
              <QuestionField locale={locale} label={t.box} asked={asked} />
              <Buttons>
                <Button>{t.button}</Button>
              </Buttons>
            </form>
          </search>
          {found?.looked.map(({ heading, results }) => (
            <LookedUp heading={heading} results={results} href={href} />
          ))}
          {found && (found.results.length > 0 || found.looked.length === 0) ? (
            <Found
              locale={locale}
              rooms={visit.house.rooms}
              question={question}
              found={found}
              number={number}
              address={address}
              href={href}
            />
          ) : null}
        </div>
      </>,
    ),
  )
}

// A visitor who is not signed in reads in the role that can see public rows only.
async function look(visit: Visit, question: string, number: number): Promise<Results & { looked: Looked[] }> {
  const { db, rooms } = visit.house
  const { locale } = visit
  const work = async (tx: Tx) => {
    const found = await find(tx, { rooms, locale }, question, { offset: (number - 1) * pageSize, most: pageSize })
    const looked: Looked[] = []
    const lookups = number === 1 ? rooms.flatMap(room => room.lookups ?? []) : []
    for (const { heading, find } of lookups) {
      const results = await find(tx, locale, question, pageSize)
      if (results.length > 0) looked.push({ heading: heading(locale), results })
    }
    return { ...found, looked }
  }
  return visit.signedIn ? as(db, visit.actor, work) : asPublic(db, work)
}

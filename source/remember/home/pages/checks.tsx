import type { Visit } from '#ground/house.ts'
import { EmptyPage } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { memoryChecks } from '#remember/messages/memory-checks.ts'
import { addressIn, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { type ChecksInWords, readChecks } from '../acts/read-checks.ts'
import { checkCodes, checkRules, severities } from '../rules/checks.ts'
import { pathOf } from '../rules/paths.ts'
import { Name, remarkIn, wordsOfRule } from './lines.tsx'

/** How many records of a rule stand on the page of all of them. */
const first = 5

/** GET /:l/territories/:slug/checks: what every rule finds, the most serious first, with why and what to do. */
export async function showChecks(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  const { locale } = visit
  const words = memoryChecks[locale]
  const all = await reading(visit, memory, tx => readChecks(tx, memory.id, locale, memory.day.toString(), checkCodes))
  const telling = all.filter(({ found }) => found.length > 0)
  const quiet = all.filter(({ found }) => found.length === 0)
  const address = (code: string) => addressIn(visit, memory, `/checks/${code}`)
  const rule = (one: ChecksInWords) => (
    <section class="stack close" id={one.code}>
      <h3>
        <a href={address(one.code)}>{words.rules[one.code].name}</a>{' '}
        <span class="small figure">{words.count(one.found.length)}</span>
      </h3>
      <p>{wordsOfRule(locale, memory.kind, one.code).why}</p>
      <ul>
        {one.found.slice(0, first).map(row => {
          const remark = remarkIn(locale, row)
          return (
            <li>
              <a href={addressIn(visit, memory, pathOf(row.table, row.page))}>
                <Name locale={locale} name={row.name} />
              </a>
              {remark ? <span class="small"> · {remark}</span> : null}
            </li>
          )
        })}
      </ul>
      <p>
        <strong>{words.advice}</strong> {wordsOfRule(locale, memory.kind, one.code).advice}
      </p>
      {one.found.length > first ? (
        <p>
          <a href={address(one.code)}>
            {words.all(one.found.length)}
            <span class="hidden-text"> – {words.rules[one.code].name}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'checks' },
    <>
      {telling.length === 0 ? <EmptyPage title={words.none} text={words.noneText} /> : null}
      {severities.map(severity => {
        const list = telling.filter(({ code }) => checkRules[code].severity === severity)
        return list.length === 0 ? null : (
          <section class="stack">
            <h2>{words.severities[severity]}</h2>
            {list.map(rule)}
          </section>
        )
      })}
      {quiet.length === 0 ? null : (
        <section class="stack">
          <h2>{words.quiet}</h2>
          <ul>
            {quiet.map(({ code, off, aside }) => (
              <li>
                <a href={address(code)}>{words.rules[code].name}</a>
                {off ? <span class="small"> · {words.off}</span> : null}
                {aside.length > 0 ? <span class="small"> · {words.aside(aside.length)}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  )
}

import { type LettersMessages, lettersWords } from '#convene/messages/letters.ts'
import { lifeWords } from '#convene/messages/life.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, longDate } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Figures, Note, PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { type Issuing, issuingState } from '../rules/issuing.ts'
import { countLetters, type LettersAsked, listLetters, shows } from '../store/letters.ts'
import { columnsOf } from './columns.tsx'
import { lettersAddress, type OfficeSeminar, officeSeminar, trail } from './office-seminar.ts'

const size = 100

/** GET /:l/desk/seminars/:slug/letters: who has no letter yet, and every letter that was issued. */
export async function showLetters(visit: Visit): Promise<Response> {
  return lettersPage(visit, await officeSeminar(visit))
}

/**
 * The same, with what went wrong.
 *
 * @param problem a sentence in the visitor's language
 * @param ticked registrations that were chosen
 */
export async function lettersPage(
  visit: Visit,
  seminar: OfficeSeminar,
  problem: string | null = null,
  ticked: readonly string[] = [],
): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const asked = readAsked(visit.url.searchParams)
  const { counts, list } = await as(house.db, visit.actor, async tx => ({
    counts: await countLetters(tx, seminar.id, asked.text),
    list: await listLetters(tx, seminar.id, asked),
  }))
  const state = issuingState(seminar, seminar.now)
  const address = lettersAddress(visit, seminar)
  const issuing = state === 'open' && counts.listed > 0 && (asked.show === null || asked.show === 'without')
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.title} – ${seminar.title}`,
        office: true,
        failed: problem !== null,
        breadcrumb: trail(visit, seminar),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
        {problem === null ? null : (
          <Note tone="problem">
            <p role="alert">{state === 'open' ? <a href="#issue">{problem}</a> : problem}</p>
          </Note>
        )}
        {problem === null ? <NotYet visit={visit} seminar={seminar} state={state} /> : null}
        <Figures
          figures={[
            { label: m.without, value: number(locale, counts.without), href: `${address}?show=without` },
            { label: m.validOnes, value: number(locale, counts.valid), href: `${address}?show=valid` },
            { label: m.withdrawnOnes, value: number(locale, counts.withdrawn), href: `${address}?show=withdrawn` },
          ]}
        />
        <DataTable
          t={parts[locale]}
          caption={m.title}
          quiet
          rows={list.rows}
          address={address}
          columns={columnsOf(visit, seminar, {
            open: state === 'open',
            ticked,
            anyLetter: counts.valid + counts.withdrawn > 0,
          })}
          filters={[
            {
              name: 'show',
              label: m.state,
              value: asked.show ?? '',
              choices: [
                { value: '', label: m.all },
                { value: 'without', label: m.without },
                { value: 'valid', label: m.validOnes },
                { value: 'withdrawn', label: m.withdrawnOnes },
              ],
            },
            { name: 'text', label: m.search, value: asked.text },
          ]}
          paging={{ page: asked.page, pages: Math.ceil(list.total / size), size, total: list.total }}
          empty={emptyInWords(m, asked)}
        />
        {issuing ? <Issue visit={visit} m={m} all={counts.listed} at={address} /> : null}
      </div>,
    ),
    problem === null ? 200 : 422,
  )
}

/** Why the list is empty: what was typed, what was chosen, or nobody there yet. */
function emptyInWords(m: LettersMessages, { show, text }: LettersAsked): { title: string; text: string } {
  if (text !== '') return { title: m.noMatchTitle, text: m.noMatch }
  if (show === null) return { title: m.noneTitle, text: m.none }
  return m.noneOf[show]
}

/** Why nothing can be issued now, in a sentence; null when it can. */
export function whyNot(visit: Visit, seminar: OfficeSeminar, state: Issuing): string | null {
  const m = lettersWords[visit.locale]
  if (state === 'open') return null
  if (state === 'cancelled') return m.cancelled
  if (state === 'postponed') return lifeWords[visit.locale].letters.postponed
  const day = Temporal.PlainDate.from(seminar.heldOn)
  return m.tooEarly(longDate(visit.locale, day), cityOfZone(visit.locale, seminar.timeZone))
}

function NotYet({ visit, seminar, state }: { visit: Visit; seminar: OfficeSeminar; state: Issuing }) {
  const m = lettersWords[visit.locale]
  const why = whyNot(visit, seminar, state)
  if (why === null || state === 'open') return null
  const titleOf = {
    cancelled: m.cancelledTitle,
    postponed: lifeWords[visit.locale].letters.postponedTitle,
    'too-early': m.tooEarlyTitle,
  }
  return (
    <Note title={titleOf[state]}>
      <p>{why}</p>
    </Note>
  )
}

type IssueProps = { visit: Visit; m: LettersMessages; all: number; at: string }

/** The boxes stand in the table and belong to this form by its id: a form cannot stand around the filters. */
function Issue({ visit, m, all, at }: IssueProps) {
  return (
    <section class="card">
      <h2>{m.issueTitle}</h2>
      <p class="small">{m.mailHint}</p>
      <form id="issue" method="post" action={`${at}${visit.url.search}`}>
        <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
        <Buttons>
          <Button name="do" value="chosen">
            {m.issueChosen}
          </Button>
          <Button kind="secondary" name="do" value="all">
            {m.issueAll(all)}
          </Button>
        </Buttons>
      </form>
    </section>
  )
}

export function readAsked(query: URLSearchParams): LettersAsked {
  return {
    show: shows.find(show => show === query.get('show')) ?? null,
    text: (query.get('text') ?? '').trim().slice(0, 200),
    page: Math.min(Math.max(1, Math.trunc(Number(query.get('page'))) || 1), 10_000),
    size,
  }
}

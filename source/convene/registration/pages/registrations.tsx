import { deskListWords } from '#convene/messages/desk-list.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { type DeskPeople, deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { isSeminarOver } from '../acts/at-the-gate.ts'
import { countRegistrations, countUndelivered, listChoices, listRegistrations } from '../store/desk-list.ts'
import { namedQuotas } from '../store/hall-view.ts'
import { deskPage } from './desk/desk-page.tsx'
import { ExportLinks } from './desk/export-links.tsx'
import { filtersOf, readAsked } from './desk/list-filters.ts'
import { columnsOf } from './desk/list-parts.tsx'
import { quotaName } from './desk/quota-table.tsx'
import { StandingOfSeminar } from './desk/standing.tsx'
import { peopleSeminar } from './desk.tsx'

/** Everybody who registered, for those who look after them: figures, the list, and what to do with several at once. */
export function showRegistrations(visit: Visit): Promise<Response> {
  return registrationsPage(visit)
}

/**
 * The same, with what went wrong when several were chosen.
 *
 * @param problem a sentence in the visitor's language
 * @param ticked ids that were chosen
 * @param about whether it was about those, or about everybody who fits
 */
export async function registrationsPage(
  visit: Visit,
  problem: string | null = null,
  ticked: readonly string[] = [],
  about: 'ticked' | 'matching' = 'ticked',
): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const seminar = await peopleSeminar(visit)
  const asked = readAsked(visit.url.searchParams)
  const { counts, quotas, names, undelivered, others, list } = await as(visit.house.db, visit.actor, async tx => ({
    counts: await countRegistrations(tx, seminar.id),
    ...(await namedQuotas(tx, seminar.id)),
    others: await listChoices(tx, seminar.id),
    undelivered: await countUndelivered(tx, seminar.id),
    list: await listRegistrations(tx, seminar.id, asked),
  }))
  const address = `/${locale}/desk/seminars/${seminar.slug}/registrations`
  const anybody = counts.length > 0
  const over = isSeminarOver(seminar)
  const choices = {
    countries: [...new Set(counts.map(({ country }) => country))],
    quotas: quotas.map(({ key }) => ({ key, name: quotaName(locale, names, key) })),
    others,
  }
  return deskPage(
    visit,
    seminar,
    { title: m.registrations, failed: problem !== null },
    <>
      {problem === null ? null : (
        <Note tone="problem">
          <p role="alert">
            <a href={about === 'ticked' ? '#chosen' : '#matching'}>{problem}</a>
          </p>
        </Note>
      )}
      <StandingOfSeminar visit={visit} slug={seminar.slug} quotas={quotas} counts={counts} undelivered={undelivered} />
      <DataTable
        t={parts[locale]}
        caption={m.registrations}
        rows={list.rows}
        address={address}
        quiet
        columns={columnsOf(visit, seminar, list.rows, asked, ticked)}
        sorting={asked.sort}
        filters={anybody ? filtersOf(visit, asked, choices) : []}
        paging={{ page: asked.page, pages: Math.ceil(list.total / asked.size), size: asked.size, total: list.total }}
        empty={anybody ? { title: m.nobodyTitle, text: m.nobody } : { title: m.noneTitle, text: m.none }}
      />
      {list.rows.length > 0 ? (
        <WithChosen visit={visit} words={deskPeople[locale]} address={address} over={over} />
      ) : null}
      {list.total > 0 ? <WithMatching visit={visit} address={address} total={list.total} over={over} /> : null}
      {list.total > 0 ? <ExportLinks visit={visit} address={address} total={list.total} /> : null}
    </>,
  )
}

/** `over`: the seminar is, and people are only written to. */
type WithProps = { visit: Visit; address: string; over: boolean }

/** The boxes stand in the table and belong to this form by its id: a form cannot stand around the filters. */
function WithChosen({ visit, words, address, over }: WithProps & { words: DeskPeople }) {
  return (
    <section class="card">
      <h2>{words.chosen.title}</h2>
      <p class="small">{words.chosen.hint}</p>
      {over ? <p class="small">{deskOne[visit.locale].over}</p> : null}
      <form id="chosen" method="post" action={`${address}${visit.url.search}`}>
        <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
        <Buttons>
          {over ? null : <Decisions words={words.chosen} />}
          <Button kind="secondary" name="do" value="write">
            {deskListWords[visit.locale].writeToTicked}
          </Button>
        </Buttons>
      </form>
    </section>
  )
}

/** What is decided about several at once, as long as anything is. */
function Decisions({ words }: { words: { approve: string; refuse: string; cancel: string } }) {
  return (
    <>
      <Button kind="secondary" name="do" value="approve">
        {words.approve}
      </Button>
      <Button kind="secondary" name="do" value="refuse">
        {words.refuse}
      </Button>
      <Button kind="danger" name="do" value="cancel">
        {words.cancel}
      </Button>
    </>
  )
}

/** Everybody who fits the choices, on all pages: the address says which. */
function WithMatching({ visit, address, total, over }: WithProps & { total: number }) {
  const w = deskListWords[visit.locale].all
  return (
    <section class="card">
      <h2>{w.title(total)}</h2>
      <p class="small">{w.hint}</p>
      <form id="matching" method="post" action={`${address}${visit.url.search}`}>
        <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
        <input type="hidden" name="whom" value="matching" />
        <Buttons>
          {over ? null : <Decisions words={w} />}
          <Button kind="secondary" name="do" value="write">
            {w.write}
          </Button>
        </Buttons>
      </form>
    </section>
  )
}

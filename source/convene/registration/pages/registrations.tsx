import { type DeskPeople, deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { countRegistrations, countUndelivered, listRegistrations } from '../store/desk-list.ts'
import { readQuotas } from '../store/hall-view.ts'
import { deskPage } from './desk/desk-page.tsx'
import { ExportLinks } from './desk/export-links.tsx'
import { columnsOf, filtersOf, readAsked, size } from './desk/list-parts.tsx'
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
 */
export async function registrationsPage(
  visit: Visit,
  problem: string | null = null,
  ticked: readonly string[] = [],
): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const seminar = await peopleSeminar(visit)
  const asked = readAsked(visit.url.searchParams)
  const { counts, quotas, undelivered, list } = await as(visit.house.db, visit.actor, async tx => ({
    counts: await countRegistrations(tx, seminar.id),
    quotas: await readQuotas(tx, seminar.id),
    undelivered: await countUndelivered(tx, seminar.id),
    list: await listRegistrations(tx, seminar.id, asked),
  }))
  const address = `/${locale}/desk/seminars/${seminar.slug}/registrations`
  const anybody = counts.length > 0
  return deskPage(
    visit,
    seminar,
    { title: m.registrations, failed: problem !== null },
    <>
      {problem === null ? null : (
        <Note tone="problem">
          <p role="alert">
            <a href="#chosen">{problem}</a>
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
        filters={anybody ? filtersOf(visit, asked, counts) : []}
        paging={{ page: asked.page, pages: Math.ceil(list.total / size), size, total: list.total }}
        empty={anybody ? { title: m.nobodyTitle, text: m.nobody } : { title: m.noneTitle, text: m.none }}
      />
      {list.rows.length > 0 ? <WithChosen visit={visit} words={deskPeople[locale]} address={address} /> : null}
      {list.total > 0 ? <ExportLinks visit={visit} address={address} total={list.total} /> : null}
    </>,
  )
}

/** The boxes stand in the table and belong to this form by its id: a form cannot stand around the filters. */
function WithChosen({ visit, words, address }: { visit: Visit; words: DeskPeople; address: string }) {
  return (
    <section class="card">
      <h2>{words.chosen.title}</h2>
      <p class="small">{words.chosen.hint}</p>
      <form id="chosen" method="post" action={`${address}${visit.url.search}`}>
        <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
        <Buttons>
          <Button kind="secondary" name="do" value="approve">
            {words.chosen.approve}
          </Button>
          <Button kind="secondary" name="do" value="refuse">
            {words.chosen.refuse}
          </Button>
          <Button kind="danger" name="do" value="cancel">
            {words.chosen.cancel}
          </Button>
        </Buttons>
      </form>
    </section>
  )
}

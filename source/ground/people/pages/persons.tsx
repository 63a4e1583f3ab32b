import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { shortMoment } from '../../languages/format.ts'
import { page, redirect } from '../../web/answer.ts'
import { readForm, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, Form, TextareaField } from '../../web/parts/form.tsx'
import { DataTable } from '../../web/parts/table.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { notFound } from '../../web/refusal.ts'
import { erasePerson } from '../acts/erase-person.ts'
import { isUuid } from '../rules/uuid.ts'
import { findPersons, fullName, personsOnAPage } from '../store/persons.ts'
import { wordsFor } from './form-parts.tsx'

const personsPath = (visit: Visit) => `/${visit.locale}/administration/people`

export async function showPersons(visit: Visit): Promise<Response> {
  const { t, words } = wordsFor(visit)
  const wanted = (visit.url.searchParams.get('name') ?? '').trim().slice(0, 200)
  const number = Math.min(Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1), 10_000)
  const { rows, total } = await as(visit.house.db, visit.actor, tx => findPersons(tx, wanted, number))
  return page(
    visit,
    layout(
      visit,
      { title: words.persons.title, office: true },
      <div class="stack">
        <PageHead title={words.persons.title} lead={words.persons.lead} />
        <DataTable
          t={t}
          caption={words.persons.caption}
          address={personsPath(visit)}
          rows={rows}
          columns={[
            {
              key: 'name',
              heading: words.persons.name,
              cell: row => <span dir="auto">{fullName(row) || words.persons.nameless}</span>,
            },
            { key: 'email', heading: words.persons.email, cell: row => row.email ?? '–' },
            {
              key: 'account',
              heading: words.persons.account,
              cell: row => (row.has_account ? words.persons.yes : words.persons.no),
            },
            {
              key: 'since',
              heading: words.persons.since,
              cell: row => shortMoment(visit.locale, row.created_at, 'UTC'),
            },
            {
              key: 'erase',
              heading: words.persons.erase,
              cell: row => (
                <a href={`${personsPath(visit)}/${row.id}/erase`}>
                  {words.persons.erase}
                  <span class="hidden-text"> {fullName(row)}</span>
                </a>
              ),
            },
          ]}
          filters={[{ name: 'name', label: words.persons.search, value: wanted }]}
          paging={{
            page: number,
            pages: Math.max(1, Math.ceil(total / personsOnAPage)),
            size: personsOnAPage,
            total,
          }}
          empty={{ title: words.persons.none, text: words.persons.noneText }}
        />
      </div>,
    ),
  )
}

export function askErase(visit: Visit): Promise<Response> {
  return erasePage(visit, '', {})
}

async function erasePage(visit: Visit, reason: string, errors: Record<string, string>, status = 200) {
  const { t, words } = wordsFor(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const person = await as(visit.house.db, visit.actor, tx =>
    tx.selectFrom('person').selectAll().where('id', '=', id).where('erased_at', 'is', null).executeTakeFirst(),
  )
  if (!person) throw notFound()
  const title = words.erase.title(fullName(person) || person.email || words.persons.nameless)
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed: status !== 200 },
      <div class="stack measure">
        <PageHead title={title} lead={words.erase.text} />
        {person.email ? <p dir="ltr">{person.email}</p> : null}
        <p>{words.erase.later}</p>
        <Form t={t} action={`${personsPath(visit)}/${id}/erase`} errors={errors} short>
          <TextareaField
            t={t}
            name="reason"
            label={words.erase.reason}
            hint={words.erase.reasonHint}
            value={reason}
            error={errors.reason}
            rows={2}
            most={500}
          />
          <Buttons>
            <Button kind="danger">{words.erase.button}</Button>
            <a href={personsPath(visit)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    status,
  )
}

export async function sendErase(visit: Visit): Promise<Response> {
  const { words } = wordsFor(visit)
  if (!isUuid(visit.param('id'))) throw notFound()
  const { typed } = await readForm(visit.request)
  const reason = textOf(typed, 'reason').trim()
  if (reason === '' || reason.length > 500) {
    return erasePage(visit, reason, { reason: words.erase.reasonMissing }, 422)
  }
  const result = await erasePerson(visit.house, visit.actor, visit.param('id'), reason)
  if (result === 'last-administrator') {
    return erasePage(visit, reason, { _form: words.erase.lastAdministrator }, 409)
  }
  const text = result === 'erased' ? words.erase.done : words.erase.already
  return redirect(visit, personsPath(visit), { tone: result === 'erased' ? 'done' : 'note', text })
}

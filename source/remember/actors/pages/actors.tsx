import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, CheckboxesField, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { actorsWords } from '../../messages/actors.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { InItsLanguage } from '../../pages/record-name.tsx'
import { dayFilter, memoryToWrite } from '../../pages/writing.tsx'
import { takeOver } from '../acts/take-over.ts'
import { type ActorLine, actorChoices, actorsOnAPage, listActors, organisationsToTakeOver } from '../store/actors.ts'
import { Name } from './parts.tsx'

/** GET /:l/territories/:slug/actors: who the relationships are lived with. */
export async function showActors(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const asked = visit.url.searchParams
  const wish = {
    kind: asked.get('kind') ?? '',
    country: asked.get('country') ?? '',
    words: (asked.get('q') ?? '').slice(0, 200),
    page: Math.max(1, Math.trunc(Number(asked.get('page'))) || 1),
  }
  const { list, choices, others } = await reading(visit, memory, async tx => ({
    list: await listActors(tx, memory.id, locale, wish),
    choices: await actorChoices(tx, memory.id),
    others: memory.edits ? await organisationsToTakeOver(tx, memory.id, locale) : [],
  }))
  const words = actorsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'actors' },
    <>
      <Buttons>
        {memory.edits ? <LinkButton href={at('/actors/new')}>{words.add}</LinkButton> : null}
        {memory.inside ? <a href={at('/contacts')}>{words.contactsLink}</a> : null}
        {memory.edits ? <a href={at('/actors/duplicates')}>{words.duplicates}</a> : null}
      </Buttons>
      <InItsLanguage locale={locale} names={list.rows.map(row => row.name)} />
      <DataTable<ActorLine>
        t={t}
        caption={words.title}
        quiet
        address={addressOf(visit, memory, '/actors')}
        rows={list.rows}
        rowLink={row => at(`/actors/${row.id}`)}
        filters={[
          { name: 'q', label: words.words, value: wish.words },
          {
            name: 'kind',
            label: words.kind,
            value: wish.kind,
            choices: [
              { value: '', label: words.all },
              ...choices.kinds.map(value => ({ value, label: words.kinds[value as 'other'] ?? value })),
            ],
          },
          {
            name: 'country',
            label: words.country,
            value: wish.country,
            choices: [
              { value: '', label: words.all },
              ...choices.countries.map(value => ({ value, label: countryName(locale, value) })),
            ],
          },
          ...dayFilter(visit, memory),
        ]}
        paging={{
          page: wish.page,
          pages: Math.ceil(list.total / actorsOnAPage),
          size: actorsOnAPage,
          total: list.total,
        }}
        columns={[
          {
            key: 'name',
            heading: words.name,
            cell: row => <Name locale={locale} name={row.name} otherwise={row.shortName ?? '–'} />,
          },
          { key: 'kind', heading: words.kind, cell: row => words.kinds[row.kind as 'other'] ?? row.kind },
          {
            key: 'country',
            heading: words.country,
            cell: row => (row.country ? countryName(locale, row.country) : '–'),
          },
          {
            key: 'relationships',
            heading: words.relationships,
            kind: 'number',
            cell: row => counted(row.relationships),
          },
          ...(memory.inside
            ? [
                {
                  key: 'contacts',
                  heading: words.contacts,
                  kind: 'number' as const,
                  cell: (row: ActorLine) => counted(row.contacts),
                },
              ]
            : []),
        ]}
        empty={{ title: words.empty, text: memory.inside ? words.emptyText : words.emptyOutside }}
      />
      {others.length === 0 ? null : (
        <details>
          <summary>{words.takeOverTitle}</summary>
          <Form t={t} action={at('/actors/take-over')} once={newOnceKey(visit.house.keys)} short>
            <CheckboxesField
              t={t}
              name="organisations[]"
              label={words.takeOverTitle}
              choices={others.map(one => ({ value: one.id, label: one.name?.text ?? one.id }))}
              optional
            />
            <Buttons>
              <Button kind="secondary">{words.takeOver}</Button>
            </Buttons>
          </Form>
        </details>
      )}
    </>,
  )
}

// Nothing in place of a zero: a line of it for each actor is half of the list on a telephone.
const counted = (count: number) => (count === 0 ? null : count)

/** A list's own address, without what it asks: the day that is read is one of its filters. */
export const addressOf = (visit: Visit, memory: Memory, path: string) =>
  addressIn(visit, { ...memory, knownOn: null }, path)

/** POST /:l/territories/:slug/actors/take-over: organisations of seminars come into the memory. */
export async function sendTakeOver(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/actors')
  const ids = [sent.typed['organisations[]'] ?? []].flat().filter(id => /^[0-9a-f-]{36}$/.test(id))
  const taken = await takeOver(visit.house, visit.actor, { space: memory.id, ids, once: { key: sent.once, location } })
  return redirect(visit, location, { tone: 'done', text: actorsWords[visit.locale].tookOver(taken) })
}

import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, SelectField } from '#ground/web/parts/form.tsx'
import { EmptyPage } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { joiningWords } from '../../messages/joining.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { SaidOf } from '../../pages/record-name.tsx'
import { isOfMemory } from '../../store/form-row.ts'
import { shownNamesOfRecords } from '../../store/names.ts'
import { type Candidate, candidates } from '../store/both.ts'
import { Named } from './parts.tsx'

/** Which relationship is the same: those with the same partner as links, all others in a list. */
export async function choosePage(visit: Visit, memory: Memory, id: string): Promise<Response> {
  const { locale } = visit
  const t = parts[locale]
  const words = joiningWords[locale].choose
  const { nameless } = relationsWords[locale]
  const found = await as(visit.house.db, visit.actor, async tx => {
    if (!(await isOfMemory(tx, 'relationship', memory.id, id))) return null
    return {
      name: (await shownNamesOfRecords(tx, memory.id, [id], locale)).get(id),
      list: await candidates(tx, memory.id, id, locale),
    }
  })
  if (!found) throw notFound()
  const { name, list } = found
  const alike = list.filter(one => one.alike)
  const others = list.filter(one => !one.alike)
  const path = addressIn(visit, memory, `/relationships/${id}/join`)
  const called = (one: Candidate) =>
    [one.name?.text ?? nameless, one.partners.flatMap(partner => partner?.text ?? []).join(', ')]
      .filter(Boolean)
      .join(' – ')
  return memoryPage(
    visit,
    memory,
    {
      title: words.title(name?.text ?? nameless),
      ...(name ? { heading: <SaidOf locale={locale} say={words.title} name={name} /> } : {}),
      lead: words.lead,
      section: 'relationships',
      above: [{ label: name?.text ?? nameless, path: `/relationships/${id}` }],
    },
    list.length === 0 ? (
      <EmptyPage title={joiningWords[locale].title} text={words.none} />
    ) : (
      <div class="stack measure">
        {alike.length === 0 ? null : (
          <section class="stack">
            <h2>{words.alike}</h2>
            <ul class="entries">
              {alike.map(one => (
                <li>
                  <a href={`${path}?with=${one.id}`}>
                    <Named locale={locale} name={one.name} otherwise={nameless} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {others.length === 0 ? null : (
          <form method="get" action={path} class="form">
            {alike.length === 0 ? null : <h2>{words.others}</h2>}
            <SelectField
              t={t}
              name="with"
              label={words.field}
              choices={others.map(one => ({ value: one.id, label: called(one) }))}
            />
            <Buttons>
              <Button>{words.go}</Button>
              <a href={addressIn(visit, memory, `/relationships/${id}`)}>{t.form.cancel}</a>
            </Buttons>
          </form>
        )}
      </div>
    ),
  )
}

import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { EmptyPage } from '#ground/web/parts/notices.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { servicesWords } from '../../messages/services.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeOne } from '../acts/remove-record.ts'
import { alone, carrying, type Loneliness } from '../rules/alone.ts'
import { records } from '../store/records.ts'
import { type MapDuty, type MapRecord, type ServicesMap, servicesMap } from '../store/services.ts'
import { addressOf } from './actors.tsx'
import { Name, nameOf } from './parts.tsx'
import { ServicesLegend, ServicesPicture } from './services-picture.tsx'

/** GET /:l/territories/:slug/services: which service does what for what, as a picture and as a table. */
export async function showServices(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const map = await reading(visit, memory, tx => servicesMap(tx, memory.id, locale, memory.day.toString()))
  const words = servicesWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  // Who sees a part of the responsibilities is told of nothing that would hang on one alone.
  const lonely = memory.inside ? lonelinessOf(map) : new Map<string, Loneliness[]>()
  const idle = map.services.filter(one => one.kind === 'service' && !map.duties.some(duty => duty.service === one.id))
  // What has no line is told below to those inside; to others the picture shows what the table says, and no more.
  const shown = {
    ...map,
    services: map.services.filter(one => !idle.includes(one)),
    records: map.records.filter(one => memory.inside || map.duties.some(duty => duty.record === one.id)),
  }
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'services' },
    <>
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at('/services/new')}>{words.add}</LinkButton>
        </Buttons>
      ) : null}
      {map.duties.length === 0 ? (
        <EmptyPage title={words.empty} text={memory.inside ? words.emptyText : words.emptyOutside} />
      ) : (
        <section class="stack">
          <ServicesLegend locale={locale} alone={standingOut(lonely).size > 0} />
          <ServicesPicture locale={locale} map={shown} alone={standingOut(lonely)} />
          <h2>{words.table}</h2>
          <Duties visit={visit} memory={memory} map={map} />
        </section>
      )}
      {memory.inside && map.records.length > 0 ? (
        <section class="stack">
          <h2>{words.alone}</h2>
          {lonely.size === 0 ? (
            <p>{words.aloneNone}</p>
          ) : (
            <ul class="entries">
              {map.records
                .filter(one => lonely.has(one.id))
                .map(one => (
                  <li>
                    <a href={at(`/${one.of}/${one.id}`)}>
                      <Name locale={locale} name={one.name} />
                    </a>
                    <div>
                      {(lonely.get(one.id) ?? []).map(what => (
                        <p>{words.aloneText[what]}</p>
                      ))}
                      {memory.edits ? (
                        <p>
                          <a href={at(`/services/new?${one.of === 'projects' ? 'project' : 'relationship'}=${one.id}`)}>
                            {words.add}
                            <span class="hidden-text">
                              {' – '}
                              <Name locale={locale} name={one.name} />
                            </span>
                          </a>
                        </p>
                      ) : null}
                    </div>
                  </li>
                ))}
            </ul>
          )}
        </section>
      ) : null}
      {memory.inside && idle.length > 0 ? (
        <section class="stack">
          <h2>{words.idle}</h2>
          <p>{words.idleText}</p>
          <ul>
            {idle.map(one => (
              <li>
                <a href={at(`/actors/${one.id}`)}>
                  <Name locale={locale} name={one.name} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>,
  )
}

/** What hangs on one service or one person, by the id of the relationship or project. */
function lonelinessOf(map: ServicesMap): Map<string, Loneliness[]> {
  const found = new Map<string, Loneliness[]>()
  for (const record of map.records) {
    const duties = map.duties.filter(duty => duty.record === record.id)
    const what = alone({
      services: new Set(duties.filter(duty => carrying.includes(duty.role)).map(duty => duty.service)).size,
      leading: duties.filter(duty => duty.role === 'leads').length,
      peopleHere: new Set(duties.flatMap(({ contact }) => contact?.id ?? [])).size,
      peopleThere: Number(record.peopleThere),
    })
    if (what.length > 0) found.set(record.id, what)
  }
  return found
}

// That nobody is known yet is told below; a sign in the picture is for what one alone holds, or nobody leads.
const standingOut = (lonely: ReadonlyMap<string, readonly Loneliness[]>) =>
  new Set([...lonely].filter(([, what]) => what.some(one => one !== 'nobody-there')).map(([id]) => id))

/** Services down, relationships and projects beside them, the roles in words. */
function Duties({ visit, memory, map }: { visit: Visit; memory: Memory; map: ServicesMap }) {
  const { locale } = visit
  const words = servicesWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const services = new Map(map.services.map(one => [one.id, one]))
  const recordOf = new Map<string, MapRecord>(map.records.map(one => [one.id, one]))
  const order = new Map(map.services.map((one, index) => [one.id, index]))
  // One line for each service and what it does something for.
  const lines = new Map<string, MapDuty[]>()
  for (const duty of map.duties.toSorted((a, b) => (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0))) {
    const key = `${duty.service} ${duty.record}`
    lines.set(key, [...(lines.get(key) ?? []), duty])
  }
  return (
    <DataTable<MapDuty[]>
      t={parts[locale]}
      caption={words.table}
      quiet
      address={addressOf(visit, memory, '/services')}
      rows={[...lines.values()]}
      columns={[
        {
          key: 'service',
          heading: words.organisation,
          cell: ([duty]) => (
            <a href={at(`/actors/${duty?.service}`)}>
              <Name locale={locale} name={services.get(duty?.service ?? '')?.name ?? null} />
            </a>
          ),
        },
        {
          key: 'role',
          heading: words.role,
          cell: duties =>
            memory.edits
              ? duties.map((duty, index) => (
                  <>
                    {index > 0 ? ', ' : ''}
                    <a href={at(`/services/${duty.id}/edit`)}>{words.roles[duty.role]}</a>
                  </>
                ))
              : listed(
                  locale,
                  duties.map(duty => words.roles[duty.role]),
                ),
        },
        {
          key: 'of',
          heading: words.record,
          cell: ([duty]) => {
            const record = recordOf.get(duty?.record ?? '')
            return record ? (
              <a href={at(`/${record.of}/${record.id}`)}>
                <Name locale={locale} name={record.name} />
              </a>
            ) : null
          },
        },
        {
          key: 'contact',
          heading: words.contact,
          cell: duties => {
            const people = duties.flatMap(({ contact }) => (contact ? [nameOf(locale, contact, memory.inside)] : []))
            return people.length === 0 ? words.nobody : listed(locale, [...new Set(people)])
          },
        },
      ]}
      empty={{ title: words.empty, text: words.emptyText }}
    />
  )
}

/** GET …/services/:id/remove */
export async function showRemoveDuty(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const words = servicesWords[visit.locale]
  const found = await reading(visit, memory, tx => records.duty.read(tx, { space: memory.id, parent: null, id }))
  if (!found) throw notFound()
  return confirmPage(visit, memory, {
    section: 'services',
    title: words.removeTitle,
    told: <p>{words.removeText}</p>,
    button: words.remove,
    back: '/services',
  })
}

/** POST …/services/:id/remove */
export async function sendRemoveDuty(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/services')
  const once = { key: sent.once, location }
  await removeOne(visit.house, withWhy(visit, sent, 'why-removed'), 'duty', { space: memory.id, id: idIn(visit), once })
  return redirect(visit, location, { tone: 'done', text: servicesWords[visit.locale].removed })
}

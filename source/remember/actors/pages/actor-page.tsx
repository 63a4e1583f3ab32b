import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { actorsWords } from '../../messages/actors.ts'
import { briefWords } from '../../messages/brief.ts'
import { contactsWords } from '../../messages/contacts.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { servicesWords } from '../../messages/services.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { takeApart } from '../acts/merge-actors.ts'
import { removeActor } from '../acts/remove-record.ts'
import { type ActorPage, type Linked, readActor } from '../store/actors.ts'
import { Name, nameOf } from './parts.tsx'

/** GET /:l/territories/:slug/actors/:id: one of them, and all that ties it to the territory. */
export async function showActor(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const actor = await reading(visit, memory, tx => readActor(tx, memory.id, id, locale))
  if (!actor) throw notFound()
  const words = actorsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  // The address of one that was merged leads to the one that stands for it, and says so there.
  if ('mergedInto' in actor) return redirect(visit, at(`/actors/${actor.mergedInto}?was=${id}`))
  const title = wordsOf(actor.names, locale) || actor.shortName || id
  const heading = show(actor.names, locale)
  const was = actor.merged.find(one => one.id === visit.url.searchParams.get('was'))
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: heading ? <Multilingual t={parts[locale]} locale={locale} shown={heading} /> : title,
      section: 'actors',
    },
    <>
      {was ? (
        <Note>
          <p>{words.mergedHere(was.name?.text ?? was.id)}</p>
        </Note>
      ) : null}
      <Facts facts={factsOf(visit, memory, actor)} />
      {memory.inside ? (
        <Buttons>
          {memory.edits ? <LinkButton href={at(`/actors/${id}/edit`)}>{words.edit}</LinkButton> : null}
          {actor.kind === 'service' ? null : (
            <LinkButton kind="secondary" href={at(`/actors/${id}/brief.pdf`)}>
              {briefWords[locale].download}
            </LinkButton>
          )}
          {memory.edits ? (
            <>
              <a href={at(`/contacts/new?organisation=${id}`)}>{contactsWords[locale].add}</a>
              <a href={at(`/services/new?organisation=${id}`)}>{words.addDuty}</a>
            </>
          ) : null}
          <a href={at(`/records/organisation/${id}`)}>{memoryWords[locale].sections.history}</a>
          {memory.edits ? <a href={at(`/actors/${id}/remove`)}>{words.remove}</a> : null}
        </Buttons>
      ) : null}
      <Ties visit={visit} memory={memory} actor={actor} />
      {memory.edits && actor.merged.length > 0 ? (
        <section class="stack">
          <h2>{words.mergedList}</h2>
          {actor.merged.map(one => (
            <Form t={parts[locale]} action={at(`/actors/${one.id}/apart`)} once={newOnceKey(visit.house.keys)} short>
              <Button kind="secondary">{words.takeApart(one.name?.text ?? one.id)}</Button>
            </Form>
          ))}
        </section>
      ) : null}
    </>,
  )
}

function factsOf(visit: Visit, memory: Memory, actor: ActorPage) {
  const { locale } = visit
  const words = actorsWords[locale]
  const links = (list: readonly Linked[]) =>
    list.map((one, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <a href={addressIn(visit, memory, `/actors/${one.id}`)}>
          <Name locale={locale} name={one.name} />
        </a>
      </>
    ))
  const facts: { term: string; value: Child }[] = [
    { term: words.kind, value: words.kinds[actor.kind as 'other'] ?? actor.kind },
  ]
  const add = (term: string, there: unknown, value: () => Child) => {
    if (there) facts.push({ term, value: value() })
  }
  add(words.shortName, actor.shortName, () => actor.shortName)
  add(words.country, actor.country, () => countryName(locale, actor.country ?? ''))
  add(words.during, actor.during, () => edtfInWords(locale, actor.during ?? ''))
  add(words.website, actor.website, () => <a href={actor.website ?? ''}>{actor.website}</a>)
  add(words.identifiers, actor.identifiers.length > 0, () =>
    actor.identifiers.map(({ scheme, value }) => words.identifier(scheme, value)).join(', '),
  )
  add(words.parent, actor.parent, () => links(actor.parent ? [actor.parent] : []))
  add(words.successor, actor.successor, () => links(actor.successor ? [actor.successor] : []))
  add(words.predecessors, actor.predecessors.length > 0, () => links(actor.predecessors))
  add(words.below, actor.below.length > 0, () => links(actor.below))
  add(fieldsWords[locale].circle, memory.inside, () => memoryWords[locale].circles[actor.visibility])
  return facts
}

function Ties({ visit, memory, actor }: { visit: Visit; memory: Memory; actor: ActorPage }) {
  const { locale } = visit
  const words = actorsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const parts = [
    {
      title: words.relationships,
      lines: actor.relationships.map(one => ({
        href: at(`/relationships/${one.id}`),
        name: <Name locale={locale} name={one.name} />,
        more: [words.roles[one.role as 'partner'], edtfInWords(locale, one.during)].join(', '),
      })),
    },
    {
      title: words.projects,
      lines: actor.projects.map(one => ({
        href: at(`/projects/${one.id}`),
        name: <Name locale={locale} name={one.name} />,
        more: words.roles[one.role as '1'],
      })),
    },
    {
      title: words.duties,
      lines: actor.duties.map(one => ({
        href: at(`/${one.of}/${one.record.id}`),
        name: <Name locale={locale} name={one.record.name} />,
        more: dutyInWords(locale, one.role, one.during),
      })),
    },
    {
      title: words.contacts,
      lines: actor.contacts.map(one => ({
        href: at(`/contacts/${one.id}`),
        name: nameOf(locale, one, memory.inside),
        more: one.role?.text ?? '',
      })),
    },
  ].filter(part => part.lines.length > 0)
  if (parts.length === 0) return <p>{words.nothing}</p>
  return (
    <>
      {parts.map(part => (
        <section class="stack">
          <h2>{part.title}</h2>
          <ul>
            {part.lines.map(line => (
              <li>
                <a href={line.href}>{line.name}</a>
                {line.more ? <span class="small"> – {line.more}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const dutyInWords = (locale: Locale, role: string, during: string | null) =>
  [servicesWords[locale].roles[role as 'leads'], during ? edtfInWords(locale, during) : ''].filter(Boolean).join(', ')

/** POST /:l/territories/:slug/actors/:id/apart: one that was merged stands for itself again. */
export async function sendApart(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, `/actors/${id}`)
  await takeApart(visit.house, visit.actor, { space: memory.id, id, once: { key: sent.once, location } })
  return redirect(visit, location, { tone: 'done', text: actorsWords[visit.locale].apart })
}

/** GET …/actors/:id/remove */
export const showRemoveActor = (visit: Visit) => removal(visit)

async function removal(visit: Visit, problem?: string): Promise<Response> {
  const { locale } = visit
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const actor = await reading(visit, memory, tx => readActor(tx, memory.id, id, locale))
  if (!actor || 'mergedInto' in actor) throw notFound()
  const words = actorsWords[locale]
  const name = wordsOf(actor.names, locale) || actor.shortName || id
  return confirmPage(visit, memory, {
    section: 'actors',
    title: words.removeTitle(name),
    named: show(actor.names, locale),
    told: <p>{words.removeText}</p>,
    button: words.remove,
    back: `/actors/${id}`,
    problem,
  })
}

/** POST …/actors/:id/remove */
export async function sendRemoveActor(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const words = actorsWords[visit.locale]
  const location = addressIn(visit, memory, '/actors')
  const pointing = await removeActor(visit.house, withWhy(visit, sent, 'why-removed'), {
    space: memory.id,
    id: idIn(visit),
    once: { key: sent.once, location },
  })
  if (pointing > 0) return removal(visit, words.stays(pointing))
  return redirect(visit, location, { tone: 'done', text: words.removed })
}

import type { Child } from 'hono/jsx'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { EmptyPage, Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { circlesWords } from '../../messages/circles.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { publishingWords } from '../../messages/publishing.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { WhyField, withWhy } from '../../pages/why.tsx'
import { memoryToWrite } from '../../pages/writing.tsx'
import { type NewCircle, setCircles, versionTold } from '../acts/set-circles.ts'
import {
  type Change,
  changeOf,
  changes,
  mostAtOnce,
  readWanted,
  type Wanted,
  wantedIn,
  wantedText,
} from '../rules/circles.ts'
import { type Opened, toOpen } from '../store/circles.ts'
import { PublicParts } from './becomes-public.tsx'
import { Named } from './parts.tsx'

/** GET …/relationships/circles?id[]=…&visibility=: what it changes to open or to close some of them, before anything is changed. */
export async function showCircles(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const wanted = wantedIn(visit.url.searchParams)
  return circlesPage(visit, memory, wanted, {})
}

/** POST …/relationships/circles: all of them, or none where one is other than was told. */
export async function sendCircles(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const circles = circlesTyped(sent.typed['to[]'])
  if (circles.length === 0) return circlesPage(visit, memory, [], {})
  if (circles.length > mostAtOnce) throw notFound()
  const back = (changed: readonly { id: string; before: Wanted['circle'] }[]) => {
    const query = new URLSearchParams(
      changed.map(({ id, before }) => ['was', wantedText({ id, circle: before })] as [string, string]),
    )
    return addressIn(visit, memory, `/relationships${changed.length > 0 ? `?${query}` : ''}`)
  }
  const done = await setCircles(house, withWhy(visit, sent), {
    space: memory.id,
    circles,
    locale,
    once: { key: sent.once, location: back },
  })
  if (done.result === 'stale') return circlesPage(visit, memory, circles, { stale: done.stale, why: sent.typed.why })
  const text = circlesWords[locale].done(done.changed.length)
  return redirect(visit, back(done.changed), { tone: 'done', text })
}

// Each as `ID.CIRCLE.VERSION`.
function circlesTyped(typed: string | readonly string[] | undefined): NewCircle[] {
  const all = (typeof typed === 'string' ? [typed] : (typed ?? [])).flatMap(text => {
    const dot = text.lastIndexOf('.')
    const wanted = readWanted(text.slice(0, dot))
    return wanted ? [{ ...wanted, version: text.slice(dot + 1) }] : []
  })
  return [...new Map(all.map(one => [one.id, one])).values()]
}

type Again = { stale?: readonly string[]; why?: string | readonly string[] | undefined }

async function circlesPage(visit: Visit, memory: Memory, wanted: readonly Wanted[] | null, again: Again) {
  const { house, locale } = visit
  const t = parts[locale]
  const words = circlesWords[locale]
  const { nameless } = relationsWords[locale]
  const list = addressIn(visit, memory, '/relationships')
  const asked = (wanted ?? []).slice(0, mostAtOnce)
  const circleOf = new Map(asked.map(({ id, circle }) => [id, circle]))
  const found = await as(house.db, visit.actor, tx =>
    toOpen(
      tx,
      memory.id,
      asked.map(one => one.id),
      locale,
    ),
  )
  const then = (one: Opened) => circleOf.get(one.id) ?? one.visibility
  const groups = changes.map(change => ({
    change,
    list: found.filter(one => changeOf(one.visibility, then(one)) === change),
  }))
  const moving = found.filter(one => then(one) !== one.visibility)
  const [circle, ...others] = new Set(moving.map(then))
  // What is done to all of them has a name; several circles at once (the way back) have none.
  const button = circle === undefined || others.length > 0 ? words.button : words.buttons[circle]
  const stale = found.filter(one => again.stale?.includes(one.id))
  const line = (one: Opened) => (
    <a href={addressIn(visit, memory, `/relationships/${one.id}`)}>
      <Named locale={locale} name={one.name} otherwise={nameless} />
    </a>
  )
  const empty =
    wanted === null
      ? { title: words.noCircle, text: words.noCircleText }
      : found.length === 0
        ? { title: words.none, text: words.noneText }
        : null
  return memoryPage(
    visit,
    memory,
    { title: words.title, ...(empty ? {} : { lead: words.lead }), section: 'relationships' },
    empty ? (
      <EmptyPage {...empty} action={{ href: list, label: words.back }} />
    ) : (
      <div class="stack measure">
        {stale.length > 0 ? (
          <Note tone="warning">
            <p>{words.stale}</p>
            <ul class="bulleted">
              {stale.map(one => (
                <li>{line(one)}</li>
              ))}
            </ul>
          </Note>
        ) : null}
        {(wanted ?? []).length > mostAtOnce ? <p>{words.many(mostAtOnce)}</p> : null}
        {groups.map(({ change, list: ones }) =>
          ones.length === 0 ? null : (
            <section class="stack">
              <h2>{words[change](ones.length)}</h2>
              <Told locale={locale} change={change} count={ones.length} />
              <ul class="entries">
                {ones.map(one => (
                  <li>
                    {line(one)}
                    {change === 'same' ? (
                      <span class="small"> – {memoryWords[locale].circles[one.visibility]}</span>
                    ) : (
                      <p class="small">
                        {words.fromTo(
                          memoryWords[locale].circles[one.visibility],
                          memoryWords[locale].circles[then(one)],
                        )}
                      </p>
                    )}
                    {change === 'opens' ? <PublicParts locale={locale} of={one.of} /> : null}
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        {moving.length === 0 ? (
          <>
            <p>{words.nothing}</p>
            <p>
              <LinkButton href={list}>{words.back}</LinkButton>
            </p>
          </>
        ) : (
          <Form t={t} action={addressIn(visit, memory, '/relationships/circles')} once={newOnceKey(house.keys)} short>
            {moving.map(one => (
              <input
                type="hidden"
                name="to[]"
                value={`${wantedText({ id: one.id, circle: then(one) })}.${versionTold(one)}`}
              />
            ))}
            <WhyField visit={visit} typed={{ why: typeof again.why === 'string' ? again.why : '' }} />
            <Buttons>
              <Button>{button(moving.length)}</Button>
              <a href={list}>{t.form.cancel}</a>
            </Buttons>
          </Form>
        )}
      </div>
    ),
    stale.length > 0 ? 409 : undefined,
  )
}

/** What a change means to those who read, once for all that change so. */
function Told({ locale, change, count }: { locale: Locale; change: Change; count: number }): Child {
  const words = circlesWords[locale]
  if (change === 'opens')
    return (
      <>
        <p class="small">{fieldsWords[locale].circlePast}</p>
        <p>{publishingWords[locale].lead}</p>
      </>
    )
  if (change === 'widens')
    return (
      <>
        <p>{words.widensText(count)}</p>
        <p class="small">{fieldsWords[locale].circlePast}</p>
      </>
    )
  return change === 'same' ? null : <p>{(change === 'closes' ? words.closesText : words.narrowsText)(count)}</p>
}

import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { joiningWords } from '../../messages/joining.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { SaidOf } from '../../pages/record-name.tsx'
import { WhyField, withWhy } from '../../pages/why.tsx'
import { idIn, memoryToWrite } from '../../pages/writing.tsx'
import { takeRelationshipsApart } from '../acts/take-apart.ts'
import { type JoinedOne, joinedInto } from '../store/joined.ts'

type Found = { memory: Memory; stays: string; one: JoinedOne }

async function joinedIn(visit: Visit): Promise<Found> {
  const memory = await memoryToWrite(visit)
  const [stays, gone] = [idIn(visit), idIn(visit, 'part')]
  const list = await as(visit.house.db, visit.actor, tx => joinedInto(tx, memory.id, stays, visit.locale))
  const one = list.find(joined => joined.id === gone)
  if (!one) throw notFound()
  return { memory, stays, one }
}

/** GET …/relationships/:id/joined/:part: before one that was joined into it is taken out again. */
export async function showApart(visit: Visit): Promise<Response> {
  const { memory, stays, one } = await joinedIn(visit)
  const { locale } = visit
  const t = parts[locale]
  const words = joiningWords[locale].apart
  const { nameless } = relationsWords[locale]
  return memoryPage(
    visit,
    memory,
    {
      title: words.title(one.name ?? nameless),
      ...(one.name === null
        ? {}
        : { heading: <SaidOf locale={locale} say={words.title} name={{ text: one.name, language: one.language }} /> }),
      section: 'relationships',
    },
    <div class="stack measure">
      <p>{words.back}</p>
      <p>{words.other}</p>
      <p>{words.circles}</p>
      <Form t={t} action={visit.url.pathname} once={newOnceKey(visit.house.keys)} short>
        <WhyField visit={visit} />
        <Buttons>
          <Button>{words.button}</Button>
          <a href={addressIn(visit, memory, `/relationships/${stays}`)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

/** POST …/relationships/:id/joined/:part. */
export async function sendApart(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const gone = idIn(visit, 'part')
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  await joinedIn(visit)
  const location = addressIn(visit, memory, `/relationships/${gone}`)
  const once = { key: sent.once, location }
  const done = await takeRelationshipsApart(house, withWhy(visit, sent), { space: memory.id, gone, once })
  const words = joiningWords[locale].apart
  return redirect(
    visit,
    location,
    done === 'itself' ? { tone: 'done', text: words.done } : { tone: 'note', text: words.changed },
  )
}

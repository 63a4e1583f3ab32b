import type { Child } from 'hono/jsx'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeRecord } from '../acts/remove-record.ts'
import { readAgreement } from '../store/one-agreement.ts'
import { readRelationship } from '../store/one-relationship.ts'
import { type GoesWithIt, whatGoesWith } from '../store/relationship-fields.ts'

type Asked = { title: string; button: string; back: string; cancel: string; done: string; told: Child; version: string }

const counts = (given: Readonly<Record<string, number>>) =>
  versionOf(Object.fromEntries(Object.entries(given).map(([key, count]) => [key, String(count)])))

async function ofRelationship(visit: Visit, memory: Memory, id: string): Promise<Asked> {
  const { locale } = visit
  const found = await as(visit.house.db, visit.actor, async tx => ({
    relationship: await readRelationship(tx, memory.id, id, locale, memory.day, false),
    with: await whatGoesWith(tx, id),
  }))
  if (!found.relationship) throw notFound()
  const { removal, nameless } = relationsWords[locale]
  const counted = (keys: readonly (keyof GoesWithIt)[]) =>
    keys.filter(key => found.with[key] > 0).map(key => <li>{removal[key](found.with[key])}</li>)
  const goes = counted(['parties', 'agreements', 'fees', 'seats', 'duties', 'commitments'])
  const stays = counted(['projects', 'mentions'])
  return {
    title: removal.title(found.relationship.name?.text ?? nameless),
    button: removal.button,
    back: '/relationships',
    cancel: `/relationships/${id}`,
    done: removal.done,
    version: counts(found.with),
    told: (
      <>
        <p>{removal.instead}</p>
        {goes.length === 0 ? <p>{removal.nothing}</p> : <Listed told={removal.goes} lines={goes} />}
        {stays.length === 0 ? null : <Listed told={removal.stays} lines={stays} />}
        <p>{removal.text}</p>
      </>
    ),
  }
}

const Listed = ({ told, lines }: { told: string; lines: Child }) => (
  <>
    <p>{told}</p>
    <ul class="bulleted">{lines}</ul>
  </>
)

async function ofAgreement(visit: Visit, memory: Memory, id: string): Promise<Asked> {
  const { locale } = visit
  const agreement = await as(visit.house.db, visit.actor, tx => readAgreement(tx, memory.id, id, locale, memory.day))
  if (!agreement) throw notFound()
  const { removal, untitled } = agreementsWords[locale]
  const events = agreement.events.length
  return {
    title: removal.title(agreement.title?.text ?? untitled),
    button: removal.button,
    back: `/relationships/${agreement.relationship}`,
    cancel: `/agreements/${id}`,
    done: removal.done,
    version: counts({ events }),
    told: (
      <>
        <p>{removal.instead}</p>
        {events > 0 ? <p>{removal.events(events)}</p> : null}
        <p>{removal.text}</p>
      </>
    ),
  }
}

const askedOf = { relationship: ofRelationship, agreement: ofAgreement } as const
type Kind = keyof typeof askedOf

/** GET …/remove: what goes with it, and what stays. */
export const showRemoval = (kind: Kind) => async (visit: Visit) => {
  const memory = await memoryToWrite(visit)
  return confirm(visit, memory, await askedOf[kind](visit, memory, idIn(visit)))
}

/** POST …/remove: asked again when something else hangs on it by now than was told. */
export const sendRemoval = (kind: Kind) => async (visit: Visit) => {
  const { house } = visit
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const asked = await askedOf[kind](visit, memory, id)
  if (sent.version !== asked.version) return confirm(visit, memory, asked, 409)
  const location = addressIn(visit, memory, asked.back)
  const at = { space: memory.id, parent: null, id }
  await removeRecord(house, withWhy(visit, sent, 'why-removed'), { kind, at, once: { key: sent.once, location } })
  return redirect(visit, location, { tone: 'done', text: asked.done })
}

const confirm = (visit: Visit, memory: Memory, { cancel, ...asked }: Asked, status = 200) =>
  confirmPage(visit, memory, { ...asked, section: 'relationships', back: cancel, status })

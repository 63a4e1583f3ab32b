import { as } from '#ground/database/actor.ts'
import { namesOf } from '#ground/history/store/versions.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form, RadiosField } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { joiningWords } from '../../messages/joining.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { WhyField, withWhy } from '../../pages/why.tsx'
import { idIn, isId, memoryToWrite } from '../../pages/writing.tsx'
import type { Fields } from '../../rules/typed.ts'
import { joinRelationships } from '../acts/join-relationships.ts'
import { type Choice, type JoinedField, type Side, sides } from '../rules/join.ts'
import { asFields, movingKinds, type Pair, readBoth, shownTo, whatHangsOn } from '../store/both.ts'
import { choosePage } from './join-choose.tsx'
import { Circles, Differences, Moves, SharesThatEnd, Standing, type Told } from './join-parts.tsx'

/** The other one of the address; null when none is named yet. @throws Refusal `not-found` for what is none */
function otherIn(visit: Visit, id: string): string | null {
  const other = visit.url.searchParams.get('with')
  if (other === null || other === '') return null
  if (!isId(other) || other === id) throw notFound()
  return other
}

/** GET …/relationships/:id/join: which other one, or, with `?with=`, the two side by side. */
export async function showJoin(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const other = otherIn(visit, id)
  if (other === null) return choosePage(visit, memory, id)
  return joinPage(visit, memory, { one: id, other }, {})
}

/** POST …/relationships/:id/join?with=: asked again where nothing was chosen, or where the two are other than was shown. */
export async function sendJoin(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const other = otherIn(visit, id)
  if (other === null) throw notFound()
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const words = joiningWords[locale]
  const pair = { one: id, other }
  const typed: Fields = Object.fromEntries(
    Object.entries(sent.typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const stays = sides.find(side => side === typed.stays)
  const again = (errors: FieldErrors, stale = false) =>
    joinPage(visit, memory, pair, { typed, errors, stale, version: stale ? null : sent.version, once: sent.once })
  const choices = choicesIn(typed)
  const location = addressIn(visit, memory, `/relationships/${pair[stays ?? 'one']}`)
  if (!stays) return again({ stays: words.errors.stays })
  const done = await joinRelationships(house, withWhy(visit, sent), {
    space: memory.id,
    pair,
    stays,
    choices,
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (done === 'stale') return again({}, true)
  if (typeof done !== 'string')
    return again(Object.fromEntries(done.unanswered.map(field => [`choose-${field}`, words.errors.choose])))
  return redirect(
    visit,
    location,
    done === 'joined' ? { tone: 'done', text: words.done } : { tone: 'note', text: words.already },
  )
}

function choicesIn(typed: Fields): Partial<Record<JoinedField, Choice>> {
  const known = new Set<string>(['one', 'other', 'both'])
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('choose-') && known.has(value) ? [[name.slice('choose-'.length), value as Choice]] : [],
    ),
  )
}

type Asked = {
  typed?: Fields
  errors?: FieldErrors
  /** Told that somebody changed something meanwhile. */
  stale?: boolean
  /** Of what was shown; null for what is shown now. */
  version?: string | null
  once?: string | null
}

async function joinPage(visit: Visit, memory: Memory, pair: Pair, asked: Asked): Promise<Response> {
  const { house, locale } = visit
  const { typed = {}, errors = {}, stale = false } = asked
  const t = parts[locale]
  const words = joiningWords[locale]
  const found = await as(house.db, visit.actor, async tx => {
    const both = await readBoth(tx, memory.id, pair)
    if (!both) return null
    const shares = await shownTo(tx, pair, house.clock.now())
    const named = shares.flatMap(({ named }) => named ?? [])
    return { both, shares, moving: await whatHangsOn(tx, pair), people: await namesOf(tx, named) }
  })
  if (!found) throw notFound()
  const { both, moving, shares, people } = found
  const nameless = relationsWords[locale].nameless
  const nameIn = (side: Side) => show(both[side].texts.name, locale)
  const names = { one: nameIn('one'), other: nameIn('other') }
  // Two that are one mostly have one name: then each says which of the two it is.
  const alike = names.one?.text === names.other?.text
  const apart = (side: Side) =>
    alike ? ` (${side === 'one' ? 'A' : 'B'}, ${edtfInWords(locale, both[side].during)})` : ''
  const told: Told = { locale, both, names, apart: { one: apart('one'), other: apart('other') } }
  const nameOf = (side: Side) => `${names[side]?.text ?? nameless}${told.apart[side]}`
  const hanging = (side: Side) => movingKinds.reduce((sum, kind) => sum + moving[side][kind], 0)
  const most: Side = hanging('other') > hanging('one') ? 'other' : 'one'
  const stays = sides.find(side => side === typed.stays) ?? most
  const version = asked.version ?? versionOf(asFields(both, moving, shares))
  return memoryPage(
    visit,
    memory,
    {
      title: words.title,
      lead: words.lead,
      section: 'relationships',
      above: [{ label: nameOf('one'), path: `/relationships/${pair.one}` }],
      failed: Object.keys(errors).length > 0,
    },
    <div class="stack">
      {stale ? (
        <Note tone="warning">
          <p>{words.stale}</p>
        </Note>
      ) : null}
      <Form
        t={t}
        action={`${visit.url.pathname}?with=${pair.other}`}
        errors={errors}
        version={version}
        once={asked.once ?? newOnceKey(house.keys)}
        short
      >
        <RadiosField
          t={t}
          name="stays"
          label={words.stays}
          value={stays}
          error={errors.stays}
          choices={sides.map(side => ({ value: side, label: nameOf(side), hint: words.hanging(hanging(side)) }))}
        />
        <Differences {...told} typed={typed} errors={errors} />
        <Standing {...told} />
        <Moves locale={locale} names={[nameOf('one'), nameOf('other')]} moving={moving} />
        <Circles {...told} />
        <SharesThatEnd locale={locale} shares={shares} people={people} />
        <WhyField visit={visit} typed={typed} />
        <Buttons>
          <Button>{words.button}</Button>
          <a href={addressIn(visit, memory, `/relationships/${pair.one}`)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
    stale ? 409 : undefined,
  )
}

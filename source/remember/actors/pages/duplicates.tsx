import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { EmptyPage } from '#ground/web/parts/notices.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { findAll, ruleSettings } from '../../home/store/find.ts'
import { actorsWords } from '../../messages/actors.ts'
import { memoryChecks } from '../../messages/memory-checks.ts'
import { addressIn, type Memory, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { SaidOf } from '../../pages/record-name.tsx'
import { memoryToWrite } from '../../pages/writing.tsx'
import { keepApart, mergeActors } from '../acts/merge-actors.ts'
import { readActor } from '../store/actors.ts'
import { type DuplicatePair, type DuplicateSide, duplicatePairs } from '../store/duplicates.ts'
import { Name } from './parts.tsx'

/** GET /:l/territories/:slug/actors/duplicates: pairs of actors that may be one. */
export async function showDuplicates(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryToWrite(visit)
  const { pairs, twice } = await reading(visit, memory, async tx => ({
    pairs: await duplicatePairs(tx, memory.id, locale),
    // What joining actors leaves behind: two relationships of one kind with the one that stays.
    twice: await findAll(
      tx,
      memory.id,
      memory.day.toString(),
      ['relationship-twice'],
      await ruleSettings(tx, memory.id),
    ),
  }))
  const words = actorsWords[locale]
  const left = twice.reduce((sum, { found }) => sum + found.length, 0)
  const checks = memoryChecks[locale]
  return memoryPage(
    visit,
    memory,
    {
      title: words.duplicates,
      lead: words.duplicatesLead,
      section: 'actors',
    },
    <>
      {left > 0 ? (
        <p>
          <a href={addressIn(visit, memory, '/checks/relationship-twice')}>{checks.rules['relationship-twice'].name}</a>
          {` (${checks.count(left)})`}
        </p>
      ) : null}
      {pairs.length === 0 ? (
        <EmptyPage title={words.noDuplicates} text={words.noDuplicatesText} />
      ) : (
        <ul class="stack">
          {pairs.map(pair => (
            <li>
              <Pair visit={visit} memory={memory} pair={pair} />
            </li>
          ))}
        </ul>
      )}
    </>,
  )
}

function Pair({ visit, memory, pair }: { visit: Visit; memory: Memory; pair: DuplicatePair }) {
  const { locale } = visit
  const words = actorsWords[locale]
  const percent = (likeness: number) => Math.round(likeness * 100) / 100
  const why = [
    pair.likeness === null
      ? ''
      : words.alike(percent(pair.likeness).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })),
    pair.shared.length > 0 ? words.sharing(pair.shared.join(', ')) : '',
  ].filter(Boolean)
  return (
    <section class="card">
      <h2>
        <Side visit={visit} memory={memory} side={pair.one} /> /{' '}
        <Side visit={visit} memory={memory} side={pair.other} />
      </h2>
      <p>{why.join(' · ')}</p>
      <ul>
        {[pair.one, pair.other].map(side => (
          <li>
            <Name locale={locale} name={side.name} otherwise={side.id} />, {described(locale, side)}
          </li>
        ))}
      </ul>
      <Form
        t={parts[locale]}
        action={addressIn(visit, memory, '/actors/duplicates')}
        once={newOnceKey(visit.house.keys)}
        hidden={{ one: pair.one.id, other: pair.other.id }}
        short
      >
        <Buttons>
          <Button kind="secondary" name="answer" value="keep-one">
            <Kept locale={locale} side={pair.one} />
          </Button>
          <Button kind="secondary" name="answer" value="keep-other">
            <Kept locale={locale} side={pair.other} />
          </Button>
          <Button kind="secondary" name="answer" value="apart">
            {words.notSame}
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Kept({ locale, side }: { locale: Locale; side: DuplicateSide }) {
  const { keep } = actorsWords[locale]
  const { name } = side
  if (!name) return <>{keep(side.id)}</>
  return (
    <SaidOf
      locale={locale}
      say={keep}
      name={{ text: name.text, language: isLocale(name.language) ? name.language : locale }}
    />
  )
}

const described = (locale: Locale, side: DuplicateSide) => {
  const words = actorsWords[locale]
  return [
    words.kinds[side.kind as 'other'] ?? side.kind,
    side.country ? countryName(locale, side.country) : '',
    words.pointing(Number(side.pointing)),
  ]
    .filter(Boolean)
    .join(', ')
}

function Side({ visit, memory, side }: { visit: Visit; memory: Memory; side: DuplicateSide }) {
  return (
    <a href={addressIn(visit, memory, `/actors/${side.id}`)}>
      <Name locale={visit.locale} name={side.name} otherwise={side.id} />
    </a>
  )
}

const isId = (id: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)

/** POST …/actors/duplicates: `keep-one`, `keep-other` or `apart`. */
export async function sendDuplicates(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const [one, other] = [textOf(sent.typed, 'one'), textOf(sent.typed, 'other')]
  if (!isId(one) || !isId(other) || one === other) throw notFound()
  const words = actorsWords[locale]
  const location = addressIn(visit, memory, '/actors/duplicates')
  const once = { key: sent.once, location }
  const answer = textOf(sent.typed, 'answer')
  if (answer === 'apart') {
    await keepApart(house, visit.actor, { space: memory.id, pair: [one, other], reason: words.notSameReason, once })
    return redirect(visit, location, { tone: 'done', text: words.keptApart })
  }
  if (answer !== 'keep-one' && answer !== 'keep-other') throw notFound()
  const [from, into] = answer === 'keep-one' ? [other, one] : [one, other]
  const done = await mergeActors(house, visit.actor, { space: memory.id, from, into, once })
  if (done === 'already') return redirect(visit, location, { tone: 'note', text: words.notMerged })
  const kept = await reading(visit, memory, tx => readActor(tx, memory.id, into, locale))
  const name =
    kept && 'names' in kept ? (kept.names?.bodies[locale] ?? Object.values(kept.names?.bodies ?? {})[0]) : null
  return redirect(visit, location, { tone: 'done', text: words.merged(name?.body ?? into) })
}

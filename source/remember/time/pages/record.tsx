import { authorsOf } from '#ground/history/store/versions.ts'
import type { Visit } from '#ground/house.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { instantAsked } from '#ground/web/asked-time.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { whyWords } from '#remember/messages/why.ts'
import { addressIn, endOfReading, type Memory, memoryOf, now, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { momentInWords } from '#remember/pages/moments.ts'
import { SaidOf } from '#remember/pages/record-name.tsx'
import { WhyField, type WhyName, withWhy } from '#remember/pages/why.tsx'
import { dayAt } from '../../rules/days.ts'
import { isRecordTable, type RecordTable, recordAddress } from '../../rules/record-address.ts'
import { shownNamesOfRecords } from '../../store/names.ts'
import { putBackRecord } from '../acts/put-back-record.ts'
import { byRecords, type Line } from '../rules/changes.ts'
import { type RecordVersion, versionsOfRecord } from '../store/history.ts'
import { idsIn, isTold, Lines, tableName } from './lines.tsx'
import { reasonInWords } from './reason.ts'

/** Versions on one page; a record that has more shows its newest. */
const most = 200

type Found = { memory: Memory; table: RecordTable; id: string }

async function recordOf(visit: Visit): Promise<Found> {
  const memory = await memoryOf(visit)
  const table = visit.param('table')
  const id = visit.param('record')
  // Who wrote what is for those inside; what was written is on the page as of any day.
  if (!memory.inside || !isRecordTable(table) || !isUuid(id)) throw notFound()
  return { memory, table, id }
}

/** GET /:l/territories/:slug/records/:table/:record: the history of one record, with who and why. */
export async function showRecordHistory(visit: Visit): Promise<Response> {
  const { memory, table, id } = await recordOf(visit)
  const { locale, house } = visit
  const m = memoryTime[locale]
  const until = endOfReading(memory)
  const { steps, people } = await now(visit, async tx => {
    const versions = await versionsOfRecord(tx, memory.id, table, id, most, until)
    const steps = stepsOf(versions)
    const actors = versions.flatMap(one => (one.actorKind === 'person' && one.actorId ? [one.actorId] : []))
    return { steps, people: await authorsOf(tx, memory.id, actors) }
  })
  if (steps.length === 0) throw notFound()
  const ids = [id, ...steps.flatMap(step => idsIn(step.lines))]
  const shown = await reading(visit, memory, tx => shownNamesOfRecords(tx, memory.id, ids, locale))
  const own = shown.get(id)
  const name = own?.text ?? tableName(locale, table)
  const address = recordAddress(table, id)
  const isThere = steps[0]?.removed !== true
  const once = newOnceKey(house.keys)
  return memoryPage(
    visit,
    memory,
    {
      title: m.recordTitle(name),
      ...(own ? { heading: <SaidOf locale={locale} say={m.recordTitle} name={own} /> } : {}),
      lead: m.recordLead,
      section: 'history',
    },
    <>
      {address !== null && isThere ? (
        <p>
          <a href={addressIn(visit, memory, address)}>{m.open}</a>
        </p>
      ) : null}
      {steps.map((step, index) => (
        <section class="close" aria-labelledby={`step-${index}`}>
          <h2 id={`step-${index}`}>{momentInWords(locale, step.at, memory.timeZone)}</h2>
          <p class="small">
            <bdi>{whoDid(visit, step, people)}</bdi>
            {step.reason ? ` · ${reasonInWords(locale, step.reason, memory.timeZone)}` : ''}
            {step.removed ? ` · ${m.removed}` : index === 0 && memory.knownOn === null ? ` · ${m.today}` : ''}
          </p>
          {step.removed ? null : <Lines locale={locale} lines={step.lines} names={shown} of={id} />}
          {index === 0 || step.removed ? null : (
            <PutBack
              visit={visit}
              memory={memory}
              found={{ table, id }}
              at={step.at}
              moment={momentOf(step, steps[index - 1])}
              once={`${once}`}
              number={index}
            />
          )}
        </section>
      ))}
    </>,
  )
}

type PutBackProps = {
  visit: Visit
  memory: Memory
  found: { table: string; id: string }
  at: Temporal.Instant
  /** The moment as of which it comes back. */
  moment: Temporal.Instant
  once: string
  /** Which of the forms of the page this is. */
  number: number
}

function PutBack({ visit, memory, found, at, moment, once, number }: PutBackProps) {
  const m = memoryTime[visit.locale]
  const day = dayAt(at, memory.timeZone)
  return (
    <>
      <p>
        <a href={addressIn(visit, { ...memory, knownOn: day }, recordAddress(found.table, found.id) ?? '')}>
          {m.whole}
        </a>
      </p>
      {memory.edits ? (
        <Form
          t={parts[visit.locale]}
          action={addressIn(visit, memory, `/records/${found.table}/${found.id}/put-back`)}
          hidden={{ moment: moment.toString(), step: String(number) }}
          once={once}
          short
        >
          <details class="optional">
            <summary>{whyWords[visit.locale].label}</summary>
            <div class="inside">
              <WhyField visit={visit} name={whyOf(String(number))} />
            </div>
          </details>
          <Buttons>
            <Button kind="secondary">{m.putBack}</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  )
}

/** Each form of the page has a field of its own: two of one name would have one label. */
const whyOf = (step: string): WhyName => `why-${/^\d{1,3}$/.test(step) ? Number(step) : 0}`

/** POST …/put-back: a version comes back, as the newest one. */
export async function sendPutBack(visit: Visit): Promise<Response> {
  const { memory, table, id } = await recordOf(visit)
  if (!memory.edits) throw forbidden()
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const m = memoryTime[visit.locale]
  const history = addressIn(visit, memory, `/records/${table}/${id}`)
  const at = instantAsked(textOf(sent.typed, 'moment'), visit.house.clock.now())
  const done = at
    ? await putBackRecord(visit.house, withWhy(visit, sent, whyOf(textOf(sent.typed, 'step'))), {
        table,
        id,
        moment: at,
        once: { key: sent.once, location: history },
      })
    : 'unknown'
  return redirect(visit, history, { tone: done === 'done' ? 'done' : 'problem', text: m.putBackOutcome[done] })
}

/** What one actor did to the record at one go. */
type Step = Pick<RecordVersion, 'at' | 'actorKind' | 'actorId' | 'reason' | 'removed'> & { lines: Line[] }

/** A save writes a version of the record and one of each text, milliseconds apart: one step. */
const oneGo = 2000

function stepsOf(versions: readonly RecordVersion[]): Step[] {
  const steps: Step[] = []
  for (const version of versions) {
    const { at, actorKind, actorId, reason, removed } = version
    const change = {
      table: version.table,
      id: version.id,
      before: removed ? version.doc : version.before,
      after: removed ? null : version.doc,
    }
    const lines = byRecords([change], isTold, []).flatMap(record => record.lines)
    const last = steps.at(-1)
    const near = last !== undefined && last.at.epochMilliseconds - at.epochMilliseconds <= oneGo
    if (near && last.actorId === actorId && last.removed === removed) last.lines.unshift(...lines)
    else if (lines.length > 0 || version.before === null || removed)
      steps.push({ at, actorKind, actorId, reason, removed, lines })
  }
  return steps
}

/**
 * A moment at which a version stood with all that belongs to it: its parts are written just after it, and removed just before.
 * What was removed comes back as it was last, with the parts that were added in between.
 */
function momentOf({ at }: Step, next: Step | undefined): Temporal.Instant {
  if (next === undefined) return at
  const span = next.at.epochMilliseconds - at.epochMilliseconds
  const half = Math.floor(span / 2)
  return at.add({ milliseconds: next.removed ? Math.max(span - oneGo, half) : Math.min(oneGo, half) })
}

function whoDid(visit: Visit, { actorKind, actorId }: Step, people: ReadonlyMap<string, string>): string {
  const words = historyWords[visit.locale].actors
  if (actorKind !== 'person') return words.program
  const name = people.get(actorId ?? '')
  return name === undefined ? words.unseen : name === '' ? words.erased : name
}

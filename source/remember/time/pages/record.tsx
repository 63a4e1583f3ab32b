import { z } from 'zod'
import { namesOf } from '#ground/history/store/versions.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { addressIn, type Memory, memoryOf, now } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { isRecordTable, type RecordTable, recordAddress } from '../../rules/record-address.ts'
import { namesOfRecords } from '../../store/names.ts'
import { putBackRecord } from '../acts/put-back-record.ts'
import { byRecords, type Line } from '../rules/changes.ts'
import { type RecordVersion, versionsOfRecord } from '../store/history.ts'
import { idsIn, isTold, Lines, tableName } from './lines.tsx'

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
  const { steps, names, people } = await now(visit, async tx => {
    const versions = await versionsOfRecord(tx, memory.id, table, id, most)
    const steps = stepsOf(versions)
    const ids = [id, ...steps.flatMap(step => idsIn(step.lines))]
    const actors = versions.flatMap(one => (one.actorKind === 'person' && one.actorId ? [one.actorId] : []))
    return {
      steps,
      names: await namesOfRecords(tx, memory.id, ids, locale),
      people: await namesOf(tx, [...new Set(actors)]),
    }
  })
  if (steps.length === 0) throw notFound()
  const name = names.get(id) ?? tableName(locale, table)
  const address = recordAddress(table, id)
  const isThere = steps[0]?.removed !== true
  const once = newOnceKey(house.keys)
  return memoryPage(
    visit,
    memory,
    { title: m.recordTitle(name), lead: m.recordLead, section: 'history' },
    <>
      {address !== null && isThere ? (
        <p>
          <a href={addressIn(visit, memory, address)}>{m.open}</a>
        </p>
      ) : null}
      {steps.map((step, index) => (
        <section class="close" aria-labelledby={`step-${index}`}>
          <h2 id={`step-${index}`}>{moment(locale, step.at, 'UTC')}</h2>
          <p class="small">
            <bdi>{whoDid(visit, step, people)}</bdi>
            {step.reason ? ` · ${m.reason}: ${step.reason}` : ''}
            {step.removed ? ` · ${m.removed}` : index === 0 ? ` · ${m.today}` : ''}
          </p>
          {step.removed ? null : <Lines locale={locale} lines={step.lines} names={names} />}
          {index === 0 || step.removed ? null : (
            <PutBack visit={visit} memory={memory} found={{ table, id }} at={step.at} once={`${once}`} />
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
  once: string
}

function PutBack({ visit, memory, found, at, once }: PutBackProps) {
  const m = memoryTime[visit.locale]
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
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
          hidden={{ moment: at.toString() }}
          once={once}
          short
        >
          <Buttons>
            <Button kind="secondary">{m.putBack}</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  )
}

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'moment' })
    return z.NEVER
  }
})

/** POST …/put-back: a version comes back, as the newest one. */
export async function sendPutBack(visit: Visit): Promise<Response> {
  const { memory, table, id } = await recordOf(visit)
  if (!memory.edits) throw forbidden()
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const m = memoryTime[visit.locale]
  const history = addressIn(visit, memory, `/records/${table}/${id}`)
  const at = instant.safeParse(textOf(sent.typed, 'moment'))
  const done =
    at.success &&
    (await putBackRecord(visit.house, visit.actor, {
      table,
      id,
      moment: at.data,
      once: { key: sent.once, location: history },
    }))
  return done
    ? redirect(visit, history, { tone: 'done', text: m.putBackDone })
    : redirect(visit, history, { tone: 'problem', text: m.putBackNone })
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

function whoDid(visit: Visit, { actorKind, actorId }: Step, people: ReadonlyMap<string, string>): string {
  const words = historyWords[visit.locale].actors
  if (actorKind !== 'person') return words.program
  const name = people.get(actorId ?? '')
  return name === undefined ? words.unseen : name === '' ? words.erased : name
}

import { z } from 'zod'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { peopleWords } from '#ground/languages/messages/people.ts'
import { NamesFields, namesSchema } from '#ground/people/pages/form-parts.tsx'
import { endOfLastDay, readDay } from '#ground/people/rules/last-day.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, DateField, Form, TextareaField } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { sharingWords } from '#remember/messages/sharing.ts'
import { addressIn, type Memory, memoryOf, mustEdit, now } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { SaidOf } from '#remember/pages/record-name.tsx'
import { recordAddress } from '../../rules/record-address.ts'
import { type ShownName, shownNamesOfRecords } from '../../store/names.ts'
import { shareRecord } from '../acts/share-record.ts'
import { isRecordOf, isSharedTable, type SharedTable } from '../store/shares.ts'

const schema = namesSchema.extend({
  endsOn: z.string().refine(typed => readDay(typed) !== null, 'endsOn'),
  reason: z.string().trim().min(1, 'reason').max(1000, 'reason'),
})

type Found = { memory: Memory; table: SharedTable; id: string; name: ShownName }

async function recordToShare(visit: Visit): Promise<Found> {
  const memory = await memoryOf(visit)
  const table = visit.param('table')
  const id = visit.param('record')
  if (!memory.inside || !isSharedTable(table) || !isUuid(id)) throw notFound()
  mustEdit(visit, memory)
  const name = await now(visit, async tx => {
    if (!(await isRecordOf(tx, memory.id, table, id))) throw notFound()
    const known = (await shownNamesOfRecords(tx, memory.id, [id], visit.locale)).get(id)
    return known ?? { text: sharingWords[visit.locale].unnamed, language: visit.locale }
  })
  return { memory, table, id, name }
}

/** GET /:l/territories/:slug/records/:table/:record/share: to whom, until when, why. */
export async function showShare(visit: Visit): Promise<Response> {
  return sharePage(visit, await recordToShare(visit), {}, {}, newOnceKey(visit.house.keys))
}

/** POST of the same. */
export async function sendShare(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const found = await recordToShare(visit)
  const { memory, table, id } = found
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const checked = check(schema, { endsOn: '', ...sent.typed })
  if (!checked.ok) return sharePage(visit, found, sent.typed, checked.errors, once, 422)
  const day = readDay(checked.value.endsOn)
  const latest = memory.day.add({ years: 1 })
  if (!day || Temporal.PlainDate.compare(day, memory.day) < 0 || Temporal.PlainDate.compare(day, latest) > 0)
    return sharePage(visit, found, sent.typed, { endsOn: 'endsOn' }, once, 422)
  const location = addressIn(visit, memory, '/shares')
  const obstacle = await shareRecord(house, visit.actor, {
    ...checked.value,
    space: memory.id,
    table,
    record: id,
    endsAt: endOfLastDay(day),
    once: { key: sent.once, location },
  })
  if (obstacle) return sharePage(visit, found, sent.typed, { email: obstacle }, once, 422)
  const { done, doneUnsent } = sharingWords[locale]
  const leaves = house.settings.smtpUrl !== null
  return redirect(visit, location, { tone: leaves ? 'done' : 'note', text: leaves ? done : doneUnsent })
}

function sharePage(visit: Visit, found: Found, typed: Typed, errors: FieldErrors, once: string, status = 200) {
  const { locale } = visit
  const { memory, table, id, name } = found
  const m = sharingWords[locale]
  const t = parts[locale]
  const words = { ...peopleWords[locale].errors, ...m.errors, confidentialNote: m.confidentialNote }
  const said = inWords(words, errors)
  const field = bindFields(t, typed, said)
  const record = addressIn(visit, memory, recordAddress(table, id) ?? '')
  return memoryPage(
    visit,
    memory,
    {
      title: m.formTitle(name.text),
      heading: <SaidOf locale={locale} say={m.formTitle} name={name} />,
      lead: visit.house.settings.smtpUrl === null ? `${m.formLead} ${m.formUnsent}` : m.formLead,
      section: null,
      failed: status !== 200,
    },
    <Form t={t} action={addressIn(visit, memory, `/records/${table}/${id}/share`)} errors={said} once={once}>
      <NamesFields visit={visit} typed={typed} errors={said} />
      <DateField
        {...field('endsOn')}
        label={m.endsOn}
        hint={m.endsOnHint}
        earliest={memory.day.toString()}
        latest={memory.day.add({ years: 1 }).toString()}
      />
      <TextareaField {...field('reason')} label={m.reason} hint={m.reasonHint} rows={2} most={1000} />
      <Buttons>
        <Button>{m.share}</Button>
        <a href={record}>{t.form.cancel}</a>
      </Buttons>
    </Form>,
    status,
  )
}

import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  DateField,
  Form,
  LinkButton,
  RadiosField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { Facts } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { commitmentWords } from '../../messages/commitments.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { isId, memoryToWrite, removalPage } from '../../pages/writing.tsx'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { removeCommitment, settle } from '../acts/save-commitment.ts'
import { settleSchema } from '../rules/forms.ts'
import { type Commitment, readCommitment } from '../store/commitments.ts'
import { aboveCommitment, CommitmentState, dueOf } from './commitments.tsx'

/** GET /:l/territories/:slug/commitments/:id: one commitment, and the form that settles it. */
export async function showCommitment(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const row = await found(visit, memory)
  const typed = { outcome: 'kept', on: memory.day.toString() }
  return onePage(visit, memory, row, { typed, errors: {}, once: newOnceKey(visit.house.keys) })
}

async function found(visit: Visit, memory: Memory): Promise<Commitment> {
  const id = visit.param('id')
  const row = isId(id) ? await reading(visit, memory, tx => readCommitment(tx, memory.id, id, visit.locale)) : null
  if (!row) throw notFound()
  return row
}

type Shown = { typed: Fields; errors: FieldErrors; once: string }

function What({ row, locale }: { row: Commitment; locale: Locale }) {
  return (
    <span lang={row.language === locale ? undefined : row.language} dir="auto">
      {row.what}
    </span>
  )
}

function onePage(visit: Visit, memory: Memory, row: Commitment, { typed, errors, once }: Shown): Promise<Response> {
  const { locale } = visit
  const t = parts[locale]
  const m = commitmentWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const field = bindFields(t, typed, errors)
  return memoryPage(
    visit,
    memory,
    {
      title: row.what,
      heading: <What row={row} locale={locale} />,
      section: 'journal',
      above: aboveCommitment(locale),
      failed: Object.keys(errors).length > 0,
    },
    <>
      <Facts
        facts={[
          { term: m.state, value: <CommitmentState visit={visit} memory={memory} row={row} /> },
          { term: m.owedBy, value: m.owed[row.owedBy] },
          { term: m.due, value: dueOf(locale, row) },
          ...(row.to.length > 0
            ? [{ term: m.to, value: <AboutLinks visit={visit} memory={memory} refs={row.to} /> }]
            : []),
          ...(row.reason ? [{ term: m.reason, value: <span dir="auto">{row.reason}</span> }] : []),
          ...(row.interaction
            ? [
                {
                  term: m.where,
                  value: (
                    <AboutLinks
                      visit={visit}
                      memory={memory}
                      refs={[{ table: 'interaction', id: row.interaction, name: null }]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {memory.edits && row.outcome === null ? (
        <section class="stack measure" aria-labelledby="settle">
          <h2 id="settle">{m.settleTitle}</h2>
          <Form t={t} action={at(`/commitments/${row.id}/settle`)} errors={errors} once={once} short>
            <RadiosField
              {...field('outcome')}
              label={m.outcome}
              choices={(['kept', 'dropped'] as const).map(value => ({ value, label: m.states[value] }))}
            />
            <DateField {...field('on')} label={m.on} />
            <TextField {...field('reason')} label={m.reason} optional />
            <Buttons>
              <Button>{m.settle}</Button>
            </Buttons>
          </Form>
        </section>
      ) : null}
      {memory.edits ? (
        <>
          {row.outcome === null ? null : (
            <Form t={t} action={at(`/commitments/${row.id}/reopen`)} once={once} short>
              <Buttons>
                <Button kind="secondary">{m.reopen}</Button>
              </Buttons>
            </Form>
          )}
          <p class="buttons">
            <LinkButton href={at(`/commitments/${row.id}/edit`)} kind="secondary">
              {aboutWords[locale].edit}
            </LinkButton>
            <a href={at(`/commitments/${row.id}/remove`)}>{aboutWords[locale].remove}</a>
          </p>
        </>
      ) : null}
    </>,
  )
}

/** POST …/commitments/:id/settle: kept, or dropped and why. */
export async function sendSettlement(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const row = await found(visit, memory)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const typed = fieldsTyped(sent.typed)
  const checked = check(settleSchema, typed)
  if (!checked.ok)
    return onePage(visit, memory, row, {
      typed,
      errors: inWords(fieldsWords[locale].errors, checked.errors),
      once: sent.once ?? newOnceKey(house.keys),
    })
  const location = addressIn(visit, memory, '/commitments')
  await settle(house, visit.actor, {
    space: memory.id,
    id: row.id,
    settled: checked.value,
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: commitmentWords[locale].settled })
}

/** POST …/commitments/:id/reopen */
export async function sendReopening(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const row = await found(visit, memory)
  const sent = await readForm(visit.request)
  const location = addressIn(visit, memory, `/commitments/${row.id}`)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  await settle(house, visit.actor, { space: memory.id, id: row.id, settled: null, once: { key: sent.once, location } })
  return redirect(visit, location, { tone: 'done', text: commitmentWords[locale].reopened })
}

/** GET …/commitments/:id/remove */
export async function showCommitmentRemoval(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const row = await found(visit, memory)
  const m = commitmentWords[visit.locale]
  return removalPage(visit, memory, {
    title: m.removeTitle,
    text: m.removeText,
    section: 'journal',
    above: [
      ...aboveCommitment(visit.locale),
      { label: <What row={row} locale={visit.locale} />, path: `/commitments/${row.id}` },
    ],
    back: `/commitments/${row.id}`,
  })
}

export async function sendCommitmentRemoval(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const row = await found(visit, memory)
  const location = addressIn(visit, memory, '/commitments')
  await removeCommitment(house, withWhy(visit, sent, 'why-removed'), {
    space: memory.id,
    id: row.id,
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].removed })
}

import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, textOf } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  DateField,
  Form,
  RadiosField,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { commitmentWords } from '../../messages/commitments.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryRecords } from '../../messages/memory-records.ts'
import { labelOf } from '../../pages/about-field.tsx'
import { CircleField, ContactField, LanguageField } from '../../pages/fields.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { WhyField, withWhy } from '../../pages/why.tsx'
import { isId, memoryToWrite, stalePage } from '../../pages/writing.tsx'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { type AboutRef, aboutToChoose } from '../../store/about.ts'
import { saveCommitment } from '../acts/save-commitment.ts'
import { commitmentSchema } from '../rules/forms.ts'
import { readCommitmentFields } from '../store/commitments.ts'
import { aboveCommitment } from './commitments.tsx'

type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string }

/** GET …/commitments/new and …/commitments/:id/edit. */
export const showCommitmentForm = (isNew: boolean) => async (visit: Visit) => {
  const memory = await memoryToWrite(visit)
  const once = newOnceKey(visit.house.keys)
  const blank = { owed_by: 'us', language: visit.locale, visibility: '0', interaction: interactionAsked(visit) }
  const typed = isNew ? blank : await fieldsNow(visit, memory)
  return formPage(visit, memory, isNew, { typed, errors: {}, version: isNew ? null : versionOf(typed), once })
}

const interactionAsked = (visit: Visit) => visit.url.searchParams.get('interaction') ?? ''

async function fieldsNow(visit: Visit, memory: Memory): Promise<Fields> {
  const id = visit.param('id')
  const now = isId(id) ? await as(visit.house.db, visit.actor, tx => readCommitmentFields(tx, memory.id, id)) : null
  if (!now) throw notFound()
  return now
}

export const sendCommitmentForm = (isNew: boolean) => async (visit: Visit) => {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  if (!isNew) await fieldsNow(visit, memory)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed = fieldsTyped(sent.typed)
  const again = (errors: FieldErrors) => formPage(visit, memory, isNew, { typed, errors, version: sent.version, once })
  const checked = check(commitmentSchema, typed)
  if (!checked.ok) return again(inWords(fieldsWords[locale].errors, checked.errors))
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const interaction = typed.interaction ?? ''
  const location = addressIn(visit, memory, isId(interaction) ? `/journal/${interaction}` : '/commitments')
  const { relationship, contact, organisation, ...rest } = checked.value
  const saved = await saveCommitment(house, withWhy(visit, sent), {
    space: memory.id,
    id: isNew ? null : visit.param('id'),
    given: { ...rest, relationship_id: relationship, contact_id: contact, organisation_id: organisation },
    interaction: isId(interaction) ? interaction : null,
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (saved.result === 'strange')
    return again(Object.fromEntries(saved.fields.map(field => [field, fieldsWords[locale].errors.notHere])))
  if (saved.result === 'stale') {
    const { now, version } = saved
    const words = { ...memoryRecords[locale].columns, ...labelsOf(visit) }
    return stalePage(visit, memory, {
      title: commitmentWords[locale].editTitle,
      section: 'journal',
      above: aboveCommitment(locale),
      labels: words,
      now,
      typed,
      why: typed.why,
      version,
      once,
      inWords: await valuesInWords(visit, memory),
    })
  }
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].saved })
}

function labelsOf(visit: Visit): Record<string, string> {
  const m = commitmentWords[visit.locale]
  const shared = aboutWords[visit.locale]
  return {
    owed_by: m.owedBy,
    what: m.what,
    due: m.due,
    relationship: shared.relationship,
    organisation: m.organisation,
    contact: fieldsWords[visit.locale].contact,
  }
}

async function valuesInWords(visit: Visit, memory: Memory) {
  const m = commitmentWords[visit.locale]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, visit.locale))
  const names = new Map(choices.map(choice => [choice.id, choice.name?.text ?? '']))
  return (name: string, value: string): string =>
    name === 'owed_by' ? (m.owed[value as 'us' | 'them'] ?? value) : (names.get(value) ?? value)
}

// What is chosen stays among the choices, also when it is offered to nobody else.
const chosenIn = (typed: Fields): AboutRef[] =>
  (['relationship', 'organisation', 'contact'] as const).flatMap(table => {
    const id = typed[table] ?? ''
    return isId(id) ? [{ table, id }] : []
  })

async function formPage(visit: Visit, memory: Memory, isNew: boolean, shown: Shown): Promise<Response> {
  const { locale } = visit
  const { typed, errors } = shown
  const t = parts[locale]
  const m = commitmentWords[locale]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, locale, chosenIn(typed)))
  const field = bindFields(t, typed, errors)
  const named = (table: string) =>
    choices.filter(one => one.table === table).map(one => ({ id: one.id, name: labelOf(locale, one) }))
  const select = (table: string) => named(table).map(({ id, name }) => ({ value: id, label: name }))
  return memoryPage(
    visit,
    memory,
    {
      title: isNew ? m.add : m.editTitle,
      section: 'journal',
      above: aboveCommitment(locale),
      failed: Object.keys(errors).length > 0,
    },
    <div class="measure">
      <Form
        t={t}
        action={visit.url.pathname}
        errors={errors}
        version={shown.version ?? undefined}
        once={shown.once}
        hidden={isNew && typed.interaction ? { interaction: typed.interaction } : {}}
      >
        <RadiosField
          {...field('owed_by')}
          label={m.owedBy}
          choices={(['us', 'them'] as const).map(value => ({ value, label: m.owed[value] }))}
        />
        <TextField {...field('what')} label={m.what} maxLength={1000} />
        <DateField {...field('due')} label={m.due} optional />
        <SelectField
          {...field('relationship')}
          label={aboutWords[locale].relationship}
          choices={select('relationship')}
          optional
        />
        <SelectField {...field('organisation')} label={m.organisation} choices={select('organisation')} optional />
        <ContactField {...field('contact')} locale={locale} contacts={named('contact')} optional />
        <LanguageField {...field('language')} locale={locale} />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
        {isNew ? null : <WhyField visit={visit} typed={typed} />}
        <Buttons>
          <Button>{aboutWords[locale].save}</Button>
          <a href={addressIn(visit, memory, '/commitments')}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

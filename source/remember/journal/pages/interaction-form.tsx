import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { journalWords } from '../../messages/journal.ts'
import { memoryRecords } from '../../messages/memory-records.ts'
import { AboutField, aboutTyped } from '../../pages/about-field.tsx'
import { CircleField, DuringField, LanguageField } from '../../pages/fields.tsx'
import { KeptForm, keptForm, toldWhetherSent } from '../../pages/kept-form.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { NameWithin } from '../../pages/record-name.tsx'
import { WhyField, withWhy } from '../../pages/why.tsx'
import { isId, memoryToWrite, stalePage } from '../../pages/writing.tsx'
import { choicesIn, type Fields, fieldsTyped } from '../../rules/typed.ts'
import { aboutToChoose, aboutValue } from '../../store/about.ts'
import { saveInteraction } from '../acts/save-interaction.ts'
import { interactionSchema, saidFrom } from '../rules/forms.ts'
import { interactionKinds, readParticipant } from '../rules/kinds.ts'
import { readInteractionFields } from '../store/journal-fields.ts'
import { linksTyped, PeopleField, peopleTyped } from './people-field.tsx'

/** GET …/journal/:id/edit: everything that a line of the journal can hold. */
export async function showInteractionForm(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const told = await toldWhetherSent(visit)
  if (told) return told
  const typed = await fieldsNow(visit, memory)
  return formPage(visit, memory, { typed, errors: {}, version: versionOf(typed), once: newOnceKey(visit.house.keys) })
}

async function fieldsNow(visit: Visit, memory: Memory): Promise<Fields> {
  const id = visit.param('id')
  const now = isId(id) ? await as(visit.house.db, visit.actor, tx => readInteractionFields(tx, memory.id, id)) : null
  if (!now) throw notFound()
  return now
}

/** POST: saves it. */
export async function sendInteractionForm(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  await fieldsNow(visit, memory)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const { people, about, typed } = linksTyped(fieldsTyped(sent.typed))
  const again = (errors: FieldErrors) => formPage(visit, memory, { typed, errors, version: sent.version, once })
  const checked = check(interactionSchema, saidFrom(typed, memory.day))
  if (!checked.ok)
    return again(inWords({ ...fieldsWords[locale].errors, ...journalWords[locale].errors }, checked.errors))
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const location = addressIn(visit, memory, `/journal/${visit.param('id')}`)
  const { about: _, participants: __, ...line } = checked.value
  const saved = await saveInteraction(house, withWhy(visit, sent), {
    space: memory.id,
    id: visit.param('id'),
    line,
    about,
    people,
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (saved.result === 'strange') {
    const m = aboutWords[locale]
    return again({
      ...(saved.about.length > 0 ? { about: m.strange } : {}),
      ...(saved.people.length > 0 ? { participants: m.strange } : {}),
    })
  }
  if (saved.result === 'stale') {
    const { now, version } = saved
    return stalePage(visit, memory, {
      title: journalWords[locale].edit.title(now.title ?? ''),
      section: 'journal',
      labels: labelsOf(visit),
      now,
      typed: { ...typed, during: checked.value.during },
      why: typed.why,
      version,
      once,
      long: ['body'],
      inWords: await valuesInWords(visit, memory),
    })
  }
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].saved })
}

function labelsOf(visit: Visit): Record<string, string> {
  const m = journalWords[visit.locale]
  return { ...memoryRecords[visit.locale].columns, ...m.stale, title: m.columns.title, body: m.edit.body }
}

/** How the values of the form read: names for ids, words for codes. */
async function valuesInWords(visit: Visit, memory: Memory) {
  const m = journalWords[visit.locale]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, visit.locale))
  const names = new Map(choices.map(choice => [aboutValue(choice), choice.name?.text ?? '']))
  return (name: string, value: string): string => {
    if (name === 'kind') return m.kinds[value as keyof typeof m.kinds] ?? value
    if (name === 'about')
      return choicesIn(value)
        .map(one => names.get(one) ?? '')
        .filter(Boolean)
        .join(', ')
    if (name === 'participants')
      return choicesIn(value)
        .flatMap(one => readParticipant(one) ?? [])
        .map(one => m.edit.onSide(names.get(aboutValue(one)) ?? '', m.sides[one.side]))
        .join('; ')
    return value
  }
}

type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string }

async function formPage(visit: Visit, memory: Memory, shown: Shown): Promise<Response> {
  const { locale } = visit
  const { typed, errors } = shown
  const t = parts[locale]
  const m = journalWords[locale]
  const id = visit.param('id')
  const also = [...aboutTyped(typed), ...peopleTyped(typed)]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, locale, also))
  const field = bindFields(t, typed, errors)
  const title = m.edit.title(typed.title ?? '')
  const failed = Object.keys(errors).length > 0
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: <NameWithin locale={locale} said={title} name={{ text: typed.title ?? '', language: typed.language }} />,
      section: 'journal',
      failed,
      islands: [keptForm],
    },
    <div class="measure">
      <Form t={t} action={visit.url.pathname} errors={errors} version={shown.version ?? undefined} once={shown.once}>
        <TextField {...field('title')} label={m.columns.title} maxLength={300} />
        <SelectField
          {...field('kind')}
          label={m.page.kind}
          choices={interactionKinds.map(value => ({ value, label: m.kinds[value] }))}
          noEmpty
        />
        <DuringField {...field('during')} locale={locale} label={m.page.when} />
        <TextField {...field('place')} label={m.edit.place} optional />
        <PeopleField visit={visit} typed={typed} errors={errors} choices={choices} />
        <AboutField locale={locale} typed={typed} errors={errors} choices={choices} />
        <TextareaField {...field('body')} label={m.edit.body} rows={8} most={20_000} optional />
        <LanguageField {...field('language')} locale={locale} />
        <CircleField {...field('visibility')} locale={locale} isThere />
        <WhyField visit={visit} typed={typed} />
        <KeptForm visit={visit} typed={failed} />
        <Buttons>
          <Button>{aboutWords[locale].save}</Button>
          <a href={addressIn(visit, memory, `/journal/${id}`)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

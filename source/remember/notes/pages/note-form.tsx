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
  CheckboxesField,
  Form,
  RadiosField,
  TextareaField,
} from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { noteWords } from '../../messages/notes.ts'
import { AboutField, aboutTyped, labelOf } from '../../pages/about-field.tsx'
import { CircleField, ContactField, DuringField, LanguageField } from '../../pages/fields.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choiceIn, isId, memoryToWrite, stalePage } from '../../pages/writing.tsx'
import { choicesIn, type Fields, fieldsTyped } from '../../rules/typed.ts'
import { aboutToChoose, aboutValue } from '../../store/about.ts'
import { saveNote } from '../acts/save-note.ts'
import { longestNote, noteErrors, noteKinds, noteSchema } from '../rules/forms.ts'
import { readNoteFields } from '../store/notes.ts'

type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string }

/** GET …/notes/new and …/notes/:id/edit. */
export const showNoteForm = (isNew: boolean) => async (visit: Visit) => {
  const memory = await memoryToWrite(visit)
  const blank = {
    kind: choiceIn(visit, 'kind', noteKinds) ?? '',
    language: visit.locale,
    visibility: '0',
    about: visit.url.searchParams.get('about') ?? '',
  }
  const typed = isNew ? blank : await fieldsNow(visit, memory)
  const version = isNew ? null : versionOf(typed)
  return formPage(visit, memory, isNew, { typed, errors: {}, version, once: newOnceKey(visit.house.keys) })
}

async function fieldsNow(visit: Visit, memory: Memory): Promise<Fields> {
  const id = visit.param('id')
  const now = isId(id) ? await as(visit.house.db, visit.actor, tx => readNoteFields(tx, memory.id, id)) : null
  if (!now) throw notFound()
  return now
}

export const sendNoteForm = (isNew: boolean) => async (visit: Visit) => {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  if (!isNew) await fieldsNow(visit, memory)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const m = noteWords[locale]
  const words = { ...fieldsWords[locale].errors, ...m.errors }
  const raw = fieldsTyped(sent.typed)
  const about = aboutTyped(raw)
  const typed: Fields = {
    ...raw,
    about: about.map(aboutValue).sort().join(' '),
    'about-more': '',
    'about-more-2': '',
  }
  const again = (errors: FieldErrors) => formPage(visit, memory, isNew, { typed, errors, version: sent.version, once })
  const checked = check(noteSchema, typed)
  const errors = { ...(checked.ok ? {} : inWords(words, checked.errors)), ...inWords(words, noteErrors(typed)) }
  if (!checked.ok || Object.keys(errors).length > 0) return again(errors)
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const { toldBy, about: _, ...note } = checked.value
  const at = (id: string) => addressIn(visit, memory, `/notes/${id}`)
  const saved = await saveNote(house, visit.actor, {
    space: memory.id,
    id: isNew ? null : visit.param('id'),
    note: { ...note, told_by: toldBy },
    about,
    version: sent.version,
    once: { key: sent.once, location: at },
  })
  if (saved.result === 'not-author') return again({ 'confidential[]': m.errors.notAuthor })
  if (saved.result === 'strange')
    return again({
      ...(saved.about.length > 0 ? { about: aboutWords[locale].strange } : {}),
      ...(saved.toldBy ? { toldBy: words.notHere } : {}),
    })
  if (saved.result === 'stale') {
    const { now, version } = saved
    return stalePage(visit, memory, {
      title: m.editTitle,
      section: 'notes',
      labels: labelsOf(visit),
      now,
      typed: { ...typed, during: checked.value.during ?? '' },
      version,
      once,
      long: ['body'],
      inWords: await valuesInWords(visit, memory),
    })
  }
  return redirect(visit, at(saved.id), { tone: 'done', text: aboutWords[locale].saved })
}

function labelsOf(visit: Visit): Record<string, string> {
  const m = noteWords[visit.locale]
  return {
    kind: m.kind,
    body: m.body,
    language: m.language,
    during: m.when,
    toldBy: m.told,
    visibility: fieldsWords[visit.locale].circle,
    confidential: m.confidential,
    about: aboutWords[visit.locale].label,
  }
}

async function valuesInWords(visit: Visit, memory: Memory) {
  const m = noteWords[visit.locale]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, visit.locale))
  const names = new Map(choices.map(choice => [aboutValue(choice), choice.name?.text ?? '']))
  return (name: string, value: string): string => {
    if (name === 'kind') return m.kinds[value as keyof typeof m.kinds] ?? value
    if (name === 'confidential') return aboutWords[visit.locale][value === 'yes' ? 'yes' : 'no']
    if (name === 'toldBy') return names.get(`contact:${value}`) ?? value
    if (name === 'about')
      return choicesIn(value)
        .flatMap(one => names.get(one) ?? [])
        .join(', ')
    return value
  }
}

async function formPage(visit: Visit, memory: Memory, isNew: boolean, shown: Shown): Promise<Response> {
  const { locale } = visit
  const { typed, errors } = shown
  const t = parts[locale]
  const m = noteWords[locale]
  const toldBy = typed.toldBy ?? ''
  const also = [...aboutTyped(typed), ...(isId(toldBy) ? [{ table: 'contact' as const, id: toldBy }] : [])]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, locale, also))
  const contacts = choices
    .filter(one => one.table === 'contact')
    .map(one => ({ id: one.id, name: labelOf(locale, one) }))
  const field = bindFields(t, typed, errors)
  return memoryPage(
    visit,
    memory,
    { title: isNew ? m.newTitle : m.editTitle, section: 'notes', failed: Object.keys(errors).length > 0 },
    <div class="measure">
      <Form t={t} action={visit.url.pathname} errors={errors} version={shown.version ?? undefined} once={shown.once}>
        <RadiosField
          {...field('kind')}
          label={m.kind}
          choices={noteKinds.map(value => ({ value, label: m.kinds[value], hint: m.kindHints[value] }))}
        />
        <TextareaField {...field('body')} label={m.body} rows={8} most={longestNote} />
        <ContactField
          {...field('toldBy')}
          locale={locale}
          contacts={contacts}
          label={m.told}
          hint={m.toldHint}
          optional
        />
        <DuringField {...field('during')} locale={locale} label={m.when} optional />
        <AboutField locale={locale} typed={typed} errors={errors} choices={choices} />
        <LanguageField {...field('language')} locale={locale} />
        <CircleField {...field('visibility')} locale={locale} />
        <CheckboxesField
          {...field('confidential[]')}
          values={typed.confidential === 'yes' ? ['yes'] : []}
          label={m.confidential}
          hint={m.confidentialHint}
          choices={[{ value: 'yes', label: m.confidentialTick }]}
          optional
        />
        <Buttons>
          <Button>{aboutWords[locale].save}</Button>
          <a href={addressIn(visit, memory, isNew ? '/notes' : `/notes/${visit.param('id')}`)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, RadiosField, TextareaField } from '#ground/web/parts/form.tsx'
import type { RecordSaved } from '../../acts/save-form.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { noteWords } from '../../messages/notes.ts'
import { AboutField, aboutInWords, aboutTyped, labelOf, tidyAbout } from '../../pages/about-field.tsx'
import { CircleField, ContactField, DuringField, LanguageField } from '../../pages/fields.tsx'
import { sharedValue } from '../../pages/labels.ts'
import { recordForm, type Saving } from '../../pages/record-form.tsx'
import { choiceIn, isId } from '../../pages/writing.tsx'
import { type AboutNamed, aboutToChoose } from '../../store/about.ts'
import { saveNote } from '../acts/save-note.ts'
import { longestNote, type NoteTyped, noteErrors, noteKinds, noteSchema } from '../rules/forms.ts'
import { readNoteFields } from '../store/notes.ts'

export const noteForm = recordForm<AboutNamed[], NoteTyped>({
  section: 'notes',
  title: (locale, now) => (now ? noteWords[locale].editTitle : noteWords[locale].newTitle),
  start: visit => ({
    kind: choiceIn(visit, 'kind', noteKinds) ?? '',
    language: visit.locale,
    visibility: '0',
    about: visit.url.searchParams.get('about') ?? '',
  }),
  lists: (tx, { memory, locale, typed }) => {
    const toldBy = typed.toldBy ?? ''
    const also = [...aboutTyped(typed), ...(isId(toldBy) ? [{ table: 'contact' as const, id: toldBy }] : [])]
    return aboutToChoose(tx, memory.id, locale, also)
  },
  schema: noteSchema,
  more: noteErrors,
  tidy: tidyAbout,
  errors: locale => ({ ...noteWords[locale].errors, strange: aboutWords[locale].strange }),
  body: ({ visit: { locale }, isNew, typed, errors, lists }) => {
    const m = noteWords[locale]
    const contacts = lists
      .filter(one => one.table === 'contact')
      .map(one => ({ id: one.id, name: labelOf(locale, one) }))
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
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
        <AboutField locale={locale} typed={typed} errors={errors} choices={lists} />
        <LanguageField {...field('language')} locale={locale} />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
        <CheckboxesField
          {...field('confidential[]')}
          values={typed.confidential === 'yes' ? ['yes'] : []}
          label={m.confidential}
          hint={isNew ? m.confidentialHint : `${m.confidentialHint} ${m.confidentialThen}`}
          choices={[{ value: 'yes', label: m.confidentialTick }]}
          optional
        />
      </>
    )
  },
  labels: locale => {
    const { kind, body, language, when, told, confidential } = noteWords[locale]
    const visibility = fieldsWords[locale].circle
    const about = aboutWords[locale].label
    return { kind, body, language, during: when, toldBy: told, visibility, confidential, about }
  },
  shown: (locale, field, value, choices) => {
    if (field === 'kind') return noteWords[locale].kinds[value as 'fact']
    if (field === 'confidential') return aboutWords[locale].yes
    if (field === 'toldBy') return aboutInWords(`contact:${value}`, choices)
    return field === 'about' ? aboutInWords(value, choices) : sharedValue(locale, field, value)
  },
  unsaid: (locale, field) => (field === 'confidential' ? aboutWords[locale].no : null),
  long: ['body'],
  kept: true,
  words: locale => aboutWords[locale],
  path: (_at, id) => (id === null ? '/notes' : `/notes/${id}`),
  record: {
    read: (tx, { space, id }) => readNoteFields(tx, space, id ?? ''),
    save: async (house, who, saving) => asWritten(await saveNote(house, who, noteIn(saving))),
  },
})

function noteIn({ at: { space, id }, fields, read, version, once }: Saving<NoteTyped>) {
  const { toldBy, about: _, ...note } = read
  return { space, id, note: { ...note, told_by: toldBy }, about: aboutTyped(fields), version, once }
}

/** What the act does not take, at the field where it is put right. */
function asWritten(saved: Awaited<ReturnType<typeof saveNote>>): RecordSaved {
  if (saved.result === 'not-author') return { result: 'wrong', fields: { 'confidential[]': 'notAuthor' } }
  if (saved.result !== 'strange') return saved
  const fields = {
    ...(saved.about.length > 0 ? { about: 'strange' } : {}),
    ...(saved.toldBy ? { toldBy: 'notHere' } : {}),
  }
  return { result: 'wrong', fields }
}

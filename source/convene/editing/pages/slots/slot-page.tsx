import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { withDays } from '#convene/programme/rules/programme.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form, SelectField } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { languagesOf, newKey } from '../../rules/parts.ts'
import { fieldsNamed, type Slot } from '../../rules/slot-form.ts'
import { clocksDuring } from '../../rules/slot-times.ts'
import type { KnownFile } from '../../store/slot-files.ts'
import { type FieldsProps, FormFields } from '../fields.tsx'
import { FirstButton } from '../first-button.tsx'
import { hiddenBase } from '../joined.ts'
import { hintOf, labelOf } from '../labels.ts'
import { SaveThen, UnsavedWork, unsavedWork } from '../leaving.tsx'
import { type EditedSeminar, editOf, trail } from '../office.ts'
import { SlotDocuments } from './slot-documents.tsx'
import { SlotPeople } from './slot-people.tsx'
import { clocksInWords, slotChoices } from './slot-words.ts'

/** With the files that the slot refers to, and how many findings of the checks are about it. */
export type EditedWithFiles = EditedSeminar & { files: ReadonlyMap<string, KnownFile>; findings: number }
export type ShownSlotForm = {
  typed: Typed
  errors?: FieldErrors
  version: string | null
  once: string | null
  note?: string
}

/** The form of one slot; 422 with errors. */
export function slotPage(
  visit: Visit,
  seminar: EditedWithFiles,
  slot: Slot | undefined,
  key: string | null,
  shown: ShownSlotForm,
  status?: number,
) {
  const { locale, house } = visit
  const { typed, errors = {}, version, once, note } = shown
  const { file } = seminar
  const m = editingSlots[locale]
  const words = editing[locale]
  const failed = Object.keys(errors).length > 0
  const at = editOf(visit, seminar.slug)
  const title = key === null ? m.newTitle : m.editTitle
  const fields: Omit<FieldsProps, 'fields'> = {
    locale,
    within: 'slots',
    typed,
    errors,
    languages: languagesOf(file),
    states: slot === undefined ? undefined : seminar.states,
    keyOfItem: slot === undefined ? undefined : `programme.slots.${slot.key}`,
    venue: { zone: file.time_zone, country: file.venue.country },
  }
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        islands: [unsavedWork],
        failed: failed || note !== undefined,
        breadcrumb: trail(
          visit,
          seminar,
          [
            { label: words.title, href: at },
            { label: words.parts.programme, href: `${at}/programme` },
          ],
          title,
        ),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={title} />
        {note ? <Note tone="warning">{<p>{note}</p>}</Note> : null}
        {slot === undefined ? null : <AboutSlot visit={visit} seminar={seminar} slot={slot} />}
        <Form
          t={partsWords[locale]}
          action={`${at}/slots/${key ?? newKey}`}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          hidden={hiddenBase(typed)}
          errors={errors}
          files
        >
          <FirstButton label={words.save} />
          <UnsavedWork typed={once !== null} />
          {slot === undefined ? null : <FromSlot locale={locale} seminar={seminar} slot={slot} />}
          <WhatAndWhen {...fields} seminar={seminar} />
          <FormFields {...fields} fields={fieldsNamed('themes')} />
          <FormFields {...fields} fields={fieldsNamed('method')} />
          <SlotPeople {...fields} file={file} />
          <SlotDocuments {...fields} files={seminar.files} />
          <Buttons>
            <Button>{words.save}</Button>
            <a href={`${at}/programme`}>{partsWords[locale].form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    status ?? (failed ? 422 : 200),
  )
}

/** What the clocks do to it, and how it is removed. */
function AboutSlot({ visit, seminar, slot }: { visit: Visit; seminar: EditedWithFiles; slot: Slot }): Child {
  const { locale } = visit
  const { file } = seminar
  const m = editingSlots[locale]
  const at = `${editOf(visit, seminar.slug)}/slots/${slot.key}`
  const clocks = clocksInWords(locale, clocksDuring(withDays(slot, file.date), file.time_zone))
  return (
    <>
      {clocks.length > 0 ? (
        <Note>
          {clocks.map(sentence => (
            <p>{sentence}</p>
          ))}
        </Note>
      ) : null}
      <p class="buttons">
        <a href={`${at}/remove`}>{m.remove}</a>
      </p>
    </>
  )
}

/** Its panel, and what the checks found of it: pages to which one goes in the middle of the form. */
function FromSlot({ locale, seminar, slot }: { locale: Locale; seminar: EditedWithFiles; slot: Slot }) {
  const m = editingSlots[locale]
  return (
    <>
      {seminar.findings > 0 ? <p class="small">{programmeChecks[locale].ofSlot(seminar.findings)}</p> : null}
      <Buttons>
        <SaveThen locale={locale} to="panel" label={m.panel(m.seats(slot.seats.length))} />
        {seminar.findings > 0 ? <SaveThen locale={locale} to="checks" label={programmeChecks[locale].title} /> : null}
      </Buttons>
    </>
  )
}

type WhenProps = Omit<FieldsProps, 'fields'> & { seminar: EditedSeminar }

/** Kind and title, day and hours, room, and whether it is sure. A programme of one day does not ask which. */
function WhatAndWhen({ seminar, ...fields }: WhenProps) {
  const { locale, typed, errors } = fields
  const { file } = seminar
  const m = editingSlots[locale]
  const bind = bindFields(partsWords[locale], typed, errors)
  const choices = slotChoices(file, locale)
  const label = (name: string) => labelOf(locale, 'slots', [name])
  const hours = m.at(cityOfZone(locale, file.time_zone))
  return (
    <>
      <SelectField {...bind('kind')} label={label('kind')} choices={choices.kind} />
      <FormFields {...fields} fields={fieldsNamed('part', 'title')} />
      {choices.day.length > 1 ? (
        <SelectField {...bind('day')} label={label('day')} choices={choices.day} noEmpty />
      ) : null}
      <FormFields {...fields} fields={fieldsNamed('from', 'to')} hints={{ from: hours, to: hours }} />
      <SelectField {...bind('until')} label={label('until')} choices={choices.until} noEmpty />
      {choices.room.length > 0 ? (
        <>
          <SelectField
            {...bind('room')}
            label={label('room')}
            hint={m.roomsHint}
            choices={[{ value: '', label: m.noRoom }, ...choices.room]}
            noEmpty
          />
          <Buttons>
            <SaveThen locale={locale} to="rooms" label={m.toRooms} />
          </Buttons>
        </>
      ) : null}
      <FormFields
        {...fields}
        fields={fieldsNamed('provisional')}
        hints={{ provisional: hintOf(locale, 'slots', ['provisional']) ?? '' }}
      />
    </>
  )
}

import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, hours, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, DateField, Form, TextField } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { type DayPart, dayField, isDate, slotsOn } from '../../rules/days-form.ts'
import { isNewRow, rowKeys } from '../../rules/row-form.ts'
import { FirstButton } from '../first-button.tsx'
import { inReadersWords } from '../item-words.ts'
import { type EditedSeminar, editOf, trail } from '../office.ts'
import { programmeSteps } from '../uses.tsx'

type Shown = { typed: Typed; errors?: FieldErrors; version: string | null; once: string | null }

const partLabels = { date: 'date', from: 'hours.from', to: 'hours.to' } as const
export const labelOfDay = (locale: Locale, part: DayPart) => editingFields[locale].labels[partLabels[part]]

/** A day by its date, or by its place when it has none. The first day of the seminar is day 1. */
export const nameOfDay = (locale: Locale, day: string, index: number) =>
  isDate(day) ? longDate(locale, Temporal.PlainDate.from(day)) : editingProgramme[locale].days.day(index + 2)

/** The form of the days after the first; 422 with errors. */
export function daysPage(visit: Visit, seminar: EditedSeminar, shown: Shown) {
  const { locale, house } = visit
  const { typed, errors = {}, version, once } = shown
  const { file } = seminar
  const words = editing[locale]
  const own = editingProgramme[locale].days
  const at = editOf(visit, seminar.slug)
  const failed = Object.keys(errors).length > 0
  const rows = rowKeys(typed, 'day')
  const time = (text: string) => Temporal.PlainTime.from(text)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.parts.days} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: trail(visit, seminar, programmeSteps(visit, seminar.slug), words.parts.days),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.parts.days} lead={own.lead} />
        <p>
          {own.first(
            longDate(locale, Temporal.PlainDate.from(file.date)),
            hours(locale, time(file.hours.from), time(file.hours.to)),
          )}{' '}
          <a href={`${at}/when-and-where`}>{own.toFirst}</a>
        </p>
        <Form
          t={partsWords[locale]}
          action={`${at}/days`}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          errors={errors}
          short={rows.length === 0}
        >
          <FirstButton label={words.save} />
          {rows.length === 0 ? <p class="small">{own.none}</p> : null}
          {rows.map((row, index) => (
            <Day visit={visit} seminar={seminar} row={row} index={index} typed={typed} errors={errors} />
          ))}
          <Buttons>
            <Button kind="secondary" name="_next" value="add">
              {own.add}
            </Button>
          </Buttons>
          <Buttons>
            <Button>{words.save}</Button>
            <a href={`${at}/programme`}>{partsWords[locale].form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

type DayProps = {
  visit: Visit
  seminar: EditedSeminar
  row: string
  index: number
  typed: Typed
  errors: FieldErrors
}

function Day({ visit, seminar, row, index, typed, errors }: DayProps) {
  const { locale } = visit
  const words = editingProgramme[locale].days
  const bind = bindFields(partsWords[locale], typed, errors)
  const { file } = seminar
  const standing = isNewRow(row) ? [] : slotsOn(file, row)
  const hint = words.timeHint(cityOfZone(locale, file.time_zone))
  return (
    <fieldset class="versions">
      <legend>{words.day(index + 2)}</legend>
      <input type="hidden" name="day[]" value={row} />
      <div class="close">
        <DateField
          {...bind(dayField(row, 'date'))}
          label={labelOfDay(locale, 'date')}
          hint={standing.length > 0 ? words.standing(standing.length) : undefined}
        />
        <div class="sides">
          {(['from', 'to'] as const).map(part => (
            <TextField
              {...bind(dayField(row, part))}
              label={labelOfDay(locale, part)}
              hint={hint}
              maxLength={8}
              short
            />
          ))}
        </div>
        {standing.length > 0 ? (
          <ul class="small">
            {standing.map(slot => (
              <li>
                <a href={`${editOf(visit, seminar.slug)}/slots/${slot.key}`} dir="auto">
                  {inReadersWords(slot.title, locale, file.source) || slot.key}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <Buttons>
          <Button kind="secondary" name="_next" value={`remove:${row}`}>
            {words.remove(index + 2)}
          </Button>
        </Buttons>
      </div>
    </fieldset>
  )
}

import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { type FileSlot, regions, seatStates } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, CheckboxesField, Form, SelectField } from '#ground/web/parts/form.tsx'
import { PageHead, Region, type RegionName } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { textOf } from '../../rules/fields.ts'
import { leavingSeats, seatField, sumsOf } from '../../rules/panel-form.ts'
import { rowKeys } from '../../rules/row-form.ts'
import { FirstButton } from '../first-button.tsx'
import { inReadersWords } from '../item-words.ts'
import { hiddenBase } from '../joined.ts'
import { SaveThen, UnsavedWork, unsavedWork } from '../leaving.tsx'
import { type EditedSeminar, editOf, trail } from '../office.ts'
import { nameOfSeat, programmeSteps } from '../uses.tsx'

type Shown = { typed: Typed; errors?: FieldErrors; version: string | null; once: string | null }

const shores: Record<(typeof regions)[number], RegionName> = {
  'latin-america': 'america',
  europe: 'europe',
  other: 'other',
}

/** Where a panel stands: below the slots, and below its slot. */
export const panelTrail = (visit: Visit, seminar: EditedSeminar, slot: string, title: string) =>
  trail(
    visit,
    seminar,
    [...programmeSteps(visit, seminar.slug), { label: title, href: `${editOf(visit, seminar.slug)}/slots/${slot}` }],
    editingProgramme[visit.locale].panel.title,
  )

/** The form of the seats of a slot; 422 with errors. */
export function panelPage(visit: Visit, seminar: EditedSeminar, slot: FileSlot, shown: Shown) {
  const { locale, house } = visit
  const { typed, errors = {}, version, once } = shown
  const { file } = seminar
  const words = editing[locale]
  const own = editingProgramme[locale].panel
  const at = editOf(visit, seminar.slug)
  const name = partNamed(slot.part, inReadersWords(slot.title, locale, file.source) || slot.key, locale)
  const title = own.titleOf(name)
  const failed = Object.keys(errors).length > 0
  const rows = rowKeys(typed, 'seat')
  const choices = seatChoices(file, locale)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        islands: [unsavedWork],
        failed,
        breadcrumb: panelTrail(visit, seminar, slot.key, name),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={title} lead={own.lead} />
        <Sums locale={locale} slot={slot} />
        <Form
          t={partsWords[locale]}
          action={`${at}/slots/${slot.key}/panel`}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          hidden={hiddenBase(typed)}
          errors={errors}
          short={rows.length === 0}
        >
          <FirstButton label={words.save} />
          <UnsavedWork typed={once !== null} />
          <Buttons>
            <SaveThen locale={locale} to="invitations" label={own.invitations} />
            <SaveThen locale={locale} to="person" label={own.people} />
            <SaveThen locale={locale} to="organisation" label={own.organisations} />
          </Buttons>
          {rows.length === 0 ? <p class="small">{own.empty}</p> : null}
          {rows.map((row, index) => (
            <Seat
              locale={locale}
              choices={choices}
              row={row}
              index={index}
              count={rows.length}
              typed={typed}
              errors={errors}
            />
          ))}
          <Buttons>
            {rows.length === 0 ? (
              <Button kind="secondary" name="_next" value="three">
                {own.three}
              </Button>
            ) : null}
            <Button kind="secondary" name="_next" value="add">
              {own.add}
            </Button>
          </Buttons>
          <Leaving visit={visit} file={file} slot={slot} typed={typed} errors={errors} />
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

/** How far each region is, as it was saved last. */
function Sums({ locale, slot }: { locale: Locale; slot: FileSlot }): Child {
  const sums = sumsOf(slot.seats)
  if (sums.length === 0) return null
  const { panel, regions: names } = editingProgramme[locale]
  return (
    <ul class="close" aria-label={panel.sums}>
      {sums.map(({ region, all, confirmed, invited, declined }) => (
        <li>
          <Region
            t={partsWords[locale]}
            region={shores[region]}
            label={[
              panel.confirmed(names[region], confirmed, all),
              ...(invited > 0 ? [panel.waiting(invited)] : []),
              ...(declined > 0 ? [panel.declined(declined)] : []),
            ].join(' · ')}
          />
        </li>
      ))}
    </ul>
  )
}

type SeatProps = {
  locale: Locale
  choices: ReturnType<typeof seatChoices>
  row: string
  index: number
  count: number
  typed: Typed
  errors: FieldErrors
}

function Seat({ locale, choices, row, index, count, typed, errors }: SeatProps) {
  const { panel: words } = editingProgramme[locale]
  const { upShort, downShort, remove } = editing[locale].list
  const bind = bindFields(partsWords[locale], typed, errors)
  const region = regions.find(one => one === textOf(typed, seatField(row, 'region')))
  const names = editingProgramme[locale].regions
  return (
    <fieldset class="versions">
      <legend>{region ? words.seatOf(index + 1, names[region]) : words.seat(index + 1)}</legend>
      <input type="hidden" name="seat[]" value={row} />
      <div class="close">
        <div class="sides">
          <SelectField {...bind(seatField(row, 'region'))} label={words.region} choices={choices.region} />
          <SelectField
            {...bind(seatField(row, 'organisation'))}
            label={words.organisation}
            choices={choices.organisation}
            optional
          />
          <SelectField {...bind(seatField(row, 'person'))} label={words.person} choices={choices.person} optional />
          <SelectField {...bind(seatField(row, 'state'))} label={words.state} choices={choices.state} noEmpty />
        </div>
        <Buttons>
          {index > 0 ? (
            <Button kind="secondary" name="_next" value={`up:${row}`}>
              <span aria-hidden="true">{upShort}</span>
              <span class="hidden-text">{words.up(index + 1)}</span>
            </Button>
          ) : null}
          {index < count - 1 ? (
            <Button kind="secondary" name="_next" value={`down:${row}`}>
              <span aria-hidden="true">{downShort}</span>
              <span class="hidden-text">{words.down(index + 1)}</span>
            </Button>
          ) : null}
          <Button kind="secondary" name="_next" value={`remove:${row}`}>
            <span aria-hidden="true">{remove}</span>
            <span class="hidden-text">{words.remove(index + 1)}</span>
          </Button>
        </Buttons>
      </div>
    </fieldset>
  )
}

/** What can be chosen for each part of a seat, by name. */
export function seatChoices(file: SeminarFile, locale: Locale) {
  const { regions: names, states } = editingProgramme[locale]
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
  return {
    region: regions.map(value => ({ value, label: names[value] })),
    organisation: file.organisations
      .map(({ key, name, short }) => {
        const whole = inReadersWords(name, locale, file.source)
        return { value: key, label: short ? `${short} – ${whole}` : whole }
      })
      .toSorted(byLabel),
    person: file.people
      .map(({ key, givenName, familyName }) => ({ value: key, label: `${familyName}, ${givenName}` }))
      .toSorted(byLabel),
    state: seatStates.map(value => ({ value, label: states[value] })),
  }
}

type LeavingProps = { visit: Visit; file: SeminarFile; slot: FileSlot; typed: Typed; errors: FieldErrors }

/** Asked before a seat goes for which somebody was asked. */
function Leaving({ visit, file, slot, typed, errors }: LeavingProps) {
  const { locale } = visit
  const words = editingProgramme[locale].panel
  const leaving = leavingSeats(typed, slot.seats)
  if (leaving.length === 0) return null
  const names = listed(
    locale,
    leaving.map(seat => nameOfSeat(file, seat, locale)),
  )
  return (
    <CheckboxesField
      {...bindFields(partsWords[locale], typed, errors)('leaving[]')}
      label={words.leaving}
      hint={words.leavingHint(leaving.length, names)}
      choices={[{ value: 'yes', label: words.leavingChoice }]}
    />
  )
}

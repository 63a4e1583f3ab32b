import { guests } from '#convene/messages/guests.ts'
import { registration } from '#convene/messages/registration.ts'
import { categories } from '#convene/registration/rules/answers.ts'
import { countriesByRegion, countryCodes } from '#convene/registration/rules/countries.ts'
import { listInvitations } from '#convene/registration/store/desk-invitations.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { isLocale, type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { choose } from '../acts/choose.ts'
import { openList, type WaitingList } from '../acts/open-list.ts'
import type { Choices } from '../acts/waiting.ts'
import { guestFields, type Meaning } from '../rules/fields.ts'
import { type ChosenMeanings, columnLetters, type GuestColumn } from '../rules/guest-table.ts'
import type { GuestDefaults } from '../rules/read-guests.ts'
import { rangeAddress } from '../rules/sheet.ts'
import { deskAddress, type PeopleSeminar, peoplePage, peopleSeminar } from './frame.tsx'
import { meaningInWords } from './look.tsx'

/** GET …/guests/:id/columns: what is read from where, to be put right by hand. */
export async function showColumns(visit: Visit): Promise<Response> {
  const { seminar, opened } = await open(visit)
  return opened === null ? gone(visit, seminar) : columnsPage(visit, seminar, opened, typedOf(opened))
}

/** POST: another sheet or row of headings, or what the columns hold. */
export async function sendColumns(visit: Visit): Promise<Response> {
  const { house } = visit
  const { seminar, opened } = await open(visit)
  if (opened === null) return gone(visit, seminar)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  switch (textOf(sent.typed, 'do')) {
    case 'sheet':
      return chooseSheet(visit, seminar, opened, sent)
    case 'columns':
      return chooseColumns(visit, seminar, opened, sent)
    default:
      throw new Refusal('unprocessable')
  }
}

async function open(visit: Visit) {
  const seminar = await peopleSeminar(visit)
  const { waiting } = await openList(visit.house, visit.actor, seminar.slug, visit.param('id'))
  // Once its import has begun nothing of it is chosen any more.
  return { seminar, opened: waiting === null || waiting.list.importedBy !== null ? null : waiting }
}

const gone = (visit: Visit, seminar: PeopleSeminar) =>
  redirect(visit, deskAddress(visit, seminar, '/guests'), { tone: 'note', text: guests[visit.locale].import.gone })

async function chooseSheet(visit: Visit, seminar: PeopleSeminar, opened: WaitingList, sent: SentForm) {
  const m = guests[visit.locale].columns
  const { sheets } = opened.waiting
  const asked = Number(textOf(sent.typed, 'sheet') || opened.waiting.choices.sheet)
  const sheet = sheets[asked] ? asked : 0
  const written = textOf(sent.typed, 'headingRow').trim()
  if (!/^\d{0,7}$/.test(written))
    return columnsPage(visit, seminar, opened, { ...typedOf(opened), ...sent.typed }, { headingRow: m.headingRowWrong })
  const same = sheet === opened.waiting.choices.sheet
  // On another sheet a row that was found there says nothing of this one.
  const headingRow = written === '' || (!same && written === rowOf(opened)) ? null : Number(written)
  return keep(visit, seminar, opened, { sheet, headingRow, meanings: null }, sent, '/columns')
}

async function chooseColumns(visit: Visit, seminar: PeopleSeminar, opened: WaitingList, sent: SentForm) {
  const m = guests[visit.locale].columns
  const { typed } = sent
  const errors: Record<string, string> = {}
  const meanings: Record<string, Meaning | ''> = {}
  const allowed = new Set<string>(meaningsOf(opened))
  const taken = new Map<string, number>()
  for (const { column } of opened.table.columns) {
    const said = textOf(typed, fieldOf(column))
    const meaning = allowed.has(said) ? (said as Meaning) : ''
    meanings[String(column)] = meaning
    if (meaning === '') continue
    const before = taken.get(meaning)
    if (before === undefined) taken.set(meaning, column)
    else errors[fieldOf(column)] = m.twice(columnLetters(before))
  }
  if (Object.keys(errors).length > 0) return columnsPage(visit, seminar, opened, typed, errors)
  const invitations = await invitationsOf(visit, seminar)
  const invitationId = invitations.find(({ id }) => id === textOf(typed, 'invitation'))?.id ?? null
  const choices = { meanings: meanings as ChosenMeanings, defaults: defaultsIn(typed), invitationId }
  return keep(visit, seminar, opened, choices, sent, '')
}

async function keep(
  visit: Visit,
  seminar: PeopleSeminar,
  { list }: WaitingList,
  choices: Partial<Choices>,
  { once }: SentForm,
  then: '' | '/columns',
) {
  const location = deskAddress(visit, seminar, `/guests/${list.id}${then}`)
  const outcome = await choose(visit.house, visit.actor, seminar.slug, list.id, choices, { once, location })
  if (outcome === 'gone') return gone(visit, seminar)
  return redirect(visit, location, { tone: 'done', text: guests[visit.locale].columns.saved })
}

function defaultsIn(typed: Typed): GuestDefaults {
  const language = textOf(typed, 'language')
  const country = textOf(typed, 'country')
  return {
    category: categories.find(category => category === textOf(typed, 'category')) ?? null,
    country: countryCodes.has(country) ? country : null,
    language: isLocale(language) ? language : null,
    organisation: textOf(typed, 'organisation').trim().slice(0, 200) || null,
  }
}

const fieldOf = (column: number) => `column-${column}`
const rowOf = ({ table }: WaitingList) => (table.headingRow === null ? '0' : String(table.headingRow))
const meaningsOf = ({ questions }: WaitingList): Meaning[] => [
  ...guestFields,
  ...questions.map(({ key }) => `question:${key}` as const),
]

function typedOf(opened: WaitingList): Typed {
  const { table, waiting } = opened
  const { sheet, defaults, invitationId } = waiting.choices
  return {
    sheet: String(sheet),
    headingRow: rowOf(opened),
    ...Object.fromEntries(table.columns.map(({ column, meaning }) => [fieldOf(column), meaning ?? ''])),
    category: defaults.category ?? '',
    country: defaults.country ?? '',
    language: defaults.language ?? '',
    organisation: defaults.organisation ?? '',
    invitation: invitationId ?? '',
  }
}

/** Those that still let somebody in. */
async function invitationsOf(visit: Visit, seminar: PeopleSeminar) {
  const all = await as(visit.house.db, visit.actor, tx => listInvitations(tx, seminar.id))
  return all.filter(({ endedAt, isOver }) => endedAt === null && !isOver)
}

async function columnsPage(
  visit: Visit,
  seminar: PeopleSeminar,
  opened: WaitingList,
  typed: Typed,
  errors: FieldErrors = {},
): Promise<Response> {
  const { locale, house } = visit
  const t = parts[locale]
  const m = guests[locale]
  const { list, table, waiting } = opened
  const here = deskAddress(visit, seminar, `/guests/${list.id}`)
  const field = bindFields(t, typed, errors)
  const invitations = await invitationsOf(visit, seminar)
  const { sheets } = waiting
  const ofSheet = Object.hasOwn(errors, 'headingRow')
  return peoplePage(
    visit,
    seminar,
    {
      title: m.columns.title,
      lead: m.columns.lead,
      above: [
        { label: m.title, path: '/guests' },
        { label: list.fileName, path: `/guests/${list.id}` },
      ],
      failed: Object.keys(errors).length > 0,
    },
    <div class="stack measure">
      <section class="stack">
        <h2>{m.columns.sheetTitle}</h2>
        <Form
          t={t}
          action={`${here}/columns`}
          once={newOnceKey(house.keys)}
          hidden={{ do: 'sheet' }}
          errors={ofSheet ? errors : {}}
          short
        >
          {sheets.length > 1 ? (
            <SelectField
              {...field('sheet')}
              label={m.columns.sheet}
              noEmpty
              choices={sheets.map(({ name, hidden }, index) => {
                const said = name || m.columns.unnamed(index + 1)
                return { value: String(index), label: hidden ? m.columns.hidden(said) : said }
              })}
            />
          ) : null}
          <TextField
            {...field('headingRow')}
            label={m.columns.headingRow}
            hint={m.columns.headingRowHint}
            inputMode="numeric"
            optional
            short
          />
          <Buttons>
            <Button kind="secondary">{m.columns.useSheet}</Button>
          </Buttons>
        </Form>
      </section>
      <section class="stack">
        <h2>{m.columns.columnsTitle}</h2>
        <Form
          t={t}
          action={`${here}/columns`}
          once={newOnceKey(house.keys)}
          hidden={{ do: 'columns' }}
          errors={ofSheet ? {} : errors}
          short
        >
          {table.columns.map(one => (
            <SelectField
              {...field(fieldOf(one.column))}
              label={m.columns.column(columnLetters(one.column), one.heading || m.columns.noHeading)}
              hint={hintOf(visit, opened, one)}
              noEmpty
              optional
              choices={[
                { value: '', label: m.columns.notRead },
                ...meaningsOf(opened).map(meaning => ({
                  value: meaning,
                  label: meaningInWords(visit, opened, meaning),
                })),
              ]}
            />
          ))}
          <h3>{m.columns.forAll}</h3>
          <p class="small">{m.columns.forAllHint}</p>
          <SelectField
            {...field('category')}
            label={m.fields.category}
            optional
            choices={categories.map(value => ({ value, label: registration[locale].categories[value] }))}
          />
          <TextField {...field('organisation')} label={m.fields.organisation} maxLength={200} optional />
          <SelectField {...field('country')} label={m.fields.country} optional groups={countryGroups(locale)} />
          <SelectField
            {...field('language')}
            label={m.fields.language}
            optional
            choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
          />
          <SelectField
            {...field('invitation')}
            label={m.columns.invitation}
            hint={m.columns.invitationHint}
            noEmpty
            optional
            choices={[
              { value: '', label: m.columns.noInvitation },
              ...invitations.map(({ id, label, code }) => ({ value: id, label: `${label} (${code})` })),
            ]}
          />
          <Buttons>
            <Button>{m.columns.save}</Button>
            <a href={here}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </section>
    </div>,
  )
}

/** What stands in the first cell that holds something; of a merged heading, that it is one. */
function hintOf({ locale }: Visit, { grid, table }: WaitingList, { column, merged }: GuestColumn): string {
  const m = guests[locale].columns
  const text = grid.sheet.rows
    .filter(({ number }) => number >= table.from)
    .slice(0, 50)
    .map(({ number }) => grid.at(number, column)?.cell.text ?? '')
    .find(said => said !== '')
  const example = text === undefined ? m.nothing : m.example(text.length > 60 ? `${text.slice(0, 60)}…` : text)
  return merged === null ? example : `${m.mergedHint(rangeAddress(merged))} · ${example}`
}

function countryGroups(locale: Locale) {
  const collator = new Intl.Collator(locale)
  return countriesByRegion.map(({ region, codes }) => ({
    label: registration[locale].regions[region],
    choices: codes
      .map(value => ({ value, label: countryName(locale, value) }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  }))
}

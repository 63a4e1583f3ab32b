import { editingNew } from '#convene/messages/editing-new.ts'
import { makeSeminar } from '#convene/seminar/acts/make-seminar.ts'
import { organises } from '#convene/seminar/acts/organises.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { zonesOf } from '#ground/people/rules/time-zones.ts'
import { page, publicAddress, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  Form,
  RadiosField,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { EmptyPage, PageHead } from '#ground/web/parts/text.tsx'
import { forbidden } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { type Beginning, beginningOf, isOver, placeFields, withUsual } from '../rules/begin.ts'
import { dataFrom, namesOf, textOf, valuesOf } from '../rules/fields.ts'
import { errorsInWords } from './errors-in-words.ts'
import { FormFields } from './fields.tsx'
import { FirstButton } from './first-button.tsx'
import { carried, networksToEdit, readStart, startFields } from './new-start.ts'
import { deskOf } from './office.ts'

const pathOf = (visit: Visit) => `/${visit.locale}/desk/seminars/new`
const steps = 6

/** GET /:l/desk/seminars/new: the title of a new seminar, and the other ways to begin. */
export async function showNew(visit: Visit): Promise<Response> {
  return startPage(visit, { source: visit.locale, languages: visit.locale }, {})
}

/**
 * POST of the same. The first page leads to the second with its answers in hidden fields, and nothing is written before the
 * second is right too; from then on there is a draft.
 */
export async function sendNew(visit: Visit): Promise<Response> {
  if (!organises(visit)) throw forbidden()
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { typed } = sent
  if (textOf(typed, '_next') === 'back') return startPage(visit, typed, {})
  const start = await readStart(visit, typed)
  if (!start.ok) return startPage(visit, typed, start.errors)
  const { beginning } = start
  const known = { ...typed, slug: beginning.slug }
  if (textOf(typed, 'step') !== 'place') return placePage(visit, beginning, known, {}, null)
  const now = house.clock.now()
  const file = withUsual(dataFrom(placeFields, beginningOf(beginning), typed, beginning.source), now)
  if (isOver(file, now)) return placePage(visit, beginning, known, { date: editingNew[locale].place.past }, sent.once)
  const location = (slug: string) => `${deskOf(visit, slug)}/new/places`
  const made = await makeSeminar(house, visit.actor, file, { sent: { once: sent.once, location } })
  switch (made.outcome) {
    case 'taken':
      return startPage(visit, typed, { slug: editingNew[locale].start.takenUnknown })
    case 'invalid': {
      const told = { locale, prefix: [], within: '' as const, fields: placeFields, typed, source: beginning.source }
      const errors: Record<string, string> = { ...errorsInWords(made.problems, told) }
      // The country has several zones, or none that we know: which one is asked, not what a zone looks like.
      if (errors.time_zone && textOf(typed, 'time_zone') === '') {
        if (zonesOf(file.venue.country).length > 1)
          errors.time_zone = editingNew[locale].place.zoneNeeded(countryName(locale, file.venue.country))
        else delete errors.time_zone
      }
      if (Object.keys(errors).length === 0) errors.time_zone = editingNew[locale].place.zoneUnknown
      return placePage(visit, beginning, known, errors, sent.once)
    }
    case 'made':
      return redirect(visit, location(made.slug), { tone: 'done', text: editingNew[locale].kept })
  }
}

const placeNames = (languages: Beginning['languages']) => namesOf(placeFields, languages, {}).map(({ name }) => name)

async function startPage(visit: Visit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const { locale, house } = visit
  const words = editingNew[locale]
  const networks = await as(house.db, visit.actor, tx => networksToEdit(visit, tx))
  if (networks.length === 0) return noNetwork(visit)
  const t = parts[locale]
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  const named = locales.map(value => ({ value, label: nameOfLocale[value] }))
  return page(
    visit,
    layout(
      visit,
      { title: words.start.title, office: true, failed, breadcrumb: [{ label: words.start.title }] },
      <div class="stack measure">
        <PageHead kicker={words.step(1, steps)} title={words.start.title} lead={words.start.lead} />
        <Form
          t={t}
          action={pathOf(visit)}
          errors={errors}
          hidden={{ step: 'start', ...presentOnly(carried(typed, placeNames(locales.slice()))) }}
        >
          <TextField {...field('title')} label={words.start.seminarTitle} hint={words.start.titleHint} />
          <RadiosField {...field('source')} label={words.start.source} hint={words.start.sourceHint} choices={named} />
          <CheckboxesField
            {...field('languages[]')}
            values={valuesOf(typed, 'languages')}
            label={words.start.languages}
            hint={words.start.languagesHint}
            choices={named}
            optional
          />
          {networks.length > 1 ? (
            <SelectField
              {...field('network')}
              label={words.start.network}
              choices={networks.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          ) : null}
          <TextField {...field('slug')} label={words.start.slug} hint={words.start.slugHint} optional />
          <Buttons>
            <Button>{words.next}</Button>
          </Buttons>
        </Form>
        <h2>{words.start.otherWays}</h2>
        <ul class="doors">
          <li>
            <a href={`/${locale}/desk/seminars/new/copy`}>{words.start.copy}</a>
            <p class="small">{words.start.copyText}</p>
          </li>
          <li>
            <a href={`/${locale}/desk/import`}>{words.start.file}</a>
            <p class="small">{words.start.fileText}</p>
          </li>
        </ul>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

const presentOnly = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

function placePage(visit: Visit, beginning: Beginning, typed: Typed, errors: FieldErrors, once: string | null) {
  const { locale, house } = visit
  const words = editingNew[locale]
  const failed = Object.keys(errors).length > 0
  const address = publicAddress(house, `/${beginning.source}/seminars/${beginning.slug}`)
  return page(
    visit,
    layout(
      visit,
      {
        title: words.place.title,
        office: true,
        failed,
        breadcrumb: [{ label: words.start.title, href: pathOf(visit) }, { label: words.place.title }],
      },
      <div class="stack measure">
        <PageHead kicker={words.step(2, steps)} title={words.place.title} lead={words.place.lead(address)} />
        <Form
          t={parts[locale]}
          action={pathOf(visit)}
          errors={errors}
          once={once ?? newOnceKey(house.keys)}
          hidden={{ step: 'place', ...carried(typed, startFields) }}
        >
          <FirstButton label={words.next} />
          <FormFields
            locale={locale}
            within=""
            fields={placeFields}
            typed={typed}
            errors={errors}
            languages={[beginning.source]}
            venue={{ zone: '', country: '' }}
            hints={{ time_zone: words.place.zoneHint }}
          />
          <Buttons>
            <Button>{words.saveAndNext}</Button>
            <Button kind="secondary" name="_next" value="back">
              {words.previous}
            </Button>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

/** Nobody can convene without a network: what to do about it, for whoever can and for whoever cannot. */
function noNetwork(visit: Visit) {
  const { locale } = visit
  const words = editingNew[locale].noNetwork
  const isAdministrator = may(visit, 'administer')
  const create = { href: `/${locale}/administration/spaces/networks/new`, label: words.create }
  const access = { href: `/${locale}/administration/access`, label: words.access }
  return page(
    visit,
    layout(
      visit,
      { title: editingNew[locale].start.title, office: true, breadcrumb: [{ label: editingNew[locale].start.title }] },
      <div class="stack measure">
        <PageHead title={editingNew[locale].start.title} />
        <EmptyPage
          title={words.title}
          text={isAdministrator ? words.administrator : words.others}
          action={isAdministrator ? create : access}
        />
      </div>,
    ),
  )
}

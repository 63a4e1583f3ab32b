import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import {
  Button,
  Buttons,
  bindFields,
  ConsentField,
  EmailField,
  Form,
  RadiosField,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { categories } from '../rules/answers.ts'
import { countriesByRegion } from '../rules/countries.ts'
import { type WindowState, windowState } from '../rules/window.ts'
import { overall, readPlaces } from '../store/places.ts'
import {
  type Consent,
  findSeminarToRegisterFor,
  type SeminarToRegisterFor,
  type SeminarWords,
  seminarWords,
} from '../store/seminar.ts'
import { Contacts } from './contacts.tsx'
import { cityOf, momentAt, titleOf } from './words.ts'

/** The field that people do not see: what is written in it was written by a program. */
export const trapField = 'nickname'
export const consentField = (key: string) => `consent-${key}`

/** A public seminar and what the pages of a registration say about it. */
export async function openSeminar(visit: Visit) {
  return asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    if (seminar === null) throw notFound()
    const words = await seminarWords(tx, seminar.id)
    const places = (await readPlaces(tx, seminar.id)).find(quota => quota.quota === overall)
    return { seminar, words, full: places !== undefined && places.taken >= places.capacity }
  })
}
type Opened = Awaited<ReturnType<typeof openSeminar>>

/** The form, empty; or the page that says why there is none. */
export async function showForm(visit: Visit): Promise<Response> {
  const opened = await openSeminar(visit)
  const window = windowState(opened.seminar, opened.seminar.now)
  if (window !== 'open') return shut(visit, opened, window)
  return formPage(visit, opened, { typed: { language: visit.locale }, errors: {}, once: newOnceKey(visit.house.keys) })
}

type Filled = { typed: Typed; errors: FieldErrors; once: string }

/** The form with what was typed; `errors` are sentences, in the order of the fields. */
export function formPage(visit: Visit, { seminar, words, full }: Opened, { typed, errors, once }: Filled) {
  const { locale } = visit
  const m = registration[locale]
  const t = parts[locale]
  const field = bindFields(t, typed, errors)
  const title = titleOf(words, seminar, locale)
  const failed = Object.keys(errors).length > 0
  const back = `/${locale}/seminars/${seminar.slug}`
  return page(
    visit,
    layout(
      visit,
      { title: `${m.form.title} – ${title}`, failed, breadcrumb: trail(m, locale, title, back, m.form.title) },
      <div class="stack measure">
        <PageHead title={m.form.title} lead={m.form.lead(title)} />
        <p>{m.form.until(momentAt(seminar, locale, seminar.closesAt), cityOf(seminar, locale))}</p>
        {full ? <Note tone="warning">{m.form.full}</Note> : null}
        <Form t={t} action={`${back}/register`} once={once} errors={errors}>
          <TextField
            {...field('givenName')}
            label={m.form.givenName}
            hint={m.form.nameHint}
            autocomplete="given-name"
          />
          <TextField {...field('familyName')} label={m.form.familyName} autocomplete="family-name" />
          <EmailField {...field('email')} label={m.form.email} hint={m.form.emailHint} />
          <Trap label={m.form.trap} />
          <RadiosField
            {...field('category')}
            label={m.form.category}
            choices={categories.map(value => ({ value, label: m.categories[value] }))}
          />
          <TextField
            {...field('organisation')}
            label={m.form.organisation}
            hint={m.form.organisationHint}
            autocomplete="organization"
          />
          <SelectField
            {...field('country')}
            label={m.form.country}
            groups={countryGroups(locale, m)}
            autocomplete="country"
          />
          <SelectField
            {...field('language')}
            label={m.form.language}
            choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
          />
          {words.consents.length > 0 ? <h2>{m.form.consents}</h2> : null}
          {words.consents.map(consent => (
            <OneConsent consent={consent} locale={locale} field={field(consentField(consent.key))} />
          ))}
          <Buttons>
            <Button>{m.form.submit}</Button>
            <a href={back}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

function OneConsent(props: { consent: Consent; locale: Locale; field: ReturnType<ReturnType<typeof bindFields>> }) {
  const { consent, locale, field } = props
  const text = show(consent.text, locale) ?? { text: consent.key, language: locale, stale: false }
  const { value, ...rest } = field
  return (
    <ConsentField {...rest} text={text} pageLanguage={locale} optional={!consent.required} checked={value === 'yes'} />
  )
}

// Out of sight and out of the order of the tab key: nobody who reads the page, by eye or by ear, comes across it.
function Trap({ label }: { label: string }) {
  return (
    <div class="hidden-text" aria-hidden="true">
      <label for="field-nickname">{label}</label>
      <input id="field-nickname" type="text" name={trapField} value="" tabindex={-1} autocomplete="off" />
    </div>
  )
}

const groups: Partial<Record<Locale, ReturnType<typeof makeGroups>>> = {}
const countryGroups = (locale: Locale, m: RegistrationMessages) => (groups[locale] ??= makeGroups(locale, m))

function makeGroups(locale: Locale, m: RegistrationMessages) {
  const collator = new Intl.Collator(locale)
  return countriesByRegion.map(({ region, codes }) => ({
    label: m.regions[region],
    choices: codes
      .map(value => ({ value, label: countryName(locale, value) }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  }))
}

export const trail = (m: RegistrationMessages, locale: Locale, title: string, href: string, here: string) => [
  { label: m.seminars, href: `/${locale}/seminars` },
  { label: title, href },
  { label: here },
]

/** Why there is no form now, and whom to write to. */
export function shut(visit: Visit, opened: Opened, why: Exclude<WindowState, 'open'>, typedBefore = false) {
  const { seminar, words } = opened
  const { locale } = visit
  const m = registration[locale]
  const title = titleOf(words, seminar, locale)
  const back = `/${locale}/seminars/${seminar.slug}`
  const said = sentence(m, locale, seminar, why)
  return page(
    visit,
    layout(
      visit,
      { title: `${said.title} – ${title}`, noIndex: true, breadcrumb: trail(m, locale, title, back, m.form.title) },
      <div class="stack measure">
        <PageHead kicker={title} title={said.title} lead={said.text} />
        {typedBefore ? <Note tone="warning">{m.shut.notKept}</Note> : null}
        <Contacts title={m.shut.contact} contacts={words.contacts} locale={locale} />
        <Buttons>
          <LinkButton href={back} kind="secondary">
            {m.shut.back}
          </LinkButton>
        </Buttons>
      </div>,
    ),
    typedBefore ? 409 : 200,
  )
}

function sentence(
  m: RegistrationMessages,
  locale: Locale,
  seminar: SeminarToRegisterFor,
  why: Exclude<WindowState, 'open'>,
): { title: string; text: string } {
  const city = cityOf(seminar, locale)
  switch (why) {
    case 'cancelled':
      return { title: m.shut.cancelledTitle, text: m.shut.cancelled }
    case 'closed':
      return { title: m.shut.closedTitle, text: m.shut.closed(momentAt(seminar, locale, seminar.closesAt), city) }
    case 'not-yet-open':
      return {
        title: m.shut.notYetTitle,
        text: seminar.opensAt ? m.shut.notYet(momentAt(seminar, locale, seminar.opensAt), city) : '',
      }
  }
}

export type { SeminarWords }

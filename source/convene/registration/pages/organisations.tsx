import { z } from 'zod'
import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { typedOrganisationWords } from '#convene/messages/typed-organisations.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, list } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number as inFigures } from '#ground/languages/say.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { type ApprovedAs, approveOrganisation } from '../acts/approve-organisation.ts'
import { longest } from '../rules/answers.ts'
import { countryCodes } from '../rules/countries.ts'
import { foldName, foldOrganisation } from '../rules/fold.ts'
import {
  networkOf,
  type OrganisationKind,
  type TypedOrganisation,
  typedOrganisations,
} from '../store/approve-organisations.ts'
import { anyOrganisation, resembling, resemblingEach, type Suggestion } from '../store/suggestions.ts'
import { deskPage } from './desk/desk-page.tsx'
import { deskTrail, type OfficeSeminar, peopleSeminar } from './desk.tsx'
import { countryGroups } from './form/organisation.tsx'

const kinds = [
  'local-government',
  'university',
  'association',
  'ngo',
  'network',
  'institution',
  'state',
  'international',
  'donor',
  'company',
  'service',
  'other',
] as const satisfies readonly OrganisationKind[]
const mostAlike = 5
const size = 25

const addressOf = (visit: Visit, seminar: OfficeSeminar) =>
  `/${visit.locale}/desk/seminars/${seminar.slug}/organisations`

/** The names that registrants have typed, to approve; or one of them, named by `?name=`. */
export async function showOrganisations(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  const key = foldOrganisation(visit.url.searchParams.get('name') ?? '')
  if (key !== '') {
    const opened = await openOne(visit, seminar, key)
    if (opened) return onePage(visit, seminar, opened, firstAnswers(opened), {}, newOnceKey(visit.house.keys))
    return listPage(visit, seminar, typedOrganisationWords[visit.locale].gone)
  }
  return listPage(visit, seminar)
}

async function listPage(visit: Visit, seminar: OfficeSeminar, gone?: string): Promise<Response> {
  const { locale } = visit
  const w = typedOrganisationWords[locale]
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const number = Number.isSafeInteger(asked) && asked >= 1 ? asked : 1
  const { rows, alike, total } = await as(visit.house.db, visit.actor, async tx => {
    const all = await typedOrganisations(tx, seminar.id)
    // What each resembles is looked for among all that are approved: for those of this page only.
    const rows = all.slice((number - 1) * size, number * size)
    const names = rows.map(({ names }) => names[0] ?? '')
    const alike = await resemblingEach(tx, 'organisation', seminar.id, names, { locale, most: 3 })
    return { rows, alike, total: all.length }
  })
  const listed = rows.map((row, index) => ({ ...row, alike: alike[index] ?? [] }))
  const at = addressOf(visit, seminar)
  return deskPage(
    visit,
    seminar,
    { title: w.title, lead: w.lead },
    <>
      {gone ? <Note tone="warning">{gone}</Note> : null}
      <DataTable
        t={parts[locale]}
        caption={w.caption}
        quiet
        rows={listed}
        address={at}
        paging={{ page: number, pages: Math.ceil(total / size), size, total }}
        rowLink={row => `${at}?${new URLSearchParams({ name: row.key })}`}
        columns={[
          { key: 'name', heading: w.columns.name, cell: row => <span dir="auto">{row.names[0]}</span> },
          { key: 'people', heading: w.columns.people, kind: 'number', cell: row => inFigures(locale, row.people) },
          {
            key: 'country',
            heading: w.columns.country,
            cell: row =>
              list(
                locale,
                row.countries.slice(0, 3).map(code => countryName(locale, code)),
              ),
          },
          {
            key: 'like',
            heading: w.columns.like,
            cell: row =>
              row.alike.length === 0
                ? w.likeNone
                : list(
                    locale,
                    row.alike.map(({ name }) => name),
                  ),
          },
        ]}
        empty={{ title: w.emptyTitle, text: w.empty }}
      />
    </>,
  )
}

type One = {
  typed: TypedOrganisation
  alike: readonly Suggestion[]
  /** Whether any organisation is approved: only then can it be the same as one. */
  anyApproved: boolean
  mayTellNetwork: boolean
}

async function openOne(visit: Visit, seminar: OfficeSeminar, key: string): Promise<One | null> {
  const { locale } = visit
  return as(visit.house.db, visit.actor, async tx => {
    const [typed] = await typedOrganisations(tx, seminar.id, key)
    if (!typed) return null
    const network = await networkOf(tx, seminar.id)
    return {
      typed,
      alike: await resembling(tx, 'organisation', seminar.id, typed.names[0] ?? '', { locale, most: mostAlike }),
      anyApproved: await anyOrganisation(tx, seminar.id),
      mayTellNetwork: network !== null && may(visit, 'edit', network),
    }
  })
}

const firstAnswers = ({ typed, mayTellNetwork }: One): Typed => ({
  what: 'new',
  name: typed.names[0] ?? '',
  // The language of the person's mails says nothing about the name of their organisation.
  language: '',
  country: typed.countries[0] ?? '',
  knownTo: mayTellNetwork ? 'network' : 'seminar',
})

function onePage(
  visit: Visit,
  seminar: OfficeSeminar,
  { typed: row, alike, anyApproved, mayTellNetwork }: One,
  typed: Typed,
  errors: FieldErrors,
  once: string,
) {
  const { locale } = visit
  const all = typedOrganisationWords[locale]
  const w = all.one
  const t = parts[locale]
  const at = addressOf(visit, seminar)
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  const name = row.names[0] ?? ''
  return page(
    visit,
    layout(
      visit,
      {
        title: `${w.title(name)} – ${seminar.title}`,
        office: true,
        failed,
        islands: ['search-suggestions'],
        breadcrumb: deskTrail(visit, seminar, { label: all.title, path: '/organisations' }, name),
      },
      <div class="stack measure">
        <PageHead kicker={seminar.title} title={<span dir="auto">{w.title(name)}</span>} lead={w.people(row.people)} />
        {row.names.length > 1 ? <p dir="auto">{all.alsoWritten(list(locale, row.names.slice(1)))}</p> : null}
        <p>{w.stays}</p>
        <Form t={t} action={at} once={once} errors={errors} hidden={{ key: row.key }}>
          <RadiosField
            {...field('what')}
            label={w.whatIsIt}
            choices={[
              { value: 'new', label: w.isNew, hint: w.isNewHint },
              ...alike.map(known => ({ value: known.id, ...described(known, locale) })),
              ...(anyApproved ? [{ value: 'other', label: w.isOther, hint: w.isOtherHint }] : []),
            ]}
          />
          <h2>{w.newTitle}</h2>
          <TextField {...field('name')} label={w.name} hint={w.nameHint} autocomplete="off" />
          <SelectField
            {...field('language')}
            label={w.language}
            hint={w.languageHint}
            choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
          />
          <SelectField
            {...field('kind')}
            label={w.kind}
            choices={kinds.map(value => ({ value, label: all.kinds[value] }))}
          />
          <SelectField
            {...field('country')}
            label={w.country}
            optional
            groups={countryGroups(locale, registration[locale])}
          />
          {mayTellNetwork ? (
            <RadiosField
              {...field('knownTo')}
              label={w.knownTo}
              choices={[
                { value: 'network', label: w.knownToNetwork },
                { value: 'seminar', label: w.knownToSeminar },
              ]}
            />
          ) : null}
          <p class="small">{w.public}</p>
          {anyApproved ? (
            <>
              <h2>{w.isOther}</h2>
              <search-suggestions
                source={`/${locale}/seminars/${seminar.slug}/organisations`}
                id-field="otherId"
                list-label={formWords[locale].ask.suggestions}
              >
                <TextField {...field('other')} label={w.other} hint={w.otherHint} autocomplete="off" />
                <input type="hidden" name="otherId" value={textOf(typed, 'otherId')} />
              </search-suggestions>
            </>
          ) : null}
          <Buttons>
            <Button>{w.approve}</Button>
            <a href={at}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

const described = ({ name, shortName, country }: Suggestion, locale: Locale) => {
  const hint = [shortName === name ? null : shortName, country && countryName(locale, country)]
    .filter(Boolean)
    .join(' · ')
  return { label: name, ...(hint ? { hint } : {}) }
}

const newSchema = z.object({
  name: z.string().trim().min(1, 'name').max(longest.organisation, 'nameTooLong'),
  language: z.enum(locales, { error: 'language' }),
  kind: z.enum(kinds, { error: 'kind' }),
  country: z
    .string()
    .refine(code => code === '' || countryCodes.has(code), 'country')
    .transform(code => code || null),
  knownTo: z.enum(['seminar', 'network'], { error: 'knownTo' }).default('seminar'),
})

/** Approves a typed name, as new or as one that is known. */
export async function approve(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const w = typedOrganisationWords[locale]
  const seminar = await peopleSeminar(visit)
  const { typed, once } = await readForm(visit.request)
  const led = await alreadySent(house, once)
  if (led) return redirect(visit, led)
  const key = foldOrganisation(textOf(typed, 'key'))
  const opened = await openOne(visit, seminar, key)
  const at = addressOf(visit, seminar)
  if (!opened) return redirect(visit, at, { tone: 'note', text: w.gone })
  const read = await readApproval(visit, seminar, opened, typed)
  if ('errors' in read) {
    return onePage(visit, seminar, opened, typed, inWords(w.errors, read.errors), once ?? newOnceKey(house.keys))
  }
  const result = await approveOrganisation(house, visit.actor, seminar.slug, key, read.approved, { once, location: at })
  return redirect(
    visit,
    at,
    result.outcome === 'approved'
      ? { tone: 'done', text: w.approved(result.registrations) }
      : { tone: 'note', text: w.gone },
  )
}

type Read = { approved: ApprovedAs } | { errors: FieldErrors }

async function readApproval(visit: Visit, seminar: OfficeSeminar, { alike }: One, typed: Typed): Promise<Read> {
  const what = textOf(typed, 'what')
  if (what === 'new') {
    const checked = check(newSchema, typed)
    return checked.ok ? { approved: checked.value } : { errors: checked.errors }
  }
  if (what === 'other') {
    const name = textOf(typed, 'other')
    const found = await as(visit.house.db, visit.actor, tx =>
      resembling(tx, 'organisation', seminar.id, name, { locale: visit.locale, most: 12 }),
    )
    const exact = found.filter(({ names }) => names.some(known => foldName(known) === foldName(name)))
    const chosen =
      exact.find(({ id }) => id === textOf(typed, 'otherId')) ?? (exact.length === 1 ? exact[0] : undefined)
    return chosen ? { approved: { sameAs: chosen.id } } : { errors: { other: 'other' } }
  }
  return alike.some(({ id }) => id === what) ? { approved: { sameAs: what } } : { errors: { what: 'what' } }
}

import { deskPlaces } from '#convene/messages/desk-places.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { namedSpaces } from '#ground/people/store/spaces.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form, RadiosField, TextField } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { changePlaces, placesVersion, problemsWith } from '../../acts/change-places.ts'
import { categories } from '../../rules/answers.ts'
import { overall } from '../../rules/places.ts'
import { admissionOf } from '../../store/admission.ts'
import { publicTerritories } from '../../store/desk-invitations.ts'
import { readQuotas } from '../../store/hall-view.ts'
import { readPlacesSettings } from '../../store/places-settings.ts'
import { type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { errorsFrom, keysIn, readPlacesForm, typedFrom, valuesOf } from './places-fields.ts'
import { labelsOf, withPlaces } from './places-labels.ts'
import { stalePlaces } from './places-stale.tsx'
import { QuotaFields, type Territory } from './quota-fields.tsx'
import { UntilFields } from './until-fields.tsx'

/** Quotas and how places are given, as a form. */
export async function showPlacesForm(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  const settings = await as(visit.house.db, visit.actor, tx => readPlacesSettings(tx, seminar.id))
  return placesForm(visit, seminar, typedFrom(settings, seminar.timeZone), {}, placesVersion(settings), null)
}

/** Saves the form of places; `_next=add` brings it back with one more quota, and nothing saved. */
export async function sendPlaces(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = deskPlaces[locale]
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, version, once } = sent
  const next = textOf(typed, '_next')
  if (next === 'add') {
    const more = withOneMore(typed)
    return placesForm(visit, seminar, more, {}, version, once, keysIn(more).at(-1))
  }
  if (next === 'edit') return placesForm(visit, seminar, typed, {}, version, once)
  const settings = await as(house.db, visit.actor, tx => readPlacesSettings(tx, seminar.id))
  const had = settings.quotas.some(({ key }) => key === overall)
  const read = readPlacesForm(typed, seminar.timeZone, seminar.sourceLanguage, had)
  if (Object.keys(read.errors).length > 0) {
    // What could not be read and what would be refused: everything at once.
    const problems = await as(house.db, visit.actor, async tx => {
      const { endsAt } = await admissionOf(tx, seminar.id)
      return problemsWith(tx, { ...seminar, endsAt }, read.settings)
    })
    const errors = { ...errorsFrom(problems, read, seminar.sourceLanguage), ...read.errors }
    return placesForm(visit, seminar, typed, errors, version, once)
  }
  const location = `/${locale}/desk/seminars/${seminar.slug}/places`
  const remember = { once, location }
  const done = await changePlaces(house, visit.actor, seminar.slug, { ...read.settings, version }, remember)
  switch (done.outcome) {
    case 'stale':
      return stalePlaces(visit, seminar, typed, done, once ?? newOnceKey(house.keys))
    case 'invalid':
      return placesForm(visit, seminar, typed, errorsFrom(done.problems, read, seminar.sourceLanguage), version, once)
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: words.saved(done.promoted) })
  }
}

/** The form with an empty quota after the others; what was typed stays. */
function withOneMore(typed: Typed): Typed {
  const keys = keysIn(typed)
  const numbers = keys.flatMap(key => (key.startsWith('~') ? [Number(key.slice(1)) || 0] : []))
  return { ...typed, 'quota[]': [...keys, `~${Math.max(0, ...numbers) + 1}`] }
}

async function placesForm(
  visit: Visit,
  seminar: OfficeSeminar,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string | null,
  /** The quota that has just been added: where to go on. */
  goOnAt?: string,
) {
  const { locale, house } = visit
  const t = parts[locale]
  const words = deskPlaces[locale]
  const { territories, had } = await as(house.db, visit.actor, async tx => ({
    territories: (await namedSpaces(tx, locale, await publicTerritories(tx))).map(
      ({ id, name }): Territory => ({ id, name }),
    ),
    had: (await readQuotas(tx, seminar.id)).some(({ key }) => key === overall),
  }))
  const said = inWords(words.errors, errors)
  const failed = Object.keys(said).length > 0
  const at = `/${locale}/desk/seminars/${seminar.slug}/places`
  const keys = keysIn(typed)
  const { fields } = labelsOf(visit, seminar.sourceLanguage, keys, name => textOf(typed, name))
  return deskPage(
    visit,
    seminar,
    { title: words.edit, lead: words.editLead, above: [{ label: words.title, path: '/places' }], failed },
    <Form
      t={t}
      action={`${at}/edit`}
      version={version ?? undefined}
      once={once ?? newOnceKey(house.keys)}
      errors={withPlaces(locale, fields, said)}
      whole
    >
      <TextField
        {...bindFields(t, typed, said)('capacity')}
        label={words.capacityOfAll}
        hint={had ? words.capacityHint : words.noCapacityHint}
        inputMode="numeric"
        optional={!had}
        short
      />
      {keys.map(key => (
        <QuotaFields
          visit={visit}
          quotaKey={key}
          keys={keys}
          here={key === goOnAt}
          typed={typed}
          errors={said}
          source={seminar.sourceLanguage}
          territories={territories}
        />
      ))}
      <Buttons>
        <Button kind="secondary" name="_next" value="add">
          {words.addQuota}
        </Button>
      </Buttons>
      <AdmissionFields visit={visit} seminar={seminar} typed={typed} errors={said} />
      <Buttons>
        <Button>{words.save}</Button>
        <a href={at}>{t.form.cancel}</a>
      </Buttons>
    </Form>,
  )
}

type FieldsProps = { visit: Visit; seminar: OfficeSeminar; typed: Typed; errors: FieldErrors }

function AdmissionFields({ visit, seminar, typed, errors }: FieldsProps) {
  const { locale } = visit
  const t = parts[locale]
  const m = registration[locale]
  const words = deskPlaces[locale]
  const field = bindFields(t, typed, errors)
  const at = { visit, seminar, field }
  return (
    <section class="part">
      <h2>{words.rules}</h2>
      <CheckboxesField
        {...field('approval[]')}
        values={valuesOf(typed, 'approval')}
        label={words.approval}
        hint={words.approvalHint}
        choices={categories.map(value => ({ value, label: m.categories[value] }))}
        optional
      />
      <TextField
        {...field('perOrganisation')}
        label={words.perOrganisation}
        hint={words.perOrganisationHint}
        inputMode="numeric"
        optional
        short
      />
      <RadiosField
        {...field('promotion')}
        label={words.promotion}
        choices={[
          { value: 'direct', label: words.directChoice, hint: words.directHint },
          { value: 'offer', label: words.offerChoice, hint: words.offerHint },
        ]}
      />
      <TextField
        {...field('offerHours')}
        label={words.offerHours}
        hint={words.offerHoursHint}
        inputMode="numeric"
        short
      />
      <UntilFields {...at} name="promoteUntil" label={words.promoteUntil} hint={words.promoteUntilHint} />
      <UntilFields
        {...at}
        name="changeUntil"
        label={words.changeUntil}
        hint={words.changeUntilHint(moment(locale, seminar.closesAt, seminar.timeZone))}
      />
      <TextField {...field('perForm')} label={words.perForm} hint={words.perFormHint} inputMode="numeric" short />
    </section>
  )
}

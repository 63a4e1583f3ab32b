import { formWords } from '#convene/messages/form.ts'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, StaleSave, TextField } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { changeRegistration, type RegistrationChanged } from '../../acts/change-registration.ts'
import { quotaNames, readQuotas } from '../../store/hall-view.ts'
import type { OwnAnswers } from '../../store/own.ts'
import { currentQuestions } from '../../store/questions.ts'
import { spokenLanguages } from '../../store/seminar.ts'
import { anyTerritory } from '../../store/suggestions.ts'
import { answerErrors, checkPerson, inOrderOfPage } from '../form/fields.ts'
import { dayAfter, type OpenForm } from '../form/open.ts'
import { type Asked, OrganisationFields } from '../form/organisation.tsx'
import { Folded, PersonFields } from '../form/person.tsx'
import { cityOf, momentAt } from '../words.ts'
import { changesBetween, inWords, typedOf, unfolded } from './change-fields.ts'
import { mayChange } from './may.ts'
import { readMeant } from './meant.ts'
import { obstacleInWords } from './obstacles.ts'
import { type Opened, openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

/** All that the form asks and says, with the registration that it changes. */
async function openChange(visit: Visit): Promise<{ opened: Opened; form: OpenForm; territory: string }> {
  const opened = await openOwn(visit)
  const { own, seminar, words, admission } = opened
  // As a job, as the rest of an own page: the seminar may be public no more.
  return as(visit.house.db, job('own-page'), async tx => ({
    opened,
    territory: await territoryName(tx, own.territoryId, visit),
    form: {
      seminar,
      words,
      admission,
      quotas: await readQuotas(tx, seminar.id),
      quotaNames: await quotaNames(tx, seminar.id),
      questions: await currentQuestions(tx, seminar.id),
      languages: await spokenLanguages(tx, seminar.id),
      hasTerritories: await anyTerritory(tx),
    },
  }))
}
type Change = Awaited<ReturnType<typeof openChange>>

const territoryName = async (tx: Parameters<typeof textsOf>[0], id: string | null, { locale }: Visit) =>
  id === null ? '' : wordsOf((await textsOf(tx, [id])).get(id)?.name, locale)

/** GET /:l/me/:token/change: the registration form, filled with what was answered. */
export async function showChange(visit: Visit): Promise<Response> {
  const change = await openChange(visit)
  const { opened, form, territory } = change
  if (!mayChange(opened)) return tooLate(visit, opened)
  return changePage(visit, change, {
    typed: typedOf(opened.own.answers, territory, form.questions),
    errors: {},
    asked: {},
    version: String(opened.own.version),
    once: newOnceKey(visit.house.keys),
  })
}

function tooLate(visit: Visit, { own, seminar, admission }: Opened): Response {
  const w = ownPage[visit.locale].change
  const moment = momentAt(seminar, visit.locale, admission.changeUntil)
  const ended = ['refused', 'cancelled', 'expired'].includes(own.state)
  return redirect(visit, ownAddress(visit, own.id), {
    tone: 'problem',
    text: ended ? w.ended : w.tooLate(moment, cityOf(seminar, visit.locale)),
  })
}

/** POST: saves, or says at once everything that is not right, with all that was typed. */
export async function sendChange(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const change = await openChange(visit)
  const { opened, form, territory } = change
  const { own } = opened
  const here = ownAddress(visit, own.id)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once !== null && house.keys.verify('once', sent.once) !== null ? sent.once : newOnceKey(house.keys)
  const version = /^\d{1,9}$/.test(sent.version ?? '') ? (sent.version as string) : String(own.version)
  const meant = await readMeant(visit, own.seminarId, unfolded(sent.typed), {
    organisation: { id: own.organisationId, name: own.organisation },
    territory: { id: own.territoryId, name: territory },
  })
  const { typed, asked } = meant
  const filled = (errors: FieldErrors) => ({ typed, asked, version, once, errors })
  const person = checkPerson(typed, 0, { questions: form.questions, consents: [] })
  const errors = errorsOf(visit, form, typed, person.ok ? {} : person.errors, meant)
  const goesOn = textOf(typed, '_next') === 'edit'
  if (!person.ok || Object.keys(errors).length > 0 || Object.keys(asked).length > 0 || goesOn)
    return changePage(visit, change, filled(goesOn ? {} : errors))

  const { organisationId, territoryId } = meant
  const { consents: _, invitation, ...answers } = person.answers
  const result = await changeRegistration(
    house,
    { kind: 'link', id: own.id },
    own.id,
    {
      version: Number(version),
      answers: {
        ...answers,
        organisationId,
        territoryId,
        role: answers.role ?? null,
        needs: answers.needs ?? null,
        ...(invitation ? { invitation } : {}),
      },
    },
    { remember: { once, location: here } },
  )
  switch (result.outcome) {
    case 'changed':
      return redirect(visit, here, { tone: 'done', text: ownPage[locale].change.saved })
    case 'too-late':
    case 'ended':
      return tooLate(visit, opened)
    case 'stale':
      return stalePage(visit, change, { typed, once, ...result })
    default:
      return changePage(visit, change, filled(refusedInWords(visit, form, result)))
  }
}

function errorsOf(
  { locale }: Visit,
  form: OpenForm,
  typed: Typed,
  codes: Readonly<Record<string, string>>,
  { asked, territoryUnknown }: { asked: Asked; territoryUnknown: boolean },
): Record<string, string> {
  const w = formWords[locale].ask
  const errors = inWords(codes, locale)
  if (territoryUnknown) errors.territory = w.territoryUnknown
  for (const kind of Object.keys(asked)) {
    // It was on the page and was passed over: the same name, and no answer.
    if (textOf(typed, `${kind}Asked`) === textOf(typed, kind)) errors[`${kind}Means`] = w.unanswered
  }
  return inOrderOfPage(errors, 1, { questions: form.questions, consents: [] })
}

type Refused = Exclude<RegistrationChanged, { outcome: 'changed' | 'stale' | 'too-late' | 'ended' }>

/** Why nothing was changed, beside the field where there is one. */
function refusedInWords({ locale }: Visit, form: OpenForm, result: Refused): Record<string, string> {
  const w = ownPage[locale]
  switch (result.outcome) {
    case 'taken':
      return { _form: w.change.taken }
    case 'no-room': {
      const full = result.full.map(obstacle => obstacleInWords(w, locale, form.quotaNames, obstacle))
      return { _form: `${w.change.noRoom} ${w.change.noRoomFor(list(locale, full))}` }
    }
    case 'refused':
      switch (result.why) {
        case 'address-stays':
          return { email: w.change.address }
        case 'invitation-unknown':
          return { invitation: formWords[locale].invitation.unknown }
        case 'invitation-ended':
          return { invitation: formWords[locale].invitation.ended }
        case 'answers':
          return inWords(answerErrors(form.questions, '', result.answers), locale)
      }
  }
}

type Filled = { typed: Typed; errors: FieldErrors; asked: Asked; version: string; once: string }

function changePage(visit: Visit, { opened, form }: Change, { typed, errors, asked, version, once }: Filled) {
  const { locale } = visit
  const t = parts[locale]
  const w = ownPage[locale].change
  const f = formWords[locale]
  const here = ownAddress(visit, opened.own.id)
  const failed = Object.keys(errors).length > 0
  const asks = Object.keys(asked).length > 0
  return smallPage(
    visit,
    opened,
    {
      title: w.title,
      failed,
      islands: [
        'search-suggestions',
        ...(form.questions.some(({ condition }) => condition) ? ['conditional-question'] : []),
      ],
      children: (
        <>
          <PageHead title={w.title} lead={w.lead} />
          <Form t={t} action={`${here}/change`} version={version} once={once} errors={errors}>
            {asks && !failed ? <Note title={f.ask.note} /> : null}
            <section class="part">
              <h2>{f.organisation.title}</h2>
              <OrganisationFields {...{ opened: form, locale, typed, errors, asked }} />
              <Folded
                title={f.organisation.code}
                locale={locale}
                open={textOf(typed, 'invitation') !== '' || errors.invitation !== undefined}
              >
                <TextField
                  {...bindFields(t, typed, errors)('invitation')}
                  label={f.organisation.invitation}
                  hint={f.organisation.invitationHint}
                  autocomplete="off"
                  optional
                  short
                />
              </Folded>
            </section>
            <section class="part">
              <h2>{f.person.title}</h2>
              <PersonFields
                {...{ locale, typed, errors }}
                prefix=""
                questions={form.questions}
                languages={form.languages}
                examined={form.admission.approvalFor}
                needsErasedOn={dayAfter(form.seminar, form.admission.needsDays)}
              >
                <p class="small">{w.address}</p>
              </PersonFields>
            </section>
            <Buttons>
              <Button>{w.save}</Button>
              <a href={here}>{t.form.cancel}</a>
            </Buttons>
          </Form>
        </>
      ),
    },
    failed || asks ? 422 : 200,
  )
}

type Stale = { typed: Typed; once: string; now: OwnAnswers; version: number }

/** Somebody saved meanwhile: both texts of each answer, and nothing typed is lost. */
async function stalePage(visit: Visit, { opened, form }: Change, { typed, once, now, version }: Stale) {
  const { locale } = visit
  const here = ownAddress(visit, opened.own.id)
  // As a job, as the rest of an own page.
  const territory = await as(visit.house.db, job('own-page'), tx => territoryName(tx, now.territoryId, visit))
  const theirs = typedOf(now, territory, form.questions)
  const changes = changesBetween(theirs, typed, locale, form.questions)
  const shown = new Set(changes.map(({ name }) => name))
  const kept = Object.entries(typed).flatMap(([name, value]) =>
    shown.has(name) || name.startsWith('_')
      ? []
      : (typeof value === 'string' ? [value] : value).map(item => [name, item] as const),
  )
  return smallPage(
    visit,
    opened,
    {
      title: ownPage[locale].change.title,
      failed: true,
      children: (
        <>
          <PageHead title={ownPage[locale].change.title} kicker={registration[locale].states[opened.own.state]} />
          <StaleSave
            t={parts[locale]}
            action={`${here}/change`}
            version={String(version)}
            once={once}
            changes={changes}
            kept={kept}
            cancel={here}
          />
        </>
      ),
    },
    409,
  )
}

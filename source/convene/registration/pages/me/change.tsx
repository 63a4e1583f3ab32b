import { formWords } from '#convene/messages/form.ts'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, StaleSave, TextField } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import type { By } from '../../acts/at-the-gate.ts'
import { changeRegistration, type RegistrationChanged } from '../../acts/change-registration.ts'
import { quotaNames, readQuotas } from '../../store/hall-view.ts'
import type { OwnAnswers } from '../../store/own.ts'
import { currentQuestions } from '../../store/questions.ts'
import { spokenLanguages } from '../../store/seminar.ts'
import { asTooMany, guessedTooOften, wrongCode, wrongCodesSaid } from '../brakes.ts'
import { answersInWords, meaningErrors } from '../form/errors-in-words.ts'
import { answerErrors, checkPerson, inOrderOfPage } from '../form/fields.ts'
import { dayAfter, type OpenForm } from '../form/open.ts'
import { type Asked, OrganisationFields } from '../form/organisation.tsx'
import { Folded, PersonFields } from '../form/person.tsx'
import { changesBetween, typedOf, unfolded } from './change-fields.ts'
import { type Meant, readMeant } from './meant.ts'
import { obstacleInWords } from './obstacles.ts'
import type { Opened } from './open.ts'
import type { SmallPage } from './small-page.tsx'

/** Whose hands the form is in, and where: the person's own, on their page, or an organiser's. */
export type Hands = {
  by: By
  /** Who reads what the form asks. */
  reader: Actor
  /** The page it leads back to; the form itself stands at `/change` below it. */
  here: string
  words: {
    title: string
    lead: string
    save: string
    saved: string
    tooLate: string
    ended: string
    taken: string
    address: string
    noRoom(full: string): string
  }
  frame(about: SmallPage, status: number): Response | Promise<Response>
}

/** All that the form asks and says, with the registration that it changes. */
export async function changeIn(visit: Visit, opened: Opened, hands: Hands) {
  const { own, seminar, words, admission } = opened
  return as(visit.house.db, hands.reader, async tx => ({
    ...hands,
    opened,
    territory: await territoryName(tx, own, visit),
    form: {
      seminar,
      words,
      admission,
      quotas: await readQuotas(tx, seminar.id),
      quotaNames: await quotaNames(tx, seminar.id),
      questions: await currentQuestions(tx, seminar.id),
      languages: await spokenLanguages(tx, seminar.id),
    },
  }))
}
export type Change = Awaited<ReturnType<typeof changeIn>>

const territoryName = async (
  tx: Parameters<typeof textsOf>[0],
  { territoryId: id, territoryName: typed }: Pick<OwnAnswers, 'territoryId' | 'territoryName'>,
  { locale }: Visit,
) => (id === null ? (typed ?? '') : wordsOf((await textsOf(tx, [id])).get(id)?.name, locale))

/** The form with what was answered until now. */
export function filledPage(visit: Visit, change: Change) {
  const { opened, form, territory } = change
  return changePage(visit, change, {
    typed: typedOf(opened.own.answers, territory, form.questions),
    errors: {},
    asked: {},
    version: String(opened.own.version),
    once: newOnceKey(visit.house.keys),
  })
}

/** Back to where it came from, with the reason why nothing can be changed any more. */
export function tooLate(visit: Visit, { here, words, opened: { own } }: Change): Response {
  const ended = ['refused', 'cancelled', 'expired'].includes(own.state)
  return redirect(visit, here, { tone: 'problem', text: ended ? words.ended : words.tooLate })
}

/** Saves what was sent, in whose hands it is. */
export async function saveChange(visit: Visit, change: Change, sent: SentForm): Promise<Response> {
  const { house } = visit
  const { opened, form, territory, here } = change
  const { own } = opened
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

  const { organisationId, territoryId, newTerritory } = meant
  const { consents: _, invitation, ...answers } = person.answers
  // Organisers see the codes; whoever holds a link must not find them out.
  const guesser = change.by.kind === 'link' ? own.id : null
  const wait = invitation && guesser !== null ? await guessedTooOften(visit, guesser) : null
  if (wait !== null) return asTooMany(changePage(visit, change, filled({ invitation: wrongCodesSaid(visit) })), wait)
  const result = await changeRegistration(
    house,
    change.by,
    own.id,
    {
      version: Number(version),
      answers: {
        ...answers,
        organisationId,
        territoryId,
        territoryName: newTerritory,
        role: answers.role ?? null,
        needs: answers.needs ?? null,
        ...(invitation ? { invitation } : {}),
      },
    },
    { remember: { once, location: here } },
  )
  if (guesser !== null && result.outcome === 'refused' && result.why === 'invitation-unknown')
    await wrongCode(visit, guesser)
  switch (result.outcome) {
    case 'changed':
      return redirect(visit, here, { tone: 'done', text: change.words.saved })
    case 'too-late':
    case 'ended':
      return tooLate(visit, change)
    case 'stale':
      return stalePage(visit, change, { typed, once, ...result })
    default:
      return changePage(visit, change, filled(refusedInWords(visit, change, result)))
  }
}

function errorsOf(
  { locale }: Visit,
  form: OpenForm,
  typed: Typed,
  codes: Readonly<Record<string, string>>,
  meant: Meant,
): Record<string, string> {
  const errors = { ...answersInWords(codes, locale), ...meaningErrors(typed, meant, locale) }
  return inOrderOfPage(errors, 1, { questions: form.questions, consents: [] })
}

type Refused = Exclude<RegistrationChanged, { outcome: 'changed' | 'stale' | 'too-late' | 'ended' }>

/** Why nothing was changed, beside the field where there is one. */
function refusedInWords({ locale }: Visit, { form, words }: Change, result: Refused): Record<string, string> {
  const w = ownPage[locale]
  switch (result.outcome) {
    case 'taken':
      return { _form: words.taken }
    case 'no-room': {
      const full = result.full.map(obstacle => obstacleInWords(w, locale, form.quotaNames, obstacle))
      return { _form: words.noRoom(list(locale, full)) }
    }
    case 'refused':
      switch (result.why) {
        case 'address-stays':
          return { email: w.change.address }
        case 'invitation-unknown':
          return { invitation: formWords[locale].invitation.unknown }
        case 'invitation-ended':
          return { invitation: formWords[locale].invitation.ended }
        case 'invitation-used-up':
          return { invitation: formWords[locale].invitation.usedUp }
        case 'needs-approval':
          return { category: w.change.needsApproval }
        case 'another-person':
          return { familyName: w.change.anotherPerson }
        case 'answers':
          return answersInWords(answerErrors(form.questions, '', result.answers), locale)
      }
  }
}

type Filled = { typed: Typed; errors: FieldErrors; asked: Asked; version: string; once: string }

function changePage(
  visit: Visit,
  { form, here, words: w, frame }: Change,
  { typed, errors, asked, version, once }: Filled,
) {
  const { locale } = visit
  const t = parts[locale]
  const f = formWords[locale]
  const failed = Object.keys(errors).length > 0
  const asks = Object.keys(asked).length > 0
  return frame(
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

/**
 * Somebody saved meanwhile: both texts of each answer, and nothing typed is lost.
 *
 * @param fields the fields that the form asked for, when it did not ask for all
 */
export async function stalePage(
  visit: Visit,
  { opened, form, reader, here, words, frame }: Change,
  { typed, once, now, version }: Stale,
  fields?: readonly string[],
) {
  const { locale } = visit
  const territory = await as(visit.house.db, reader, tx => territoryName(tx, now, visit))
  const theirs = typedOf(now, territory, form.questions)
  const changes = changesBetween(theirs, typed, locale, form.questions).filter(
    ({ name }) => fields?.includes(name) ?? true,
  )
  const shown = new Set(changes.map(({ name }) => name))
  const kept = Object.entries(typed).flatMap(([name, value]) =>
    shown.has(name) || name.startsWith('_') || fields?.includes(name) === false
      ? []
      : (typeof value === 'string' ? [value] : value).map(item => [name, item] as const),
  )
  return frame(
    {
      title: words.title,
      failed: true,
      children: (
        <>
          <PageHead title={words.title} kicker={registration[locale].states[opened.own.state]} />
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

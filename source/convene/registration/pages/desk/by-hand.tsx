import { registerByHand } from '#convene/guests/acts/register-by-hand.ts'
import { byHand } from '#convene/messages/by-hand.ts'
import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form, RadiosField, SelectField } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { notEntered } from '../../acts/desk-entry.ts'
import type { Refused, RegisterResult } from '../../acts/sending.ts'
import { identityWords } from '../../rules/fold.ts'
import { listInvitations } from '../../store/desk-invitations.ts'
import { deskTrail, type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { answersInWords, meaningErrors } from '../form/errors-in-words.ts'
import { answerErrors, checkPerson, inOrderOfPage } from '../form/fields.ts'
import { readMeanings } from '../form/meanings.ts'
import { dayAfter, type OpenForm, openForm } from '../form/open.ts'
import { type Asked, OrganisationFields } from '../form/organisation.tsx'
import { PersonFields } from '../form/person.tsx'
import { ToSay } from '../form/to-do.tsx'
import { fieldWords } from '../form/voice.ts'
import { onceOf, sendingKey } from '../sending-key.ts'

type Why = keyof (typeof byHand)['en']['shut']

/** GET …/registrations/new: the form, for somebody who did not fill it in themself. */
export async function showByHand(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  const why = notEntered(seminar.life)
  if (why !== null) return shut(visit, seminar, why as Why)
  return byHandPage(visit, seminar, await openForm(visit), {
    typed: { language: seminar.sourceLanguage, tell: 'yes' },
    once: newOnceKey(visit.house.keys),
  })
}

/** POST: everything wrong at once, or the page of the new registration. */
export async function sendByHand(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const gone = notEntered(seminar.life)
  if (gone !== null) return shut(visit, seminar, gone as Why)
  const opened = withOpenQuestions(await openForm(visit))
  const once = onceOf(house.keys, sent)
  const meant = await readMeanings(visit, seminar.id, sent.typed)
  const { typed } = meant
  const again = (errors: FieldErrors, known: string | null = null) =>
    byHandPage(visit, seminar, opened, { typed, once, errors, asked: meant.asked, known })
  // Nobody agrees for another: no consent is asked for here.
  const asks = { questions: opened.questions, consents: [] }
  const checked = checkPerson(typed, 0, asks)
  const said = { locale, voice: 'other', questions: opened.questions } as const
  const errors = inOrderOfPage(
    { ...(checked.ok ? {} : answersInWords(checked.errors, said)), ...meaningErrors(typed, meant, locale) },
    1,
    asks,
  )
  if (!checked.ok || Object.keys(errors).length > 0) return again(errors)
  if (Object.keys(meant.asked).length > 0) return again({})
  const { consents: _, ...answers } = checked.answers
  const key = sendingKey(house.keys, once, identityWords(seminar.id, answers))
  const led = await alreadySent(house, key)
  if (led) return redirect(visit, led)
  const location = (result: RegisterResult) => pathOf(visit, seminar, 'id' in result ? `/${result.id}` : '')
  const result = await registerByHand(
    house,
    visit.actor,
    { ...answers, ...meant.references, territory: meant.newTerritory, seminar: seminar.slug },
    { tell: textOf(typed, 'tell') !== 'no', once: key, location },
  )
  if (result.outcome === 'refused') return refusedPage(visit, seminar, opened, result, again)
  if (result.outcome === 'known') return again({}, result.id)
  return redirect(visit, location(result), {
    tone: 'done',
    text: doneWords(visit, [answers.givenName, answers.familyName].join(' '), result),
  })
}

const pathOf = ({ locale }: Visit, { slug }: { slug: string }, below: string) =>
  `/${locale}/desk/seminars/${slug}/registrations${below}`

/** What the organiser leaves open, the person answers on their own page. */
const withOpenQuestions = (opened: OpenForm): OpenForm => ({
  ...opened,
  questions: opened.questions.map(question => ({ ...question, required: false })),
})

function doneWords({ locale }: Visit, name: string, { told }: Exclude<RegisterResult, Refused>): string {
  const m = byHand[locale].done
  if (told.state === 'waiting') return m.waiting(name, told.rank ?? 1)
  return told.state === 'requested' ? m.requested(name) : m.confirmed(name)
}

function refusedPage(
  visit: Visit,
  seminar: OfficeSeminar,
  { questions }: OpenForm,
  refusal: Refused,
  again: (errors: FieldErrors) => Response | Promise<Response>,
) {
  const { locale } = visit
  const w = formWords[locale]
  switch (refusal.why) {
    case 'invitation-unknown':
      return again({ invitation: w.invitation.unknown })
    case 'invitation-ended':
      return again({ invitation: w.invitation.ended })
    case 'invitation-used-up':
      return again({ invitation: w.invitation.usedUp })
    case 'answers':
      return again(answersInWords(answerErrors(questions, '', refusal.answers), { locale, voice: 'other', questions }))
    case 'no-such-seminar':
    case 'over':
    case 'cancelled':
    case 'postponed':
      return shut(visit, seminar, refusal.why)
    default:
      return shut(visit, seminar, 'closed')
  }
}

type Filled = {
  typed: Typed
  once: string
  errors?: FieldErrors
  asked?: Asked
  /** The registration that this person has already. */
  known?: string | null
}

async function byHandPage(visit: Visit, seminar: OfficeSeminar, form: OpenForm, filled: Filled): Promise<Response> {
  const { locale, house } = visit
  const { typed, once, errors = {}, asked = {}, known = null } = filled
  const opened = withOpenQuestions(form)
  const t = parts[locale]
  const m = byHand[locale]
  const said = fieldWords('other', locale)
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  const asks = Object.keys(asked).length > 0
  const invitations = await as(house.db, visit.actor, tx => listInvitations(tx, seminar.id))
  const usable = invitations.filter(({ endedAt, isOver }) => endedAt === null && !isOver)
  return framed(
    visit,
    seminar,
    {
      failed,
      islands: [
        'search-suggestions',
        ...(opened.questions.some(({ condition }) => condition !== null) ? ['conditional-question'] : []),
      ],
      status: failed || asks || known !== null ? 422 : 200,
    },
    <>
      <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
      {known === null ? null : (
        <div role="alert">
          <Note tone="warning">
            <p>
              {m.known} <a href={pathOf(visit, seminar, `/${known}`)}>{m.knownLink}</a>
            </p>
          </Note>
        </div>
      )}
      {asks && !failed ? <ToSay asked={asked} typed={typed} locale={locale} /> : null}
      <Form t={t} action={pathOf(visit, seminar, '/new')} once={once} errors={errors} whole>
        <section class="part">
          <h2>{m.organisation}</h2>
          <OrganisationFields {...{ opened, locale, typed, errors, asked }} voice="other" />
        </section>
        <section class="part">
          <h2>{said.person}</h2>
          <PersonFields
            {...{ locale, typed, errors }}
            voice="other"
            mayBeReader={false}
            prefix=""
            questions={opened.questions}
            languages={opened.languages}
            examined={opened.admission.approvalFor}
            needsErasedOn={dayAfter(opened.seminar, opened.admission.needsDays)}
          />
        </section>
        <section class="part">
          <h2>{m.admission}</h2>
          {usable.length > 0 ? (
            <SelectField
              {...field('invitation')}
              label={m.invitation}
              hint={m.invitationHint}
              noEmpty
              optional
              choices={[
                { value: '', label: m.noInvitation },
                ...usable.map(({ label, code }) => ({ value: code, label: `${label} (${code})` })),
              ]}
            />
          ) : null}
          <RadiosField
            {...field('tell')}
            label={m.tell}
            choices={[
              { value: 'yes', label: m.tellYes, hint: m.tellYesHint },
              { value: 'no', label: m.tellNo },
            ]}
          />
          <p class="small">{m.consents}</p>
          <p class="small">{m.full}</p>
        </section>
        <Buttons>
          <Button>{m.button}</Button>
          <a href={pathOf(visit, seminar, '')}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </>,
  )
}

function shut(visit: Visit, seminar: OfficeSeminar, why: Why) {
  const m = byHand[visit.locale]
  return framed(
    visit,
    seminar,
    { failed: false, islands: [], status: 200 },
    <>
      <PageHead kicker={seminar.title} title={m.title} />
      <Note tone="warning">
        <p>{m.shut[why] ?? m.shut.closed}</p>
      </Note>
    </>,
  )
}

type Frame = { failed: boolean; islands: readonly string[]; status: number }

const framed = (visit: Visit, seminar: OfficeSeminar, { failed, islands, status }: Frame, children: unknown) => {
  const { locale } = visit
  const { title } = byHand[locale]
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        failed,
        islands,
        breadcrumb: deskTrail(
          visit,
          seminar,
          { label: registration[locale].desk.registrations, path: '/registrations' },
          title,
        ),
      },
      <div class="stack measure">{children as string}</div>,
    ),
    status,
  )
}

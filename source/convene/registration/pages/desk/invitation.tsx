import { createHash } from 'node:crypto'
import { deskPlaces } from '#convene/messages/desk-places.ts'
import { invitationsSent } from '#convene/messages/invitations-sent.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page, publicAddress, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  Confirm,
  Form,
  LinkButton,
  TextField,
} from '#ground/web/parts/form.tsx'
import { Facts } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { changeInvitation } from '../../acts/change-invitation.ts'
import { endInvitation, releaseInvitation } from '../../acts/end-invitation.ts'
import { makeInvitation } from '../../acts/make-invitation.ts'
import { foldCode, type InvitationProblem, invitationProblems } from '../../rules/invitation-problems.ts'
import { type Invitation, listInvitations } from '../../store/desk-invitations.ts'
import { deskTrail, type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { invitationFields, invitationTyped, readInvitationForm } from './invitation-fields.ts'
import { staleInvitation } from './invitation-stale.tsx'
import { UntilFields } from './until-fields.tsx'

/** The version of the form of an invitation: a digest of what it showed. */
export const invitationVersion = (typed: Typed) =>
  createHash('sha256').update(JSON.stringify(typed)).digest('hex').slice(0, 24)

const placesAt = (visit: Visit, seminar: OfficeSeminar) => `/${visit.locale}/desk/seminars/${seminar.slug}/places`

/** A new invitation, or one that there is, as a form. */
export async function showInvitation(visit: Visit): Promise<Response> {
  const { seminar, there } = await read(visit)
  const typed = invitationTyped(there, seminar.timeZone)
  return invitationPage(visit, seminar, there, typed, {}, there ? invitationVersion(typed) : null, null)
}

export async function sendInvitation(visit: Visit): Promise<Response> {
  const { house } = visit
  const { seminar, there } = await read(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  switch (textOf(sent.typed, 'do')) {
    case 'end':
    case 'release':
      return letGo(visit, seminar, there, sent)
    case 'save':
      return textOf(sent.typed, '_next') === 'edit'
        ? invitationPage(visit, seminar, there, sent.typed, {}, sent.version, sent.once)
        : save(visit, seminar, there, sent)
    default:
      throw new Refusal('unprocessable')
  }
}

async function read(visit: Visit): Promise<{ seminar: OfficeSeminar; there: Invitation | null }> {
  const seminar = await peopleSeminar(visit)
  const id = visit.param('id')
  if (id === 'new') return { seminar, there: null }
  if (!isUuid(id)) throw notFound()
  const [there] = await as(visit.house.db, visit.actor, tx => listInvitations(tx, seminar.id, id))
  if (!there) throw notFound()
  return { seminar, there }
}

async function save(visit: Visit, seminar: OfficeSeminar, there: Invitation | null, sent: SentForm): Promise<Response> {
  const { house, actor } = visit
  const words = deskPlaces[visit.locale].invitations
  const { fields, code, errors } = readInvitationForm(sent.typed, seminar.timeZone)
  const again = (wrong: FieldErrors) =>
    invitationPage(visit, seminar, there, sent.typed, wrong, sent.version, sent.once)
  // What could not be read and what would be refused: everything at once.
  const asked = { ...fields, code: there === null && code !== null ? foldCode(code) : null }
  const wrong = { ...ofProblems(invitationProblems(asked, house.clock.now())), ...errors }
  if (Object.keys(wrong).length > 0) return again(wrong)
  const location = placesAt(visit, seminar)
  const remember = { once: sent.once, location }
  if (there) {
    const now = invitationTyped(there, seminar.timeZone)
    if (sent.version !== invitationVersion(now))
      return staleInvitation(visit, seminar, sent, now, invitationVersion(now))
  }
  const done = there
    ? await changeInvitation(house, actor, seminar.slug, there.id, fields, remember)
    : await makeInvitation(house, actor, seminar.slug, { ...fields, code }, remember)
  switch (done.outcome) {
    case 'made':
      return redirect(visit, location, { tone: 'done', text: words.made(done.code) })
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: words.saved })
    case 'ended':
      return redirect(visit, location, { tone: 'problem', text: words.hasEnded })
    case 'code-taken':
      return again({ code: 'code-taken' })
    case 'no-room':
      return again({ places: words.noRoom(done.free) })
    case 'invalid':
      return again(ofProblems(done.problems))
  }
}

/** What would be refused, by the field of each. */
const ofProblems = (problems: readonly InvitationProblem[]): FieldErrors =>
  Object.fromEntries(
    problems.map(({ field, code }) => [
      field === 'reservedUntil' || field === 'validUntil' ? `${field}-day` : field,
      `${field}-${code}`,
    ]),
  )

/** For the summary: in the order of the page, and those that could be about several fields with the field's name. */
function inSummary(locale: Locale, said: FieldErrors): FieldErrors {
  const { invitations: words, fieldOfQuota } = deskPlaces[locale]
  const place: Readonly<Record<string, string>> = {
    'reservedUntil-day': words.reservedUntil,
    'validUntil-day': words.validUntil,
    priority: words.priority,
  }
  const order = ['label', 'code', ...invitationFields.filter(field => field !== 'label')]
  return Object.fromEntries(
    order.flatMap(field => {
      const sentence = said[field]
      const of = place[field]
      return sentence === undefined
        ? []
        : [[field, of === undefined ? sentence : fieldOfQuota(of, lowerFirst(locale, sentence))]]
    }),
  )
}

/** Ends an invitation, or lets its kept places go; after a page that says what that means. */
async function letGo(visit: Visit, seminar: OfficeSeminar, there: Invitation | null, sent: SentForm) {
  const { house, locale, actor } = visit
  const words = deskPlaces[locale].invitations
  if (!there) throw notFound()
  const isEnd = textOf(sent.typed, 'do') === 'end'
  const location = placesAt(visit, seminar)
  if (textOf(sent.typed, 'sure') !== 'yes') {
    const title = isEnd ? words.endTitle(there.label) : words.releaseTitle(there.label)
    return page(
      visit,
      layout(
        visit,
        { title, office: true, breadcrumb: trailOf(visit, seminar, title) },
        <Confirm
          t={parts[locale]}
          title={title}
          text={isEnd ? words.endText(there.taken) : words.releaseText}
          action={visit.url.pathname}
          cancel={visit.url.pathname}
          button={isEnd ? words.end : words.release}
          once={sent.once ?? newOnceKey(house.keys)}
          hidden={{ do: isEnd ? 'end' : 'release', sure: 'yes' }}
        />,
      ),
    )
  }
  const remember = { once: sent.once, location }
  const outcome = isEnd
    ? await endInvitation(house, actor, seminar.slug, there.id, remember)
    : await releaseInvitation(house, actor, seminar.slug, there.id, remember)
  return redirect(
    visit,
    location,
    outcome === 'ended' || outcome === 'released'
      ? { tone: 'done', text: outcome === 'ended' ? words.endDone : words.releaseDone }
      : { tone: 'note', text: outcome === 'already-ended' ? words.hasEnded : words.notKept },
  )
}

const trailOf = (visit: Visit, seminar: OfficeSeminar, title: string) =>
  deskTrail(visit, seminar, { label: deskPlaces[visit.locale].title, path: '/places' }, title)

async function invitationPage(
  visit: Visit,
  seminar: OfficeSeminar,
  there: Invitation | null,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string | null,
) {
  const { locale, house } = visit
  const t = parts[locale]
  const words = deskPlaces[locale].invitations
  const said = inWords(words.errors, errors)
  const failed = Object.keys(said).length > 0
  const field = bindFields(t, typed, said)
  const title = there ? there.label : words.newTitle
  const at = { visit, seminar, field }
  const box = (name: string, label: string, hint: string) => (
    <CheckboxesField
      {...field(name)}
      values={[textOf(typed, name)]}
      label={label}
      choices={[{ value: 'yes', label: words.yes, hint }]}
      optional
    />
  )
  return deskPage(
    visit,
    seminar,
    {
      title,
      heading: <span dir="auto">{title}</span>,
      lead: words.lead,
      above: [{ label: deskPlaces[locale].title, path: '/places' }],
      failed,
    },
    <>
      {there ? <Standing visit={visit} seminar={seminar} there={there} /> : null}
      {there && !there.endedAt ? (
        <p>
          <LinkButton kind="secondary" href={`${visit.url.pathname}/send`}>
            {invitationsSent[locale].link}
          </LinkButton>
        </p>
      ) : null}
      {there?.endedAt ? null : (
        <Form
          t={t}
          action={visit.url.pathname}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          hidden={{ do: 'save' }}
          errors={inSummary(locale, said)}
          whole
        >
          <TextField {...field('label')} label={words.label} hint={words.labelHint} maxLength={200} />
          {there ? null : (
            <TextField {...field('code')} label={words.code} hint={words.codeHint} maxLength={30} optional short />
          )}
          <TextField
            {...field('places')}
            label={words.places}
            hint={words.placesHint}
            inputMode="numeric"
            optional
            short
          />
          {box('reserved', words.reserved, words.reservedHint)}
          <UntilFields {...at} name="reservedUntil" label={words.reservedUntil} hint={words.reservedUntilHint} />
          <UntilFields {...at} name="validUntil" label={words.validUntil} hint={words.validUntilHint} />
          {box('withoutApproval', words.withoutApproval, words.withoutApprovalHint)}
          <TextField {...field('priority')} label={words.priority} hint={words.priorityHint} maxLength={4} short />
          <Buttons>
            <Button>{words.save}</Button>
            <a href={placesAt(visit, seminar)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      )}
      {there && !there.endedAt ? <Ending visit={visit} there={there} /> : null}
    </>,
  )
}

function Standing({ visit, seminar, there }: { visit: Visit; seminar: OfficeSeminar; there: Invitation }) {
  const { locale, house } = visit
  const words = deskPlaces[locale].invitations
  const address = publicAddress(house, `/${locale}/seminars/${seminar.slug}/register?code=${there.code}`)
  return (
    <Facts
      facts={[
        { term: words.code, value: <code>{there.code}</code> },
        ...(there.endedAt
          ? [{ term: words.state, value: words.ended(moment(locale, there.endedAt, seminar.timeZone)) }]
          : [{ term: words.address, value: <code>{address}</code> }]),
        { term: words.taken, value: words.takenOf(there.taken, there.places) },
      ]}
    />
  )
}

function Ending({ visit, there }: { visit: Visit; there: Invitation }) {
  const words = deskPlaces[visit.locale].invitations
  const kept = there.reserved && there.releasedAt === null
  return (
    <section class="stack">
      <h2>{words.endingTitle}</h2>
      <Form t={parts[visit.locale]} action={visit.url.pathname} once={newOnceKey(visit.house.keys)} short>
        <Buttons>
          {kept ? (
            <Button kind="secondary" name="do" value="release">
              {words.release}
            </Button>
          ) : null}
          <Button kind="danger" name="do" value="end">
            {words.end}
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}

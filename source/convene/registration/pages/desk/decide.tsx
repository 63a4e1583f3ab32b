import { z } from 'zod'
import { deskChange } from '#convene/messages/desk-change.ts'
import { type DeskPeople, deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page, redirect } from '#ground/web/answer.ts'
import type { Flash } from '#ground/web/flash.ts'
import { check, type FieldErrors, inWords, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form, TextareaField } from '#ground/web/parts/form.tsx'
import { PageHead, State } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { approveRegistrations } from '../../acts/approve-registrations.ts'
import type { SeenStates } from '../../acts/at-the-gate.ts'
import { cancelRegistration } from '../../acts/cancel-registration.ts'
import { refuseRegistrations } from '../../acts/refuse-registrations.ts'
import type { RegistrationState } from '../../rules/states.ts'
import { type ChosenPerson, chosenPeople } from '../../store/desk-list.ts'
import { deskTrail, type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { kindOfState } from '../me.tsx'
import { registrationsPage } from '../registrations.tsx'

const mostReason = 1000
/** The reason goes into the mail: whoever is refused is told why, whoever is cancelled may be. */
const schemas = {
  refuse: z.object({ reason: z.string().trim().min(1, 'reasonMissing').max(mostReason, 'reasonTooLong') }),
  cancel: z.object({ reason: z.string().trim().max(mostReason, 'reasonTooLong') }),
}
type Ending = keyof typeof schemas

export type Decision = { visit: Visit; seminar: OfficeSeminar; ids: readonly string[]; sent: SentForm; back: string }

/** What is to be done with the people ticked in the list. */
export async function sendChosen(visit: Visit): Promise<Response> {
  const words = deskPeople[visit.locale].chosen
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const ticked = sent.typed['id[]'] ?? []
  const ids = [...new Set(typeof ticked === 'string' ? [ticked] : ticked)].filter(isUuid).slice(0, 200)
  if (ids.length === 0) return registrationsPage(visit, words.nobody)
  const back = `/${visit.locale}/desk/seminars/${seminar.slug}/registrations${visit.url.search}`
  return decide({ visit, seminar, ids, sent, back })
}

/**
 * Approves at once; refuses and cancels after a page that says what it means and asks for the reason.
 *
 * @throws Refusal `not-found` when none of them is registered for this seminar, `unprocessable` for another word
 */
export async function decide(decision: Decision): Promise<Response> {
  const { visit, seminar, ids, sent } = decision
  const people = await as(visit.house.db, visit.actor, tx => chosenPeople(tx, seminar.id, ids))
  if (people.length === 0) throw notFound()
  const wanted = textOf(sent.typed, 'do')
  if (wanted === 'approve') return approve(decision)
  if (wanted !== 'refuse' && wanted !== 'cancel') throw new Refusal('unprocessable')
  const typed: Typed = { reason: '', ...sent.typed }
  // Sure is who saw in which state each of them is: another organiser may have decided since the form was opened.
  const was = seenStates(typed, people)
  if (textOf(typed, 'sure') !== 'yes' || was.size < people.length)
    return endingPage(decision, wanted, people, typed, {})
  const checked = check(schemas[wanted], typed)
  if (!checked.ok) return endingPage(decision, wanted, people, typed, checked.errors)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { reason } = checked.value
  const told = await (wanted === 'refuse' ? refuse : cancel)({ ...decision, reason, was, names })
  return redirect(visit, decision.back, ...told)
}

const states = Object.keys(kindOfState) as (keyof typeof kindOfState)[]

/** The states that the form showed, of those whose state it carries. */
function seenStates(typed: Typed, people: readonly ChosenPerson[]): SeenStates {
  const seen = people.map(({ id }) => [id, states.find(state => state === textOf(typed, `was-${id}`))] as const)
  return new Map(seen.flatMap(([id, state]) => (state ? [[id, state]] : [])))
}

type End = Decision & { reason: string; was: SeenStates; names: ReadonlyMap<string, string | null> }

// A message travels as a cookie: a handful of names has room in it.
const mostNamed = 5

/** Who was left alone because somebody else decided meanwhile. */
function meanwhile({ visit, was, names }: End, others: readonly { id: string; now: RegistrationState }[]): Flash[] {
  if (others.length === 0) return []
  const words = deskChange[visit.locale]
  const m = registration[visit.locale]
  const sentences = others.slice(0, mostNamed).map(({ id, now }) => {
    const before = was.get(id)
    return words.meanwhile(names.get(id) ?? m.desk.erased, before ? m.states[before] : '', m.states[now])
  })
  const more = others.length - sentences.length
  return [{ tone: 'problem', text: [...sentences, ...(more > 0 ? [words.meanwhileMore(more)] : [])].join(' ') }]
}

async function approve({ visit, seminar, ids, sent, back }: Decision): Promise<Response> {
  const words = deskPeople[visit.locale].done
  const approved = await approveRegistrations(visit.house, visit.actor, seminar.slug, ids, {
    once: sent.once,
    location: back,
  })
  const count = countBy(approved)
  return redirect(
    visit,
    back,
    ...flashes('done', [
      [count('confirmed'), words.approved],
      [count('waiting'), words.approvedWaiting],
    ]),
    ...flashes('problem', [
      [count('not-requested'), words.notRequested],
      [count('too-late'), words.tooLate],
      [count('not-found'), words.gone],
    ]),
  )
}

async function refuse(end: End): Promise<Flash[]> {
  const { visit, seminar, ids, sent, back, reason, was } = end
  const words = deskPeople[visit.locale].done
  const remember = { once: sent.once, location: back }
  const given = { was, remember }
  const outcomes = await refuseRegistrations(visit.house, visit.actor, seminar.slug, ids, reason, given)
  const count = countBy(outcomes)
  return [
    ...flashes('done', [[count('refused'), words.refused]]),
    ...flashes('problem', [
      [count('not-possible'), words.ended],
      [count('not-found'), words.gone],
    ]),
    ...meanwhile(
      end,
      outcomes.flatMap(one => (one.outcome === 'meanwhile' ? [one] : [])),
    ),
  ]
}

// One act each: what was done stays done if the machine stops in the middle, and doing it again ends the others.
async function cancel(end: End): Promise<Flash[]> {
  const { visit, seminar, ids, sent } = end
  const words = deskPeople[visit.locale].done
  const outcomes: { id: string; outcome: string }[] = []
  for (const [index, id] of ids.entries()) {
    const isLast = index === ids.length - 1
    outcomes.push({ id, outcome: await cancelOne(end, id, isLast ? sent.once : null) })
  }
  const others = new Set(outcomes.flatMap(({ id, outcome }) => (outcome === 'meanwhile' ? [id] : [])))
  const there = await as(visit.house.db, visit.actor, tx => chosenPeople(tx, seminar.id, [...others]))
  const count = countBy(outcomes)
  return [
    ...flashes('done', [[count('cancelled'), words.cancelled]]),
    ...flashes('problem', [
      [count('already-ended'), words.ended],
      [count('not-found'), words.gone],
    ]),
    ...meanwhile(
      end,
      there.flatMap(({ id, state }) => (others.has(id) ? [{ id, now: state }] : [])),
    ),
  ]
}

async function cancelOne({ visit: { house, actor }, reason, was, back }: End, id: string, once: string | null) {
  if (actor.kind !== 'person') throw notFound()
  try {
    return await cancelRegistration(house, actor, id, {
      reason: reason || null,
      was,
      remember: { once, location: back },
    })
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not-found') return 'not-found'
    throw error
  }
}

const countBy = (outcomes: readonly { outcome: string }[]) => (wanted: string) =>
  outcomes.filter(({ outcome }) => outcome === wanted).length

/** One message for all that came out well, one for what did not: whole sentences, side by side. */
function flashes(tone: Flash['tone'], told: readonly (readonly [number, (people: number) => string])[]): Flash[] {
  const sentences = told.flatMap(([people, say]) => (people === 0 ? [] : [say(people)]))
  return sentences.length === 0 ? [] : [{ tone, text: sentences.join(' ') }]
}

function endingPage(
  { visit, seminar, sent, back }: Decision,
  ending: Ending,
  people: readonly ChosenPerson[],
  typed: Typed,
  errors: FieldErrors,
) {
  const { locale } = visit
  const t = parts[locale]
  const m = registration[locale]
  const words: DeskPeople['ending'] = deskPeople[locale].ending
  const said = inWords(words.errors, errors)
  const failed = Object.keys(said).length > 0
  const field = bindFields(t, typed, said)
  const title = ending === 'refuse' ? words.refuseTitle(people.length) : words.cancelTitle(people.length)
  const trail = deskTrail(visit, seminar, { label: m.desk.registrations, path: '/registrations' }, title)
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed, breadcrumb: trail },
      <div class="stack measure">
        <PageHead title={title} lead={ending === 'refuse' ? words.refuseText : words.cancelText} />
        <ul class="close">
          {people.map(person => (
            <li>
              <strong dir="auto">{person.name ?? m.desk.erased}</strong> <span dir="auto">{person.organisation}</span>{' '}
              <State kind={kindOfState[person.state]}>{m.states[person.state]}</State>{' '}
              <span class="small">{deskChange[locale].writtenTo(languageName(locale, person.language))}</span>
            </li>
          ))}
        </ul>
        <Form
          t={t}
          action={`${visit.url.pathname}${visit.url.search}`}
          once={sent.once ?? newOnceKey(visit.house.keys)}
          hidden={{ do: ending, sure: 'yes' }}
          errors={said}
          short
        >
          {people.map(person => (
            <>
              <input type="hidden" name="id[]" value={person.id} />
              <input type="hidden" name={`was-${person.id}`} value={person.state} />
            </>
          ))}
          <TextareaField
            {...field('reason')}
            label={words.reason}
            hint={words.reasonHint}
            rows={4}
            most={mostReason}
            optional={ending === 'cancel'}
          />
          <Buttons>
            <Button kind="danger">
              {ending === 'refuse' ? words.refuseButton(people.length) : words.cancelButton(people.length)}
            </Button>
            <a href={back}>{words.leave}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

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
import { isSeminarOver, type SeenStates } from '../../acts/at-the-gate.ts'
import { type Ending, endRegistrations } from '../../acts/end-registrations.ts'
import type { RegistrationState } from '../../rules/states.ts'
import { type ChosenPerson, chosenPeople } from '../../store/desk-list.ts'
import { deskTrail, type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { kindOfState } from '../me.tsx'
import { registrationsPage } from '../registrations.tsx'
import { decideAboutAll, writeToTicked } from './decide-together.tsx'
import {
  approvedInWords,
  endedInWords,
  endingText,
  mostReason,
  overInWords,
  reasonSchemas,
} from './decided-in-words.ts'
import { states } from './list-filters.ts'

export type Decision = { visit: Visit; seminar: OfficeSeminar; ids: readonly string[]; sent: SentForm; back: string }

/** What is to be done with the people ticked in the list. */
export async function sendChosen(visit: Visit): Promise<Response> {
  const words = deskPeople[visit.locale].chosen
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const back = `/${visit.locale}/desk/seminars/${seminar.slug}/registrations${visit.url.search}`
  if (textOf(sent.typed, 'whom') === 'matching') return decideAboutAll({ visit, seminar, sent, back })
  const ticked = sent.typed['id[]'] ?? []
  const ids = [...new Set(typeof ticked === 'string' ? [ticked] : ticked)].filter(isUuid).slice(0, 200)
  if (ids.length === 0) return registrationsPage(visit, words.nobody)
  if (textOf(sent.typed, 'do') === 'write') return writeToTicked(visit, seminar, ids)
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
  if (isSeminarOver(seminar)) return redirect(visit, decision.back, overInWords(visit.locale, people.length))
  const wanted = textOf(sent.typed, 'do')
  if (wanted === 'approve') return approve(decision)
  if (wanted !== 'refuse' && wanted !== 'cancel') throw new Refusal('unprocessable')
  const typed: Typed = { reason: '', ...sent.typed }
  // Sure is who saw in which state each of them is: another organiser may have decided since the form was opened.
  const was = seenStates(typed, people)
  if (textOf(typed, 'sure') !== 'yes' || was.size < people.length)
    return endingPage(decision, wanted, people, typed, {})
  const checked = check(reasonSchemas[wanted], typed)
  if (!checked.ok) return endingPage(decision, wanted, people, typed, checked.errors)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { reason } = checked.value
  return redirect(visit, decision.back, ...(await end(wanted, { ...decision, reason, was, names })))
}

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
  const remember = { once: sent.once, location: back }
  const approved = await approveRegistrations(visit.house, visit.actor, seminar.slug, ids, remember)
  return redirect(visit, back, ...approvedInWords(visit.locale, approved))
}

async function end(ending: Ending, given: End): Promise<Flash[]> {
  const { visit, seminar, ids, sent, back, reason, was } = given
  const remember = { once: sent.once, location: back }
  const outcomes = await endRegistrations(visit.house, visit.actor, seminar.slug, ending, ids, {
    reason,
    was,
    remember,
  })
  const others = outcomes.flatMap(one => (one.outcome === 'meanwhile' ? [one] : []))
  return endedInWords(visit.locale, ending, outcomes, { meanwhile: meanwhile(given, others), was })
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
        <PageHead title={title} lead={endingText(locale, ending, people)} />
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

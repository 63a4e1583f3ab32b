import { createHash } from 'node:crypto'
import { deskListWords } from '#convene/messages/desk-list.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, TextareaField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, State } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { isSeminarOver } from '../../acts/at-the-gate.ts'
import { approveTogether, endTogether } from '../../acts/decide-together.ts'
import { stepsFrom } from '../../rules/states.ts'
import { listedIds, matchingToDecide, type ToDecide } from '../../store/desk-list.ts'
import type { OfficeSeminar } from '../desk.tsx'
import { kindOfState } from '../me.tsx'
import { registrationsPage } from '../registrations.tsx'
import {
  approvedInWords,
  endedInWords,
  endingText,
  mostReason,
  overInWords,
  reasonSchemas,
} from './decided-in-words.ts'
import { deskPage } from './desk-page.tsx'
import { readAsked, states } from './list-filters.ts'

/** People decided about at once: a request ends within a few seconds. */
export const mostAtOnce = 2000
/** People whom an address can name one by one; more are named by what they have in common. */
const mostNamed = 200

const decisions = ['approve', 'refuse', 'cancel'] as const
type Decision = (typeof decisions)[number]

type Asked = { visit: Visit; seminar: OfficeSeminar; sent: SentForm; back: string }

/**
 * What is to be done with everybody who fits the choices of the list, on all its pages. A page first says how many it
 * concerns and in which states they are; when that changed until it is confirmed, nothing is done and it says so.
 *
 * @throws Refusal `unprocessable` for an unknown word
 */
export async function decideAboutAll(asked: Asked): Promise<Response> {
  const { visit, seminar, sent, back } = asked
  const wanted = textOf(sent.typed, 'do')
  if (wanted === 'write') return writeToAll(asked)
  const decision = decisions.find(known => known === wanted)
  if (!decision) throw new Refusal('unprocessable')
  const upTo = numberIn(sent.typed, 'up-to')
  const found = await as(visit.house.db, visit.actor, tx =>
    matchingToDecide(tx, seminar.id, readAsked(visit.url.searchParams), stepsFrom[decision], {
      upTo,
      most: mostAtOnce,
    }),
  )
  if (found.people.length === 0)
    return redirect(visit, back, { tone: 'note', text: deskListWords[visit.locale].sure.none[decision] })
  if (isSeminarOver(seminar)) return redirect(visit, back, overInWords(visit.locale, found.people.length))
  if (textOf(sent.typed, 'sure') !== 'yes') return surePage(asked, decision, found)
  // Sure is who saw these very people in these states: others may have decided since, and so may they themselves.
  if (textOf(sent.typed, 'seen') !== fingerprint(found)) return surePage(asked, decision, found, {}, true)
  if (decision === 'approve') return approve(asked, found)
  const checked = check(reasonSchemas[decision], { reason: '', ...sent.typed })
  if (!checked.ok) return surePage(asked, decision, found, checked.errors)
  const ended = await endTogether(visit.house, visit.actor, seminar.slug, decision, found.people, {
    reason: checked.value.reason,
    remember: { once: sent.once, location: back },
  })
  return redirect(visit, back, ...endedInWords(visit.locale, decision, ended))
}

async function approve({ visit, seminar, sent, back }: Asked, { people }: ToDecide) {
  const ids = people.map(({ id }) => id)
  const remember = { once: sent.once, location: back }
  const approved = await approveTogether(visit.house, visit.actor, seminar.slug, ids, remember)
  return redirect(visit, back, ...approvedInWords(visit.locale, approved))
}

const numberIn = (typed: Typed, name: string): number | null => {
  const text = textOf(typed, name)
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Stands for who they are and how they stand; the same only when nothing changed. */
const fingerprint = ({ matching, people }: ToDecide) =>
  createHash('sha256')
    .update(JSON.stringify([matching, people.map(({ id, state }) => [id, state])]))
    .digest('base64url')

function surePage(
  { visit, seminar, sent, back }: Asked,
  decision: Decision,
  found: ToDecide,
  errors: FieldErrors = {},
  changed = false,
) {
  const { locale } = visit
  const t = parts[locale]
  const m = registration[locale]
  const w = deskListWords[locale].sure
  const ending = deskPeople[locale].ending
  const said = inWords(ending.errors, errors)
  const failed = changed || Object.keys(said).length > 0
  const field = bindFields(t, { reason: '', ...sent.typed }, said)
  const count = found.people.length
  const words = {
    approve: { title: w.approveTitle(count), text: w.approveText, button: w.approveButton(count) },
    refuse: {
      title: ending.refuseTitle(count),
      text: endingText(locale, 'refuse', found.people),
      button: ending.refuseButton(count),
    },
    cancel: {
      title: ending.cancelTitle(count),
      text: endingText(locale, 'cancel', found.people),
      button: ending.cancelButton(count),
    },
  }[decision]
  const byState = states
    .map(state => ({ state, people: found.people.filter(person => person.state === state).length }))
    .filter(({ people }) => people > 0)
  return deskPage(
    visit,
    seminar,
    { title: words.title, lead: words.text, failed, above: [{ label: m.desk.registrations, path: '/registrations' }] },
    <div class="stack measure">
      {changed ? (
        <Note tone="problem">
          <p role="alert">{w.changed}</p>
        </Note>
      ) : null}
      <p>{w.ofThese(found.matching, found.possible)}</p>
      {count < found.possible ? <p>{w.most(mostAtOnce)}</p> : null}
      <DataTable
        t={t}
        caption={w.who}
        rows={byState}
        address={back}
        columns={[
          {
            key: 'state',
            heading: w.state,
            cell: row => <State kind={kindOfState[row.state]}>{m.states[row.state]}</State>,
          },
          { key: 'people', heading: w.people, kind: 'number', cell: row => number(locale, row.people) },
        ]}
        empty={{ title: '', text: '' }}
      />
      <Form
        t={t}
        action={`${visit.url.pathname}${visit.url.search}`}
        once={sent.once ?? newOnceKey(visit.house.keys)}
        hidden={{
          do: decision,
          whom: 'matching',
          sure: 'yes',
          'up-to': String(found.upTo),
          seen: fingerprint(found),
        }}
        errors={said}
        short
      >
        {decision === 'approve' ? null : (
          <TextareaField
            {...field('reason')}
            label={ending.reason}
            hint={ending.reasonHint}
            rows={4}
            most={mostReason}
            optional={decision === 'cancel'}
          />
        )}
        <Buttons>
          <Button {...(decision === 'approve' ? {} : { kind: 'danger' as const })}>{words.button}</Button>
          <a href={back}>{ending.leave}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

/** A new mailing to these people: by what they have in common where that says it all, else one by one. */
async function writeToAll({ visit, seminar }: Asked): Promise<Response> {
  const asked = readAsked(visit.url.searchParams)
  const { state, category, region, language, invitation } = asked
  const named =
    asked.text === '' &&
    asked.organisation === '' &&
    asked.quota === '' &&
    asked.country === null &&
    asked.guestList === null &&
    !asked.undelivered &&
    !asked.prioritised &&
    !asked.withNeeds
  const query = new URLSearchParams()
  if (named) {
    // Whoever left is written to only when that state was chosen.
    for (const one of state ? [state] : stepsFrom.cancel) query.append('state', one)
    if (category) query.append('category', category)
    if (region) query.append('region', region)
    if (language) query.append('languages', language)
    if (invitation) query.append('invitation', invitation)
    return redirect(visit, toMailing(visit, seminar, query))
  }
  const ids = await as(visit.house.db, visit.actor, tx => listedIds(tx, seminar.id, asked))
  if (ids.length > mostNamed)
    return registrationsPage(visit, deskListWords[visit.locale].all.tooManyToWrite(mostNamed), [], 'matching')
  return redirect(visit, toMailing(visit, seminar, namedPeople(ids)))
}

const namedPeople = (ids: readonly string[]) => new URLSearchParams(ids.map(id => ['registration', id]))

const toMailing = (visit: Visit, seminar: OfficeSeminar, query: URLSearchParams) =>
  `/${visit.locale}/desk/seminars/${seminar.slug}/mailings/new?${query}`

/** A new mailing to the people who were ticked. */
export const writeToTicked = (visit: Visit, seminar: OfficeSeminar, ids: readonly string[]): Response =>
  redirect(visit, toMailing(visit, seminar, namedPeople(ids)))

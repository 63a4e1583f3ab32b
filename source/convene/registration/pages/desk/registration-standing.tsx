import { deskChange } from '#convene/messages/desk-change.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, bindFields, Form, TextField } from '#ground/web/parts/form.tsx'
import { Card, State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { isContactCorrected, isSeminarOver } from '../../acts/at-the-gate.ts'
import { can, holdsPlace } from '../../rules/states.ts'
import type { DeskRegistration } from '../../store/desk-registration.ts'
import type { OfficeSeminar } from '../desk.tsx'
import { kindOfState } from '../me.tsx'

/** A priority that was not taken, and why. */
export type WrongPriority = { typed: string; error: string }

type StandingProps = {
  visit: Visit
  seminar: OfficeSeminar
  found: DeskRegistration
  wrong: WrongPriority | null
  rank: number | null
}

/** The state and what can be done: at the side, in sight before everything else. */
export function Standing({ visit, seminar, found, wrong, rank }: StandingProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = registration[locale]
  const words = deskPeople[locale]
  const here = `/${locale}/desk/seminars/${seminar.slug}/registrations/${found.id}`
  const at = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  const field = bindFields(t, wrong ? { priority: wrong.typed } : {}, wrong ? { priority: wrong.error } : {})
  const once = newOnceKey(house.keys)
  const one = deskOne[locale]
  const over = isSeminarOver(seminar)
  const corrects = isContactCorrected({ admission: seminar, now: seminar.now })
  return (
    <Card>
      <div>
        <State kind={kindOfState[found.state]}>{m.states[found.state]}</State>
        <p class="small">{words.one.since(at(found.since))}</p>
      </div>
      {rank === null ? null : <p>{words.one.rank(rank)}</p>}
      {found.offeredUntil ? <p>{words.one.offeredUntil(at(found.offeredUntil))}</p> : null}
      {found.own?.reason ? (
        <p>
          {words.one.reason} <q dir="auto">{found.own.reason}</q>
        </p>
      ) : null}
      {!can('cancel', found.state) ? (
        <p class="small">{words.one.ended}</p>
      ) : over ? (
        <p class="small">{one.over}</p>
      ) : (
        <Form t={t} action={here} once={once} short>
          {can('approve', found.state) ? (
            <Buttons>
              <Button name="do" value="approve">
                {words.chosen.approve}
              </Button>
            </Buttons>
          ) : null}
          {/* A place that was given is taken back by cancelling: there is nothing left to refuse. */}
          {can('refuse', found.state) && found.state !== 'confirmed' ? (
            <div>
              <Button kind="secondary" name="do" value="refuse">
                {words.chosen.refuse}
              </Button>
              <p class="small">{deskChange[locale].refuseHint}</p>
            </div>
          ) : null}
          <div>
            <Button kind="danger" name="do" value="cancel">
              {words.chosen.cancel}
            </Button>
            <p class="small">
              {holdsPlace(found.state) ? deskChange[locale].cancelHint : deskChange[locale].cancelHintWaiting}
            </p>
          </div>
        </Form>
      )}
      {found.own && can('change', found.state) && corrects !== 'too-late' ? (
        <p>
          <a href={`${here}/change`}>{corrects === true ? one.contact.link : deskChange[locale].link}</a>
        </p>
      ) : null}
      {found.own ? (
        <p>
          <a href={`/${locale}/desk/seminars/${seminar.slug}/mailings/new?registration=${found.id}`}>{one.write}</a>
        </p>
      ) : null}
      {can('prioritise', found.state) && !over ? (
        <Form
          t={t}
          action={here}
          once={newOnceKey(house.keys)}
          version={String(found.priority)}
          hidden={{ do: 'priority' }}
          errors={wrong ? { priority: wrong.error } : {}}
          short
        >
          <TextField
            {...field('priority')}
            value={wrong?.typed ?? String(found.priority)}
            label={words.priority.label}
            hint={found.state === 'requested' ? one.priorityBefore : words.priority.hint}
            inputMode="text"
            maxLength={4}
            short
          />
          <Button kind="secondary">{words.priority.save}</Button>
        </Form>
      ) : null}
    </Card>
  )
}

import { type LifeFacts, lifeOf, type Meaning, meaning } from '#convene/seminar/rules/life.ts'

export type WindowState = Exclude<Meaning['form'], 'waiting-list'>

/**
 * Whether registrations are accepted at an instant, which the life of the seminar says. A full seminar accepts them too:
 * what somebody then gets is decided behind the gate.
 */
export function windowState(facts: LifeFacts, now: Temporal.Instant): WindowState {
  const { form } = meaning[lifeOf(facts, null, now)]
  return form === 'waiting-list' ? 'open' : form
}

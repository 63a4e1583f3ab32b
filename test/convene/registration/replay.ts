import { NaiveHall, type NaiveInvitation, type NaiveQuota, type State } from './naive-model.ts'

// What the database says happened, told again to the naive model, event by event. It imports nothing from source/.

export type PlaceEvent = {
  number: number
  kind: 'state' | 'change' | 'capacity' | 'invitation'
  registration_id: string | null
  from_state: State | null
  to_state: State | null
  detail: Record<string, unknown> | null
}
export type RegistrationRow = {
  id: string
  state: State
  category: string
  region: string
  territory_id: string | null
  organisation_key: string
  invitation_id: string | null
  priority: number
  handed_on_to: string | null
}
export type Told = {
  /** As the places were settled when the seminar was made. */
  setup: { quotas: NaiveQuota[]; perOrganisation: number | null; approvalFor: string[]; promotion: 'direct' | 'offer' }
  events: readonly PlaceEvent[]
  registrations: readonly RegistrationRow[]
  /** Whether an invitation lets people in without approval, by its id. */
  withoutApproval: ReadonlyMap<string, boolean>
  /** Number of the last event before the deadline and the cut-off, which come together. */
  cutOffAfter: number
}

type Person = {
  category: string
  region: string
  territory: string | null
  organisation: string
  invitation: string | null
  priority: number
}

/**
 * Tells a log to the naive model and compares everybody's state before each thing that somebody did, and at the end.
 *
 * @returns where program and model do not agree, and where a limit was exceeded; empty when all is well
 */
export function replay(told: Told): string[] {
  const model = new NaiveHall(told.setup)
  const problems: string[] = []
  const logged = new Map<string, State>()
  const people = firstKnown(told)
  const limits = new Limits(told)
  // A place that is handed on stays the same place: the model knows it under the name of its first holder.
  const placeOf = new Map<string, string>()
  const nameOf = (id: string): string => placeOf.get(id) ?? id
  const givenBy = new Map(
    told.registrations.flatMap(({ id, handed_on_to }) => (handed_on_to ? [[handed_on_to, id]] : [])),
  )
  const modelState = (id: string): State | undefined => model.people().find(person => person.id === nameOf(id))?.state
  const say = (event: PlaceEvent, what: string) =>
    problems.push(`event ${event.number} (${JSON.stringify(event)}): ${what}`)

  const compare = (when: string) => {
    for (const person of model.people()) {
      const holder = [...placeOf].findLast(([, first]) => first === person.id)?.[0] ?? person.id
      const state = logged.get(holder)
      if (state !== person.state)
        problems.push(`${when}: ${holder} is ${state} in the log, ${person.state} in the model`)
    }
  }

  let cutOff = false
  for (const event of told.events) {
    const { kind, registration_id: id, from_state: from, to_state: to, detail } = event
    const isPromotion = kind === 'state' && from === 'waiting' && (to === 'offered' || to === 'confirmed')
    const isHandedOn = kind === 'state' && id !== null && givenBy.has(id) && from === null
    if (!isPromotion && !isHandedOn) compare(`before event ${event.number}`)
    if (problems.length > 0) return problems
    if (!cutOff && event.number > told.cutOffAfter) {
      cutOff = true
      model.close()
      model.reachCutOff()
    }
    if (kind === 'capacity') {
      const { quota, to: capacity } = detail as { quota: string; to: number }
      model.setCapacity(quota, capacity)
    } else if (kind === 'invitation') {
      const { invitation, places, reserved, ended } = detail as {
        invitation: string
        places: number
        reserved: boolean
        ended: boolean
      }
      const withoutApproval = told.withoutApproval.get(invitation) ?? false
      model.setInvitation({ id: invitation, places, reserved: reserved && !ended, withoutApproval })
    } else if (id === null) say(event, 'it is about nobody')
    else if (kind === 'change') {
      const move = moveIn(detail)
      // In the random test nobody else changes answers.
      const state = Object.keys(move).length > 0 ? model.change(nameOf(id), move, true) : null
      if (state === 'no room' || state === 'examined' || state === 'too late') say(event, `the model says ${state}`)
      const priority = (detail as { priority?: [number, number] } | null)?.priority
      if (priority) model.prioritise(nameOf(id), priority[1])
    } else {
      if (logged.get(id) !== (from ?? undefined)) say(event, `it was ${logged.get(id)}`)
      logged.set(id, to as State)
      if (isHandedOn) {
        const before = givenBy.get(id) as string
        placeOf.set(id, nameOf(before))
      } else if (from === null) {
        const state = model.register({ id, ...(people.get(id) as Person) })
        if (state !== to) say(event, `the model says ${state}`)
      } else if (to === 'cancelled' && told.registrations.some(row => row.id === id && row.handed_on_to !== null)) {
        // Its place goes to somebody else with the next event.
      } else {
        const state = steps[isPromotion ? 'promote' : (to as State)]?.(model, nameOf(id), from)
        if (state !== to) say(event, `the model says ${state}`)
      }
    }
    limits.follow(event, isHandedOn, problems)
    if (problems.length > 0) return problems
  }
  compare('at the end')
  for (const row of told.registrations) {
    if (logged.get(row.id) !== row.state) problems.push(`${row.id} is ${row.state}, ${logged.get(row.id)} in the log`)
    if (row.handed_on_to === null && modelState(row.id) !== row.state)
      problems.push(`${row.id} is ${row.state}, ${modelState(row.id)} in the model`)
  }
  return problems
}

const steps: Partial<Record<State | 'promote', (model: NaiveHall, id: string, from: State) => State | undefined>> = {
  // The model has promoted already, after what freed the place.
  promote: (model, id) => model.people().find(person => person.id === id)?.state,
  confirmed: (model, id, from) => (from === 'offered' ? model.accept(id) : model.approve(id)),
  waiting: (model, id) => model.approve(id),
  refused: (model, id) => model.refuse(id),
  cancelled: (model, id) => model.cancel(id),
  expired: (model, id) => model.expire(id),
}

function moveIn(detail: Record<string, unknown> | null) {
  const move: { category?: string; region?: string; territory?: string | null } = {}
  for (const key of ['category', 'region', 'territory'] as const) {
    const change = detail?.[key] as [string | null, string | null] | undefined
    if (change) Object.assign(move, { [key]: change[1] })
  }
  return move
}

/** Everybody as they were when they came: what changed since is undone. */
function firstKnown({ events, registrations }: Told): Map<string, Person> {
  const found = new Map(
    registrations.map(row => [
      row.id,
      {
        category: row.category,
        region: row.region,
        territory: row.territory_id,
        organisation: row.organisation_key,
        invitation: row.invitation_id,
        priority: row.priority,
      } satisfies Person,
    ]),
  )
  for (const { kind, registration_id, detail } of events.toReversed()) {
    const person = registration_id === null ? undefined : found.get(registration_id)
    if (kind !== 'change' || !person) continue
    for (const [key, value] of Object.entries(detail ?? {}))
      if (Array.isArray(value)) Object.assign(person, { [key]: value[0] })
  }
  return found
}

type Used = Map<string, { used: number; limit: number | null }>

/** Counts from the log alone who holds what, after each event: no limit is ever exceeded by it. */
class Limits {
  private readonly quotas: NaiveQuota[]
  private readonly perOrganisation: number | null
  private readonly invitations = new Map<string, NaiveInvitation>()
  private readonly people: Map<string, Person>
  private readonly holders = new Set<string>()
  private last: Used = new Map()
  private beforeLast: Used = new Map()

  constructor(told: Told) {
    this.quotas = told.setup.quotas.map(quota => ({ ...quota }))
    this.perOrganisation = told.setup.perOrganisation
    this.people = firstKnown(told)
  }

  /** @param isHandedOn the event before it gave this very place back */
  follow(event: PlaceEvent, isHandedOn: boolean, problems: string[]): void {
    const before = isHandedOn ? this.beforeLast : this.last
    this.take(event)
    const now = this.used()
    for (const [what, { used, limit }] of now) {
      const rose = used > (before.get(what)?.used ?? 0)
      if (limit !== null && used > limit && rose)
        problems.push(`event ${event.number}: ${what} has ${used} of ${limit}`)
    }
    this.beforeLast = this.last
    this.last = now
  }

  private take({ kind, registration_id: id, to_state: to, detail }: PlaceEvent): void {
    if (kind === 'capacity') {
      const quota = this.quotas.find(({ key }) => key === detail?.quota)
      if (quota) quota.capacity = detail?.to as number
    } else if (kind === 'invitation') {
      const { invitation, places, reserved, ended } = detail as {
        invitation: string
        places: number
        reserved: boolean
        ended: boolean
      }
      this.invitations.set(invitation, { id: invitation, places, reserved: reserved && !ended })
    } else if (kind === 'change' && id !== null) Object.assign(this.people.get(id) as Person, moveIn(detail))
    else if (id !== null) {
      if (to === 'offered' || to === 'confirmed') this.holders.add(id)
      else this.holders.delete(id)
    }
  }

  private used(): Used {
    const holding = [...this.holders].map(id => this.people.get(id) as Person)
    const found: Used = new Map()
    let kept = 0
    for (const { id, places, reserved } of this.invitations.values()) {
      const used = holding.filter(({ invitation }) => invitation === id).length
      found.set(`invitation ${id}`, { used, limit: places })
      if (reserved && places !== null) kept += Math.max(0, places - used)
    }
    for (const { key, capacity, categories, regions, territory } of this.quotas) {
      const used = holding.filter(
        person =>
          (!categories || categories.includes(person.category)) &&
          (!regions || regions.includes(person.region)) &&
          (!territory || territory === person.territory),
      ).length
      found.set(`quota ${key}`, { used: used + (key === 'overall' ? kept : 0), limit: capacity })
    }
    for (const { organisation } of holding) {
      const used = holding.filter(person => person.organisation === organisation).length
      found.set(`organisation ${organisation}`, { used, limit: this.perOrganisation })
    }
    return found
  }
}

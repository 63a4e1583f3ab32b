// How a seminar gives its places, as one would tell it to a colleague: lists, and everything counted again at each
// question. It imports nothing, keeps no counter and is slow on purpose: what the program does fast must come out the same.

export type State = 'requested' | 'waiting' | 'offered' | 'confirmed' | 'refused' | 'cancelled' | 'expired'

/** Counts whoever matches each condition that it has. The one with the key `overall` is that of the whole seminar. */
export type NaiveQuota = {
  key: string
  capacity: number
  categories?: readonly string[] | null
  regions?: readonly string[] | null
  territory?: string | null
}
export type NaiveInvitation = {
  id: string
  /** How many may have a place with it; null for any number. */
  places: number | null
  /** Whether those places are kept out of the overall quota: false again once they are released. */
  reserved: boolean
  withoutApproval?: boolean
}
export type NaiveSetup = {
  quotas: readonly NaiveQuota[]
  /** At most so many places for people of one organisation; null for no limit. */
  perOrganisation?: number | null
  invitations?: readonly NaiveInvitation[]
  /** Categories whose registrations an organiser examines first. */
  approvalFor?: readonly string[]
  promotion?: 'direct' | 'offer'
}
export type Newcomer = {
  id: string
  category: string
  region: string
  organisation: string
  territory?: string | null
  invitation?: string | null
  priority?: number
}
export type NaivePerson = Required<Newcomer> & {
  /** 1 for the first who registered, and so on; kept whatever happens. */
  arrival: number
  state: State
}
/** What a change may touch of what decides about places. */
export type Move = { category?: string; region?: string; territory?: string | null }

/** All that counts: places taken now, by a recount. */
export type Recount = {
  quotas: { key: string; capacity: number; taken: number; held: number }[]
  organisations: Record<string, number>
  invitations: Record<string, number>
}

export class NaiveHall {
  /** How people come up from the line. May be set at any time. */
  promotion: 'direct' | 'offer'
  private perOrganisation: number | null
  private readonly approvalFor: readonly string[]
  private quotas: NaiveQuota[]
  private invitations: NaiveInvitation[]
  private everybody: NaivePerson[] = []
  private pastCutOff = false
  private closed = false

  constructor(setup: NaiveSetup) {
    this.promotion = setup.promotion ?? 'direct'
    this.perOrganisation = setup.perOrganisation ?? null
    this.approvalFor = setup.approvalFor ?? []
    this.quotas = setup.quotas.map(quota => ({ ...quota }))
    this.invitations = (setup.invitations ?? []).map(invitation => ({ ...invitation }))
  }

  // ─── What people and organisers do. Each returns the state that results; a step that cannot be taken changes nothing.

  register(newcomer: Newcomer): State | 'closed' {
    if (this.closed) return 'closed'
    if (this.everybody.some(other => other.id === newcomer.id)) throw new Error(`${newcomer.id} is registered already`)
    const person: NaivePerson = {
      territory: null,
      invitation: null,
      priority: 0,
      ...newcomer,
      arrival: this.everybody.length + 1,
      state: 'requested',
    }
    const invitation = this.invitations.find(({ id }) => id === person.invitation)
    const examined = this.approvalFor.includes(person.category) && invitation?.withoutApproval !== true
    // After the cut-off places may stay free: a newcomer does not take what somebody in the line was not given.
    const overtakes = this.inLine().some(other => this.hasRoom(other))
    if (!examined) person.state = this.hasRoom(person) && !overtakes ? 'confirmed' : 'waiting'
    this.everybody.push(person)
    return person.state
  }

  approve(id: string): State {
    const person = this.find(id)
    // After it nobody is given a place, nor let into a line that leads nowhere: the request stays a request.
    if (this.pastCutOff) return person.state
    if (person.state === 'requested') person.state = this.hasRoom(person) ? 'confirmed' : 'waiting'
    return person.state
  }

  /** Whoever is confirmed has a place that was promised: that is cancelled, not refused. */
  refuse(id: string): State {
    return this.leave(id, ['requested', 'waiting', 'offered'], 'refused')
  }

  cancel(id: string): State {
    return this.leave(id, ['requested', 'waiting', 'offered', 'confirmed'], 'cancelled')
  }

  /** The offer ran out. */
  expire(id: string): State {
    return this.leave(id, ['offered'], 'expired')
  }

  accept(id: string): State {
    const person = this.find(id)
    if (person.state === 'offered') person.state = 'confirmed'
    return person.state
  }

  /**
   * Another category, region or territory. Who holds a place needs room only where the old place did not count; without
   * it, nothing changes at all and the answer is `no room`.
   *
   * @param own by the person's own link: whoever has a place or a rank gets into no category that is examined (`examined`)
   */
  change(id: string, move: Move, own = false): State | 'no room' | 'examined' | 'too late' {
    const person = this.find(id)
    if (own && this.closed) return 'too late'
    if (!['requested', 'waiting', 'offered', 'confirmed'].includes(person.state)) return person.state
    const changed: NaivePerson = { ...person, ...move }
    const spared = this.invitations.find(({ id }) => id === person.invitation)?.withoutApproval === true
    const examined = changed.category !== person.category && this.approvalFor.includes(changed.category) && !spared
    if (own && examined && person.state !== 'requested') return 'examined'
    if (holds(person)) {
      const newQuotas = this.quotas.filter(quota => counts(quota, changed) && !counts(quota, person))
      if (newQuotas.some(quota => this.isFull(quota, changed))) return 'no room'
    }
    this.everybody = this.everybody.map(other => (other.id === id ? changed : other))
    this.fillFromTheLine()
    return this.find(id).state
  }

  /** A higher one stands further in front, whoever came first. */
  prioritise(id: string, priority: number): State {
    this.find(id).priority = priority
    this.fillFromTheLine()
    return this.find(id).state
  }

  // ─── What organisers settle for the whole seminar.

  setCapacity(key: string, capacity: number): void {
    const quota = this.quotas.find(one => one.key === key)
    if (quota === undefined) throw new Error(`there is no quota ${key}`)
    quota.capacity = capacity
    this.fillFromTheLine()
  }

  /** A quota that comes later counts at once those who have a place. */
  addQuota(quota: NaiveQuota): void {
    if (this.quotas.some(one => one.key === quota.key)) throw new Error(`there is a quota ${quota.key} already`)
    this.quotas.push({ ...quota })
  }

  removeQuota(key: string): void {
    this.quotas = this.quotas.filter(quota => quota.key !== key)
    this.fillFromTheLine()
  }

  limitOrganisations(places: number | null): void {
    this.perOrganisation = places
    this.fillFromTheLine()
  }

  /** A new invitation, or another number of places, or its reserve let go (`reserved: false`). */
  setInvitation(invitation: NaiveInvitation): void {
    this.invitations = [...this.invitations.filter(({ id }) => id !== invitation.id), { ...invitation }]
    this.fillFromTheLine()
  }

  /** The deadline: from now on nobody registers, and nobody changes by their own link what decides about their place. */
  close(): void {
    this.closed = true
  }

  /** From now on nobody comes up from the line. Offers that were made can still be accepted. */
  reachCutOff(): void {
    this.pastCutOff = true
  }

  // ─── What can be asked.

  people(): NaivePerson[] {
    return this.everybody.map(person => ({ ...person }))
  }

  /** Whoever waits, the first first. */
  line(): string[] {
    return this.inLine().map(person => person.id)
  }

  /** 1 + the people ahead who want something that is full for this person; null for who does not wait. */
  rank(id: string): number | null {
    const me = this.find(id)
    if (me.state !== 'waiting') return null
    const line = this.inLine()
    const ahead = line.slice(0, line.indexOf(me))
    return 1 + ahead.filter(other => this.standsInTheWayOf(me, other)).length
  }

  /** Keys of the quotas that are full for this person now; `organisation` and `invitation` are their limits. */
  fullFor(id: string): string[] {
    const me = this.find(id)
    return [
      ...this.quotas.filter(quota => counts(quota, me) && this.isFull(quota, me)).map(quota => quota.key),
      ...(this.organisationIsFull(me) ? ['organisation'] : []),
      ...(this.invitationIsFull(me) ? ['invitation'] : []),
    ]
  }

  recount(): Recount {
    const organisations: Record<string, number> = {}
    for (const person of this.everybody.filter(holds)) {
      organisations[person.organisation] = (organisations[person.organisation] ?? 0) + 1
    }
    return {
      quotas: this.quotas.map(quota => ({
        key: quota.key,
        capacity: quota.capacity,
        taken: this.takenOf(quota),
        held: this.heldOf(quota),
      })),
      organisations,
      invitations: Object.fromEntries(this.invitations.map(({ id }) => [id, this.takenWith(id)])),
    }
  }

  // ─── How it is counted.

  private takenOf(quota: NaiveQuota): number {
    return this.everybody.filter(person => holds(person) && counts(quota, person)).length
  }

  private takenWith(invitation: string): number {
    return this.everybody.filter(person => holds(person) && person.invitation === invitation).length
  }

  /** Places of an invitation that are kept and that nobody has used yet. */
  private keptFor(invitation: NaiveInvitation): number {
    if (!invitation.reserved || invitation.places === null) return 0
    return Math.max(0, invitation.places - this.takenWith(invitation.id))
  }

  private heldOf(quota: NaiveQuota): number {
    if (quota.key !== 'overall') return 0
    return this.invitations.reduce((sum, invitation) => sum + this.keptFor(invitation), 0)
  }

  /** Whether this person finds a quota full that counts them. One of the places kept for them is not in their way. */
  private isFull(quota: NaiveQuota, person: NaivePerson): boolean {
    const invitation = this.invitations.find(({ id }) => id === person.invitation)
    const mine = quota.key === 'overall' && invitation !== undefined && this.keptFor(invitation) > 0 ? 1 : 0
    return this.takenOf(quota) + this.heldOf(quota) - mine >= quota.capacity
  }

  private organisationIsFull(person: NaivePerson): boolean {
    if (this.perOrganisation === null) return false
    const taken = this.everybody.filter(other => holds(other) && other.organisation === person.organisation).length
    return taken >= this.perOrganisation
  }

  private invitationIsFull(person: NaivePerson): boolean {
    const invitation = this.invitations.find(({ id }) => id === person.invitation)
    if (invitation === undefined || invitation.places === null) return false
    return this.takenWith(invitation.id) >= invitation.places
  }

  private hasRoom(person: NaivePerson): boolean {
    const quotas = this.quotas.filter(quota => counts(quota, person))
    return (
      !quotas.some(quota => this.isFull(quota, person)) &&
      !this.organisationIsFull(person) &&
      !this.invitationIsFull(person)
    )
  }

  private standsInTheWayOf(me: NaivePerson, other: NaivePerson): boolean {
    return (
      this.quotas.some(quota => counts(quota, me) && this.isFull(quota, me) && counts(quota, other)) ||
      (this.organisationIsFull(me) && other.organisation === me.organisation) ||
      (this.invitationIsFull(me) && other.invitation === me.invitation)
    )
  }

  private inLine(): NaivePerson[] {
    return this.everybody
      .filter(person => person.state === 'waiting')
      .sort((a, b) => b.priority - a.priority || a.arrival - b.arrival)
  }

  private leave(id: string, from: readonly State[], to: State): State {
    const person = this.find(id)
    if (!from.includes(person.state)) return person.state
    person.state = to
    this.fillFromTheLine()
    return person.state
  }

  /** Again and again the first in line who has room everywhere; whoever is passed over stays where they are. */
  private fillFromTheLine(): void {
    while (!this.pastCutOff) {
      const first = this.inLine().find(person => this.hasRoom(person))
      if (first === undefined) return
      first.state = this.promotion === 'offer' ? 'offered' : 'confirmed'
    }
  }

  private find(id: string): NaivePerson {
    const person = this.everybody.find(one => one.id === id)
    if (person === undefined) throw new Error(`nobody is called ${id}`)
    return person
  }
}

function holds(person: NaivePerson): boolean {
  return person.state === 'offered' || person.state === 'confirmed'
}

function counts(quota: NaiveQuota, person: NaivePerson): boolean {
  if (quota.categories != null && !quota.categories.includes(person.category)) return false
  if (quota.regions != null && !quota.regions.includes(person.region)) return false
  if (quota.territory != null && quota.territory !== person.territory) return false
  return true
}

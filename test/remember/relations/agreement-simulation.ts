// An agreement lived day by day, by a calendar written out here: nothing is taken from source/. Days are YYYY-MM-DD, which sort
// as days do.

export type Terms = {
  firstEnd: string | null
  renewal: 'none' | 'tacit' | 'express' | 'indefinite'
  renewalMonths: number | null
  mostRenewals: number | null
  noticeMonths: number
  noticeDays: number
}
export type Happened = { kind: string; on: string; ends: string | null }
export type Standing = {
  state: string
  since: string | null
  endsOn: string | null
  renewals: number
  deadline: string | null
  todo: string | null
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const monthLength = (year: number, month: number) =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (lengths[month - 1] ?? 0)
const write = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const read = (day: string) => day.split('-').map(Number) as [number, number, number]

export function nextDay(from: string): string {
  const [year, month, day] = read(from)
  if (day < monthLength(year, month)) return write(year, month, day + 1)
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1)
}
export function dayBefore(from: string): string {
  const [year, month, day] = read(from)
  if (day > 1) return write(year, month, day - 1)
  return month > 1 ? write(year, month - 1, monthLength(year, month - 1)) : write(year - 1, 12, 31)
}
/** The same day so many months later or earlier, or the last day of that month when it is shorter. */
export function months(from: string, count: number): string {
  let [year, month, day] = read(from)
  for (let step = 0; step < Math.abs(count); step++) {
    month += Math.sign(count)
    if (month === 13) [year, month] = [year + 1, 1]
    if (month === 0) [year, month] = [year - 1, 12]
  }
  return write(year, month, Math.min(day, monthLength(year, month)))
}
function days(from: string, count: number): string {
  let day = from
  for (let step = 0; step < Math.abs(count); step++) day = count > 0 ? nextDay(day) : dayBefore(day)
  return day
}

/** Lives an agreement from its first event to a day, and tells how it stands at the end of each. */
export function live(terms: Terms, happened: readonly Happened[], until: string): Map<string, Standing> {
  const events = happened.map((event, place) => ({ ...event, place }))
  events.sort((a, b) => (a.on === b.on ? a.place - b.place : a.on < b.on ? -1 : 1))
  const life = new Life(
    terms,
    events.some(event => event.kind === 'in-force'),
  )
  const lived = new Map<string, Standing>()
  for (let day = events[0]?.on ?? until; day <= until; day = nextDay(day)) {
    life.dawn(day)
    for (const event of events.filter(one => one.on === day)) {
      life.happens(event)
      life.dawn(day)
    }
    lived.set(day, life.standing(day))
  }
  return lived
}

class Life {
  state = 'not-yet'
  since: string | null = null
  running = false
  over = false
  /** The end from which terms are counted, how many terms were added to it, and the end of the term that runs. */
  base: string | null
  added = 0
  term: string | null
  last: string | null = null
  byNotice = false
  before = ''
  noted = 0
  /** Terms added up to the day on which it ended. */
  counted = 0

  constructor(
    readonly terms: Terms,
    readonly entryIsSaid: boolean,
  ) {
    this.base = terms.firstEnd
    this.term = this.base
  }

  get isTacit() {
    return this.terms.renewal === 'tacit'
  }

  /** A new day: a term that ended yesterday is followed by the next, or by nothing. */
  dawn(day: string) {
    while (this.isTacit && this.term !== null && this.term < day && this.added !== this.terms.mostRenewals)
      this.addTerm()
    const end = this.last ?? this.term
    if (this.running && !this.over && end !== null && end < day) {
      this.over = true
      this.stands(this.byNotice ? 'terminated' : 'expired', day)
    }
    if (!this.over) this.counted = this.added
  }

  addTerm() {
    this.added++
    this.term = this.base && months(this.base, this.added * (this.terms.renewalMonths ?? 0))
  }

  termsFrom(end: string | null) {
    this.base = end
    this.term = end
    this.added = 0
  }

  stands(state: string, day: string) {
    this.state = state
    this.since = day
  }

  beforeNotice(end: string): string {
    return days(months(end, -this.terms.noticeMonths), -this.terms.noticeDays)
  }

  runsAgain(day: string) {
    if (!this.running || this.over || this.state !== 'in-force') this.stands('in-force', day)
    this.running = true
    this.over = false
    this.last = null
    this.byNotice = false
  }

  happens({ kind, on, ends }: Happened) {
    switch (kind) {
      case 'negotiated':
      case 'approved':
        if (!this.running && this.state !== 'signed') this.stands(kind, on)
        return
      case 'signed':
        if (this.running) return
        this.running = !this.entryIsSaid
        return this.stands(this.running ? 'in-force' : 'signed', on)
      case 'in-force':
        if (this.running) return
        this.running = true
        return this.stands('in-force', on)
      case 'amended':
        if (ends === null || (this.over && this.last !== null)) return
        this.termsFrom(ends)
        if (this.over) {
          this.over = false
          this.stands('in-force', on)
        }
        return
      case 'renewed':
        return this.renewed(on, ends)
      case 'suspended':
        if (this.over || this.state === 'suspended') return
        if (this.state === 'not-yet') this.running = true
        this.before = this.state
        return this.stands('suspended', on)
      case 'reactivated':
        return this.reactivated(on, ends)
      case 'denounced':
        return this.denounced(on, ends)
      case 'expired':
        if (this.over) return
        if (!this.running) this.stands('in-force', on)
        this.running = true
        if (this.last === null || on < this.last) {
          this.last = on
          this.byNotice = false
        }
        return
    }
  }

  renewed(on: string, ends: string | null) {
    const { renewal, renewalMonths } = this.terms
    const late = [this.last, this.term].some(end => end !== null && end < on)
    if (ends !== null) this.termsFrom(ends)
    else if (renewal === 'indefinite') {
      // Goes on without an end, or to the one that an amendment gave.
      if (this.term !== null && this.term < on) this.termsFrom(null)
    } else if (renewalMonths === null) this.termsFrom(null)
    else if (late) this.termsFrom(months(dayBefore(on), renewalMonths))
    else if (!this.isTacit || this.added === this.terms.mostRenewals)
      this.termsFrom(this.term === null ? null : months(this.term, renewalMonths))
    this.noted++
    const suspended = this.state === 'suspended' && this.running && !this.over
    const since = this.since
    this.runsAgain(on)
    if (suspended) {
      this.state = 'suspended'
      this.since = since
    }
  }

  reactivated(on: string, ends: string | null) {
    if (this.state === 'suspended' && !this.running) return this.stands(this.before, on)
    if (this.state === 'suspended' && this.last !== null && ends === null)
      return this.stands(this.byNotice ? 'denounced' : 'in-force', on)
    const { renewal, renewalMonths } = this.terms
    if (ends !== null) this.termsFrom(ends)
    else if (this.term !== null && this.term < on)
      this.termsFrom(
        (renewal === 'tacit' || renewal === 'express') && renewalMonths !== null
          ? months(dayBefore(on), renewalMonths)
          : null,
      )
    this.runsAgain(on)
  }

  denounced(on: string, ends: string | null) {
    if (this.over) return
    let end: string | null
    if (this.isTacit && this.base !== null) {
      let count = this.added
      const months_ = this.terms.renewalMonths ?? 0
      end = months(this.base, count * months_)
      while (this.beforeNotice(end) < on && count !== this.terms.mostRenewals)
        end = months(this.base, ++count * months_)
    } else {
      end = days(months(on, this.terms.noticeMonths), this.terms.noticeDays)
      if (this.term !== null && this.term >= on && this.term < end) end = this.term
    }
    if (this.isTacit && end !== null && end < on) end = null
    if (ends !== null) this.last = ends
    else if (end !== null && (this.last === null || end < this.last)) this.last = end
    this.byNotice = true
    this.running = true
    if (this.state !== 'denounced') this.stands('denounced', on)
  }

  standing(day: string): Standing {
    const { state, since } = this
    if (!this.running) return { state, since, endsOn: null, renewals: 0, deadline: null, todo: null }
    const endsOn = this.last ?? this.term
    const renewals = this.isTacit ? this.counted : this.noted
    const told = { state, since, endsOn, renewals }
    if (this.over) return { ...told, deadline: null, todo: null }
    if (this.last !== null) return { ...told, deadline: this.last, todo: 'end' }
    if (this.term === null) return { ...told, deadline: null, todo: null }
    if (this.isTacit) return { ...told, ...this.nextNotice(day) }
    const { mostRenewals, renewal } = this.terms
    if (renewal === 'express' && (mostRenewals === null || this.noted < mostRenewals)) {
      const notice = this.beforeNotice(this.term)
      return { ...told, deadline: notice >= day ? notice : this.term, todo: 'renew' }
    }
    return { ...told, deadline: this.term, todo: 'end' }
  }

  /** Looks at one term end after the other for a notice that is not past. */
  nextNotice(day: string): { deadline: string; todo: string } {
    for (let count = this.added; ; count++) {
      const end = months(this.base ?? '', count * (this.terms.renewalMonths ?? 0))
      if (count === this.terms.mostRenewals) return { deadline: end, todo: 'end' }
      if (this.beforeNotice(end) >= day) return { deadline: this.beforeNotice(end), todo: 'notice' }
    }
  }
}

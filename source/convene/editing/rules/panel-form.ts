import { type FileSeat, regions } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { type Typed, textOf } from './fields.ts'
import type { Shape } from './joined.ts'
import { isNewRow, rowField, rowKeys, withNewRows } from './row-form.ts'

// The seats of a panel as the rows of a form, and back.

export const seatParts = ['region', 'organisation', 'person', 'state'] as const
export type SeatPart = (typeof seatParts)[number]

export const seatField = (key: string, part: SeatPart) => rowField('seat', key, part)

/** A state is that of who sits there: with somebody else on the seat it is another one. */
export const shapeOfPanel: Shape = {
  rows: { keys: 'seat', fields: 'seat' },
  about: name => {
    const [, key = '', part] = name.split('.')
    const of = (...parts: SeatPart[]) => parts.map(one => seatField(key, one))
    if (part === 'state') return of('person', 'organisation')
    return part === 'person' || part === 'organisation' ? of('state') : []
  },
}

/** What a form of a panel shows of the file: its version is the version of the form. Null when the slot is gone. */
export const shownOfPanel = (slot: string) => (file: SeminarFile) =>
  file.programme.slots.find(({ key }) => key === slot)?.seats ?? null

export function typedOfSeats(seats: readonly FileSeat[]): Record<string, string> {
  return {
    seat: seats.map(({ key }) => key).join(' '),
    ...Object.fromEntries(
      seats.flatMap(seat => seatParts.map(part => [seatField(seat.key, part), seat[part] ?? ''] as const)),
    ),
  }
}

export const withOneMoreSeat = (typed: Typed): Typed =>
  withNewRows(typed, 'seat', [{ region: '', organisation: '', person: '', state: 'open' }])

/** Three seats for each shore: what the panels of 2018 had. Only where there is none yet. */
export function withThreeAndThree(typed: Typed): Typed {
  if (rowKeys(typed, 'seat').length > 0) return typed
  const three = (region: string) => Array.from({ length: 3 }, () => ({ region, state: 'open' }))
  return withNewRows(typed, 'seat', [...three('latin-america'), ...three('europe')])
}

export type SeatsTyped = {
  /** As the file would say them: nothing is checked here. */
  seats: FileSeat[]
  /** The keys of their rows, in the same order. */
  rows: string[]
  /** Rows whose seat is open again: what its state says was said by somebody who does not sit there any more. */
  reopened: string[]
}

/**
 * The seats as the form says them. A new one is named by its region and a number that no other seat had when the form was
 * shown, so that it is not taken for one that was removed.
 *
 * @param before the seats that the form showed
 */
export function seatsFrom(typed: Typed, before: readonly FileSeat[]): SeatsTyped {
  const rows = rowKeys(typed, 'seat')
  const taken = new Set([...before.map(({ key }) => key), ...rows])
  const reopened: string[] = []
  const seats = rows.map((row): FileSeat => {
    const [region, organisation, person, typedState] = seatParts.map(part => textOf(typed, seatField(row, part)).trim())
    const was = before.find(({ key }) => key === row)
    const isOther = was?.person !== undefined && was.person !== person
    const reopens = isOther && typedState === was.state && was.state !== 'open'
    if (reopens) reopened.push(row)
    const key = isNewRow(row) ? freeKey(region ?? '', taken) : row
    taken.add(key)
    return {
      key,
      region,
      ...(organisation ? { organisation } : {}),
      ...(person ? { person } : {}),
      state: reopens ? 'open' : typedState,
    } as FileSeat
  })
  return { seats, rows, reopened }
}

function freeKey(region: string, taken: ReadonlySet<string>): string {
  const base = regions.find(one => one === region) ?? 'seat'
  for (let n = 1; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

/** Seats for which somebody was asked, or said yes. */
export const isAsked = ({ state }: Pick<FileSeat, 'state'>) => state === 'invited' || state === 'confirmed'

/** Those that the form leaves out although somebody was asked for them. */
export function leavingSeats(typed: Typed, before: readonly FileSeat[]): FileSeat[] {
  const rows = rowKeys(typed, 'seat')
  return before.filter(seat => isAsked(seat) && !rows.includes(seat.key))
}

export type SeatProblem = { row: string; part: SeatPart; code: 'region' | 'twice' | 'nobody' }

/** What a file may say and a panel may not: somebody on two of its seats, an invitation to nobody; and a seat of no region. */
export function seatProblems({ seats, rows }: SeatsTyped): SeatProblem[] {
  const seated = new Set<string>()
  return seats.flatMap((seat, index): SeatProblem[] => {
    const row = rows[index] ?? ''
    const nowhere = regions.includes(seat.region) ? [] : [{ row, part: 'region', code: 'region' } as const]
    if (isAsked(seat) && !seat.person && !seat.organisation)
      return [...nowhere, { row, part: 'person', code: 'nobody' }]
    if (!seat.person || seat.state === 'declined') return nowhere
    if (seated.has(seat.person)) return [...nowhere, { row, part: 'person', code: 'twice' }]
    seated.add(seat.person)
    return nowhere
  })
}

export type SeatSum = { region: FileSeat['region'] } & Record<'all' | 'confirmed' | 'invited' | 'declined', number>

/** How far each region is that has seats. */
export function sumsOf(seats: readonly FileSeat[]): SeatSum[] {
  return regions.flatMap((region): SeatSum[] => {
    const own = seats.filter(seat => seat.region === region)
    const of = (state: FileSeat['state']) => own.filter(seat => seat.state === state).length
    if (own.length === 0) return []
    return [{ region, all: own.length, confirmed: of('confirmed'), invited: of('invited'), declined: of('declined') }]
  })
}

/** The file with other seats in a slot. */
export function withSeats(file: SeminarFile, slot: string, seats: FileSeat[]): SeminarFile {
  const slots = file.programme.slots.map(one => (one.key === slot ? { ...one, seats } : one))
  return { ...file, programme: { ...file.programme, slots } }
}

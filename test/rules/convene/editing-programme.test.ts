import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayTyped, typedOfDays, withDaysOf } from '../../../source/convene/editing/rules/days-form.ts'
import { seatsFrom, sumsOf, typedOfSeats } from '../../../source/convene/editing/rules/panel-form.ts'
import { rowKeys, withNewRows, withoutRow, withRowMoved } from '../../../source/convene/editing/rules/row-form.ts'
import { usesOfPerson, withoutPersonInSlots, withoutRoomInSlots } from '../../../source/convene/editing/rules/uses.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import type { FileSeat } from '../../../source/convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'

const text = `perenne: seminar/1
slug: small
network: {slug: net, name: {fr: Un réseau}}
source: fr
languages: [fr]
title: {fr: Un séminaire}
date: 2030-05-06
hours: {from: "09:00", to: "17:00"}
time_zone: America/Bogota
venue: {name: {fr: Une salle}, address: "1 calle, Bogotá", country: CO}
registration: {capacity: 20, closes: 2030-05-01T23:59:59, consents: [{key: data, required: true, text: {fr: Oui}}]}
organisations: [{key: org, name: {fr: Une organisation}, kind: network, roles: [organiser]}]
people:
  - {key: ana, givenName: Ana, familyName: A}
  - {key: luc, givenName: Luc, familyName: L}
programme:
  days:
    - {date: 2030-05-07, hours: {from: "09:00", to: "17:00"}}
    - {date: 2030-05-08, hours: {from: "09:00", to: "17:00"}}
  rooms: [{key: blue, name: {fr: Bleue}}]
  slots:
    - {key: one, kind: talk, from: "09:00", to: "10:00", title: {fr: Un}, room: blue, speakers: [ana, luc]}
    - {key: two, kind: part, day: 2030-05-07, from: "22:00", until: 2030-05-08, to: "01:00", title: {fr: Deux}, moderatorPersons: [ana],
       seats: [{key: a, region: europe, person: ana, state: confirmed}, {key: b, region: latin-america, person: luc, state: invited}]}
    - {key: three, kind: talk, day: 2030-05-08, from: "09:00", to: "10:00", title: {fr: Trois}}
`
const read = parseSeminarFile(text)
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const file: SeminarFile = read.file

describe('rows', () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 5 })
  const typedWith = (rows: string[]) => ({ row: rows.join(' '), 'row[]': rows })

  test('added, moved and taken out as a list would be', () => {
    const step = fc.oneof(
      fc.constant({ what: 'add' as const }),
      fc.record({ what: fc.constantFrom('up' as const, 'down' as const, 'out' as const), at: fc.nat(6) }),
    )
    fc.assert(
      fc.property(keys, fc.array(step, { maxLength: 8 }), (rows, steps) => {
        let typed = typedWith(rows) as Parameters<typeof rowKeys>[0]
        const model = [...rows]
        for (const one of steps) {
          if (one.what === 'add') {
            typed = withNewRows(typed, 'row', [{ name: 'x' }])
            const added = rowKeys(typed, 'row').at(-1) ?? ''
            expect(model).not.toContain(added)
            expect(typed[`row.${added}.name`]).toBe('x')
            model.push(added)
            continue
          }
          const key = model[one.at]
          if (key === undefined) continue
          if (one.what === 'out') {
            typed = withoutRow(typed, 'row', key)
            model.splice(one.at, 1)
            continue
          }
          const to = one.at + (one.what === 'up' ? -1 : 1)
          typed = withRowMoved(typed, 'row', key, one.what === 'up' ? -1 : 1)
          const other = model[to]
          if (other !== undefined) [model[one.at], model[to]] = [other, key]
        }
        expect(rowKeys(typed, 'row')).toEqual(model)
      }),
    )
  })
})

describe('seats', () => {
  const seat = fc
    .record(
      {
        region: fc.constantFrom('latin-america' as const, 'europe' as const, 'other' as const),
        organisation: fc.constantFrom('org', 'other'),
        person: fc.constantFrom('ana', 'luc'),
        state: fc.constantFrom('open' as const, 'invited' as const, 'confirmed' as const, 'declined' as const),
      },
      { requiredKeys: ['region', 'state'] },
    )
    .map((one): FileSeat => ({ key: '', ...one }))
  const seats = fc.array(seat, { maxLength: 8 }).map(all => all.map((one, n) => ({ ...one, key: `seat-${n}` })))

  test('a form that is sent as it was shown changes nothing', () => {
    fc.assert(
      fc.property(seats, all => {
        expect(seatsFrom(typedOfSeats(all), all)).toMatchObject({ seats: all, reopened: [] })
      }),
    )
  })

  test('a seat is open again when its person changes and its state does not', () => {
    fc.assert(
      fc.property(seats, fc.constantFrom('ana', 'luc', ''), (all, person) => {
        const typed = {
          ...typedOfSeats(all),
          ...Object.fromEntries(all.map(({ key }) => [`seat.${key}.person`, person])),
        }
        for (const [index, after] of seatsFrom(typed, all).seats.entries()) {
          const before = all[index]
          const passed = before?.person !== undefined && before.person !== person
          expect(after.state).toBe(passed ? 'open' : before?.state)
        }
      }),
    )
  })

  test('sums count every seat once', () => {
    fc.assert(
      fc.property(seats, all => {
        const sums = sumsOf(all)
        expect(sums.reduce((sum, one) => sum + one.all, 0)).toBe(all.length)
        for (const { region, confirmed, invited, declined } of sums) {
          const of = (state: string) => all.filter(one => one.region === region && one.state === state).length
          expect([confirmed, invited, declined]).toEqual([of('confirmed'), of('invited'), of('declined')])
        }
      }),
    )
  })

  test('new seats get keys that no other one had, also one that goes with the same form', () => {
    const before: FileSeat[] = [{ key: 'europe-1', region: 'europe', state: 'confirmed', person: 'ana' }]
    const typed = withNewRows(withoutRow(typedOfSeats(before), 'seat', 'europe-1'), 'seat', [
      { region: 'europe', state: 'open' },
      { region: 'europe', state: 'open' },
      { region: 'moon', state: 'open' },
    ])
    expect(seatsFrom(typed, before).seats.map(({ key }) => key)).toEqual(['europe-2', 'europe-3', 'seat-1'])
  })
})

describe('days', () => {
  const rows = (...days: [row: string, date: string][]): DayTyped[] =>
    days.map(([row, date]) => ({ row, date, from: '09:00', to: '17:00' }))
  const daysOf = ({ programme }: SeminarFile) => programme.slots.map(({ day, until }) => [day, until])

  test('as they are they change nothing', () => {
    const typed = typedOfDays(file)
    const same = rowKeys(typed, 'day').map(row => ({
      row,
      date: String(typed[`day.${row}.date`]),
      from: String(typed[`day.${row}.from`]),
      to: String(typed[`day.${row}.to`]),
    }))
    expect(withDaysOf(file, same)).toEqual(file)
  })

  test('slots go along, those that end in the night after it too; two days may change places', () => {
    const moved = withDaysOf(file, rows(['2030-05-07', '2030-05-30'], ['2030-05-08', '2030-05-08']))
    expect(daysOf(moved)).toEqual([
      [undefined, undefined],
      ['2030-05-30', '2030-05-31'],
      ['2030-05-08', undefined],
    ])
    const swapped = withDaysOf(file, rows(['2030-05-07', '2030-05-08'], ['2030-05-08', '2030-05-07']))
    expect(daysOf(swapped)).toEqual([
      [undefined, undefined],
      ['2030-05-08', '2030-05-09'],
      ['2030-05-07', undefined],
    ])
  })

  test('a day that is none moves nothing', () => {
    expect(daysOf(withDaysOf(file, rows(['2030-05-07', '2030-02-30'], ['2030-05-08', ''])))).toEqual(daysOf(file))
  })
})

describe('uses', () => {
  test('of a person, with what they do', () => {
    expect(usesOfPerson(file, 'ana').map(({ slot, parts }) => [slot.key, parts.map(part => part.as)])).toEqual([
      ['one', ['speaker']],
      ['two', ['moderator', 'seat']],
    ])
    expect(usesOfPerson(file, 'nobody')).toEqual([])
  })

  test('without them nothing names them, and everything else is as it was', () => {
    const without = withoutPersonInSlots(file, 'ana')
    expect(usesOfPerson(without, 'ana')).toEqual([])
    expect(usesOfPerson(without, 'luc')).toHaveLength(2)
    expect(without.programme.slots[1]?.seats[0]).toEqual({ key: 'a', region: 'europe', state: 'open' })
    expect(withoutPersonInSlots(file, 'nobody')).toEqual(file)
    expect(withoutRoomInSlots(file, 'blue').programme.slots[0]).not.toHaveProperty('room')
    expect(withoutRoomInSlots(file, 'red')).toEqual(file)
  })
})

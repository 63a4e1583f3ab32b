import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginningOfSlot,
  firstDay,
  type Slot,
  shownOfSlot,
  slotFrom,
  typedOfSlot,
  withOneMore,
  withoutSlot,
  withSlot,
} from '../../../source/convene/editing/rules/slot-form.ts'
import { clocksDuring } from '../../../source/convene/editing/rules/slot-times.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { anySlot } from './programme-arbitrary.ts'

const file = {
  source: 'fr',
  languages: ['fr', 'es', 'en'],
  date: '2030-03-30',
  hours: { from: '09:00', to: '17:00' },
  programme: {
    provisional: true,
    days: ['2030-04-01', '2030-03-31'].map(date => ({ date, hours: { from: '10:00', to: '12:00' } })),
    rooms: [],
    slots: [] as Slot[],
  },
} as unknown as SeminarFile

/** As the rows say it: without the days that need not be said. */
function asInFile({ day, until, ...slot }: Slot & { day: string; until: string }): Slot {
  return { ...slot, ...(day === file.date ? {} : { day }), ...(until === day ? {} : { until }) }
}

const slots = anySlot('slot-1', 'fr', ['fr', 'es', 'en']).map(asInFile)

describe('the form of a slot', () => {
  test('says the slot: sent as it is shown, nothing of it changes', () => {
    fc.assert(
      fc.property(slots, slot => {
        const typed = typedOfSlot(file, slot)
        expect(slotFrom(file, slot, typed)).toEqual(slot)
        // And a line or a document more, left empty, is none.
        const more = withOneMore('add-document', withOneMore('add', typed, ['fr', 'es', 'en']), ['fr', 'es', 'en'])
        expect(Object.keys(more).length).toBeGreaterThan(Object.keys(typed).length)
        expect(slotFrom(file, slot, more)).toEqual(slot)
      }),
    )
  })

  test('leaves the panel to its own form, and a language that it does not show as it is', () => {
    fc.assert(
      fc.property(slots, slot => {
        const { languages: _, ...rest } = file
        const french = { ...rest, languages: ['fr'] } as SeminarFile
        expect(slotFrom(french, slot, typedOfSlot(french, slot))).toMatchObject({
          seats: slot.seats,
          title: slot.title,
          ...(slot.method ? { method: slot.method } : {}),
        })
      }),
    )
  })

  test('has a version of its own: neither another slot nor the panel changes it', () => {
    fc.assert(
      fc.property(slots, slots, (slot, other) => {
        const shown = (one: SeminarFile) => JSON.stringify(shownOfSlot('slot-1')(one))
        const before = withSlot(file, null, slot)
        const beside = withSlot(before, null, { ...other, key: 'slot-2' })
        expect(shown(beside)).toBe(shown(before))
        expect(shown(withSlot(before, 'slot-1', { ...slot, seats: other.seats }))).toBe(shown(before))
        expect(shown(withSlot(before, 'slot-1', { ...slot, title: { fr: 'Autre chose' } }))).not.toBe(shown(before))
        expect(withoutSlot(beside, 'slot-2')).toEqual(before)
      }),
    )
  })
})

test('a new slot begins when the last one of its day ends', () => {
  const at = (from: string, to: string, more: Partial<Slot> = {}) =>
    ({ key: `s-${from}`, kind: 'talk', from, to, title: { fr: 'x' }, ...more }) as Slot
  const draft = {
    ...file,
    programme: {
      ...file.programme,
      slots: [at('14:00', '16:00'), at('09:00', '10:00'), at('20:00', '01:00', { until: '2030-03-31' })],
    },
  }
  expect(beginningOfSlot(draft, null)).toMatchObject({ day: firstDay, from: '16:00' })
  expect(beginningOfSlot(draft, '2030-03-31')).toMatchObject({ day: '2030-03-31', from: '10:00' })
  expect(beginningOfSlot(draft, '1999-01-01')).toMatchObject({ day: firstDay, from: '16:00' })
})

describe('the clocks', () => {
  /** How many minutes of the days around show these hours: none in spring, two in autumn. */
  function timesShown(day: string, time: string, timeZone: string): number {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    const noon = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('UTC').epochMilliseconds
    let found = 0
    for (let minute = -14 * 60; minute <= 14 * 60; minute++)
      if (format.format(noon + minute * 60_000) === `${day} ${time}`) found++
    return found
  }

  test('an hour comes twice when two minutes show it', () => {
    const clock = fc
      .integer({ min: 0, max: 5 * 4 })
      .map(
        quarter => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
      )
    const night = fc.constantFrom(
      ['Europe/Paris', '2030-10-27'],
      ['Europe/Paris', '2030-03-31'],
      ['Australia/Lord_Howe', '2030-04-07'],
      ['America/Bogota', '2030-10-27'],
    )
    fc.assert(
      fc.property(night, clock, ([timeZone = '', day = ''], time) => {
        const { twice } = clocksDuring({ day, from: time, until: day, to: '12:00' }, timeZone)
        expect(twice.length).toBe(timesShown(day, time, timeZone) === 2 ? 1 : 0)
      }),
      { numRuns: 60 },
    )
  })

  test('a night during which they change lasts an hour less or more', () => {
    const night = (day: string, until: string) =>
      clocksDuring({ day, from: '22:00', until, to: '05:30' }, 'Europe/Paris').lasts?.toString() ?? null
    expect(night('2030-03-30', '2030-03-31')).toBe('PT6H30M')
    expect(night('2030-10-26', '2030-10-27')).toBe('PT8H30M')
    expect(night('2030-05-10', '2030-05-11')).toBeNull()
  })
})

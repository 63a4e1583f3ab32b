import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collisionsOf, mineOf } from '../../../source/convene/programme/rules/mine.ts'
import {
  clockOf,
  readersZone,
  sayingElsewhere,
  saysTheSame,
  zonesByRegion,
} from '../../../source/convene/programme/rules/reader-zone.ts'
import {
  addressWith,
  mostChosen,
  readKeys,
  readSeen,
  readStored,
  sameSlots,
  selectionFields,
  writeStored,
} from '../../../source/convene/programme/rules/selection.ts'
import { anyProgramme } from './programme-arbitrary.ts'
import { programme, slot } from './programme-example.ts'

const key = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
const keys = fc.uniqueArray(key, { maxLength: 40 })
const seen = fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: null })
const plain = (said: string) => said.replaceAll('\u00a0', ' ')

describe('a selection', () => {
  test('is read back from an address as it was written', () => {
    fc.assert(
      fc.property(keys, seen, (slots, seen) => {
        const query = new URL(addressWith('http://x.example/mine', selectionFields({ slots, seen }))).searchParams
        expect(readKeys(query.getAll('slots'))).toEqual({ keys: slots, unreadable: 0, tooMany: false })
        expect(readSeen(query.get('seen'))).toBe(slots.length > 0 ? seen : null)
      }),
    )
    expect(addressWith('/mine', { slots: 'a,b', zone: 'America/Lima' })).toBe('/mine?slots=a,b&zone=America/Lima')
    expect(addressWith('/mine', {})).toBe('/mine')
  })

  test('is read back from a browser as it was written, and from whatever else stands there as nothing', () => {
    fc.assert(
      fc.property(keys, seen, (slots, seen) => {
        expect(readStored(writeStored({ slots, seen }))).toEqual({ slots, seen })
      }),
    )
    const none = { slots: [], seen: null }
    for (const text of [null, '', '{', 'null', '7', '[]', '{"slots":7}', '{"slots":["<b>",null,7]}', '{"slots":{}}'])
      expect(readStored(text), String(text)).toEqual(none)
    expect(readStored('{"slots":["a","a","B","b"],"seen":-3}')).toEqual({ slots: ['a', 'b'], seen: null })
    fc.assert(
      fc.property(fc.json(), text => {
        const { slots } = readStored(text)
        expect(slots.every(one => /^[a-z0-9-]+$/.test(one))).toBe(true)
      }),
    )
  })

  test('keeps what is a key, each once and in order, and counts the rest', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'b-2', 'part-1'),
      fc.string({ unit: 'binary-ascii', maxLength: 4 }),
      fc.constantFrom('', ' a ', '<b>', 'A', 'a--b', '-a', '\0'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 5 }), values => {
        const written = values.map(pieces => pieces.join(','))
        const model = { keys: [] as string[], unreadable: 0 }
        for (const one of written.flatMap(value => value.split(',')).map(one => one.trim())) {
          if (one === '' || model.keys.includes(one)) continue
          const isKey = one.length <= 80 && one.split('-').every(part => part !== '' && /^[a-z0-9]+$/.test(part))
          if (isKey) model.keys.push(one)
          else model.unreadable++
        }
        expect(readKeys(written)).toEqual({ ...model, tooMany: false })
      }),
    )
  })

  test('is never longer than a programme may be, however much is asked for', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `slot-${index}`)
    for (const values of [[many.join(',')], many]) {
      const read = readKeys(values)
      expect(read).toMatchObject({ unreadable: 0, tooMany: true })
      expect(read.keys).toEqual(many.slice(0, mostChosen))
    }
    expect(readKeys([many.slice(0, mostChosen).join(',')]).tooMany).toBe(false)
    expect(readKeys(['<,'.repeat(10_000)])).toEqual({ keys: [], unreadable: mostChosen, tooMany: true })
    expect(readKeys([','.repeat(1_000_000)])).toEqual({ keys: [], unreadable: 0, tooMany: false })
  })

  test('knows the number of a version, and no other writing of one', () => {
    for (const text of [null, '', '0', '-1', '1.5', '1e3', ' 1', '01', '1234567', 'x'])
      expect(readSeen(text)).toBeNull()
    expect(readSeen('12')).toBe(12)
  })

  test('is the same in whatever order', () => {
    expect(sameSlots(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(sameSlots(['a'], ['a', 'b'])).toBe(false)
    expect(sameSlots(['a', 'b'], ['a', 'c'])).toBe(false)
    expect(sameSlots([], [])).toBe(true)
  })
})

describe('what became of a selection', () => {
  test('collisions are the pairs that share a minute', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), found => {
        const spans = found.map((one, index) => ({ key: `s${index}`, ...one }))
        const minutes = spans.map(({ from, to }) => new Set(Array.from({ length: to - from }, (_, at) => from + at)))
        const pairs: [string, string][] = []
        for (let i = 0; i < spans.length; i++)
          for (let j = i + 1; j < spans.length; j++)
            if ([...(minutes[i] as Set<number>)].some(minute => minutes[j]?.has(minute))) pairs.push([`s${i}`, `s${j}`])
        expect(collisionsOf(spans)).toEqual(pairs)
      }),
    )
  })

  test('each key is here, gone or unknown, and never two of them', () => {
    const asked = fc.uniqueArray(fc.constantFrom(...Array.from({ length: 9 }, (_, n) => `slot-${n + 1}`), 'x'))
    fc.assert(
      fc.property(fc.array(anyProgramme(), { maxLength: 3 }), asked, (programmes, keys) => {
        const versions = programmes.map(programme => ({ programme }))
        const mine = mineOf(keys, versions)
        const has = (version: number, key: string) => programmes[version]?.slots.some(one => one.key === key) ?? false
        const last = programmes.length - 1
        expect(mine.here).toEqual(programmes[last]?.slots.map(({ key }) => key).filter(key => keys.includes(key)) ?? [])
        const rest = keys.filter(key => !has(last, key))
        const lastWith = (key: string) => Math.max(-1, ...programmes.keys().filter(version => has(version, key)))
        const gone = rest.flatMap(key => (lastWith(key) === -1 ? [] : [{ key, version: lastWith(key) }]))
        expect(mine.gone).toEqual(gone)
        expect(mine.unknown).toBe(keys.length - mine.here.length - gone.length)
      }),
      { numRuns: 60 },
    )
  })

  test('slots that only touch do not collide, and a night in which the clocks change is as long as it is', () => {
    const at = (key: string, from: string, to: string, more = {}) => slot({ key, from, to, ...more })
    const slots = [
      at('one', '09:00', '10:00'),
      at('two', '10:00', '11:00'),
      at('three', '10:30', '12:00'),
      at('night', '23:00', '03:30', { until: '2030-03-31' }),
      at('early', '03:00', '04:00', { day: '2030-03-31', until: '2030-03-31' }),
    ]
    const { collisions } = mineOf(['early', 'one', 'two', 'three', 'night'], [{ programme: programme({ slots }) }])
    expect(collisions).toEqual([
      ['two', 'three'],
      ['night', 'early'],
    ])
  })
})

describe('the hours of another place', () => {
  const zones = [...zonesByRegion().values()].flat()
  const zone = fc.constantFrom(...zones)
  // 1990 to 2060, by the minute.
  const instant = fc.integer({ min: 631_152_000, max: 2_840_140_800 }).map(second => (second - (second % 60)) * 1000)
  const temporal = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

  test('a clock says what Temporal says, in every zone', () => {
    expect(zones.length).toBeGreaterThan(400)
    fc.assert(
      fc.property(zone, instant, (zone, at) => {
        const { hour, minute } = temporal(at, zone)
        expect(clockOf(zone)(at)).toEqual({ day: temporal(at, zone).toPlainDate().toString(), hour, minute })
      }),
      { numRuns: 300 },
    )
  })

  test('a span is said with the day wherever the day is another one', () => {
    fc.assert(
      fc.property(zone, zone, instant, fc.integer({ min: 1, max: 2000 }), (venue, zone, from, minutes) => {
        const to = from + minutes * 60_000
        const said = plain(sayingElsewhere('en', venue, zone)({ from, to }))
        const [there, begins, ends] = [temporal(from, venue), temporal(from, zone), temporal(to, zone)]
        const time = (at: Temporal.ZonedDateTime) => `${at.hour}:${String(at.minute).padStart(2, '0')}`
        const day = (at: Temporal.ZonedDateTime) =>
          `${['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'][at.dayOfWeek - 1]}day ${at.day} ${
            'January February March April May June July August September October November December'.split(' ')[
              at.month - 1
            ]
          }, `
        const other = (one: Temporal.ZonedDateTime, two: Temporal.ZonedDateTime) =>
          !one.toPlainDate().equals(two.toPlainDate())
        expect(said).toBe(
          `${other(there, begins) ? day(begins) : ''}${time(begins)} – ${other(begins, ends) ? day(ends) : ''}${time(ends)}`,
        )
      }),
      { numRuns: 300 },
    )
  })

  test('each language writes it in its own way', () => {
    const from = Temporal.Instant.from('2018-07-05T01:00:00Z').epochMilliseconds
    const said = (locale: 'fr' | 'es' | 'pt' | 'en', minutes: number) =>
      plain(sayingElsewhere(locale, 'Europe/Paris', 'America/Lima')({ from, to: from + minutes * 60_000 }))
    expect(said('fr', 90)).toBe('mercredi 4 juillet, 20 h – 21 h 30')
    expect(said('es', 90)).toBe('miércoles 4 de julio, 20:00 – 21:30')
    expect(said('pt', 90)).toBe('quarta-feira 4 de julho, 20h – 21h30')
    expect(said('en', 300)).toBe('Wednesday 4 July, 20:00 – Thursday 5 July, 1:00')
  })

  test('over the night in which the clocks of the venue change, the other place goes on', () => {
    const say = (iso: string) => {
      const from = Temporal.Instant.from(iso).epochMilliseconds
      return plain(sayingElsewhere('en', 'Europe/Paris', 'America/Lima')({ from, to: from + 3_600_000 }))
    }
    // 1:30 and, a quarter of an hour after the clocks went forward, 3:15 in Paris.
    expect(say('2030-03-31T00:30:00Z')).toBe('Saturday 30 March, 19:30 – 20:30')
    expect(say('2030-03-31T01:15:00Z')).toBe('Saturday 30 March, 20:15 – 21:15')
    // 2:30 twice.
    expect(say('2030-10-27T00:30:00Z')).toBe('Saturday 26 October, 19:30 – 20:30')
    expect(say('2030-10-27T01:30:00Z')).toBe('Saturday 26 October, 20:30 – 21:30')
  })

  test('two zones say the same only where they do', () => {
    const summer = Temporal.Instant.from('2018-07-05T10:00:00Z').epochMilliseconds
    const winter = Temporal.Instant.from('2018-01-05T10:00:00Z').epochMilliseconds
    expect(saysTheSame('Europe/Paris', 'Europe/Madrid', [summer, winter])).toBe(true)
    expect(saysTheSame('Europe/Paris', 'Africa/Johannesburg', [summer])).toBe(true)
    expect(saysTheSame('Europe/Paris', 'Africa/Johannesburg', [summer, winter])).toBe(false)
  })

  test('only a place is a zone of a reader', () => {
    for (const zone of zones) expect(readersZone(zone), zone).toBe(zone)
    expect(readersZone('america/lima')).toBe('America/Lima')
    for (const utc of ['UTC', 'Etc/UTC', 'GMT', 'etc/gmt']) expect(readersZone(utc)).toBe('UTC')
    for (const wrong of ['', 'Lima', '+02:00', '-05', 'Etc/GMT+5', 'EST', 'America/Nowhere', 'America/Lima\n', 'a/b/c'])
      expect(readersZone(wrong), wrong).toBeNull()
    for (const wrong of ['<script>/x', `America/${'a'.repeat(100)}`, 'America/Lima\0', '../..', 'constructor/name'])
      expect(readersZone(wrong), wrong).toBeNull()
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 4 }), text => readersZone(text) === null))
  })
})

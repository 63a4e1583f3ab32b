import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Names, Programme } from '../../../source/convene/programme/rules/programme.ts'
import { type Schedule, scheduleOf } from '../../../source/convene/programme/rules/schedule.ts'
import { scheduleJson } from '../../../source/convene/programme/rules/schedule-json.ts'
import { scheduleXml } from '../../../source/convene/programme/rules/schedule-xml.ts'
import { shownIn } from '../../../source/convene/programme/rules/shown.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { namedUuid } from '../../../source/ground/named-uuid.ts'
import { testWithFixtures } from '../../support/fixtures.ts'
import { anyProgramme } from './programme-arbitrary.ts'
import { names, programme, slot, words } from './programme-example.ts'

const seminarId = '018f1e7a-0000-7000-8000-000000000001'
const uuid = (name: string) => namedUuid(seminarId, name)
const seminar = {
  slug: 'small-seminar',
  title: 'A small seminar',
  url: 'https://x.example/en/seminars/small-seminar',
  urlOf: (key: string) => `https://x.example/en/seminars/small-seminar#slot-${key}`,
  absolute: (address: string) => new URL(address, 'https://x.example').href,
  venue: 'Town hall',
  floorLanguages: ['fr', 'es'],
  isHeld: true,
  uuid,
}
type About = { locale?: Locale; seminar?: Partial<typeof seminar>; names?: Names }
const scheduleFrom = (one: Programme, { locale = 'en', seminar: more, names: given = names }: About = {}): Schedule =>
  scheduleOf(shownIn(one, given, locale), { number: 3 }, { ...seminar, ...more }, words)
const program = { name: 'Perenne', version: '1.2.3' }
const xmlOf = (schedule: Schedule) => scheduleXml(schedule, { url: `${seminar.url}/schedule.xml`, program })
const jsonOf = (schedule: Schedule) =>
  JSON.parse(JSON.stringify(scheduleJson(schedule, { url: `${seminar.url}/schedule.json`, program })))

type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] }
/** As another program reads it. */
function readXml(text: string): Node {
  const parser = new SaxesParser()
  const root: Node = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: { ...(attributes as Record<string, string>) }, text: '', children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', said => {
    const node = open.at(-1)
    if (node) node.text += said
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(text).close()
  return root.children[0] as Node
}
const child = (node: Node | undefined, name: string) => node?.children.find(one => one.name === name)
const all = (node: Node | undefined, name: string): Node[] =>
  (node?.children ?? []).flatMap(one => [...(one.name === name ? [one] : []), ...all(one, name)])
/** The elements of a node that hold words alone. */
const texts = (node: Node | undefined) =>
  Object.fromEntries((node?.children ?? []).filter(one => one.children.length === 0).map(one => [one.name, one.text]))

describe('schedule.xml', () => {
  const root = readXml(xmlOf(scheduleFrom(programme())))
  const days = all(root, 'day')
  const events = all(root, 'event')

  test('its head', () => {
    expect(root.name).toBe('schedule')
    expect(child(root, 'generator')?.attributes).toEqual({ name: 'Perenne', version: '1.2.3' })
    expect(texts(root)).toMatchObject({ url: `${seminar.url}/schedule.xml`, version: 'First version' })
    expect(texts(child(root, 'conference'))).toEqual({
      title: 'A small seminar',
      acronym: 'small_seminar',
      start: '2030-03-30',
      end: '2030-03-30',
      days: '1',
      timeslot_duration: '00:05',
      url: seminar.url,
      time_zone_name: 'Europe/Paris',
    })
  })

  test('its days and rooms; the end of the day is that of its last event', () => {
    expect(days.map(({ attributes }) => attributes)).toEqual([
      { index: '1', date: '2030-03-30', start: '2030-03-30T09:00:00+01:00', end: '2030-03-31T04:00:00+02:00' },
    ])
    expect(all(root, 'room').filter(({ attributes }) => attributes.name)).toMatchObject([
      { attributes: { name: 'Town hall', guid: uuid('room:') } },
      { attributes: { name: 'Big hall', guid: uuid('room:big') } },
      { attributes: { name: 'Small <hall> & "bar"', guid: uuid('room:small') } },
    ])
  })

  test('every field of an event', () => {
    const part = events.find(({ attributes }) => attributes.guid === uuid('slot:part-1'))
    const id = part?.attributes.id
    expect(id).toMatch(/^\d{6,10}$/)
    expect(texts(part)).toEqual({
      date: '2030-03-30T09:00:00+01:00',
      start: '09:00',
      duration: '01:00',
      room: 'Big hall',
      slug: `small_seminar-${id}-part-1`,
      url: `${seminar.url}#slot-part-1`,
      title: 'I. Water, salt; & light',
      subtitle: '',
      track: '',
      type: 'discussion',
      language: 'es',
      abstract: 'Who drinks\nWho pays',
      description:
        'Everybody speaks once.\nModeration: CITY + Luís Sá (teacher)\nSpeaking: Ana Núñez (mayor, CITY)\nPanel: Luís Sá (teacher)',
    })
    expect(texts(child(part, 'recording'))).toEqual({ license: '', optout: 'true' })
    expect(child(part, 'persons')?.children.map(({ text, attributes }) => [text, attributes.guid])).toEqual([
      ['Ana Núñez', uuid('person:ana')],
      ['Luís Sá', uuid('person:luis')],
    ])
    expect(child(part, 'links')?.children).toMatchObject([
      { attributes: { href: 'https://a.example/r%C3%A9p%C3%B6rt?a=1&b=2', type: 'related' }, text: 'Report' },
      { attributes: { href: 'https://x.example/files/018f1e7a-0000-7000-8000-000000000009' }, text: 'Slides' },
    ])
  })

  test('what stands nowhere is in the venue, what is provisional says so', () => {
    const lunch = events.find(({ attributes }) => attributes.guid === uuid('slot:lunch'))
    expect(texts(lunch)).toMatchObject({ room: 'Town hall', type: 'other', language: 'fr', description: 'May change.' })
  })

  test('over midnight and the change of the clocks: on the day it begins, for the hours that pass', () => {
    const night = events.find(({ attributes }) => attributes.guid === uuid('slot:night'))
    expect(texts(night)).toMatchObject({ date: '2030-03-30T23:00:00+01:00', start: '23:00', duration: '04:00' })
  })

  test('words that look like XML, and characters that XML cannot hold', () => {
    const odd = 'a <b> & "c" ]]> \u0000\u0008\u001f\ufffe\ud800 \r\n 🌍'
    const titled = programme({ slots: [slot({ key: 'odd', title: { en: odd }, themes: [{ en: odd }] })] })
    const text = xmlOf(scheduleFrom(titled))
    expect(texts(all(readXml(text), 'event')[0])).toMatchObject({
      title: 'a <b> & "c" ]]>  \r\n 🌍',
      abstract: 'a <b> & "c" ]]>  \r\n 🌍',
    })
  })
})

describe('schedule.json', () => {
  const whole = jsonOf(scheduleFrom(programme()))
  const { conference } = whole.schedule

  test('its head and its rooms', () => {
    expect(whole).toMatchObject({
      generator: program,
      schedule: {
        url: `${seminar.url}/schedule.json`,
        version: 'First version',
        conference: {
          acronym: 'small_seminar',
          title: 'A small seminar',
          start: '2030-03-30',
          end: '2030-03-30',
          daysCount: 1,
          timeslot_duration: '00:05',
          time_zone_name: 'Europe/Paris',
          url: seminar.url,
          rooms: [
            { name: 'Town hall', guid: uuid('room:'), capacity: null },
            { name: 'Big hall', guid: uuid('room:big'), capacity: 200 },
            { name: 'Small <hall> & "bar"', guid: uuid('room:small'), capacity: null },
          ],
        },
      },
    })
    expect(conference.days).toMatchObject([
      { index: 1, date: '2030-03-30', day_start: '2030-03-30T09:00:00+01:00', day_end: '2030-03-31T04:00:00+02:00' },
    ])
    expect(Object.keys(conference.days[0].rooms)).toEqual(['Town hall', 'Big hall', 'Small <hall> & "bar"'])
  })

  test('every field of an event', () => {
    const [part] = conference.days[0].rooms['Big hall']
    expect(part).toEqual({
      guid: uuid('slot:part-1'),
      id: part.id,
      date: '2030-03-30T09:00:00+01:00',
      start: '09:00',
      end: '2030-03-30T10:00:00+01:00',
      duration: '01:00',
      room: 'Big hall',
      slug: `small_seminar-${part.id}-part-1`,
      url: `${seminar.url}#slot-part-1`,
      title: 'I. Water, salt; & light',
      subtitle: null,
      track: null,
      type: 'discussion',
      language: 'es',
      abstract: 'Who drinks\nWho pays',
      description:
        'Everybody speaks once.\nModeration: CITY + Luís Sá (teacher)\nSpeaking: Ana Núñez (mayor, CITY)\nPanel: Luís Sá (teacher)',
      do_not_record: true,
      persons: [
        { guid: uuid('person:ana'), name: 'Ana Núñez', biography: 'Writes on water.' },
        { guid: uuid('person:luis'), name: 'Luís Sá', biography: null },
      ],
      links: [
        { type: 'related', url: 'https://a.example/r%C3%A9p%C3%B6rt?a=1&b=2', title: 'Report' },
        { type: 'related', url: 'https://x.example/files/018f1e7a-0000-7000-8000-000000000009', title: 'Slides' },
      ],
    })
  })
})

describe('in both', () => {
  const both = (schedule: Schedule) => [xmlOf(schedule), JSON.stringify(jsonOf(schedule))]

  test('in the language of the reader, the version too', () => {
    for (const text of both(scheduleFrom(programme(), { locale: 'fr' }))) {
      for (const word of ['Première version', 'Grande salle', 'Eau, sel et lumière']) expect(text).toContain(word)
    }
  })

  test('whoever has no public name is not in it, erased or not', () => {
    for (const text of both(scheduleFrom(programme()))) expect(text).not.toMatch(/witness|hidden/)
    for (const text of both(scheduleFrom(programme(), { names: new Map() }))) expect(text).not.toMatch(/Ana|teacher/)
  })

  test('who was asked to speak is no person of an event, and said to be confirmed in words', () => {
    const [part] = programme().slots
    if (!part) throw new Error('no slot')
    const asked = scheduleFrom(programme({ slots: [{ ...part, speakersAwaited: ['ana'] }] }))
    for (const text of both(asked)) {
      expect(text).toContain('Speaking: 1 to confirm')
      expect(text).not.toContain('Ana')
    }
    const persons = all(readXml(xmlOf(asked)), 'person').map(({ text }) => text)
    expect(persons).toEqual(['Luís Sá'])
  })

  test('a seminar that is not held has no events, and keeps its days and rooms', () => {
    const schedule = scheduleFrom(programme(), { seminar: { isHeld: false } })
    expect(all(readXml(xmlOf(schedule)), 'event')).toEqual([])
    expect(jsonOf(schedule).schedule.conference.days[0].rooms).toEqual({
      'Town hall': [],
      'Big hall': [],
      'Small <hall> & "bar"': [],
    })
  })

  test('a version without a name is known by its number', () => {
    const { name: _, ...unnamed } = programme()
    expect(scheduleFrom(unnamed).version).toBe('3')
  })

  test('rooms of the same name stay two; without a slot in the venue, it is no room', () => {
    const slots = ['one', 'two'].map(key => slot({ key, room: key }))
    const rooms = ['one', 'two'].map(key => ({ key, name: { en: 'Hall' } }))
    const schedule = scheduleFrom(programme({ slots, rooms }))
    expect(schedule.rooms.map(({ name }) => name)).toEqual(['Hall', 'Hall (two)'])
    expect(schedule.days[0]?.rooms.map(({ events }) => events.map(({ room }) => room))).toEqual([
      ['Hall'],
      ['Hall (two)'],
    ])
  })

  test('a day that was not announced is there when something begins on it; minutes that are no fifth', () => {
    const slots = [slot({ key: 'early', day: '2030-03-29', from: '18:02', until: '2030-03-29', to: '19:00' })]
    const schedule = scheduleFrom(programme({ slots }))
    expect(schedule.days.map(({ index, date, start }) => [index, date, start])).toEqual([
      [1, '2030-03-29', '2030-03-29T18:02:00+01:00'],
      [2, '2030-03-30', '2030-03-30T09:00:00+01:00'],
    ])
    expect(schedule.timeslot).toBe('00:01')
  })

  test('guids, numbers and addresses are the same in every version and language, and each is there once', () => {
    const known = (schedule: Schedule) =>
      schedule.days.flatMap(day =>
        day.rooms.flatMap(({ events }) => events.map(({ guid, id, slug }) => `${guid} ${id} ${slug}`)),
      )
    const before = known(scheduleFrom(programme()))
    expect(new Set(before).size).toBe(3)
    const later = programme({
      slots: programme()
        .slots.toReversed()
        .map(one => ({ ...one, title: { en: 'New' } })),
    })
    expect(new Set(known(scheduleFrom(later, { locale: 'fr' })))).toEqual(new Set(before))
  })
})

describe('against the schemas of the formats', () => {
  const long = (key: string) => slot({ key, until: '2030-04-05', to: '09:00' })
  const examples: [string, Schedule][] = [
    ['an example', scheduleFrom(programme())],
    ['in French', scheduleFrom(programme(), { locale: 'fr' })],
    ['not held', scheduleFrom(programme(), { seminar: { isHeld: false } })],
    ['without slots', scheduleFrom(programme({ slots: [], rooms: [] }))],
    ['days without an end', scheduleFrom(programme({ slots: [long('long')] }))],
    ['a short address', scheduleFrom(programme(), { seminar: { slug: 'a' } })],
    ['a zone of one word', scheduleFrom(programme({ timeZone: 'Cuba' }))],
    ['a zone of three', scheduleFrom(programme({ timeZone: 'America/Argentina/Buenos_Aires' }))],
    ...fc.sample(anyProgramme(), { numRuns: 40, seed: 5 }).map((one, index): [string, Schedule] => {
      const known: Names = new Map([['person-1', { givenName: 'Ana', familyName: '<é> & 🌍' }]])
      return [`by chance ${index}`, scheduleFrom(one, { names: known, locale: 'es' })]
    }),
  ]

  testWithFixtures('schedule.xml', async folder => {
    using schema = XmlDocument.fromString(await readFile(join(folder, 'schedule/schedule.xml.xsd'), 'utf8'))
    using validator = XsdValidator.fromDoc(schema)
    for (const [name, schedule] of examples) {
      using document = XmlDocument.fromString(xmlOf(schedule))
      expect(() => validator.validate(document), name).not.toThrow()
    }
    using wrong = XmlDocument.fromString(xmlOf(scheduleFrom(programme())).replace('<version>', '<verse/><version>'))
    expect(() => validator.validate(wrong)).toThrow()
  })

  testWithFixtures('schedule.json', async folder => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    formats.default(ajv)
    ajv.addFormat('color', true)
    ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json'))
    const validate = ajv.compile(JSON.parse(await readFile(join(folder, 'schedule/schedule.schema.json'), 'utf8')))
    for (const [name, schedule] of examples) {
      validate(jsonOf(schedule))
      expect(validate.errors, name).toBeNull()
    }
    expect(validate({ schedule: {} })).toBe(false)
  })
})

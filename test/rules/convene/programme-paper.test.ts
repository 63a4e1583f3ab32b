import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broken } from '../../../source/convene/programme/rules/long-words.ts'
import { paperOf } from '../../../source/convene/programme/rules/paper.ts'
import type { Names, Programme } from '../../../source/convene/programme/rules/programme.ts'
import { anyProgramme } from './programme-arbitrary.ts'

const locales = ['fr', 'es', 'pt', 'en'] as const
const anyLocale = fc.constantFrom(...locales)
const anyForm = fc.constantFrom('sheet' as const, 'booklet' as const)
const nobody: Names = new Map()

const programme = (more: Partial<Programme> = {}): Programme => ({
  source: 'fr',
  languages: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  days: [{ date: '2018-07-05', from: '09:00', to: '17:00' }],
  provisional: false,
  rooms: [],
  organisations: [
    { key: 'rio', name: { fr: 'Rio Claro' } },
    { key: 'lyon', short: 'Lyon', name: { fr: 'Ville de Lyon' } },
  ],
  people: [],
  slots: [],
  older: {},
  ...more,
})
const slot = (more: Partial<Programme['slots'][number]> = {}): Programme['slots'][number] => ({
  key: 'part-1',
  kind: 'part',
  day: '2018-07-05',
  from: '10:00',
  until: '2018-07-05',
  to: '11:00',
  provisional: false,
  title: { fr: 'Dialogue', en: 'Dialogue' },
  themes: [],
  moderators: [],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
  ...more,
})
const onlySlot = (one: Programme['slots'][number], more: Partial<Programme> = {}, names = nobody) => {
  const [day] = paperOf(programme({ slots: [one], ...more }), names, 'en', 'booklet').days
  const [found] = day?.slots ?? []
  if (!found) throw new Error('no slot')
  return found
}

describe('the programme on paper', () => {
  test('has every slot once, on the day it begins, in the order of the hours', () => {
    fc.assert(
      fc.property(anyProgramme(), anyLocale, anyForm, (given, locale, form) => {
        const { days } = paperOf(given, nobody, locale, form)
        expect(days.flatMap(({ slots }) => slots.map(({ key }) => key)).sort()).toEqual(
          given.slots.map(({ key }) => key).sort(),
        )
        expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].sort())
        for (const { date, slots } of days) {
          expect(slots.every(({ day }) => day === date)).toBe(true)
          expect(slots.map(({ from }) => from)).toEqual(slots.map(({ from }) => from).sort())
        }
      }),
    )
  })

  test('never says a name that nobody may read, nor who declined or has not answered', () => {
    fc.assert(
      fc.property(anyProgramme(), anyLocale, (given, locale) => {
        const names: Names = new Map(
          given.people.map(({ key }) => [key, { givenName: `Given-${key}.`, familyName: `Family-${key}.` }]),
        )
        const printed = JSON.stringify(paperOf(given, names, locale, 'booklet'))
        for (const { key } of given.people) {
          const stands = given.slots.some(
            ({ moderatorPersons, speakers, moderatorsAwaited = [], speakersAwaited = [], seats }) =>
              (moderatorPersons.includes(key) && !moderatorsAwaited.includes(key)) ||
              (speakers.includes(key) && !speakersAwaited.includes(key)) ||
              seats.some(({ person, state }) => person === key && state === 'confirmed'),
          )
          expect(printed.includes(`Family-${key}.`)).toBe(stands)
        }
        expect(JSON.stringify(paperOf(given, nobody, locale, 'booklet'))).not.toContain('Family-')
      }),
    )
  })

  test('a panel keeps its seats by region: those who can be told of, and how many are to be filled', () => {
    fc.assert(
      fc.property(anyProgramme(), given => {
        const { days } = paperOf(given, nobody, 'fr', 'sheet')
        for (const one of days.flatMap(({ slots }) => slots)) {
          const original = given.slots.find(({ key }) => key === one.key)?.seats ?? []
          for (const region of ['latin-america', 'europe', 'other'] as const) {
            const held = original.filter(seat => seat.region === region && seat.state !== 'declined').length
            const panel = one.panel.find(found => found.region === region)
            expect((panel?.seats.length ?? 0) + (panel?.free ?? 0)).toBe(held)
          }
        }
      }),
    )
  })

  test('Latin America first, then Europe; a person without a public name by role and organisation, else a free seat', () => {
    const seat = (key: string, more: object) => ({
      key,
      region: 'europe' as const,
      state: 'confirmed' as const,
      ...more,
    })
    const found = onlySlot(
      slot({
        seats: [
          seat('1', { person: 'told' }),
          seat('2', { person: 'erased' }),
          seat('3', { organisation: 'lyon', state: 'invited' }),
          seat('4', { state: 'open' }),
          seat('5', { organisation: 'lyon', state: 'declined' }),
          seat('6', { region: 'latin-america', person: 'ana' }),
        ],
      }),
      {
        people: [
          { key: 'told', organisation: 'rio', role: { fr: 'Maire' } },
          { key: 'erased' },
          { key: 'ana', organisation: 'rio' },
        ],
      },
      new Map([['ana', { givenName: 'Ana', familyName: 'Duarte' }]]),
    )
    expect(found.panel.map(({ region, free }) => [region, free])).toEqual([
      ['latin-america', 0],
      ['europe', 2],
    ])
    const [america, europe] = found.panel
    expect(america?.seats).toMatchObject([{ person: { name: 'Ana Duarte' }, confirmed: true }])
    expect(europe?.seats).toMatchObject([
      { person: { name: null, role: { text: 'Maire', language: 'fr' }, organisation: 'Rio Claro' }, confirmed: true },
      { person: null, organisation: 'Lyon', confirmed: false },
    ])
    // The role that stands for a name is read: its language is told.
    expect(found.writtenIn).toBe('fr')
  })

  test('lists whoever is on it once: by family name, then those without a name', () => {
    const people = ['z', 'a', 'role', 'silent'].map(key => ({
      key,
      ...(key === 'role' ? { role: { fr: 'Maire' } } : {}),
    }))
    const names: Names = new Map([
      ['z', { givenName: 'Ana', familyName: 'Zúñiga' }],
      ['a', { givenName: 'Zoé', familyName: 'Álvarez' }],
    ])
    const slots = [slot({ speakers: ['role', 'z', 'silent'] }), slot({ key: 'part-2', speakers: ['a', 'z'] })]
    const { people: listed } = paperOf(programme({ people, slots }), names, 'es', 'booklet')
    expect(listed.map(({ key }) => key)).toEqual(['a', 'z', 'role'])
  })

  test('says the language of what is not the reader’s: once for the whole, else at each slot', () => {
    const french = { title: { fr: 'Accueil' } }
    const languages = (slots: Programme['slots']) => {
      const paper = paperOf(programme({ slots }), nobody, 'en', 'booklet')
      return [paper.writtenIn, ...paper.days.flatMap(day => day.slots.map(({ writtenIn }) => writtenIn))]
    }
    expect(languages([slot()])).toEqual([null, null])
    expect(languages([slot(french), slot({ key: 'b', ...french })])).toEqual(['fr', null, null])
    expect(languages([slot(french), slot({ key: 'b' })])).toEqual([null, 'fr', null])
    // Themes in French under English titles do not make the whole French.
    expect(languages([slot({ themes: [{ fr: 'Un thème' }] })])).toEqual([null, 'fr'])
    expect(languages([])).toEqual([null])
  })

  test('a sheet has neither methods nor documents, and says nothing of their language', () => {
    const one = slot({
      method: { fr: 'Des questions.' },
      documents: [{ title: { fr: 'Plan' }, url: 'https://example.org/' }],
    })
    const given = programme({ slots: [one] })
    const sheet = paperOf(given, nobody, 'en', 'sheet')
    expect(sheet.days[0]?.slots[0]).toMatchObject({ method: null, documents: [], writtenIn: null })
    expect(sheet.documents).toEqual([])
    const booklet = paperOf(given, nobody, 'en', 'booklet')
    expect(booklet.days[0]?.slots[0]).toMatchObject({ method: { text: 'Des questions.' }, writtenIn: 'fr' })
    expect(booklet.documents.map(({ key }) => key)).toEqual(['part-1'])
  })

  test('marks what is older than its original, in that language alone', () => {
    const given = programme({ slots: [slot()], older: { en: ['slots.part-1.title'] } })
    const stale = (locale: 'fr' | 'en') => paperOf(given, nobody, locale, 'sheet').days[0]?.slots[0]?.stale
    expect(stale('en')).toBe(true)
    expect(stale('fr')).toBe(false)
  })

  test('says the other day on which a slot ends, and keeps days that were announced without a slot', () => {
    const night = slot({ from: '22:00', until: '2018-07-06', to: '01:00' })
    expect(onlySlot(night).endsOn).toBe('2018-07-06')
    expect(onlySlot(slot()).endsOn).toBeNull()
    const days = [
      { date: '2018-07-05', from: '09:00', to: '17:00' },
      { date: '2018-07-07', from: '10:00', to: '12:00' },
    ]
    const found = paperOf(
      programme({ days, slots: [slot({ day: '2018-07-06', until: '2018-07-06' })] }),
      nobody,
      'fr',
      'sheet',
    )
    expect(found.days.map(({ date, hours, slots }) => [date, hours !== null, slots.length])).toEqual([
      ['2018-07-05', true, 0],
      ['2018-07-06', false, 1],
      ['2018-07-07', true, 0],
    ])
  })
})

describe('a word that no line can hold', () => {
  test('may be broken, between signs, and reads the same; other words stay as they are', () => {
    const text = fc.array(fc.constantFrom('a', 'é', 'ß', '👩🏽‍💻', 'e\u0301', ' ', '-', '漢', 'ن'), { maxLength: 300 })
    fc.assert(
      fc.property(text, signs => {
        const given = signs.join('')
        const made = broken(given)
        expect(made.replaceAll('\u200b', '')).toBe(given)
        for (const sign of ['👩🏽‍💻', 'e\u0301']) {
          expect(made.split(sign).length).toBe(given.split(sign).length)
        }
        if (given.split(/\s/).every(word => [...word].length <= 40)) expect(made).toBe(given)
      }),
    )
    expect(
      broken('x'.repeat(500))
        .split('\u200b')
        .every(piece => piece.length <= 20),
    ).toBe(true)
  })

  test('nothing in the sample is so long', () => {
    const sample = readFileSync(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
    expect(broken(sample)).toBe(sample)
  })
})

import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  type ChangedLine,
  type ChangesInWords,
  changesInWords,
  type Said,
} from '../../../source/convene/programme/acts/changes-in-words.ts'
import type { Names, Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import { anyProgramme } from './programme-arbitrary.ts'

// Many programmes, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 })

const nobody: Names = new Map()
const ana: Names = new Map([['ana', { givenName: 'Ana', familyName: 'Ruiz' }]])

const slot: ProgrammeSlot = {
  key: 'talk',
  kind: 'talk',
  day: '2030-05-06',
  from: '09:00',
  until: '2030-05-06',
  to: '10:30',
  provisional: false,
  title: { fr: 'Ouverture', es: 'Apertura' },
  themes: [],
  moderators: [],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
}
const programme: Programme = {
  source: 'fr',
  languages: ['fr', 'es'],
  timeZone: 'Europe/Paris',
  days: [{ date: '2030-05-06', from: '09:00', to: '17:00' }],
  provisional: true,
  rooms: [
    { key: 'red', name: { fr: 'Salle rouge', es: 'Sala roja' } },
    { key: 'blue', name: { fr: 'Salle bleue' } },
  ],
  organisations: [{ key: 'allas', short: 'AL-LAs', name: { fr: 'Alliance' } }],
  people: [{ key: 'ana', organisation: 'allas', role: { fr: 'Maire' } }, { key: 'luz' }],
  slots: [slot],
  older: {},
}
const told = (after: Partial<ProgrammeSlot>, names = nobody, locale: 'fr' | 'es' | 'en' = 'fr') =>
  changesInWords(programme, { ...programme, slots: [{ ...slot, ...after }] }, names, locale)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const texts = (said: readonly Said[]) => said.map(({ text }) => plain(text))
const lines = (all: readonly ChangedLine[]) =>
  all.map(({ field, before, after }) => [field, texts(before), texts(after)])

describe('whoever was asked to moderate or to speak', () => {
  const change = (before: Partial<ProgrammeSlot>, after: Partial<ProgrammeSlot>, locale: 'fr' | 'es' | 'en' = 'en') => {
    const of = (more: Partial<ProgrammeSlot>) => ({ ...programme, slots: [{ ...slot, ...more }] })
    return lines(changesInWords(of(before), of(after), ana, locale).changed.flatMap(one => one.lines))
  }
  const asked = { speakers: ['ana'], speakersAwaited: ['ana'] }
  const toConfirm = '1 person (to be confirmed)'

  test('is told of when they have said yes, and before as to be confirmed', () => {
    expect(change(asked, { speakers: ['ana'] })).toEqual([['speakers', [toConfirm], ['Ana Ruiz, AL-LAs']]])
    expect(change({ speakers: ['ana'] }, asked)).toEqual([['speakers', ['Ana Ruiz, AL-LAs'], [toConfirm]]])
    expect(change({}, { ...asked, moderatorPersons: ['luz'], moderatorsAwaited: ['luz'] }, 'fr')).toEqual([
      ['moderatorPersons', [], ['1 personne (à confirmer)']],
      ['speakers', [], ['1 personne (à confirmer)']],
    ])
    const both = { speakers: ['luz', 'ana'], speakersAwaited: ['luz', 'ana'] }
    expect(change(both, { speakers: ['luz', 'ana'], speakersAwaited: ['luz'] }, 'es')).toEqual([
      ['speakers', ['2 personas (por confirmar)'], ['Ana Ruiz, AL-LAs', '1 persona (por confirmar)']],
    ])
  })

  test('is not named when they have said no, and nothing is told when somebody else is asked in their place', () => {
    expect(change(asked, {})).toEqual([['speakers', [toConfirm], []]])
    expect(change(asked, { speakers: ['luz'], speakersAwaited: ['luz'] })).toEqual([])
  })
})

describe('a moved slot', () => {
  test('says its hours, and its room by name', () => {
    const { moved } = told({ from: '09:30', to: '11:00', room: 'red' })
    expect(moved).toHaveLength(1)
    expect(lines(moved[0]?.lines ?? [])).toEqual([
      ['time', ['9 h – 10 h 30'], ['9 h 30 – 11 h']],
      ['room', [], ['Salle rouge']],
    ])
    expect(plain(moved[0]?.when ?? '')).toBe('9 h 30 – 11 h')
  })
  test('says the day where there is more than one, and both where it ends on another', () => {
    expect(lines(told({ day: '2030-05-07', until: '2030-05-07' }).moved[0]?.lines ?? [])).toEqual([
      ['time', ['lundi 6 mai 2030, 9 h – 10 h 30'], ['mardi 7 mai 2030, 9 h – 10 h 30']],
    ])
    expect(lines(told({ until: '2030-05-07' }).moved[0]?.lines ?? [])).toEqual([
      ['time', ['9 h – 10 h 30'], ['de lundi 6 mai 2030, 9 h à mardi 7 mai 2030, 10 h 30']],
    ])
  })
})

describe('texts', () => {
  test('are in the language of the reader, or else in that of the original', () => {
    const after = { title: { fr: 'Ouverture et bienvenue', es: 'Apertura' } }
    expect(lines(told(after).changed[0]?.lines ?? [])).toEqual([['title', ['Ouverture'], ['Ouverture et bienvenue']]])
    // In Spanish the words are the same, and somebody has said that they still hold: nothing is told.
    expect(told(after, nobody, 'es').isEmpty).toBe(true)
    expect(told(after, nobody, 'en').changed[0]?.lines[0]?.after[0]?.language).toBe('fr')
  })
  test('are the new original where their translation is still the one before, and say so', () => {
    const before = {
      ...slot,
      themes: [{ fr: 'L’eau', es: 'El agua' }],
      method: { fr: 'En groupes', es: 'En grupos' },
      documents: [{ title: { fr: 'Bilan', es: 'Balance' }, url: 'https://a.example/x' }],
    }
    const after = {
      ...before,
      title: { fr: 'Clôture', es: 'Apertura' },
      themes: [{ fr: 'La terre', es: 'El agua' }],
      method: { fr: 'En plénière', es: 'En grupos' },
      documents: [{ title: { fr: 'Annexe', es: 'Balance' }, url: 'https://a.example/x' }],
    }
    const older = { es: ['title', 'themes.0', 'method', 'documents.0.title'].map(path => `slots.talk.${path}`) }
    const version = (one: ProgrammeSlot, stale: Programme['older'] = {}): Programme => ({
      ...programme,
      slots: [one],
      older: stale,
    })
    const since = (one: Programme, other: Programme) =>
      changesInWords(one, other, nobody, 'es').changed[0]?.lines.map(({ field, before: was, after: is }) => [
        field,
        ...[...was, ...is].map(({ text, language, isNewerOriginal }) => [text, language, isNewerOriginal === true]),
      ]) ?? []
    expect(since(version(before), version(after, older))).toEqual([
      ['title', ['Apertura', 'es', false], ['Clôture', 'fr', true]],
      ['themes', ['El agua', 'es', false], ['La terre', 'fr', true]],
      ['method', ['En grupos', 'es', false], ['En plénière', 'fr', true]],
      ['documents', ['Balance', 'es', false], ['Annexe', 'fr', true]],
    ])
    // Translated since, it is the new translation; and what was out of date before and has not changed is not told again.
    const title = { fr: 'Clôture', es: 'Clausura' }
    expect(since(version(before), version({ ...before, title }))).toEqual([
      ['title', ['Apertura', 'es', false], ['Clausura', 'es', false]],
    ])
    expect(since(version(after, older), version(after, older))).toEqual([])
    expect(since(version(after, older), version({ ...after, provisional: true }, older))).toEqual([
      ['provisional', ['confirmado', 'es', false], ['por confirmar', 'es', false]],
    ])
  })
  test('a translation is told to those who read it', () => {
    const after = { title: { fr: 'Ouverture', es: 'Inauguración' } }
    expect(told(after).isEmpty).toBe(true)
    expect(lines(told(after, nobody, 'es').words.slots[0]?.lines ?? [])).toEqual([
      ['title', ['Apertura'], ['Inauguración']],
    ])
  })
})

describe('persons', () => {
  test('are named where their name may be read, else by role or organisation, else not at all', () => {
    const after = { speakers: ['ana', 'luz'] }
    expect(lines(told(after, ana).changed[0]?.lines ?? [])).toEqual([
      ['speakers', [], ['Ana Ruiz, AL-LAs', 'une personne qui n’est pas nommée ici']],
    ])
    expect(lines(told(after).changed[0]?.lines ?? [])).toEqual([
      ['speakers', [], ['Maire', 'une personne qui n’est pas nommée ici']],
    ])
  })
  test('who was asked for a seat is nobody’s business before they said yes', () => {
    const seat = { key: 'seat-1', region: 'europe' as const, person: 'ana', state: 'invited' as const }
    expect(lines(told({ seats: [seat] }, ana).changed[0]?.lines ?? [])).toEqual([
      ['seats', [], ['Europe (à confirmer)']],
    ])
    expect(lines(told({ seats: [{ ...seat, state: 'confirmed' }] }, ana).changed[0]?.lines ?? [])).toEqual([
      ['seats', [], ['Europe : Ana Ruiz']],
    ])
    expect(told({ seats: [{ ...seat, state: 'declined' }] }, ana).isEmpty).toBe(true)
  })
  test('what is said about somebody who is not named stays unsaid', () => {
    const before = { ...programme, slots: [{ ...slot, speakers: ['ana'] }] }
    const after = { ...before, people: [{ key: 'ana', role: { fr: 'Ministre' } }, { key: 'luz' }] }
    expect(changesInWords(before, after, nobody, 'fr').words.whole).toEqual([])
    expect(lines(changesInWords(before, after, ana, 'fr').words.whole)).toEqual([
      ['people', ['Ana Ruiz', 'Maire', 'AL-LAs – Alliance'], ['Ana Ruiz', 'Ministre']],
    ])
  })
  test('who was asked for a seat, has no answer or said no is named nowhere, also in a version that was released so', () => {
    const other = [{ key: 'ana', role: { fr: 'Ministre' } }, { key: 'luz' }]
    const withSeat = (state: 'open' | 'invited' | 'confirmed' | 'declined') => {
      const seats = [{ key: 'seat-1', region: 'europe' as const, person: 'ana', state }]
      return { ...programme, slots: [{ ...slot, seats }] }
    }
    for (const was of ['open', 'invited', 'declined'] as const)
      for (const is of ['open', 'invited', 'declined', 'confirmed'] as const) {
        for (const [one, two] of [
          [was, is],
          [is, was],
        ] as const) {
          const found = changesInWords(withSeat(one), { ...withSeat(two), people: other }, ana, 'fr')
          expect(found.words.whole, `${one}, ${two}`).toEqual([])
        }
      }
    const both = changesInWords(withSeat('confirmed'), { ...withSeat('confirmed'), people: other }, ana, 'fr')
    expect(both.words.whole).toHaveLength(1)
  })
})

test('the programme as a whole', () => {
  const after: Programme = {
    ...programme,
    provisional: false,
    timeZone: 'America/Bogota',
    days: [...programme.days, { date: '2030-05-07', from: '10:00', to: '12:00' }],
    languages: ['fr', 'es', 'pt'],
    rooms: [{ key: 'red', name: { fr: 'Grande salle' }, capacity: 12 }],
    organisations: [{ key: 'allas', name: { fr: 'Alliance' } }],
    note: { fr: 'Enfin.' },
  }
  const { whole, words } = changesInWords(programme, after, nobody, 'fr')
  expect(lines(whole)).toEqual([
    ['timeZone', ['Paris (Europe/Paris)'], ['Bogota (America/Bogota)']],
    ['days', ['lundi 6 mai 2030, 9 h – 17 h'], ['lundi 6 mai 2030, 9 h – 17 h', 'mardi 7 mai 2030, 10 h – 12 h']],
    ['rooms', ['Salle rouge', 'Salle bleue'], ['Grande salle']],
    ['provisional', ['provisoire'], ['définitif']],
  ])
  expect(lines(words.whole)).toEqual([
    ['languages', ['français et espagnol'], ['français, espagnol et portugais']],
    ['organisations', ['AL-LAs – Alliance'], ['Alliance']],
  ])
})

describe('of any two programmes', () => {
  const slotsOf = (said: ChangesInWords) => [
    ...said.cancelled,
    ...said.moved,
    ...said.new,
    ...said.changed,
    ...said.words.slots,
  ]
  test('every line reads differently on its two sides, and holds no key of a person', () => {
    fc.assert(
      fc.property(anyProgramme({ source: 'fr' }), anyProgramme({ source: 'fr' }), (before, after) => {
        const said = changesInWords(before, after, nobody, 'es')
        const all = [...said.whole, ...said.words.whole, ...slotsOf(said).flatMap(one => one.lines)]
        for (const line of all) expect(line.before).not.toEqual(line.after)
        expect(JSON.stringify(all)).not.toMatch(/person-\d/)
        expect(said.cancelled.map(({ key }) => key)).toEqual(
          before.slots.map(({ key }) => key).filter(key => !after.slots.some(one => one.key === key)),
        )
        expect(said.isEmpty).toBe(all.length + said.cancelled.length + said.new.length === 0)
      }),
      { numRuns: 50 },
    )
  })
  test('nothing is told of a version compared with itself', () => {
    fc.assert(
      fc.property(anyProgramme(), one => {
        expect(changesInWords(one, structuredClone(one), nobody, 'pt').isEmpty).toBe(true)
      }),
    )
  })
})

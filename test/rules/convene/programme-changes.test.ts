import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  type ChangedSlot,
  changesBetween,
  type ProgrammeChange,
  readersChanges,
  replay,
} from '../../../source/convene/programme/rules/changes.ts'
import type { Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import { anyProgramme, anySlot } from './programme-arbitrary.ts'

// Many programmes, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 })

const two = fc.tuple(anyProgramme(), anyProgramme())
/** The same programme with a slot or two otherwise: most of what a real release changes. */
const mended = anyProgramme({ source: 'fr' }).chain(before =>
  fc
    .tuple(
      ...before.slots.map(slot =>
        fc.oneof({ weight: 4, arbitrary: fc.constant(slot) }, anySlot(slot.key, 'fr', before.languages)),
      ),
    )
    .chain(slots => fc.tuple(fc.constant(before), fc.constant({ ...before, slots: slots.toSorted(byBeginning) }))),
)

describe('the list of changes replays to the later version', () => {
  test('of any two programmes', () => {
    fc.assert(
      fc.property(fc.oneof(two, mended), ([before, after]) => {
        const [was, is] = [structuredClone(before), structuredClone(after)]
        expect(replay(before, changesBetween(before, after))).toStrictEqual(is)
        expect(before).toEqual(was)
        expect(after).toEqual(is)
      }),
      { numRuns: 150 },
    )
  })

  test('through JSON, and whatever the order of the slots', () => {
    const disordered = two.chain(([before, after]) =>
      fc.tuple(
        fc.shuffledSubarray(before.slots, { minLength: before.slots.length }).map(slots => ({ ...before, slots })),
        fc.shuffledSubarray(after.slots, { minLength: after.slots.length }).map(slots => ({ ...after, slots })),
      ),
    )
    fc.assert(
      fc.property(disordered, ([before, after]) => {
        const changes = JSON.parse(JSON.stringify(changesBetween(before, after))) as ProgrammeChange[]
        // JSON has no undefined: a field that was left out is one that says nothing any more.
        expect(replay(before, changes)).toEqual(after)
      }),
      { numRuns: 80 },
    )
  })

  test('a programme is not different from itself, however its fields are written', () => {
    fc.assert(
      fc.property(anyProgramme(), programme => {
        expect(changesBetween(programme, backwards(programme) as Programme)).toEqual([])
      }),
    )
  })
})

test('the kinds are those that comparing plainly finds', () => {
  fc.assert(
    fc.property(fc.oneof(two, mended), ([before, after]) => {
      const found = changesBetween(before, after).flatMap(change =>
        'key' in change ? [`${change.kind} ${change.key}`] : [],
      )
      expect(found.toSorted()).toEqual(plainly(before, after).toSorted())
    }),
    { numRuns: 120 },
  )
})

test('what starts at once in another order is a change of order and of nothing else', () => {
  const [one, other] = [slotAt('one', '09:00'), slotAt('other', '09:00')]
  const before = programme([one, other])
  const after = programme([other, one])
  expect(changesBetween(before, after)).toEqual([{ kind: 'order', keys: ['other', 'one'] }])
  // A new one in its place needs no word of the order, unless it stands before what begins at the same time.
  const third = slotAt('third', '10:00')
  expect(changesBetween(before, programme([one, other, third])).map(({ kind }) => kind)).toEqual(['new'])
  const first = slotAt('first', '09:00')
  expect(changesBetween(before, programme([first, one, other])).map(({ kind }) => kind)).toEqual(['new', 'order'])
})

test('a slot that is moved and changed yields both', () => {
  const before = slotAt('talk', '09:00')
  const after: ProgrammeSlot = { ...before, from: '09:30', room: 'red', provisional: true, title: { fr: 'Autre' } }
  expect(changesBetween(programme([before]), programme([after]))).toEqual([
    {
      kind: 'moved',
      key: 'talk',
      from: { day: '2030-05-06', from: '09:00', until: '2030-05-06', to: '11:00' },
      to: { day: '2030-05-06', from: '09:30', until: '2030-05-06', to: '11:00', room: 'red' },
    },
    {
      kind: 'changed',
      key: 'talk',
      fields: [
        { field: 'provisional', before: false, after: true },
        { field: 'title', before: { fr: 'talk' }, after: { fr: 'Autre' } },
      ],
    },
  ])
})

describe('what a reader is told', () => {
  const slot = slotAt('talk', '09:00')
  const told = (after: Partial<ProgrammeSlot>, whole: Partial<Programme> = {}) =>
    readersChanges(changesBetween(programme([slot]), { ...programme([{ ...slot, ...after }]), ...whole }), 'fr')

  test('words less loudly than what happens, and that less than when and where', () => {
    const moved = told({ room: 'red', speakers: ['ana'], title: { fr: 'talk', es: 'Charla' } })
    expect(moved.moved.map(({ key }) => key)).toEqual(['talk'])
    expect(fieldsOf(moved.changed)).toEqual(['speakers'])
    expect(fieldsOf(moved.words.slots)).toEqual(['title'])
    const whole = told(
      {},
      { timeZone: 'America/Bogota', provisional: false, languages: ['fr', 'es'], note: { fr: 'x' } },
    )
    expect(whole.attendance.map(({ field }) => field)).toEqual(['timeZone'])
    expect(whole.content.map(({ field }) => field)).toEqual(['provisional'])
    expect(whole.words.programme.map(({ field }) => field)).toEqual(['languages'])
  })

  test('another title, theme, method or document is what happens there; corrected or translated, it is words', () => {
    const talk = { title: { fr: 'Les villes et le climat' }, themes: [{ fr: 'L’eau' }], method: { fr: 'En groupes' } }
    const documents = [{ title: { fr: 'Présentation' }, url: 'https://a.example/x' }]
    const since = (later: Partial<ProgrammeSlot>) => {
      const before = { ...slot, ...talk, documents }
      const found = readersChanges(changesBetween(programme([before]), programme([{ ...before, ...later }])), 'fr')
      return [fieldsOf(found.changed), fieldsOf(found.words.slots)]
    }
    for (const later of [
      { title: { fr: 'Les villes et le commerce' } },
      { themes: [{ fr: 'La terre' }] },
      { themes: [...talk.themes, { fr: 'La terre' }] },
      { method: { fr: 'En plénière' } },
      { documents: [] },
      { documents: [...documents, { title: { fr: 'Bilan' }, url: 'https://b.example/y' }] },
    ])
      expect(since(later), JSON.stringify(later)).toEqual([Object.keys(later), []])
    for (const later of [
      { title: { fr: 'Les villes et le climat', es: 'Las ciudades' } },
      { title: { fr: 'Les villes, et le clima !' } },
      { themes: [{ fr: 'L’eau', es: 'El agua' }] },
      { method: { fr: 'En groupe' } },
      { documents: [{ title: { fr: 'Présentations' }, url: 'https://a.example/x' }] },
    ])
      expect(since(later), JSON.stringify(later)).toEqual([[], Object.keys(later)])
  })

  test('a room under another name is told; that its name was translated is only said otherwise', () => {
    const rooms = (name: Programme['rooms'][number]['name']) => [{ key: 'blue', name }]
    const since = (later: Programme['rooms']) =>
      readersChanges(
        changesBetween(
          { ...programme([slot]), rooms: rooms({ fr: 'Bleue', es: 'Azul' }) },
          { ...programme([slot]), rooms: later },
        ),
        'fr',
      )
    for (const only of [rooms({ fr: 'Bleue' }), rooms({ fr: 'Bleue', es: 'La azul', pt: 'Azul' })]) {
      expect(since(only).content).toEqual([])
      expect(since(only).words.programme.map(({ field }) => field)).toEqual(['rooms'])
    }
    for (const other of [
      rooms({ fr: 'Verte', es: 'Azul' }),
      [],
      [{ ...rooms({ fr: 'Bleue', es: 'Azul' })[0], key: 'b' }],
    ])
      expect(since(other as Programme['rooms']).content.map(({ field }) => field)).toEqual(['rooms'])
  })

  test('what is of no use to them is left out, and nothing is told twice', () => {
    const quiet = told({}, { note: { fr: 'x' }, older: { es: ['x'] } })
    expect(Object.values(quiet.words).flat()).toEqual([])
    expect([quiet.attendance, quiet.cancelled, quiet.moved, quiet.new, quiet.content, quiet.changed].flat()).toEqual([])
    fc.assert(
      fc.property(two, ([before, after]) => {
        const changes = changesBetween(before, after)
        const groups = readersChanges(changes, after.source)
        const fields = [...groups.changed, ...groups.words.slots].flatMap(({ key, fields }) =>
          fields.map(({ field }) => `${key} ${field}`),
        )
        const all = changes.flatMap(change =>
          change.kind === 'changed' ? change.fields.map(({ field }) => `${change.key} ${field}`) : [],
        )
        expect(fields.toSorted()).toEqual(all.toSorted())
        expect(groups.cancelled.length + groups.new.length + groups.moved.length).toBe(
          changes.filter(({ kind }) => kind === 'cancelled' || kind === 'new' || kind === 'moved').length,
        )
      }),
      { numRuns: 50 },
    )
  })
})

const fieldsOf = (changes: readonly ChangedSlot[]) => changes.flatMap(({ fields }) => fields.map(({ field }) => field))

/** Kinds of change, by key: found without any of what is tested, by writing both out and comparing. */
function plainly(before: Programme, after: Programme): string[] {
  const found: string[] = []
  const keys = new Set([...before.slots, ...after.slots].map(({ key }) => key))
  for (const key of keys) {
    const was = before.slots.find(slot => slot.key === key)
    const is = after.slots.find(slot => slot.key === key)
    if (!was) found.push(`new ${key}`)
    else if (!is) found.push(`cancelled ${key}`)
    else {
      const place = (s: ProgrammeSlot) => [s.day, s.from, s.until, s.to, s.room ?? ''].join(' ')
      const rest = ({ day, from, until, to, room, ...others }: ProgrammeSlot) => JSON.stringify(sorted(others))
      if (place(was) !== place(is)) found.push(`moved ${key}`)
      if (rest(was) !== rest(is)) found.push(`changed ${key}`)
    }
  }
  return found
}

const entriesOf = (value: unknown, arranged: (entries: [string, unknown][]) => [string, unknown][]): unknown => {
  if (Array.isArray(value)) return value.map(item => entriesOf(item, arranged))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(arranged(Object.entries(value)).map(([key, inner]) => [key, entriesOf(inner, arranged)]))
}
const sorted = (value: unknown) => entriesOf(value, entries => entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
const backwards = (value: unknown) => entriesOf(value, entries => entries.toReversed())

function byBeginning(a: ProgrammeSlot, b: ProgrammeSlot) {
  const [one, other] = [`${a.day}T${a.from}`, `${b.day}T${b.from}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function slotAt(key: string, from: string): ProgrammeSlot {
  return {
    key,
    kind: 'talk',
    day: '2030-05-06',
    from,
    until: '2030-05-06',
    to: '11:00',
    provisional: false,
    title: { fr: key },
    themes: [],
    moderators: [],
    moderatorPersons: [],
    coordination: [],
    speakers: [],
    seats: [],
    documents: [],
  }
}

function programme(slots: ProgrammeSlot[]): Programme {
  return {
    source: 'fr',
    languages: ['fr'],
    timeZone: 'Europe/Paris',
    days: [{ date: '2030-05-06', from: '09:00', to: '17:00' }],
    provisional: true,
    rooms: [],
    organisations: [],
    people: [],
    slots,
    older: {},
  }
}

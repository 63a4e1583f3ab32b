import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joined, type Shape } from '#convene/editing/rules/joined.ts'
import { followed } from '#convene/editing/rules/joined-lines.ts'
import { originsWith } from '#convene/editing/rules/timetable.ts'

// Against a naive model: each side is a list of edits of the base, and what is joined is the base with the edits of both.

const value = fc.constantFrom('', 'a', 'b', 'c')
const names = ['title', 'from', 'to', 'room']
const values = fc
  .tuple(value, value, value, value)
  .map(all => Object.fromEntries(names.map((name, at) => [name, all[at] ?? ''])))
const subset = fc.subarray(['x', 'y', 'z', 'w']).map(all => all.join(' '))
const sorted = (text: unknown) => String(text).split(' ').filter(Boolean).toSorted()

describe('fields of one value', () => {
  test('only what both changed, differently, is asked; the rest is as whoever changed it has it', () => {
    fc.assert(
      fc.property(values, values, values, (base, theirs, yours) => {
        const { typed, asked, kept } = joined(base, theirs, yours, {})
        for (const name of names) {
          const [was, there, own] = [base[name], theirs[name], yours[name]]
          const isAsked = asked.some(one => one.name === name)
          expect(isAsked).toBe(there !== was && own !== was && there !== own)
          if (!isAsked) expect(typed[name]).toBe(own === was ? there : own)
        }
        expect(kept).toBe(names.some(name => theirs[name] !== base[name] && yours[name] === base[name]))
        // The other way round the same is asked, and nothing else comes out of the rest.
        const mirrored = joined(base, yours, theirs, {})
        expect(mirrored.asked.map(({ name }) => name)).toEqual(asked.map(({ name }) => name))
        if (asked.length === 0) expect(mirrored.typed).toEqual(typed)
      }),
    )
  })

  test('without what it began with, everything that differs is asked', () => {
    fc.assert(
      fc.property(values, values, (theirs, yours) => {
        const { asked } = joined(null, theirs, yours, {})
        expect(asked.map(({ name }) => name)).toEqual(names.filter(name => theirs[name] !== yours[name]))
      }),
    )
  })

  test('a field that was not sent is as it was; spaces around a text are none; what is no field of ours comes along', () => {
    const { typed, asked } = joined(
      { room: 'hall', title: 'One' },
      { room: 'loft', title: 'One', 'title.pt': 'Um' },
      { title: ' One ', _form: 'x', 'leaving[]': ['yes'] },
      {},
    )
    expect(asked).toEqual([])
    expect(typed).toEqual({ room: 'loft', title: 'One', 'title.pt': 'Um', _form: 'x', 'leaving[]': ['yes'] })
  })

  test('a field that means something else beside a change of somebody else is asked', () => {
    const shape: Shape = { about: name => (name === 'state' ? ['person'] : []) }
    const base = { person: 'ana', state: 'invited' }
    const asked = (theirs: object, yours: object) =>
      joined(base, { ...base, ...theirs }, { ...base, ...yours }, shape).asked.map(({ name }) => name)
    expect(asked({ person: 'eva' }, { state: 'confirmed' })).toEqual(['state'])
    expect(asked({ state: 'declined' }, { person: 'eva' })).toEqual([])
    expect(asked({ person: 'eva' }, { person: 'eva', state: 'confirmed' })).toEqual([])
  })
})

test('of several values each takes out and adds its own, and nobody is asked', () => {
  fc.assert(
    fc.property(subset, subset, subset, (base, theirs, yours) => {
      const { typed, asked } = joined({ who: base }, { who: theirs }, { 'who[]': yours.split(' ') }, { sets: ['who'] })
      expect(asked).toEqual([])
      const naive = ['x', 'y', 'z', 'w'].filter(one => {
        const [was, there, own] = [base, theirs, yours].map(side => side.includes(one))
        return was ? there && own : there || own
      })
      expect(sorted(typed.who)).toEqual(naive.toSorted())
      expect(typed).not.toHaveProperty('who[]')
    }),
  )
})

describe('lines without keys', () => {
  const line: fc.Arbitrary<string> = fc.constantFrom('A', 'B', 'C', 'D', 'E')
  const lines = fc.uniqueArray(line, { maxLength: 5 })
  const asValues = (list: readonly string[]) => Object.fromEntries(list.map((text, at) => [`themes.${at}.fr`, text]))
  const linesOf = (typed: object) =>
    Object.entries(typed)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .filter(text => text !== '')
  const shape: Shape = { lists: ['themes'] }

  test('who changed nothing gets what the other has', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        const theirs = joined(asValues(base), asValues(other), asValues(base), shape)
        expect([linesOf(theirs.typed), theirs.asked]).toEqual([other, []])
      }),
    )
    fc.assert(
      fc.property(lines, fc.array(fc.constantFrom('', 'V', 'W'), { maxLength: 7 }), (base, other) => {
        const yours = joined(asValues(base), asValues(base), { ...asValues(base), ...asValues(other) }, shape)
        const typed = [...other, ...base.slice(other.length)].filter(text => text !== '')
        expect([linesOf(yours.typed), yours.asked]).toEqual([typed, []])
      }),
    )
  })

  test('they take lines out, you write in one: each line keeps its own words', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.nat(4),
        (base, stay, at) => {
          const theirs = base.filter((_, index) => stay[index])
          const place = Math.min(at, base.length - 1)
          const yours = base.with(place, 'mine')
          const { typed, asked } = joined(asValues(base), asValues(theirs), asValues(yours), shape)
          expect(asked.map(({ theirs, yours }) => [theirs, yours])).toEqual(stay[place] ? [] : [['', 'mine']])
          expect(linesOf(typed).toSorted()).toEqual(
            [
              ...theirs.map(text => (text === base[place] ? 'mine' : text)),
              ...(stay[place] ? [] : ['mine']),
            ].toSorted(),
          )
        },
      ),
    )
  })

  test('both add: theirs first; the same line once; a line of two languages is not torn apart', () => {
    expect(linesOf(joined(asValues(['A']), asValues(['A', 'B']), asValues(['A', 'C']), shape).typed)).toEqual([
      'A',
      'B',
      'C',
    ])
    expect(linesOf(joined(asValues(['A']), asValues(['A', 'B']), asValues(['A', 'B']), shape).typed)).toEqual([
      'A',
      'B',
    ])
    const { typed, asked } = joined(
      { 'themes.0.fr': 'A', 'themes.1.fr': 'B' },
      { 'themes.0.fr': 'B', 'themes.0.es': '' },
      { 'themes.0.fr': 'A', 'themes.0.es': '', 'themes.1.fr': 'B', 'themes.1.es': 'B in Spanish' },
      shape,
    )
    expect(asked).toEqual([])
    expect(typed).toEqual({ 'themes.0.fr': 'B', 'themes.0.es': 'B in Spanish' })
  })

  test('a line is followed by what stays around it', () => {
    expect(followed(['A', 'B', 'C'], ['A', 'X', 'C'])).toEqual([0, 1, 2])
    expect(followed(['A', 'B', 'C'], ['B', 'C', 'D'])).toEqual([null, 0, 1])
    expect(followed(['A', 'B', 'C'], ['X', 'A', 'C'])).toEqual([1, null, 2])
    expect(followed([], ['A'])).toEqual([])
  })
})

describe('rows with keys', () => {
  const shape: Shape = { rows: { keys: 'seat', fields: 'seat' } }
  const keys = ['k1', 'k2', 'k3', 'k4']
  const rows = fc.tuple(fc.shuffledSubarray(keys), fc.tuple(value, value, value, value)).map(([order, said]) => ({
    order,
    values: {
      seat: order.join(' '),
      ...Object.fromEntries(order.map(key => [`seat.${key}.state`, said[keys.indexOf(key)] ?? ''])),
    } as Record<string, string>,
  }))

  test('a row that one took out goes, unless the other wrote in it: then it is asked, and each side is whole', () => {
    fc.assert(
      fc.property(rows, rows, rows, (base, theirs, yours) => {
        const { typed, asked } = joined(base.values, theirs.values, yours.values, shape)
        const order = asked.find(({ name }) => name === 'seat')
        const field = (side: typeof base, key: string) => side.values[`seat.${key}.state`] ?? ''
        const wrote = (side: typeof base, key: string) => field(side, key) !== field(base, key)
        const torn = (other: typeof base, writer: typeof base) =>
          base.order.filter(key => writer.order.includes(key) && !other.order.includes(key) && wrote(writer, key))
        const naive = keys.filter(key => {
          const [was, there, own] = [base, theirs, yours].map(side => side.order.includes(key))
          return was ? there && own : there || own
        })
        if (torn(yours, theirs).length + torn(theirs, yours).length > 0) expect(order).toBeDefined()
        if (order) {
          expect(sorted(order.theirs)).toEqual([...naive, ...torn(yours, theirs)].toSorted())
          expect(sorted(order.yours)).toEqual([...naive, ...torn(theirs, yours)].toSorted())
        } else expect(sorted(typed.seat)).toEqual(naive.toSorted())
        for (const key of naive) {
          const [was, there, own] = [base, theirs, yours].map(side =>
            side.order.includes(key) ? field(side, key) : undefined,
          )
          const isAsked = asked.some(({ name }) => name === `seat.${key}.state`)
          if (there === undefined || own === undefined) expect(typed[`seat.${key}.state`]).toBe(there ?? own)
          else if (!isAsked) expect(typed[`seat.${key}.state`]).toBe(own === (was ?? '') ? there : own)
          else expect(there !== own && there !== (was ?? '') && own !== (was ?? '')).toBe(true)
        }
      }),
    )
  })

  test('the order of whoever changed it; what the other added stands where it stood', () => {
    const order = (base: string, theirs: string, yours: string) =>
      joined({ seat: base }, { seat: theirs }, { 'seat[]': yours.split(' ') }, shape).typed.seat
    expect(order('k1 k2 k3', 'k1 k2 k3', 'k3 k1 k2')).toBe('k3 k1 k2')
    expect(order('k1 k2 k3', 'k2 k1 k3', 'k1 k2 k3 ~new-1')).toBe('k2 k1 k3 ~new-1')
    expect(order('k1 k2', 'k1 k4 k2', 'k2 k1')).toBe('k2 k1 k4')
    expect(order('k1 k2 k3', 'k1 k3', 'k1 k2 k3 ~new-1')).toBe('k1 k3 ~new-1')
  })
})

test('what the board moved is put back, and nothing that was typed into another field', () => {
  const at = (from: number) => ({ day: '2027-07-05', from, to: from + 30, room: '' })
  const first = { a: at(600), b: at(660), c: at(720) }
  const moved = { ...first, a: at(605) }
  const typed = { ...moved, b: at(700) }
  const further = { ...typed, a: at(610), c: at(725) }
  const origins = originsWith(originsWith({}, first, moved), typed, further)
  expect(origins).toEqual({ a: at(600), c: at(720) })
  expect({ ...further, ...origins }).toEqual({ ...first, b: at(700) })
})

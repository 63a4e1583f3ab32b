import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asKept } from '../../../source/convene/seminar/rules/as-kept.ts'
import { completed, conflicts, countKept, merge } from '../../../source/convene/seminar/rules/merge.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { anyFile } from '../../convene/seminar/any-file.ts'

// ─── A naive model: a file as a flat list of fields ────────────────────────────────────────────────
type Fields = Map<string, string>
const inOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value
const isLines = (list: unknown[]) => list.every(item => typeof item === 'object' && !('key' in (item as object)))

/** What stands in a file, place by place: items by their key, lines without one by their number when `byNumber` says so. */
function walk(
  file: SeminarFile,
  byNumber: (path: string) => boolean,
  tell: (path: string, value: unknown) => void,
): void {
  const put = (value: unknown, path: string): void => {
    if (value === undefined) return
    tell(path, value)
    if (Array.isArray(value)) {
      if (isLines(value) && !byNumber(path)) return
      for (const [index, item] of value.entries()) {
        if (typeof item === 'object') put(item, `${path}/${item.key ?? index}`)
      }
    } else if (typeof value === 'object' && value !== null && !path.endsWith('/when')) {
      for (const [key, inner] of Object.entries(value)) put(inner, `${path}/${key}`)
    }
  }
  const { perenne: _, slug: __, network: ___, cancelled, older = {}, programme, ...rest } = file
  // An answer is known by where, for what and by whom it is given; a mark on a translation by its language and place.
  const answers = programme.answers?.map(one => ({ key: `${one.slot}:${one.as}:${one.person}`, ...one }))
  const said = { ...rest, cancelled: cancelled ?? false, programme: { ...programme, answers } }
  for (const [key, value] of Object.entries(said)) put(value, `/${key}`)
  for (const [language, places] of Object.entries(older))
    for (const place of places ?? []) tell(`/older/${language}/${place.replaceAll('.', '/')}`, 'older')
}

/** The fields of files that are compared: lines are fields one by one where each file has as many. */
function fieldsOfAll(files: readonly SeminarFile[]): Fields[] {
  const lengths = new Map<string, Set<number>>()
  for (const file of files) {
    walk(
      file,
      () => true,
      (path, value) => {
        if (Array.isArray(value) && isLines(value))
          lengths.set(path, (lengths.get(path) ?? new Set()).add(value.length))
      },
    )
  }
  const byNumber = (path: string) => lengths.get(path)?.size === 1
  return files.map(file => {
    const fields: Fields = new Map()
    walk(file, byNumber, (path, value) => {
      const isLeaf = typeof value !== 'object' || value === null || path.endsWith('/when')
      const isWhole =
        Array.isArray(value) && value.length > 0 && (isLines(value) ? !byNumber(path) : typeof value[0] !== 'object')
      if (isLeaf || isWhole) fields.set(path, JSON.stringify(value, inOrder))
    })
    return fields
  })
}
function fieldsOfThree(base: SeminarFile | null, now: SeminarFile, wanted: SeminarFile, merged = now) {
  const [is, says, got, was] = fieldsOfAll([now, wanted, merged, ...(base ? [base] : [])])
  return { is: is as Fields, says: says as Fields, got: got as Fields, was: was ?? null }
}

const listsOf = (file: SeminarFile): [string, string[]][] => [
  ['/organisations', file.organisations.map(({ key }) => key)],
  ['/registration/quotas', file.registration.quotas.map(({ key }) => key)],
  ['/registration/questions', file.registration.questions.map(({ key }) => key)],
  ['/registration/consents', file.registration.consents.map(({ key }) => key)],
  ['/programme/slots', file.programme.slots.map(({ key }) => key)],
]

// ─── Three files that have much in common ──────────────────────────────────────────────────────────
type Pick = () => boolean
/** Takes some of another file into a file: field by field, items added, removed, changed and put in another order. */
function mixed(one: unknown, other: unknown, pick: Pick): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    const all = [...one, ...other]
    if (all.length === 0 || !all.every(item => typeof item?.key === 'string')) return pick() ? other : one
    const keys = [...new Set(all.map(item => item.key as string))]
    const items = keys.flatMap(key => {
      const [mine, theirs] = [one, other].map(list => list.find(item => item.key === key))
      if (mine && theirs) return [mixed(mine, theirs, pick)]
      return mine ? (pick() ? [] : [mine]) : pick() ? [theirs] : []
    })
    return pick() ? items.reverse() : items
  }
  const isBlock = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isBlock(one) || !isBlock(other)) return pick() ? other : one
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  if (!('key' in a) && pick() && pick()) return b
  const entries = [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [key, mixed(a[key], b[key], pick)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const changed = (base: SeminarFile) =>
  fc
    .tuple(
      anyFile('x', { source: base.source, languages: ['fr', 'es', 'pt', 'en'] }),
      fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
    )
    .map(([other, chance]) => asKept(mixed(base, other, () => chance.next().value === 0) as SeminarFile))

const three = anyFile('x', { source: 'fr', languages: ['fr', 'es', 'pt', 'en'] })
  .map(asKept)
  .chain(base => fc.tuple(fc.constant(base), changed(base), changed(base), fc.boolean()))
  .map(([base, now, wanted, isFirst]) => ({ base: isFirst ? null : base, now, wanted }))

const plain = (file: SeminarFile) => ({ ...file, cancelled: file.cancelled ?? false })

test('chosen from the file everywhere, it is the file', () => {
  fc.assert(
    fc.property(three, ({ base, now, wanted }) => {
      expect(merge(base, now, wanted, () => 'file')).toEqual(plain(wanted))
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('chosen from the browser everywhere, each field changed there stays, and the others are the file’s', () => {
  fc.assert(
    fc.property(three, ({ base, now, wanted }) => {
      const { is, says, got, was } = fieldsOfThree(
        base,
        now,
        wanted,
        merge(base, now, wanted, () => 'browser'),
      )
      const wasChanged = (path: string) => was === null || was.get(path) !== is.get(path)
      // What is there on one side only is kept or dropped whole: an item of a list, or a text in all its languages.
      const wholes = (path: string) =>
        path
          .split('/')
          .map((_, index, steps) => steps.slice(0, index + 1).join('/'))
          .filter(Boolean)
      const within = (fields: Fields, whole: string) =>
        [...fields.keys()].some(path => path === whole || path.startsWith(`${whole}/`))
      for (const path of new Set([...got.keys(), ...is.keys(), ...says.keys()])) {
        const [found, browser, file] = [got.get(path), is.get(path), says.get(path)]
        if (browser === file) expect(found).toBe(file)
        else if (wasChanged(path)) expect([path, found]).toEqual([path, browser])
        else if (found !== file) {
          expect([path, found]).toEqual([path, browser])
          const whole = wholes(path).find(one => within(is, one) !== within(says, one))
          expect([path, whole]).not.toEqual([path, undefined])
          const all = new Set([...is.keys(), ...(was?.keys() ?? [])])
          expect([...all].some(one => one.startsWith(`${whole}/`) && wasChanged(one))).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('there is a conflict exactly where a field was changed in the browser and the file says something else', () => {
  fc.assert(
    fc.property(three, ({ base, now, wanted }) => {
      const { was, is, says } = fieldsOfThree(base, now, wanted)
      const paths = [...new Set([...(was?.keys() ?? []), ...is.keys(), ...says.keys()])]
      const naive = paths.filter(
        path => (was === null || was.get(path) !== is.get(path)) && says.get(path) !== is.get(path),
      )
      const found = conflicts(base, now, wanted).filter(({ kind }) => kind !== 'order')
      if (found.length === 0) expect(naive).toEqual([])
      // A text or an item that is there on one side only is one thing, whatever is in it.
      const under = (fields: Fields, at: string) =>
        [...fields].filter(([path]) => path === at || path.startsWith(`${at}/`)).sort()
      for (const { path } of found) {
        const at = `/${path.replaceAll('.', '/')}`
        expect(under(is, at)).not.toEqual(under(says, at))
        if (was) expect(under(is, at)).not.toEqual(under(was, at))
      }
      for (const one of naive) {
        const path = one.slice(1).replaceAll('/', '.')
        expect(
          found.some(({ path: at }) => at === path || path.startsWith(`${at}.`) || at.startsWith(`${path}.`)),
        ).toBe(true)
      }
      expect(conflicts(base, now, now)).toEqual([])
      if (base) expect(conflicts(base, base, wanted)).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('whatever is chosen, no field is from neither, and each choice is followed', () => {
  fc.assert(
    fc.property(three, fc.infiniteStream(fc.boolean()), ({ base, now, wanted }, chance) => {
      const choices = new Map(
        conflicts(base, now, wanted).map(({ path }) => [
          path,
          chance.next().value ? ('file' as const) : ('browser' as const),
        ]),
      )
      const asked: string[] = []
      const merged = merge(base, now, wanted, path => {
        asked.push(path)
        return choices.get(path) as 'file' | 'browser'
      })
      expect(asked.toSorted()).toEqual([...choices.keys()].toSorted())
      const { got, is, says } = fieldsOfThree(base, now, wanted, merged)
      for (const [path, value] of got) expect([is.get(path), says.get(path)]).toContain(value)
      for (const [path, side] of choices) {
        const from = side === 'file' ? says : is
        const at = `/${path.replaceAll('.', '/')}`
        const there = (fields: Fields) => [...fields].filter(([one]) => one === at || one.startsWith(`${at}/`))
        if (!path.endsWith(':order')) expect([path, there(got).sort()]).toEqual([path, there(from).sort()])
      }
      // Items come from one side or both, each once; those of one side keep their order there when it was chosen.
      const lists = [listsOf(merged), listsOf(now), listsOf(wanted)]
      for (const [index, [path, keys]] of (lists[0] ?? []).entries()) {
        const [inNow, inWanted] = [lists[1]?.[index]?.[1] ?? [], lists[2]?.[index]?.[1] ?? []]
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect([...inNow, ...inWanted]).toContain(key)
        const order = choices.get(`${path.slice(1).replaceAll('/', '.')}:order`)
        const first = order === 'browser' ? inNow : inWanted
        expect(keys.filter(key => first.includes(key))).toEqual(first.filter(key => keys.includes(key)))
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

// ─── By example ────────────────────────────────────────────────────────────────────────────────────
const small = (change: (file: SeminarFile) => void = () => {}): SeminarFile => {
  const file = {
    perenne: 'seminar/1',
    slug: 's',
    network: { slug: 'n', name: { en: 'N' } },
    source: 'en',
    languages: ['en', 'fr'],
    title: { en: 'Title', fr: 'Titre' },
    date: '2030-05-06',
    hours: { from: '09:00', to: '17:00' },
    time_zone: 'Europe/Paris',
    venue: { name: { en: 'Hall' }, address: '1 Street', country: 'FR', access: [{ en: 'By bus' }, { en: 'On foot' }] },
    spoken_languages: { floor: ['en'], interpretation: [] },
    registration: {
      capacity: 10,
      closes: '2030-05-01T23:59:59',
      mandatory: true,
      approval: [],
      perForm: 10,
      promotion: 'direct',
      offerHours: 48,
      quotas: [],
      questions: [],
      retention: { needs: 30, answers: 365, persons: 1095 },
      consents: [],
    },
    organisations: [{ key: 'o', name: { en: 'Organisation' }, short: 'O', kind: 'network', roles: ['organiser'] }],
    contacts: [{ email: 'a@example.org', label: { en: 'Office' } }],
    programme: {
      provisional: true,
      slots: ['one', 'two', 'three'].map(key => ({
        key,
        kind: 'talk',
        from: '09:00',
        to: '10:00',
        title: { en: key },
        themes: [],
        moderators: [],
        coordination: [],
        seats: [],
      })),
      days: [],
    },
    people: [],
  } as unknown as SeminarFile
  change(file)
  return file
}
const told = (base: SeminarFile | null, now: SeminarFile, wanted: SeminarFile) =>
  conflicts(base, now, wanted).map(({ path, kind, base, now, wanted }) => [path, kind, base, now, wanted])

test('a translation changed in the browser, and by the file', () => {
  const now = small(file => {
    file.title.fr = 'Titre relu'
  })
  const wanted = small(file => {
    file.title = { en: 'New title', fr: 'Nouveau titre' }
  })
  expect(told(small(), now, wanted)).toEqual([['title.fr', 'text', 'Titre', 'Titre relu', 'Nouveau titre']])
  expect(merge(small(), now, wanted, () => 'browser').title).toEqual({ en: 'New title', fr: 'Titre relu' })
  // The file did not touch it: it would put the former words back all the same.
  expect(told(small(), now, small())).toEqual([['title.fr', 'text', 'Titre', 'Titre relu', 'Titre']])
})

test('an item that one side removed and the other changed', () => {
  const without = small(file => {
    file.programme.slots.splice(1, 1)
  })
  const later = small(file => {
    Object.assign(file.programme.slots[1] ?? {}, { from: '09:30' })
  })
  expect(told(small(), later, without)).toEqual([['programme.slots.two', 'item', 'two', 'two', null]])
  expect(told(small(), without, later)).toEqual([['programme.slots.two', 'item', 'two', null, 'two']])
  // Removed on one side and left alone on the other: the file has the word where nobody else spoke.
  expect(told(small(), small(), without)).toEqual([])
  expect(merge(small(), later, without, () => 'browser').programme.slots.map(({ key }) => key)).toEqual([
    'one',
    'two',
    'three',
  ])
})

test('an order changed on both sides', () => {
  const now = small(file => {
    file.programme.slots.reverse()
  })
  const wanted = small(file => {
    file.programme.slots.push(...file.programme.slots.splice(0, 1))
  })
  expect(told(small(), now, wanted)).toEqual([
    ['programme.slots:order', 'order', 'one, two, three', 'three, two, one', 'two, three, one'],
  ])
  expect(merge(small(), now, wanted, () => 'browser').programme.slots.map(({ key }) => key)).toEqual([
    'three',
    'two',
    'one',
  ])
})

test('lines without a key: one by one as long as there are as many, otherwise all of them', () => {
  const second = small(file => {
    file.venue.access[1] = { en: 'By bicycle' }
  })
  const first = small(file => {
    file.venue.access[0] = { en: 'By metro' }
  })
  const fewer = small(file => {
    file.venue.access = []
  })
  expect(told(small(), second, first)).toEqual([['venue.access.1.en', 'text', 'On foot', 'By bicycle', 'On foot']])
  expect(told(small(), second, fewer)).toEqual([
    ['venue.access', 'list', 'By bus\nOn foot', 'By bus\nBy bicycle', null],
  ])
})

test('a condition is one thing: half of one and half of another would be neither', () => {
  const asked = (when: object) =>
    small(file => {
      const label = { en: 'Q' }
      file.registration.questions = [{ key: 'q', kind: 'text', required: false, label, when }]
    })
  const [base, now, wanted] = [{ category: ['staff'] }, { question: 'p', is: ['a'] }, { question: 'p', is: ['b'] }].map(
    asked,
  )
  if (!base || !now || !wanted) throw new Error('three files')
  expect(told(base, now, wanted)).toEqual([['registration.questions.q.when', 'item', 'staff', 'p · a', 'p · b']])
})

test('without an earlier import each difference is a conflict', () => {
  const wanted = small(file => {
    file.registration.capacity = 20
    file.subtitle = { en: 'Subtitle' }
  })
  expect(told(null, small(), wanted)).toEqual([
    ['registration.capacity', 'value', null, '10', '20'],
    ['subtitle', 'item', null, null, 'Subtitle'],
  ])
})

test('what a file leaves out on purpose stays, and is no difference', () => {
  const now = small(file => {
    file.cancelled = true
  })
  const silent = small(file => {
    delete file.organisations[0]?.short
  })
  expect(told(small(), now, completed(silent, now))).toEqual([])
  const says = small(file => {
    file.cancelled = false
  })
  expect(told(small(), now, completed(says, now))).toEqual([['cancelled', 'value', 'false', 'true', 'false']])
})

test('the changes that stay are counted', () => {
  const now = small(file => {
    file.title.fr = 'Titre relu'
    file.registration.capacity = 12
    file.programme.slots.reverse()
  })
  expect(countKept(small(), now, now)).toBe(3)
  expect(countKept(small(), now, small())).toBe(0)
  expect(countKept(null, now, now)).toBe(0)
  expect(
    countKept(
      small(),
      now,
      merge(small(), now, small(), path => (path === 'title.fr' ? 'browser' : 'file')),
    ),
  ).toBe(1)
})

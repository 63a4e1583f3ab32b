import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Programme } from '../../../source/convene/programme/rules/programme.ts'
import { textsOfProgramme, withLanguage } from '../../../source/convene/programme/rules/texts.ts'
import { type Fitting, wordsToPublish } from '../../../source/convene/programme/translating/rules/fitting.ts'
import { groupsToTranslate, pagesOf, placeInFile } from '../../../source/convene/programme/translating/rules/groups.ts'
import { anyProgramme } from './programme-arbitrary.ts'

// Many programmes, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 })

// The model walks the JSON itself and imports nothing of source/.

type Language = 'fr' | 'es' | 'pt' | 'en'
const languages: Language[] = ['fr', 'es', 'pt', 'en']
type Words = Partial<Record<Language, string>>
type State = 'missing' | 'stale' | 'machine' | 'draft' | 'reviewed' | 'source' | 'absent'

/** Each text of a document with the way to it, by the keys of items where they have some. */
function naiveTexts(value: unknown, path: string[] = []): [string, Words][] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      const key = item !== null && typeof item === 'object' && !Array.isArray(item) ? item.key : undefined
      return naiveTexts(item, [...path, typeof key === 'string' ? key : String(index)])
    })
  if (value === null || typeof value !== 'object') return []
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([k, v]) => languages.includes(k as Language) && typeof v === 'string'))
    return [[path.join('.'), value as Words]]
  return entries.flatMap(([k, v]) => naiveTexts(v, [...path, k]))
}

/** A released programme, the draft that it has become, a language, and how each text stands in it. */
const anyCase = anyProgramme({ source: 'fr' }).chain(version =>
  fc
    .record({
      language: fc.constantFrom<Language>('es', 'pt', 'en'),
      edits: fc.array(fc.constantFrom('keep', 'keep', 'keep', 'reword', 'translate', 'untranslate'), {
        minLength: 60,
        maxLength: 60,
      }),
      states: fc.array(fc.constantFrom<State>('reviewed', 'reviewed', 'draft', 'machine', 'stale'), {
        minLength: 60,
        maxLength: 60,
      }),
    })
    .map(({ language, edits, states }) => {
      const draft = structuredClone(version)
      const { note: _, ...rest } = draft
      for (const [index, [, words]] of naiveTexts(rest).entries()) {
        const edit = edits[index % edits.length]
        if (edit === 'reword') words.fr = `${words.fr ?? ''} autrement`
        if (edit === 'translate') words[language] = `in ${language} ${index}`
        if (edit === 'untranslate' && Object.keys(words).length > 1) delete words[language]
      }
      const places = naiveTexts(rest).map(([place]) => place)
      const stateAt = (place: string): State => states[places.indexOf(place) % states.length] ?? 'reviewed'
      return { version, draft: rest as Programme, language, stateAt }
    }),
)

const statesOf = (stateAt: (place: string) => State) => (key: string) => stateAt(key.replace(/^programme\./, ''))

describe('publishing a language later', () => {
  test('gives the version itself with exactly the fitting words, and says why the others stay', () => {
    let [published, refused, marked] = [0, 0, 0]
    fc.assert(
      fc.property(anyCase, ({ version, draft, language, stateAt }) => {
        const before = JSON.stringify(version)
        const found: Fitting = wordsToPublish(version, draft, language, statesOf(stateAt))
        const now = new Map(naiveTexts(draft))
        const expected: Record<string, string> = {}
        const left: string[] = []
        const older: string[] = []
        let [count, drafts, stale] = [0, 0, 0]
        for (const [place, words] of naiveTexts(version)) {
          if (place === 'note' || words[language] !== undefined) continue
          const text = now.get(place)?.[language]
          const state = stateAt(place)
          const isFit = now.get(place)?.fr === words.fr && text !== undefined
          const isOld = isFit && (state === 'stale' || state === 'machine')
          if (isFit) expected[place] = text
          if (isOld) older.push(place)
          const isOwn = !place.startsWith('organisations.')
          if (isOld && isOwn) stale++
          if (isFit && isOwn) count++
          if (isFit && isOwn && state === 'draft') drafts++
          if (!isFit && isOwn) left.push(place)
        }
        expect(found.texts).toEqual(expected)
        expect([found.count, found.drafts, found.stale]).toEqual([count, drafts, stale])
        expect(found.older).toEqual(older)
        expect(found.left.map(({ place }) => place)).toEqual(left)
        published += Object.keys(expected).length
        refused += left.length
        marked += older.length
        // What a reader then gets: everything as it was released, and these words besides.
        const said = withLanguage(version, language, found.texts, found.older)
        const words = new Map(naiveTexts(said))
        for (const [place, was] of naiveTexts(version))
          expect(words.get(place)).toEqual(
            expected[place] === undefined ? was : { ...was, [language]: expected[place] },
          )
        const strip = (programme: Programme) =>
          JSON.stringify(programme, (_, value) => {
            if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
            const isWords = Object.keys(value).every(key => languages.includes(key as Language))
            const { [language as never]: _words, ...others } = value as Record<string, unknown>
            return isWords ? others : value
          })
        expect(strip({ ...said, languages: version.languages, older: version.older })).toBe(strip(version))
        // What is out of date is marked, as much as it was and these besides; no other language is.
        const marks = Object.fromEntries(languages.map(one => [one, said.older[one] ?? []]))
        for (const one of languages) {
          const was = (version.older[one] ?? []).filter(place => one !== language || expected[place] === undefined)
          expect(marks[one]).toEqual([...was, ...(one === language ? older : [])])
        }
        expect(JSON.stringify(version)).toBe(before)
      }),
      { numRuns: 300 },
    )
    // Each happens, often: some 850, 3,500 and 340 times.
    expect(published).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
    expect(marked).toBeGreaterThan(100)
  })

  test('each reason is told by itself', () => {
    const at = (title: Words): Programme => ({
      source: 'fr',
      languages: ['fr'],
      timeZone: 'Europe/Paris',
      days: [{ date: '2030-05-06', from: '09:00', to: '17:00' }],
      provisional: true,
      rooms: [],
      organisations: [],
      people: [],
      older: {},
      slots: [
        {
          ...{ key: 'one', kind: 'talk' as const, day: '2030-05-06', from: '09:00', until: '2030-05-06', to: '10:00' },
          ...{ provisional: false, title, themes: [], moderators: [], moderatorPersons: [], coordination: [] },
          ...{ speakers: [], seats: [], documents: [] },
        },
      ],
    })
    const fitting = (draft: Words, state: State) => wordsToPublish(at({ fr: 'Un' }), at(draft), 'pt', () => state)
    const why = (draft: Words, state: State) => fitting(draft, state).left[0]?.why
    expect(why({ fr: 'Un' }, 'missing')).toBe('missing')
    expect(why({ fr: 'Deux', pt: 'Um' }, 'reviewed')).toBe('other-original')
    expect(why({ fr: 'Deux', pt: 'Um' }, 'stale')).toBe('other-original')
    expect(why({ fr: 'Un', pt: 'Um' }, 'draft')).toBeUndefined()
    for (const state of ['stale', 'machine'] as const) {
      expect(why({ fr: 'Un', pt: 'Um' }, state)).toBeUndefined()
      expect(fitting({ fr: 'Un', pt: 'Um' }, state)).toMatchObject({ older: ['slots.one.title'], stale: 1, count: 1 })
    }
    expect(fitting({ fr: 'Un', pt: 'Um' }, 'reviewed')).toMatchObject({ older: [], stale: 0 })
  })
})

describe('the texts to translate', () => {
  test('are all texts of the programme but the note and the names of organisations, each once', () => {
    fc.assert(
      fc.property(anyProgramme(), programme => {
        const places = groupsToTranslate(programme).flatMap(({ texts }) => texts.map(({ place }) => place))
        const all = [...textsOfProgramme(programme).keys()]
        const wanted = all.filter(place => place !== 'note' && !place.startsWith('organisations.'))
        expect(new Set(places)).toEqual(new Set(wanted))
        expect(places).toHaveLength(wanted.length)
      }),
    )
  })

  test('come in pages of whole groups, in order, none too full', () => {
    const group = (size: number) => ({ texts: Array.from({ length: size }) })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 })), fc.integer({ min: 1, max: 9 }), (sizes, most) => {
        const groups = sizes.map(group)
        const pages = pagesOf(groups, most)
        expect(pages.flat()).toEqual(groups)
        for (const [index, page] of pages.entries()) {
          const size = page.reduce((sum, { texts }) => sum + texts.length, 0)
          expect(page.length === 1 || size <= most).toBe(true)
          // The next group would have been one too many.
          const next = pages[index + 1]?.[0]
          if (next) expect(size + next.texts.length).toBeGreaterThan(most)
        }
      }),
    )
  })

  test('stand in the file of the seminar where it keeps them', () => {
    expect(placeInFile('slots.one.title')).toBe('programme.slots.one.title')
    expect(placeInFile('people.ana.role')).toBe('people.ana.role')
    expect(placeInFile('organisations.cuf.name')).toBe('organisations.cuf.name')
  })
})

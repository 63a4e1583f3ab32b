import fc from 'fast-check'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { textsOfFile } from '../../../source/convene/seminar/rules/texts-of-file.ts'
import { anyPeople, anyProgramme, type Draw } from './any-programme.ts'

// Files of seminars as chance has it: each is right, and says what a person would hardly think of.

const locales = ['fr', 'es', 'pt', 'en'] as const
type Language = (typeof locales)[number]

const pieces = [
  'Café',
  'and',
  '“so”',
  'l’eau : « ici »',
  'yes',
  'no',
  'null',
  '- x',
  '#',
  '# not a comment',
  ': ',
  '{a}',
  '[b]',
  '&c',
  '*d',
  '!e',
  '|',
  '>',
  "'",
  '"',
  '%',
  '@',
  '`',
  '1e3',
  '0x1F',
  '12:30',
  '2030-01-01',
  '\\n',
  '\t',
  'ação',
  '🙂',
  'مرحبا',
  '---',
  '...',
  '\u00a0:',
  '\u202f;',
  'a'.repeat(130),
]
const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
const tidy = (text: string, longest: number) => text.slice(0, longest).trim() || 'x'
const short = line.map(text => tidy(text, 78))
const prose = fc
  .array(
    fc.oneof(
      line,
      fc.constant(''),
      line.map(text => `  ${text}`),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(lines => tidy(lines.join('\n'), 3000))

const key = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/)
const keys = (most: number) =>
  fc.uniqueArray(
    key.filter(one => one !== 'overall'),
    { maxLength: most },
  )
const someOf = <T>(list: readonly T[], least = 0) => fc.subarray([...list], { minLength: least })

const without = <T extends Record<string, unknown>>(block: T): T =>
  Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)) as T
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

const categories = ['elected', 'staff', 'university', 'civil-society', 'other'] as const
const regions = ['latin-america', 'europe', 'other'] as const
/** A right file of a seminar. Keys are drawn from few letters, so that two files have some in common. */
export function anyFile(
  slug: string,
  given: { source?: Language; languages?: Language[] } = {},
): fc.Arbitrary<SeminarFile> {
  const inLanguages = fc
    .tuple(fc.constantFrom(...locales), someOf(locales))
    .map(([source, others]) => ({ source, languages: locales.filter(one => one === source || others.includes(one)) }))
  return (
    given.source ? fc.constant({ source: given.source, languages: given.languages ?? [given.source] }) : inLanguages
  ).chain(({ source, languages }) =>
    fc
      .record({
        organisations: keys(4),
        slots: keys(4),
        people: keys(4),
        rooms: keys(3),
        questions: keys(4),
        quotas: keys(3),
        consents: keys(3),
        date: fc.constantFrom('2030-05-06', '2030-11-20', '2031-02-28'),
      })
      .chain(({ date, ...named }) => fileOf(slug, source, [...languages], date, named)),
  )
}

type Named = Record<'organisations' | 'slots' | 'people' | 'rooms' | 'questions' | 'quotas' | 'consents', string[]>

function fileOf(
  slug: string,
  source: Language,
  languages: Language[],
  date: string,
  named: Named,
): fc.Arbitrary<SeminarFile> {
  const words = (text: fc.Arbitrary<string>) =>
    fc
      .record(Object.fromEntries(languages.map(one => [one, one === source ? text : maybe(text)])))
      .map(block => without(block as Record<string, string | undefined>) as SeminarFile['title'])
  const title = words(short)
  const long = words(prose)
  const lines = fc.array(words(line.map(text => tidy(text, 1900))), { maxLength: 3 })
  const record = <T extends Record<string, unknown>>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record<T>(model as never).map(without)
  const organisations = fc.tuple(
    ...named.organisations.map(one =>
      record({
        key: fc.constant(one),
        name: title,
        short: maybe(short),
        kind: fc.constantFrom('network', 'association', 'local-government', 'university'),
        country: maybe(fc.constantFrom('FR', 'CO', 'BR')),
        website: maybe(fc.constant(`https://${one}.example.org/a?b=c#d`)),
        roles: someOf(['organiser', 'partner', 'supporter']),
      }),
    ),
  )
  const draw: Draw = { ...named, title, long, lines, short }
  const contacts = fc.array(
    fc
      .tuple(
        maybe(fc.constantFrom('a@example.org', 'b@example.org')),
        maybe(fc.constantFrom('01 99 00', '+57 1')),
        title,
        maybe(named.organisations.length > 0 ? fc.constantFrom(...named.organisations) : fc.constant(undefined)),
      )
      .map(([email, telephone, label, organisation]) =>
        without({ organisation, email: email ?? (telephone ? undefined : 'c@example.org'), telephone, label }),
      ),
    { maxLength: 3 },
  )
  return record({
    perenne: fc.constant('seminar/1'),
    slug: fc.constant(slug),
    network: fc.constant({ slug: 'net', name: { [source]: 'A network' } }),
    source: fc.constant(source),
    languages: fc.shuffledSubarray(languages, { minLength: languages.length }),
    demonstration: maybe(long),
    title,
    subtitle: maybe(title),
    theme: maybe(long),
    question: maybe(long),
    presentation: maybe(long),
    audience: maybe(long),
    objective: maybe(long),
    method: maybe(long),
    date: fc.constant(date),
    hours: fc.constantFrom({ from: '09:00', to: '17:00' }, { from: '08:30', to: '23:59' }),
    time_zone: fc.constantFrom('Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'),
    venue: record({
      name: title,
      address: short,
      country: fc.constantFrom('FR', 'CO'),
      entrance: maybe(words(line.map(text => tidy(text, 1900)))),
      access: lines,
    }),
    spoken_languages: fc.record({ floor: someOf(['fr', 'es', 'qu']), interpretation: someOf(['en', 'pt']) }),
    cancelled: maybe(fc.boolean()),
    registration: record({
      capacity: fc.integer({ min: 0, max: 500 }),
      opens: maybe(fc.constantFrom('2030-01-02T10:00', '2030-01-02T10:00:30')),
      closes: fc.constantFrom('2030-05-01T23:59:59', '2030-04-30T12:00'),
      mandatory: fc.boolean(),
      approval: someOf(categories),
      perOrganisation: maybe(fc.integer({ min: 1, max: 30 })),
      perForm: fc.integer({ min: 1, max: 20 }),
      promotion: fc.constantFrom('direct', 'offer'),
      offerHours: fc.integer({ min: 1, max: 720 }),
      promoteUntil: maybe(fc.constant('2030-05-05T12:00')),
      changeUntil: maybe(fc.constant('2030-05-04T08:00:01')),
      quotas: fc.tuple(
        ...named.quotas.map(one =>
          record({
            key: fc.constant(one),
            name: title,
            capacity: fc.integer({ min: 0, max: 99 }),
            categories: maybe(someOf(categories, 1)),
            regions: someOf(regions, 1),
          }),
        ),
      ),
      questions: questionsOf(named.questions, title, words(short)),
      retention: fc.record({
        needs: fc.integer({ min: 0, max: 60 }),
        answers: fc.integer({ min: 0, max: 400 }),
        persons: fc.integer({ min: 0, max: 2000 }),
      }),
      consents: fc.tuple(
        ...named.consents.map(one => fc.record({ key: fc.constant(one), required: fc.boolean(), text: long })),
      ),
    }),
    organisations,
    contacts,
    people: anyPeople(draw),
    programme: anyProgramme(draw, date),
  })
    .map(file => file as unknown as SeminarFile)
    .chain(file => anyOlder(file).map(older => ({ ...file, older })))
}

/** Some of the translations of a file. What an organisation is called is shared with other seminars of its network. */
function anyOlder(file: SeminarFile): fc.Arbitrary<NonNullable<SeminarFile['older']>> {
  const places = [...textsOfFile(file)].filter(([place]) => !place.startsWith('organisations.'))
  const languages = file.languages.filter(language => language !== file.source)
  return fc
    .tuple(
      ...languages.map(language =>
        fc
          .subarray(places.flatMap(([place, words]) => (words[language] === undefined ? [] : place)))
          .map(some => [language, some] as const),
      ),
    )
    .map(said => Object.fromEntries(said.filter(([, some]) => some.length > 0)))
}

type Question = SeminarFile['registration']['questions'][number]

/** A condition names an earlier question that has options. */
function questionsOf(
  names: readonly string[],
  label: fc.Arbitrary<SeminarFile['title']>,
  hint: fc.Arbitrary<SeminarFile['title']>,
): fc.Arbitrary<Question[]> {
  const one = (name: string) =>
    fc
      .tuple(
        fc.constantFrom('text', 'number', 'choice', 'several', 'date'),
        fc.boolean(),
        label,
        maybe(hint),
        fc
          .uniqueArray(key, { minLength: 1, maxLength: 3 })
          .chain(options => fc.tuple(...options.map(option => fc.record({ key: fc.constant(option), label })))),
        fc.constantFrom('all', 'category', 'question'),
        someOf(categories, 1),
      )
      .map(([kind, required, words, help, options, asked, of]) => ({
        name,
        kind,
        required,
        words,
        help,
        options,
        asked,
        of,
      }))
  return fc.tuple(...names.map(one)).map(drafts =>
    drafts.map((draft, index) => {
      const hasOptions = draft.kind === 'choice' || draft.kind === 'several'
      const earlier = drafts.slice(0, index).findLast(({ kind }) => kind === 'choice' || kind === 'several')
      const when =
        draft.asked === 'category'
          ? { category: draft.of }
          : draft.asked === 'question' && earlier
            ? { question: earlier.name, is: [earlier.options[0]?.key ?? ''] }
            : undefined
      return without({
        key: draft.name,
        kind: draft.kind as Question['kind'],
        required: draft.required,
        label: draft.words,
        hint: draft.help,
        options: hasOptions ? draft.options : undefined,
        when,
      }) as Question
    }),
  )
}

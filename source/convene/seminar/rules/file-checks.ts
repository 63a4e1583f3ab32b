import { isLocale } from '#ground/languages/locales.ts'
import { isTimeZone } from '#ground/people/rules/time-zones.ts'
import { checkPlaces, checkQuestions } from './check-registration.ts'
import { checkProgramme, keyedLists, type ProgrammeSpan, spansOfProgramme } from './file-checks-programme.ts'
import { type Block, block, type CheckProblem, items, type Path, repeated, word } from './look-into.ts'
import { nearest } from './problems.ts'
import { textsOfFile } from './texts-of-file.ts'

/**
 * What no field can tell alone: keys used twice, organisations that are not listed, texts without their source
 * language, ends before starts, hours that summer time skips. Works on whatever was read, right or wrong, so that
 * these come together with the problems of single fields; a place whose own value is wrong is passed over.
 */
export function checkTogether(data: unknown): CheckProblem[] {
  const file = block(data)
  return [
    ...checkSlug(file),
    ...checkLanguages(file),
    ...checkTexts(file),
    ...checkOlder(file),
    ...checkKeys(file),
    ...checkPlaces(file),
    ...checkQuestions(file),
    ...checkOrganisations(file),
    ...checkProgramme(file),
    ...checkTimes(file),
    ...checkContacts(file),
  ]
}

/** What stands in the office's addresses where the slug of a seminar does: a seminar of that name had no page there. */
export const reservedSlugs: readonly string[] = ['new']

const checkSlug = ({ slug }: Block): CheckProblem[] =>
  reservedSlugs.some(reserved => reserved === slug) ? [{ path: ['slug'], expected: { code: 'slug-reserved' } }] : []

function checkLanguages(file: Block): CheckProblem[] {
  const languages = items(file.languages)
  const problems: CheckProblem[] = repeated(languages, ['languages'], { code: 'once-in-list' })
  if (isLocale(file.source) && languages.length > 0 && !languages.includes(file.source)) {
    problems.push({ path: ['languages'], expected: { code: 'source-among-languages' } })
  }
  return problems
}

// A text in several languages is a block whose keys are all languages. An empty one is a text too, without any.
function checkTexts(file: Block): CheckProblem[] {
  const source = file.source
  const offered = items(file.languages).filter(isLocale)
  const problems: CheckProblem[] = []
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index])
      return
    }
    const entries = Object.entries(block(value))
    if (entries.length > 0 && entries.every(([key]) => isLocale(key))) {
      if (isLocale(source) && !entries.some(([key]) => key === source)) {
        problems.push({ path, expected: { code: 'source-text', language: source } })
      }
      for (const [key] of entries) {
        if (offered.length > 0 && isLocale(key) && !offered.includes(key) && key !== source) {
          problems.push({ path: [...path, key], expected: { code: 'offered-language', offered } })
        }
      }
      return
    }
    for (const [key, inner] of entries) walk(inner, [...path, key])
  }
  // Which of them are out of date is said by language too, and is no text.
  const { older: _, ...texts } = file
  walk(texts, [])
  return problems
}

/** Places that name a text of the file which has words in that language. */
function checkOlder(file: Block): CheckProblem[] {
  const texts = textsOfFile(file)
  return Object.entries(block(file.older)).flatMap(([language, places]) => {
    const known = [...texts].flatMap(([place, words]) => (block(words)[language] === undefined ? [] : place))
    return items(places).flatMap((place, index): CheckProblem[] => {
      const said = word(place)
      if (said === null || known.includes(said)) return []
      return [
        { path: ['older', language, index], expected: { code: 'known-text', didYouMean: nearest(said, known), known } },
      ]
    })
  })
}

function checkKeys(file: Block): CheckProblem[] {
  const lists: [Path, unknown][] = [
    [['organisations'], file.organisations],
    [['registration', 'consents'], block(file.registration).consents],
    [['registration', 'quotas'], block(file.registration).quotas],
    [['registration', 'questions'], block(file.registration).questions],
    ...items(block(file.registration).questions).map((question, index): [Path, unknown] => [
      ['registration', 'questions', index, 'options'],
      block(question).options,
    ]),
    ...keyedLists(file),
  ]
  return lists.flatMap(([path, list]) => {
    const seen = new Set<string>()
    return items(list).flatMap((item, index): CheckProblem[] => {
      const key = word(block(item).key)
      if (key === null) return []
      if (seen.has(key)) return [{ path: [...path, index, 'key'], expected: { code: 'key-once' } }]
      seen.add(key)
      return []
    })
  })
}

function checkOrganisations(file: Block): CheckProblem[] {
  const known = items(file.organisations).flatMap(item => word(block(item).key) ?? [])
  const problems: CheckProblem[] = []
  const named = (value: unknown, path: Path) => {
    const key = word(value)
    if (key === null || known.includes(key)) return
    problems.push({ path, expected: { code: 'known-organisation', didYouMean: nearest(key, known), known } })
  }
  for (const [index, item] of items(file.contacts).entries()) {
    named(block(item).organisation, ['contacts', index, 'organisation'])
  }
  for (const [index, item] of items(file.organisations).entries()) {
    problems.push(...repeated(items(block(item).roles), ['organisations', index, 'roles'], { code: 'once-in-list' }))
  }
  return problems
}

function checkTimes(file: Block): CheckProblem[] {
  const date = word(file.date)
  const zone = word(file.time_zone)
  const problems: CheckProblem[] = []
  // Null as soon as one piece is wrong by itself: that is said elsewhere.
  const at = (text: string | null, path: Path): Temporal.Instant | null => {
    if (text === null || zone === null || !isTimeZone(zone)) return null
    let local: Temporal.PlainDateTime
    try {
      local = Temporal.PlainDateTime.from(text)
    } catch {
      return null
    }
    // An hour that comes twice in autumn is meant the first time; one that spring skips is none.
    const meant = local.toZonedDateTime(zone)
    if (meant.toPlainDateTime().equals(local)) return meant.toInstant()
    problems.push({ path, expected: { code: 'existing-time', zone } })
    return null
  }
  const between = ({ path, from, until, hours, mayEndNextDay }: ProgrammeSpan) => {
    const of = (day: string | null, time: unknown) =>
      day !== null && word(time)?.length === 5 ? `${day}T${time}` : null
    const times = block(hours)
    const start = at(of(from, times.from), [...path, 'from'])
    const end = at(of(until, times.to), [...path, 'to'])
    if (start && end && Temporal.Instant.compare(start, end) >= 0) {
      problems.push({ path: [...path, 'to'], expected: { code: mayEndNextDay ? 'ends-next-day' : 'end-after-start' } })
    }
    return end
  }
  const end = between({ path: ['hours'], from: date, until: date, hours: file.hours, mayEndNextDay: false })
  for (const span of spansOfProgramme(file)) between(span)
  const registration = block(file.registration)
  const opens = at(word(registration.opens), ['registration', 'opens'])
  const closes = at(word(registration.closes), ['registration', 'closes'])
  if (opens && closes && Temporal.Instant.compare(opens, closes) >= 0) {
    problems.push({ path: ['registration', 'opens'], expected: { code: 'opens-before-closes' } })
  }
  if (closes && end && Temporal.Instant.compare(closes, end) > 0) {
    problems.push({ path: ['registration', 'closes'], expected: { code: 'closes-before-end' } })
  }
  // Nobody comes up from the line after the cut-off, and no newcomer overtakes the line: before the deadline, a cut-off
  // would leave free places that nobody can have.
  const promoteUntil = at(word(registration.promoteUntil), ['registration', 'promoteUntil'])
  if (promoteUntil && closes && Temporal.Instant.compare(promoteUntil, closes) < 0) {
    problems.push({ path: ['registration', 'promoteUntil'], expected: { code: 'promotion-after-closing' } })
  }
  if (promoteUntil && end && Temporal.Instant.compare(promoteUntil, end) > 0) {
    problems.push({ path: ['registration', 'promoteUntil'], expected: { code: 'promotion-before-end' } })
  }
  const changeUntil = at(word(registration.changeUntil), ['registration', 'changeUntil'])
  if (changeUntil && end && Temporal.Instant.compare(changeUntil, end) > 0) {
    problems.push({ path: ['registration', 'changeUntil'], expected: { code: 'changes-before-end' } })
  }
  return problems
}

function checkContacts(file: Block): CheckProblem[] {
  return items(file.contacts).flatMap((item, index): CheckProblem[] => {
    const { email, telephone } = block(item)
    return email === undefined && telephone === undefined && typeof item === 'object'
      ? [{ path: ['contacts', index], expected: { code: 'contact-way' } }]
      : []
  })
}

import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { seminarFileWords } from '../../messages/seminar-file.ts'
import { parseSeminarFile } from '../rules/parse-seminar-file.ts'
import type { Expectation, FileProblem } from '../rules/problems.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'

/** One thing to put right, in the reader's language. */
export type ToldProblem = {
  /** Counted from 1. */
  line: number
  column: number
  /** `programme.slots.3.title.fr`; list positions are counted from 1 as a person counts. Empty for the whole file. */
  path: string
  found: string | null
  expected: string
}

export type ReadSeminarFile =
  | {
      ok: true
      file: SeminarFile
      /** Tells what only the database knows to be wrong, with its place in the file. */
      problem: (path: readonly (string | number)[], expected: Expectation) => ToldProblem
    }
  | { ok: false; problems: ToldProblem[] }

/** Reads a seminar file and tells every problem at once, in the reader's language, with its line and column. */
export function readSeminarFile(text: string, locale: Locale): ReadSeminarFile {
  const parsed = parseSeminarFile(text)
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(problem => tell(problem, locale)) }
  return { ok: true, file: parsed.file, problem: (path, expected) => tell(parsed.problem(path, expected), locale) }
}

/** A problem in the reader's language. */
export function tell({ line, column, path, found, expected }: FileProblem, locale: Locale): ToldProblem {
  const steps = path.map(step => (typeof step === 'number' ? step + 1 : step))
  return { line, column, path: steps.join('.'), found, expected: expectationInWords(expected, locale) }
}

/** What a place in the file should hold, as a sentence in the reader's language. */
export function expectationInWords(expected: Expectation, locale: Locale): string {
  const t = seminarMessages[locale].expected
  const w = seminarFileWords[locale].expected
  const guess = (word: string | null) => (word === null ? '' : `${t.didYouMean(word)} `)
  switch (expected.code) {
    case 'one-of':
      return t.oneOf(expected.values.join(', '))
    case 'known-key':
      return expected.allowed.length === 0
        ? t.nowhere
        : guess(expected.didYouMean) + t.knownKey(expected.allowed.join(', '))
    case 'source-text':
      return t.sourceText(languageName(locale, expected.language))
    case 'offered-language':
      return t.offeredLanguage(expected.offered.join(', '))
    case 'known-organisation':
      return expected.known.length === 0
        ? t.noOrganisation
        : guess(expected.didYouMean) + t.knownOrganisation(expected.known.join(', '))
    case 'known-person':
      return expected.known.length === 0
        ? w.noPerson
        : guess(expected.didYouMean) + w.knownPerson(expected.known.join(', '))
    case 'known-room':
      return expected.known.length === 0
        ? w.noRoom
        : guess(expected.didYouMean) + w.knownRoom(expected.known.join(', '))
    case 'known-slot':
      return expected.known.length === 0
        ? w.noSlot
        : guess(expected.didYouMean) + w.knownSlot(expected.known.join(', '))
    case 'known-in-slot':
      return expected.known.length === 0
        ? w.nobodyInSlot
        : guess(expected.didYouMean) + w.knownInSlot(expected.known.join(', '))
    case 'known-text':
      return guess(expected.didYouMean) + w.knownText
    case 'known-day':
      return w.knownDay(expected.known.join(', '))
    case 'existing-time':
      return t.existingTime(expected.zone)
    case 'known-territory':
      return expected.known.length === 0
        ? w.noTerritory
        : guess(expected.didYouMean) + w.knownTerritory(expected.known.join(', '))
    case 'earlier-question':
      return expected.known.length === 0
        ? w.noEarlierQuestion
        : guess(expected.didYouMean) + w.earlierQuestion(expected.known.join(', '))
    case 'known-option':
      return expected.known.length === 0
        ? w.noOption
        : guess(expected.didYouMean) + w.knownOption(expected.known.join(', '))
    case 'missing':
      return t.missing(expectationInWords(expected.what, locale))
    default:
      return expected.code in w.plain
        ? w.plain[expected.code as keyof typeof w.plain]
        : t.plain[expected.code as keyof typeof t.plain]
  }
}

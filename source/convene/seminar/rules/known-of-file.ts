import { type Locale, locales } from '#ground/languages/locales.ts'
import type { FileAnswer, FileSlot } from './programme-file.ts'
import type { FileOlder, SeminarFile } from './seminar-file.ts'
import { textsOfFile } from './texts-of-file.ts'

// What a file may say of what else it says, or leave out: what those who moderate or speak have answered, and which of its
// translations are out of date. Left out, an import says nothing of it.

/** The list of a slot in which somebody stands for what they do. */
export const listOfRole = { moderator: 'moderatorPersons', speaker: 'speakers' } as const

/** An answer is known by where it is given, for what, and by whom. No key has a colon. */
export const nameOfAnswer = ({ slot, as, person }: Pick<FileAnswer, 'slot' | 'as' | 'person'>): string =>
  `${slot}:${as}:${person}`

/** In one order, whatever the file's. */
export const answersInOrder = (answers: readonly FileAnswer[]): FileAnswer[] =>
  answers.toSorted((a, b) => (nameOfAnswer(a) < nameOfAnswer(b) ? -1 : 1))

/** The same for the places of texts; a language without any is not there. */
export function olderInOrder(older: FileOlder): FileOlder {
  const said = locales.map((language): [Locale, string[]] => [language, [...new Set(older[language])].sort()])
  return Object.fromEntries(said.filter(([, places]) => places.length > 0))
}

/**
 * The file without answers of those who are no longer there, and without marks on words that are no longer there: whoever
 * takes somebody off a slot, or a text off the page, says nothing of them.
 */
export function withoutTheGone(file: SeminarFile): SeminarFile {
  const { older, programme } = file
  const { answers } = programme
  const kept = answers?.filter(answer => isOnSlot(programme.slots, answer))
  const texts = older && textsOfFile(file)
  const marks = older && locales.map(of => [of, older[of]?.filter(place => texts?.get(place)?.[of] !== undefined)])
  return {
    ...file,
    programme: kept === undefined ? programme : { ...programme, answers: kept },
    ...(marks ? { older: Object.fromEntries(marks.filter(([, places]) => places !== undefined)) } : {}),
  }
}

const isOnSlot = (slots: readonly FileSlot[], { slot, as, person }: FileAnswer): boolean =>
  slots.some(one => one.key === slot && one[listOfRole[as]]?.includes(person))

/** The file without what it may leave out: of that it says nothing then. */
export function silentOf(file: SeminarFile, what: { answers: boolean; older: boolean }): SeminarFile {
  const { older, ...rest } = file
  const { answers, ...programme } = rest.programme
  return {
    ...rest,
    programme: what.answers || answers === undefined ? programme : { ...programme, answers },
    ...(what.older || older === undefined ? {} : { older }),
  }
}

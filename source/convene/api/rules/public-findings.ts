import { checkProgramme, type TextsToCheck } from '#convene/programme/rules/checks.ts'
import { type CheckCode, type Finding, publicCodes } from '#convene/programme/rules/findings.ts'
import type { Names, Programme } from '#convene/programme/rules/programme.ts'
import { shownIn } from '#convene/programme/rules/shown.ts'
import { textsOfProgramme } from '#convene/programme/rules/texts.ts'

/** What is told besides the timetable only to whoever asks for it, with the codes of each. */
export const includable = {
  seats: ['seat-unanswered'],
  translations: ['translation-missing', 'translation-stale'],
} as const satisfies Record<string, readonly CheckCode[]>
export type Includable = keyof typeof includable

export const isIncludable = (word: string): word is Includable => Object.hasOwn(includable, word)

/** Every code that anybody may be told. */
export const toldCodes: readonly CheckCode[] = [...publicCodes, ...Object.values(includable).flat()]

/**
 * What the checks find in a released version as everybody sees it, in the order of the timetable: whoever was asked to a
 * seat and has not said yes is nobody yet, and a seat that is to be confirmed is the same whether somebody was asked or not.
 *
 * @param names those on the programme that everybody may read
 */
export function publicFindings(programme: Programme, names: Names, include: readonly Includable[]): Finding[] {
  const told: readonly CheckCode[] = [...publicCodes, ...include.flatMap(word => includable[word])]
  const texts = include.includes('translations') ? releasedTexts(programme) : undefined
  return checkProgramme(asPublished(programme, names), texts).filter(({ code }) => told.includes(code))
}

/**
 * Each seat as its page shows it: that of somebody who has said yes and may be told, or one to be confirmed. Of those who
 * moderate or speak, whoever has not answered is somebody in each slot by itself: nobody is recognised by being in two.
 */
function asPublished(programme: Programme, names: Names): Programme {
  const shown = shownIn(programme, names, programme.source)
  const isSure = (slot: string, seat: string) =>
    shown.slots.find(({ key }) => key === slot)?.seats.find(({ key }) => key === seat)?.state === 'confirmed'
  return {
    ...programme,
    slots: programme.slots.map(slot => ({
      ...slot,
      moderatorPersons: nobodyKnown(slot.moderatorPersons, slot.moderatorsAwaited, `${slot.key} moderates`),
      speakers: nobodyKnown(slot.speakers, slot.speakersAwaited, `${slot.key} speaks`),
      seats: slot.seats
        .filter(({ state }) => state !== 'declined')
        .map(({ person, ...seat }) => {
          if (!isSure(slot.key, seat.key)) return { ...seat, state: 'invited' as const }
          return person ? { ...seat, person } : seat
        }),
    })),
  }
}

const nobodyKnown = (persons: readonly string[], awaited: readonly string[] = [], where: string): string[] =>
  persons.map((person, index) => (awaited.includes(person) ? `${where} ${index}` : person))

/**
 * Which texts a version lacks, or has with the mark that they are older than their original, in the languages that it is
 * published in. Not the names of organisations, as for the draft (texts-to-check.ts), and not the note of the version.
 */
function releasedTexts(programme: Programme): TextsToCheck {
  const texts = [...textsOfProgramme(programme)].filter(
    ([place]) => place !== 'note' && !place.startsWith('organisations.'),
  )
  const languages = programme.languages.filter(language => language !== programme.source)
  const those = (is: (place: string, text: string | undefined, older: readonly string[]) => boolean) =>
    Object.fromEntries(
      languages.map(language => [
        language,
        texts.flatMap(([place, words]) => (is(place, words[language], programme.older[language] ?? []) ? [place] : [])),
      ]),
    )
  return {
    languages,
    missing: those((_, text) => text === undefined),
    stale: those((place, text, older) => text !== undefined && older.includes(place)),
  }
}

import type { FileWords } from './file-values.ts'
import type { FilePerson } from './programme-file.ts'
import type { SeminarFile } from './seminar-file.ts'

/** Gives the same for the same word, and nobody reads the word from it: a keyed hash, hexadecimal. */
export type Hide = (word: string) => string

/**
 * A file as it is kept after its import: whoever is on the programme without their words. The names of people stand in one
 * table and nowhere else, so that they can be erased.
 */
export function withNamesHidden(file: SeminarFile, hide: Hide): SeminarFile {
  return { ...file, people: file.people.map(person => changed(person, (place, word) => asKept(place, hide(word)))) }
}

/**
 * The same with the words that are known again: those that stand there now, and those of the file that is imported. Words
 * that are neither are left out, as if nothing had been said.
 */
export function withNamesShown(kept: SeminarFile, hide: Hide, others: readonly SeminarFile[]): SeminarFile {
  return {
    ...kept,
    people: kept.people.map(person => {
      const known = new Map<string, string>()
      for (const { people } of others) {
        const same = people.find(({ key }) => key === person.key)
        if (same)
          changed(same, (place, word) => {
            known.set(`${place} ${asKept(place, hide(word))}`, word)
            return word
          })
      }
      return changed(person, (place, word) => known.get(`${place} ${word}`))
    }),
  }
}

/** A hash in the shape of what it stands for. */
const asKept = (place: string, hash: string) => (place === 'email' ? `${hash}@hidden.invalid` : hash)

type Say = (place: string, word: string) => string | undefined

/** A person with each of their words as it is to be said; one that is not said is left out. */
function changed(person: FilePerson, say: Say): FilePerson {
  const { key, organisation, language, named } = person
  const word = (place: 'givenName' | 'familyName' | 'email') => {
    const there = person[place]
    const said = there === undefined ? undefined : say(place, there)
    return said === undefined ? {} : { [place]: said }
  }
  const words = (place: 'role' | 'about') => {
    const there = Object.entries(person[place] ?? {}).flatMap(([language, text]) => {
      const said = text === undefined ? undefined : say(`${place}.${language}`, text)
      return said === undefined ? [] : [[language, said]]
    })
    return there.length === 0 ? {} : { [place]: Object.fromEntries(there) as FileWords }
  }
  return {
    key,
    ...word('givenName'),
    ...word('familyName'),
    ...word('email'),
    ...(language === undefined ? {} : { language }),
    ...(organisation === undefined ? {} : { organisation }),
    ...words('role'),
    ...words('about'),
    named,
  } as FilePerson
}

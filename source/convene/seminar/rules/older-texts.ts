import { type Locale, locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { olderInOrder } from './known-of-file.ts'
import type { FileOlder, SeminarFile } from './seminar-file.ts'
import { keyOfPlace, textsOfFile } from './texts-of-file.ts'

/** Whether readers are told that a translation may be out of date: its original has changed, or a machine wrote it. */
export function isOlder(text: MultilingualText, language: Locale): boolean {
  const body = text.bodies[language]
  return language !== text.source && body !== undefined && (body.stale || body.state === 'machine')
}

/**
 * The places of such translations in a file; nothing when there is none.
 *
 * @param textAt the texts of the file by their place, as a seminar as a file names them
 */
export function olderIn(
  file: SeminarFile,
  textAt: (key: string) => MultilingualText | undefined,
): FileOlder | undefined {
  const places = [...textsOfFile(file)]
  const said = locales.map(language => [
    language,
    places.flatMap(([place, words]) => {
      const text = textAt(keyOfPlace(place))
      return text && words[language] !== undefined && isOlder(text, language) ? place : []
    }),
  ])
  const older = olderInOrder(Object.fromEntries(said))
  return Object.keys(older).length === 0 ? undefined : older
}

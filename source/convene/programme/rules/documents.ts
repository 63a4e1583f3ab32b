import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import type { Programme } from './programme.ts'
import { shownIn } from './shown.ts'

/** A file that versions name: how they call it, and where they do. */
export type NamedFile<Version> = {
  id: string
  /** Its titles, each once, the latest first. */
  titles: readonly Shown[]
  /** The versions that name it, the oldest first, each with the titles of the slots. */
  versions: readonly { version: Version; slots: readonly Shown[] }[]
}

/**
 * The files of this installation that versions name, in a reader's language.
 *
 * @param versions oldest first
 */
export function filesNamed<Version extends { programme: Programme }>(
  versions: readonly Version[],
  locale: Locale,
): NamedFile<Version>[] {
  const named = versions.flatMap(version =>
    shownIn(version.programme, new Map(), locale).slots.flatMap(({ title: slot, documents }) =>
      documents.flatMap(({ title, fileId }) => (fileId === null ? [] : [{ id: fileId, title, version, slot }])),
    ),
  )
  return [...Map.groupBy(named, ({ id }) => id)].map(([id, places]) => ({
    id,
    titles: once(places.map(({ title }) => title).toReversed()),
    versions: [...Map.groupBy(places, ({ version }) => version)].map(([version, those]) => ({
      version,
      slots: once(those.map(({ slot }) => slot)),
    })),
  }))
}

const once = (texts: readonly Shown[]): Shown[] => [...new Map(texts.map(shown => [shown.text, shown])).values()]

import type { Shown } from '#ground/languages/text.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import type { Programme, ProgrammeSlot } from './programme.ts'
import type { ShownSlot } from './shown.ts'

/** A text of a version, and what a reader of one language gets of it. */
type Side = { words: FileWords; shown: Shown }

/**
 * A slot as a reader of a translation must be told of it when it is compared with an earlier version: where the original of
 * its title, a theme, its method or the title of a document is another one since, and the translation is still that of the
 * one before, the new original stands in the place of the translation, marked as newer than it (`isNewerOriginal`).
 * Otherwise they would read the same on both sides, and never learn that something else is spoken of.
 *
 * @param was, is the slot as shown in both versions, in one language
 */
export function withNewOriginals(
  key: string,
  [before, was]: readonly [Programme, ShownSlot],
  [after, is]: readonly [Programme, ShownSlot],
): ShownSlot {
  const former = before.slots.find(slot => slot.key === key)
  const later = after.slots.find(slot => slot.key === key)
  if (!former || !later) return is
  const { source } = after
  const newer = (sides: readonly Side[], { words, shown }: Side): Shown => {
    const original = words[source]
    const isHeldBack =
      shown.stale === true &&
      original !== undefined &&
      sides.some(side => side.shown.text === shown.text && side.shown.language === shown.language) &&
      !sides.some(side => side.words[source] === original)
    return isHeldBack ? { text: original, language: source, stale: true, state: 'source' } : shown
  }
  const title = (slot: ProgrammeSlot, shown: ShownSlot): Side => ({ words: slot.title, shown: shown.title })
  const method = (slot: ProgrammeSlot, shown: ShownSlot): Side[] =>
    slot.method && shown.method ? [{ words: slot.method, shown: shown.method }] : []
  // Every theme that has a text is shown, in the same order.
  const themes = (slot: ProgrammeSlot, shown: ShownSlot): Side[] =>
    shown.themes.flatMap((theme, index) => {
      const words = slot.themes[index]
      return words ? [{ words, shown: theme }] : []
    })
  const documents = (slot: ProgrammeSlot, shown: ShownSlot, url: string): Side[] =>
    shown.documents.flatMap(({ title }, index) => {
      const document = slot.documents[index]
      return document?.url === url ? [{ words: document.title, shown: title }] : []
    })
  const [newMethod] = method(later, is).map(side => newer(method(former, was), side))
  return {
    ...is,
    title: newer([title(former, was)], title(later, is)),
    method: newMethod ?? is.method,
    themes: themes(later, is).map(side => newer(themes(former, was), side)),
    documents: is.documents.map((document, index) => {
      const words = later.documents[index]?.title
      if (!words) return document
      return { ...document, title: newer(documents(former, was, document.url), { words, shown: document.title }) }
    }),
  }
}

/** Whether a text stands in the place of a translation that is older than it. */
export const isNewerOriginal = ({ stale, state }: Shown): boolean => stale === true && state === 'source'

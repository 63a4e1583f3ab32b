import type { Locale } from '#ground/languages/locales.ts'
import type { Board, Places } from '../rules/timetable.ts'
import type { Called, WarningWords } from '../rules/timetable-words.ts'

/** What the page gives the board. */
export type Data = {
  locale: Locale
  board: Board
  saved: Places
  called: Called
  titles: Readonly<Record<string, { text: string; language?: string }>>
  kinds: Readonly<Record<string, string>>
  words: WarningWords
  says: Says
  /** Words of the page itself: of a slot with nothing to look at, of the button that saves, of the list of points. */
  page: { nothingTold: string; save: string; points: string }
}
type Forms = { one: string; other: string }
type Says = Readonly<
  Record<
    | 'label'
    | 'keys'
    | 'touch'
    | 'choose'
    | 'chosen'
    | 'earlier'
    | 'later'
    | 'shorter'
    | 'longer'
    | 'previous'
    | 'following'
    | 'along'
    | 'undo'
    | 'shown'
    | 'everybody'
    | 'announcedUntil'
    | 'announcedFrom'
    | 'limit'
    | 'noColumn'
    | 'putBack'
    | 'takenBack'
    | 'nothingToTakeBack'
    | 'unreadable'
    | 'allSaved'
    | 'noneTold',
    string
  >
> & { unsaved: Forms; told: Forms }

type Child = string | Node | null

/** An element with its classes, attributes and content. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.filter(child => child !== null))
  return element
}

/** Numbers for the style sheet, set as custom properties: the policy of the page allows no style in its text. */
export function measure(element: HTMLElement, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) element.style.setProperty(`--${name}`, String(value))
}

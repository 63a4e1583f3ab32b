import { plural } from '#ground/languages/say.ts'
import { isCollision, type Warning, warningsAbout } from '../rules/timetable.ts'
import { warningInWords } from '../rules/timetable-words.ts'
import { type Data, make } from './timetable-data.ts'

/** What can be done to the chosen slot without dragging it. */
export const tools = ['earlier', 'later', 'shorter', 'longer', 'previous', 'following'] as const
export type Tool = (typeof tools)[number]

type Does = { tool: (tool: Tool) => void; choose: (key: string) => void; undo: () => void }
type Shown = {
  chosen: { key: string; where: string; notes: readonly Note[]; movable: boolean } | null
  warnings: readonly Warning[]
  unsaved: number
  mayUndo: boolean
}

/** Beside the board: what is chosen and how to move it, what is to be looked at, what is not saved yet. */
export class Panel {
  readonly element: HTMLElement
  readonly #data: Data
  readonly #does: Does
  readonly #name = make('strong')
  readonly #where = make('span', { class: 'where' })
  readonly #told = make('div', { class: 'told' })
  readonly #tools: HTMLElement
  readonly #chosen: HTMLElement
  readonly #along = make('input', { type: 'checkbox' })
  readonly #state = make('p', { class: 'state-of-board' })
  readonly #undo: HTMLButtonElement
  readonly #points = make('ul')
  readonly #count = make('h2')

  constructor(data: Data, columns: number, does: Does) {
    this.#data = data
    this.#does = does
    const { says, page } = data
    const button = (text: string, act: () => void, kind = '') => {
      const made = make('button', { type: 'button', class: `tool ${kind}` }, text)
      made.addEventListener('click', act)
      return made
    }
    this.#tools = make(
      'div',
      { class: 'tools-of-slot' },
      ...tools
        .filter(tool => columns > 1 || (tool !== 'previous' && tool !== 'following'))
        .map(tool => button(says[tool], () => does.tool(tool), tool)),
    )
    this.#undo = button(says.undo, does.undo, 'undo')
    this.#chosen = make(
      'div',
      { class: 'chosen', role: 'group', 'aria-label': says.chosen },
      make('p', { class: 'which' }, this.#name, ' ', this.#where),
      this.#told,
      this.#tools,
      make('label', { class: 'choice' }, this.#along, make('span', {}, says.along)),
      make('div', { class: 'ends' }, make('button', { class: 'button', type: 'submit' }, page.save), this.#undo),
      this.#state,
    )
    const points = make('section', { class: 'points' }, this.#count, this.#points)
    this.element = make('div', { class: 'panel' }, this.#chosen, points)
  }

  /** Whether what follows is to be moved too. */
  get along(): boolean {
    return this.#along.checked
  }

  show({ chosen, warnings, unsaved, mayUndo }: Shown): void {
    const { locale, says, titles } = this.#data
    this.#chosen.classList.toggle('none', chosen === null)
    this.#name.textContent = chosen ? (titles[chosen.key]?.text ?? chosen.key) : says.choose
    const language = chosen && titles[chosen.key]?.language
    if (language) this.#name.lang = language
    else this.#name.removeAttribute('lang')
    this.#where.textContent = chosen?.where ?? ''
    this.#told.replaceChildren(...(chosen?.notes ?? []).map(inParagraph))
    for (const tool of this.#tools.querySelectorAll('button')) tool.disabled = !chosen?.movable
    this.#state.textContent = unsaved === 0 ? says.allSaved : plural(locale, unsaved, says.unsaved)
    this.#state.classList.toggle('open', unsaved > 0)
    // Not disabled: whoever has just taken the last move back keeps the focus.
    this.#undo.setAttribute('aria-disabled', String(!mayUndo))
    this.#count.textContent = warnings.length === 0 ? says.noneTold : plural(locale, warnings.length, says.told)
    this.#showPoints(warnings)
  }

  #showPoints(warnings: readonly Warning[]): void {
    const { called, words } = this.#data
    const items = warnings.map(warning => {
      const key = warning.code === 'gap' ? (warning.before ?? warning.after) : warning.slots[0]
      const wholeDay = warning.code === 'gap' && warning.wholeDay
      const name = wholeDay ? called.days[warning.at.day] : called.slots[key ?? '']
      const text = warningInWords(words, called, warning, key ?? '')
      const content = [make('b', {}, name ?? ''), ' ', make('span', {}, text)]
      if (key === undefined || wholeDay) return make('li', {}, make('div', {}, ...content))
      const point = make('button', { type: 'button' }, ...content)
      point.addEventListener('click', () => this.#does.choose(key))
      return make('li', { class: warning.code }, point)
    })
    // Rebuilt only when something else is to be said: a button that has the focus stays.
    if (
      items.map(item => item.textContent).join('\n') ===
      [...this.#points.children].map(item => item.textContent).join('\n')
    )
      return
    this.#points.replaceChildren(...items)
  }
}

/** What is said of a slot; `mild` when it can take place all the same. */
export type Note = { text: string; mild: boolean }
export const notesOn = ({ words, called }: Data, warnings: readonly Warning[], key: string): Note[] =>
  warningsAbout(warnings, key).map(warning => ({
    text: warningInWords(words, called, warning, key),
    mild: !isCollision(warning),
  }))

export const inParagraph = ({ text, mild }: Note): HTMLElement => make('p', mild ? { class: 'mild' } : {}, text)

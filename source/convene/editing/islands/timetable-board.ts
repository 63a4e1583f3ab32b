import {
  endingAt,
  grid,
  movedAlong,
  movedBy,
  originsWith,
  type Place,
  type Places,
  samePlace,
  stepped,
  type Warning,
  warningsOf,
} from '../rules/timetable.ts'
import { fill } from '../rules/timetable-words.ts'
import { Canvas } from './timetable-canvas.ts'
import { type Data, make } from './timetable-data.ts'
import { Fields, keyOfField } from './timetable-form.ts'
import { followHand } from './timetable-hand.ts'
import { inParagraph, type Note, notesOn, Panel, type Tool } from './timetable-panel.ts'

/** Minutes of a step of the keyboard, and of a large one. */
const large = 30

/**
 * Makes a board of the form of a timetable inside it: slots are moved by hand, by keyboard or by buttons, what collides is
 * told at once by the rules that the checks have, and the fields of the form always say the same. The form is what is saved;
 * without all this it is filled by hand.
 */
class TimetableBoard extends HTMLElement {
  #data!: Data
  #form!: HTMLFormElement
  #fields!: Fields
  #canvas!: Canvas
  #panel!: Panel
  #spoken = make('p', { class: 'hidden-text', role: 'status' })
  #places: Places = {}
  #warnings: readonly Warning[] = []
  #before: Places[] = []
  #chosen: string | null = null
  /** Where the slots stood that were moved on the board since the chosen one was chosen: it and those that went along. */
  #origin: Places = {}
  #lifted: string | null = null
  #leaving = false
  readonly #asked = (event: BeforeUnloadEvent) => {
    if (this.#unsaved() > 0 && !this.#leaving) event.preventDefault()
  }

  connectedCallback(): void {
    const form = this.querySelector('form')
    const times = form?.querySelector('.times')
    if (!form || !times || this.#canvas) return
    this.#form = form
    this.#data = JSON.parse(this.getAttribute('data') ?? '{}') as Data
    const { says, saved } = this.#data
    this.#fields = new Fields(form, this.#data)
    this.#places = { ...saved }
    for (const key of this.#fields.keys) this.#places = { ...this.#places, ...this.#fields.read(key) }
    this.#canvas = new Canvas(this.#data, this.#fields.keys, () => this.#draw())
    this.#panel = new Panel(this.#data, this.#canvas.lanes.length, {
      tool: tool => this.#use(tool),
      choose: key => this.#choose(key, true),
      undo: () => this.#undo(),
    })
    times.before(
      make(
        'section',
        { class: 'board', 'aria-label': says.label },
        make('p', { class: 'small keys', id: 'timetable-keys' }, says.keys),
        make('p', { class: 'small touch' }, says.touch),
        this.#canvas.chooser,
        make('div', { class: 'scroll' }, this.#canvas.element),
        this.#panel.element,
        this.#spoken,
      ),
    )
    this.classList.add('with-board')
    this.#listen()
    this.#draw()
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.#asked)
  }

  #listen(): void {
    const { sheet } = this.#canvas
    sheet.addEventListener('focusin', event => this.#choose(keyOf(event.target)))
    sheet.addEventListener('click', event => this.#choose(keyOf(event.target), true))
    sheet.addEventListener('keydown', event => this.#pressed(event))
    this.#form.addEventListener('change', event => this.#changed(event.target))
    this.#form.addEventListener('submit', () => {
      this.#leaving = true
    })
    // Back from the next page, or the form was not sent after all.
    window.addEventListener('pageshow', () => {
      this.#leaving = false
    })
    window.addEventListener('beforeunload', this.#asked)
    let start: Places = {}
    followHand(this.#canvas, {
      lift: key => {
        start = this.#places
        this.#choose(key, true)
        return this.#fields.keys.has(key) ? start[key] : undefined
      },
      move: (key, to) => {
        this.#lifted = key
        this.#places = this.#with(start, key, to)
        this.#draw()
      },
      drop: (key, kept) => {
        const moved = this.#places
        this.#lifted = null
        this.#places = start
        if (kept) this.#settle(moved, key)
        else this.#draw()
      },
    })
  }

  #unsaved = () => {
    const moved = [...this.#fields.keys].filter(key => !samePlace(this.#places[key], this.#data.saved[key]))
    return new Set([...moved, ...this.#fields.unreadable]).size
  }

  #with = (places: Places, key: string, to: Place): Places => {
    const before = places[key]
    // What follows goes along with a move in time, not into another day or room.
    const inTime = before?.day === to.day && before.room === to.room
    const moved = this.#panel.along && inTime ? movedAlong(places, key, to) : { ...places, [key]: to }
    // One without a field could not be saved there.
    return Object.fromEntries(
      Object.entries(moved).map(([other, place]) => [
        other,
        this.#fields.keys.has(other) ? place : (places[other] ?? place),
      ]),
    )
  }

  /** Another standing of the board: into the fields, drawn, and said. */
  #settle(places: Places, key: string): void {
    this.#before.push(this.#places)
    this.#origin = originsWith(this.#origin, this.#places, places)
    this.#places = places
    this.#fields.write(places)
    const place = places[key]
    if (place) this.#canvas.follow(place)
    this.#draw()
    this.#say(this.#told(key))
  }

  #move(key: string, to: Place): void {
    const { says, called } = this.#data
    if (samePlace(to, this.#places[key])) this.#say(fill(says.limit, { name: called.slots[key] ?? '' }))
    else this.#settle(this.#with(this.#places, key, to), key)
  }

  /** Into the lane beside: a room of the day, or the day before or after. */
  #toLane(key: string, by: 1 | -1): void {
    const place = this.#places[key]
    const { lanes } = this.#canvas
    const at = lanes.findIndex(lane => lane.day === place?.day && lane.room === place.room)
    const lane = lanes[at + by]
    const { says, called } = this.#data
    if (place && lane && at !== -1) this.#move(key, { ...place, ...lane })
    else this.#say(fill(says.noColumn, { name: called.slots[key] ?? '' }))
  }

  #shift(key: string, by: number): void {
    const place = this.#places[key]
    if (place) this.#move(key, movedBy(place, stepped(place.from, by) - place.from))
  }

  #stretch(key: string, by: number): void {
    const place = this.#places[key]
    if (place) this.#move(key, endingAt(place, stepped(place.to, by)))
  }

  #use(tool: Tool): void {
    const key = this.#chosen
    if (key === null || !this.#fields.keys.has(key)) return
    if (tool === 'earlier' || tool === 'later') this.#shift(key, tool === 'later' ? grid : -grid)
    else if (tool === 'shorter' || tool === 'longer') this.#stretch(key, tool === 'longer' ? grid : -grid)
    else this.#toLane(key, tool === 'following' ? 1 : -1)
  }

  #pressed(event: KeyboardEvent): void {
    const key = keyOf(event.target)
    if (key === null || this.#lifted !== null || event.isComposing) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      event.preventDefault()
      this.#undo()
      return
    }
    if (event.ctrlKey || event.metaKey) return
    const step = event.shiftKey ? large : grid
    const time = (by: number) => (event.altKey ? this.#stretch(key, by) : this.#shift(key, by))
    const acts: Record<string, () => void> = {
      ArrowUp: () => time(-step),
      ArrowDown: () => time(step),
      PageUp: () => this.#shift(key, -large),
      PageDown: () => this.#shift(key, large),
      '+': () => this.#stretch(key, grid),
      '=': () => this.#stretch(key, grid),
      '-': () => this.#stretch(key, -grid),
      '−': () => this.#stretch(key, -grid),
      Escape: () => this.#putBack(key),
      // With Alt these belong to the browser: back and forward.
      ...(event.altKey ? {} : { ArrowLeft: () => this.#toLane(key, -1), ArrowRight: () => this.#toLane(key, 1) }),
    }
    const act = acts[event.key]
    if (!act || !this.#fields.keys.has(key)) return
    event.preventDefault()
    act()
  }

  #putBack(key: string): void {
    const moved = Object.keys(this.#origin).some(other => !samePlace(this.#places[other], this.#origin[other]))
    if (!moved) return
    this.#settle({ ...this.#places, ...this.#origin }, key)
    this.#origin = {}
    this.#say(fill(this.#data.says.putBack, { said: this.#told(key) }))
  }

  #undo(): void {
    const { says } = this.#data
    const places = this.#before.pop()
    if (!places) {
      this.#say(says.nothingToTakeBack)
      return
    }
    const changed = Object.keys(places).find(key => !samePlace(places[key], this.#places[key]))
    this.#places = places
    this.#fields.write(places)
    this.#draw()
    this.#say([says.takenBack, changed ? this.#told(changed) : ''].join(' ').trim())
  }

  /** A field was changed by hand. */
  #changed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    const key = keyOfField(target.name)
    if (key === null || !this.#fields.keys.has(key)) return
    const before = this.#places
    const read = this.#fields.read(key)
    if (read && !samePlace(before[key], read[key])) {
      this.#before.push(before)
      this.#places = { ...before, ...read }
      // What is typed stays: Escape takes back what the board moved.
      const { [key]: _, ...others } = this.#origin
      this.#origin = others
      this.#draw()
      this.#say(this.#told(key))
    } else this.#draw()
  }

  #choose(key: string | null, focus = false): void {
    if (key === null) return
    if (key !== this.#chosen) {
      this.#chosen = key
      this.#origin = {}
    }
    const place = this.#places[key]
    if (place) this.#canvas.follow(place)
    this.#draw()
    const block = this.#canvas.block(key)
    if (focus && block && document.activeElement !== block) block.focus({ preventScroll: this.#lifted !== null })
  }

  #draw(): void {
    this.#warnings = warningsOf(this.#data.board, this.#places)
    const chosen = this.#chosen
    const place = chosen === null ? undefined : this.#places[chosen]
    this.#canvas.draw({
      places: this.#places,
      warnings: this.#warnings,
      unreadable: this.#fields.unreadable,
      chosen,
      lifted: this.#lifted,
    })
    this.#panel.show({
      chosen:
        chosen !== null && place
          ? {
              key: chosen,
              where: this.#canvas.wordsOf(place),
              notes: this.#notes(chosen),
              movable: this.#fields.keys.has(chosen),
            }
          : null,
      warnings: this.#warnings,
      unsaved: this.#unsaved(),
      mayUndo: this.#before.length > 0,
    })
    for (const cell of this.querySelectorAll<HTMLElement>('[data-told]')) {
      const notes = this.#notes(cell.dataset.told ?? '')
      const shown =
        notes.length > 0 ? notes.map(inParagraph) : [make('p', { class: 'small' }, this.#data.page.nothingTold)]
      cell.replaceChildren(...shown)
    }
  }

  #notes = (key: string): Note[] => [
    ...(this.#fields.unreadable.has(key) ? [{ text: this.#data.says.unreadable, mild: false }] : []),
    ...notesOn(this.#data, this.#warnings, key),
  ]

  /** “Part I, 10:00 – 11:30, Great hall. Collides with Coffee, 10:30 – 11:00.” */
  #told(key: string): string {
    const place = this.#places[key]
    const name = this.#data.called.slots[key] ?? key
    const where = place ? this.#canvas.wordsOf(place) : ''
    return `${[`${name}, ${where}`, ...this.#notes(key).map(({ text }) => text)].join('. ')}.`
  }

  /** The same words twice are said twice. */
  #say(text: string): void {
    this.#spoken.textContent = this.#spoken.textContent === text ? `${text}\u00a0` : text
  }
}

const keyOf = (target: EventTarget | null): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset.key) || null

customElements.define('timetable-board', TimetableBoard)

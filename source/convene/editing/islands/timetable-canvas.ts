import { type Place, type Places, samePlace, type Warning } from '../rules/timetable.ts'
import { type Box, boxesOf, hoursShown, type Lane, lanesOf } from '../rules/timetable-layout.ts'
import { hoursInWords, placeInWords, timeInWords, warningInWords } from '../rules/timetable-words.ts'
import { type Data, make, measure } from './timetable-data.ts'
import { notesOn } from './timetable-panel.ts'

const narrow = window.matchMedia('(max-width: 51.99rem)')

/** What there is to draw. */
export type Standing = {
  places: Places
  warnings: readonly Warning[]
  /** Slots whose fields say no place: drawn where they were. */
  unreadable: ReadonlySet<string>
  chosen: string | null
  /** The one that is being dragged. */
  lifted: string | null
}

/** The drawing of a board: hours downward, days and rooms as columns, a button for each slot. */
export class Canvas {
  readonly element: HTMLElement
  readonly chooser: HTMLLabelElement
  readonly #data: Data
  readonly #lanes: readonly Lane[]
  readonly #select = make('select')
  readonly #heads = make('div', { class: 'heads', 'aria-hidden': 'true' })
  readonly #ground = make('div', { class: 'ground', 'aria-hidden': 'true' })
  readonly #sheet: HTMLElement
  readonly #blocks = new Map<string, HTMLButtonElement>()
  #hours = { from: 0, to: 0 }
  #rem = 0.1
  /** On a telephone, the one lane that is shown. */
  #alone = 0

  constructor(data: Data, movable: ReadonlySet<string>, changed: () => void) {
    this.#data = data
    // A room of its own for what is in none is worth a column only where there is room for several.
    this.#lanes = lanesOf(data.board)
    for (const [index, lane] of this.#lanes.entries())
      if (lane.room !== '' || data.board.rooms.length === 0)
        this.#select.append(make('option', { value: String(index) }, this.nameOf(lane)))
    this.#alone = Number(this.#select.options[0]?.value ?? 0)
    this.#select.addEventListener('change', () => {
      this.#alone = Number(this.#select.value)
      changed()
    })
    narrow.addEventListener('change', changed)
    this.chooser = make('label', { class: 'lane-shown' }, make('span', {}, data.says.shown), this.#select)
    this.chooser.hidden = this.#select.options.length < 2
    this.#sheet = make(
      'div',
      {
        class: 'sheet',
        role: 'application',
        'aria-label': data.says.label,
        'aria-describedby': 'timetable-keys',
      },
      this.#ground,
    )
    for (const { key } of data.board.slots) {
      const block = this.#blockOf(key)
      block.disabled = !movable.has(key)
      this.#blocks.set(key, block)
      this.#sheet.append(block)
    }
    this.element = make('div', { class: 'canvas' }, this.#heads, this.#sheet)
  }

  get sheet(): HTMLElement {
    return this.#sheet
  }

  block(key: string): HTMLButtonElement | undefined {
    return this.#blocks.get(key)
  }

  /** Of all lanes, in their order: also those that a telephone does not show. */
  get lanes(): readonly Lane[] {
    return this.#lanes
  }

  nameOf({ day, room }: Lane): string {
    const { called, says, board } = this.#data
    const inRoom = room === '' && board.rooms.length > 0 ? says.everybody : called.rooms[room]
    return [called.days[day], inRoom].filter(Boolean).join(', ')
  }

  /** On a telephone, the lane of a place: what is for everybody is seen in the room that is shown. */
  follow({ day, room }: Place): void {
    const shown = this.#lanes[this.#alone]
    if (shown?.day === day && (room === '' || shown.room === room)) return
    const index = this.#lanes.findIndex(
      lane => lane.day === day && (lane.room === room || room === '') && this.#has(lane),
    )
    if (index === -1) return
    this.#alone = index
    this.#select.value = String(index)
  }

  #has = (lane: Lane) => lane.room !== '' || this.#data.board.rooms.length === 0

  #shown(): readonly Lane[] {
    const alone = this.#lanes[this.#alone]
    return narrow.matches && alone ? [alone] : this.#lanes
  }

  /** The lane under a point of the screen. */
  laneAt(x: number): Lane | undefined {
    const shown = this.#shown()
    const { left, width } = this.#ground.getBoundingClientRect()
    const index = Math.floor(((x - left) / width) * shown.length)
    return shown[Math.min(Math.max(index, 0), shown.length - 1)]
  }

  /** Pixels of the screen to a minute. */
  get scale(): number {
    return this.#ground.getBoundingClientRect().height / (this.#hours.to - this.#hours.from)
  }

  draw(standing: Standing): void {
    const { board } = this.#data
    const shown = this.#shown()
    const places = Object.fromEntries(
      Object.entries(standing.places).filter(([, place]) => shown.some(lane => lane.day === place.day)),
    )
    // While something is dragged the hours stay: the board must not run away under the hand.
    if (standing.lifted === null) this.#hours = hoursShown(board, standing.places)
    const shortest = Math.min(30, ...Object.values(standing.places).map(({ from, to }) => to - from))
    // Rem to a minute: the shortest slot has a line of its own.
    this.#rem = Math.min(Math.max(1.55 / shortest, 0.075), 0.155)
    const boxes = boxesOf(shown, places)
    // Where several share a lane, all lanes are as much wider: what collides must be readable.
    const most = Math.max(1, ...[...boxes.values()].map(({ parts, span }) => parts / span))
    measure(this.element, {
      minutes: this.#hours.to - this.#hours.from,
      lanes: shown.length * Math.min(most, 4),
      scale: this.#rem,
    })
    this.#drawGround(shown, standing.warnings)
    for (const [key, block] of this.#blocks) this.#drawBlock(block, key, standing, boxes.get(key), shown.length)
    this.#order(standing)
  }

  /** In the order of the timetable, for whoever goes from one to the next. The one that has the focus keeps it. */
  #order({ places }: Standing): void {
    const begin = (key: string) => `${places[key]?.day} ${String(places[key]?.from ?? 0).padStart(4, '0')}`
    const sorted = [...this.#blocks.keys()].sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0))
    const blocks = sorted.flatMap(key => this.#blocks.get(key) ?? [])
    if (blocks.every((block, index) => this.#sheet.children[index + 1] === block)) return
    const focused = blocks.indexOf(document.activeElement as HTMLButtonElement)
    for (const [index, block] of blocks.entries()) {
      if (index === focused) continue
      if (index < focused) blocks[focused]?.before(block)
      else this.#sheet.append(block)
    }
  }

  #drawGround(shown: readonly Lane[], warnings: readonly Warning[]): void {
    const { board, called, words, says } = this.#data
    const { from, to } = this.#hours
    const lines: HTMLElement[] = []
    for (let minute = Math.ceil(from / 60) * 60; minute < to; minute += 60) {
      const line = make('div', { class: 'hour' }, make('span', {}, timeInWords(words, minute)))
      measure(line, { at: minute - from })
      lines.push(line)
    }
    const bands = board.days.flatMap(({ date, hours }) => {
      const first = shown.findIndex(lane => lane.day === date)
      const count = shown.filter(lane => lane.day === date).length
      if (first === -1) return []
      const across = { x: first / shown.length, w: count / shown.length }
      const found: HTMLElement[] = []
      if (hours) {
        const begin = make('span', { class: 'begin' }, says.announcedFrom)
        const end = make('span', { class: 'end' }, says.announcedUntil)
        const band = make('div', { class: 'announced' }, begin, end)
        measure(band, { ...across, at: hours.from - from, length: hours.to - hours.from })
        found.push(band)
      }
      for (const gap of warnings) {
        if (gap.code !== 'gap' || gap.at.day !== date) continue
        const text = warningInWords({ ...words, gapAfter: words.nothingPlanned }, called, gap, '')
        const empty = make('div', { class: 'gap' }, make('span', {}, text))
        measure(empty, { ...across, at: gap.at.from - from, length: gap.at.to - gap.at.from })
        found.push(empty)
      }
      return found
    })
    const rules = shown.slice(1).map((lane, index) => {
      const rule = make('div', { class: shown[index]?.day === lane.day ? 'between' : 'between days' })
      measure(rule, { x: (index + 1) / shown.length })
      return rule
    })
    this.#ground.replaceChildren(...bands, ...lines, ...rules)
    this.#drawHeads(shown)
  }

  #drawHeads(shown: readonly Lane[]): void {
    const { called, board, says } = this.#data
    const days = Object.keys(called.days).length > 0
    const head = (text: string, kind: string, first: number, count: number) => {
      const element = make('div', { class: kind }, text)
      measure(element, { x: first / shown.length, w: count / shown.length })
      return element
    }
    const dayHeads = days
      ? [...new Set(shown.map(({ day }) => day))].map(day => {
          const first = shown.findIndex(lane => lane.day === day)
          return head(called.days[day] ?? day, 'day', first, shown.filter(lane => lane.day === day).length)
        })
      : []
    const roomHeads =
      board.rooms.length > 0
        ? shown.map(({ room }, index) =>
            head(room === '' ? says.everybody : (called.rooms[room] ?? room), 'room', index, 1),
          )
        : []
    this.#heads.replaceChildren(
      ...[dayHeads, roomHeads].filter(row => row.length > 0).map(row => make('div', { class: 'row' }, ...row)),
    )
    this.#heads.hidden = dayHeads.length + roomHeads.length === 0
  }

  #blockOf(key: string): HTMLButtonElement {
    const { titles, kinds } = this.#data
    const { text = key, language } = titles[key] ?? {}
    const what = make('b', { class: 'what', ...(language ? { lang: language } : {}) }, text)
    return make(
      'button',
      { type: 'button', class: `block kind-${kinds[key] ?? ''}`, 'data-key': key, 'aria-pressed': 'false' },
      make('span', { class: 'when' }),
      ' ',
      what,
      ' ',
      make('span', { class: 'hidden-text where' }),
      make('span', { class: 'warned' }),
      make('span', { class: 'grip', 'aria-hidden': 'true' }),
      make('span', { class: 'edge', 'aria-hidden': 'true' }),
    )
  }

  #drawBlock(block: HTMLButtonElement, key: string, standing: Standing, box: Box | undefined, lanes: number): void {
    const { called, words, saved, says } = this.#data
    const place = standing.places[key]
    block.hidden = !place || !box
    if (!place || !box) return
    // What is empty is drawn where it is empty.
    const told = notesOn(
      this.#data,
      standing.warnings.filter(({ code }) => code !== 'gap'),
      key,
    )
    if (standing.unreadable.has(key)) told.unshift({ text: says.unreadable, mild: false })
    const text = (of: string, content: string) => {
      const found = block.querySelector(of)
      if (found && found.textContent !== content) found.textContent = content
    }
    text('.when', hoursInWords(words, place))
    text('.where', [called.days[place.day], called.rooms[place.room]].filter(Boolean).join(', '))
    block
      .querySelector('.warned')
      ?.replaceChildren(
        ...told.map(({ text, mild }) => make('span', { class: mild ? 'warn mild' : 'warn' }, text, ' ')),
      )
    block.classList.toggle(
      'collides',
      told.some(({ mild }) => !mild),
    )
    block.classList.toggle('told', told.length > 0)
    block.classList.toggle('lifted', standing.lifted === key)
    block.classList.toggle('unsaved', !samePlace(place, saved[key]))
    const height = (place.to - place.from) * this.#rem
    block.classList.toggle('short', height < 2.8)
    block.classList.toggle('low', height >= 2.8 && height < 5.5)
    block.setAttribute('aria-pressed', String(standing.chosen === key))
    const part = box.span / lanes / box.parts
    measure(block, {
      at: place.from - this.#hours.from,
      length: place.to - place.from,
      x: box.lane / lanes + part * box.part,
      w: part,
    })
  }

  /** A place in words, as the board says it. */
  wordsOf = (place: Place): string => placeInWords(this.#data.words, this.#data.called, place)
}

import {
  addressWith,
  readKeys,
  readStored,
  type Selection,
  sameSlots,
  selectionFields,
  storedAt,
  writeStored,
} from '../rules/selection.ts'

// What somebody chose of a programme, kept in their browser: by seminar, under the keys of its slots. Nothing of it is sent
// anywhere but in the address of their own programme, which they ask for. A browser that keeps nothing leaves it to that address.

/** What this browser keeps of a seminar. */
class Keeping {
  readonly #key: string
  constructor(seminar: string) {
    this.#key = storedAt(seminar)
  }

  read(): Selection {
    try {
      return readStored(localStorage.getItem(this.#key))
    } catch {
      return { slots: [], seen: null }
    }
  }

  /** False when it was refused, or there is no room. */
  write(selection: Selection): boolean {
    try {
      if (selection.slots.length === 0) localStorage.removeItem(this.#key)
      else localStorage.setItem(this.#key, writeStored(selection))
      return true
    } catch {
      return false
    }
  }

  /** Another page of this browser wrote. */
  onChange(heard: () => void): () => void {
    const listen = (event: StorageEvent) => {
      if (event.key === this.#key || event.key === null) heard()
    }
    addEventListener('storage', listen)
    return () => removeEventListener('storage', listen)
  }
}

const wordsOf = <Words>(element: HTMLElement) => JSON.parse(element.getAttribute('words') ?? '{}') as Words
const line = () => {
  const said = document.createElement('p')
  said.className = 'small'
  return said
}

type ChoosingWords = Record<'locale' | 'none' | 'one' | 'other' | 'kept' | 'refused', string>

/**
 * Around the form of the page of a programme: remembers what is ticked and ticks it again, says how many, and sends with the
 * form what was chosen and is not on the page any more. `given`: the address says what is chosen; what is kept stays as it is
 * until a box is ticked.
 */
class MyProgramme extends HTMLElement {
  #keeping = new Keeping('')
  #words: Partial<ChoosingWords> = {}
  readonly #said = line()
  readonly #kept = line()
  #isGiven = false
  #isRefused = false
  #forget = () => {}
  readonly #ticked = (event: Event) => {
    if (event.target instanceof HTMLInputElement && this.#boxes().includes(event.target)) this.#save()
  }
  // A browser puts the boxes back as they were when a page is come back to: after this island was there.
  readonly #show = () => this.#load()

  connectedCallback(): void {
    this.#keeping = new Keeping(this.getAttribute('seminar') ?? '')
    this.#words = wordsOf<ChoosingWords>(this)
    this.#isGiven = this.getAttribute('given') === 'true'
    this.#said.setAttribute('role', 'status')
    this.querySelector('.buttons')?.before(this.#said, this.#kept)
    document.addEventListener('change', this.#ticked)
    addEventListener('pageshow', this.#show)
    this.#forget = this.#keeping.onChange(this.#show)
    this.#load()
  }

  disconnectedCallback(): void {
    document.removeEventListener('change', this.#ticked)
    removeEventListener('pageshow', this.#show)
    this.#forget()
  }

  #boxes(): HTMLInputElement[] {
    const form = this.querySelector('form')
    return form
      ? ([...form.elements].filter(
          one => one instanceof HTMLInputElement && one.type === 'checkbox',
        ) as HTMLInputElement[])
      : []
  }

  #load(): void {
    const kept = this.#keeping.read()
    // Written as it was read: whoever is refused is told before they choose, and what they ticked is left alone.
    this.#isRefused ||= !this.#keeping.write(kept)
    if (!this.#isGiven && !this.#isRefused)
      for (const box of this.#boxes()) box.checked = kept.slots.includes(box.value)
    this.#tell(!this.#isRefused)
  }

  #save(): void {
    const { slots, seen } = this.#keeping.read()
    const boxes = this.#boxes()
    const onPage = new Set(boxes.map(({ value }) => value))
    // What is no slot any more stays chosen: the page of one's programme tells what became of it.
    const others = slots.filter(key => !onPage.has(key))
    const chosen = [...others, ...boxes.filter(({ checked }) => checked).map(({ value }) => value)]
    const isKept = this.#keeping.write({ slots: chosen, seen: slots.length > 0 ? seen : this.#seen() })
    this.#isRefused = !isKept
    if (isKept && this.#isGiven) {
      this.#isGiven = false
      const { searchParams, pathname, hash } = new URL(location.href)
      for (const field of ['slots', 'seen']) searchParams.delete(field)
      history.replaceState(null, '', addressWith(pathname, Object.fromEntries(searchParams)) + hash)
    }
    this.#tell(isKept)
  }

  #seenField(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[name="seen"]')
  }

  /** The version of this page. */
  #seen(): number | null {
    return Number(this.#seenField()?.defaultValue) || null
  }

  #tell(isKept: boolean): void {
    const form = this.querySelector('form')
    if (!form) return
    const kept = this.#isGiven || !isKept ? { slots: [], seen: null } : this.#keeping.read()
    const boxes = this.#boxes()
    const onPage = new Set(boxes.map(({ value }) => value))
    const others = kept.slots.filter(key => !onPage.has(key))
    for (const old of form.querySelectorAll('input[data-kept]')) old.remove()
    for (const key of others) form.append(hidden('slots[]', key))
    const seen = this.#seenField()
    if (seen) seen.value = String(kept.seen ?? seen.defaultValue)
    for (const box of boxes) box.closest('.slot')?.classList.toggle('chosen', box.checked)
    const chosen = [...others, ...boxes.filter(({ checked }) => checked).map(({ value }) => value)]
    const count = this.#countInWords(chosen.length)
    this.#said.textContent = count
    this.#kept.textContent = (isKept ? this.#words.kept : this.#words.refused) ?? ''
    this.#lead(chosen)
  }

  /** The link above the programme leads to what is chosen, and says how much that is. */
  #lead(chosen: readonly string[]): void {
    const link = document.getElementById('to-mine')
    const form = this.querySelector('form')
    if (!(link instanceof HTMLAnchorElement) || !form) return
    const { seen, zone } = Object.fromEntries(new FormData(form)) as Record<string, string>
    const fields = { ...selectionFields({ slots: chosen, seen: Number(seen) || null }), ...(zone ? { zone } : {}) }
    link.href = addressWith(new URL(form.action).pathname, fields)
    link.dataset.words ??= link.textContent
    link.textContent = chosen.length > 0 ? `${link.dataset.words} (${chosen.length})` : link.dataset.words
  }

  #countInWords(count: number): string {
    const { locale, none, one, other } = this.#words
    if (count === 0) return none ?? ''
    const form = new Intl.PluralRules(locale).select(count) === 'one' ? one : other
    return (form ?? '').replace('#', String(count))
  }
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  field.dataset.kept = ''
  return field
}

type KeptWords = Record<'print' | 'other' | 'nothing' | 'keep' | 'own' | 'kept' | 'refused', string>

/**
 * On the page of one's programme: opens it with what this browser keeps when the address says nothing, takes out of that what
 * is taken out of the page, and keeps what somebody sent, once one says so.
 */
class KeptProgramme extends HTMLElement {
  #keeping = new Keeping('')
  #slots: readonly string[] = []
  #words: Partial<KeptWords> = {}
  readonly #clicked = (event: MouseEvent) => this.#follow(event)

  connectedCallback(): void {
    this.#keeping = new Keeping(this.getAttribute('seminar') ?? '')
    this.#slots = readKeys([this.getAttribute('slots') ?? '']).keys
    this.#words = wordsOf<KeptWords>(this)
    const kept = this.#keeping.read()
    const at = this.getAttribute('at') ?? ''
    if (this.#slots.length === 0) {
      if (kept.slots.length > 0 && !location.search.includes('slots'))
        location.replace(addressWith(at, selectionFields(kept)))
      return
    }
    document.addEventListener('click', this.#clicked)
    document.querySelector('#take-along')?.append(button(this.#words.print, () => print()))
    if (sameSlots(kept.slots, this.#slots)) this.#chooseFromKept()
    else this.#offer(kept, at)
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.#clicked)
  }

  /** The page of the programme knows what is kept: it need not be told, and opens from memory. */
  #chooseFromKept(): void {
    const link = document.querySelector<HTMLAnchorElement>('#choose-others')
    if (link?.dataset.bare) link.href = link.dataset.bare
  }

  #offer(kept: Selection, at: string): void {
    const said = line()
    said.setAttribute('role', 'status')
    said.textContent = (kept.slots.length > 0 ? this.#words.other : this.#words.nothing) ?? ''
    const keep = button(this.#words.keep, () => {
      const seen = Number(this.getAttribute('seen')) || null
      const isKept = this.#keeping.write({ slots: this.#slots, seen })
      said.textContent = (isKept ? this.#words.kept : this.#words.refused) ?? ''
      row.remove()
      if (isKept) this.#chooseFromKept()
    })
    const row = document.createElement('p')
    row.className = 'buttons'
    row.append(keep)
    if (kept.slots.length > 0) {
      const own = document.createElement('a')
      own.href = addressWith(at, selectionFields(kept))
      own.textContent = this.#words.own ?? ''
      row.append(own)
    }
    this.append(said, row)
  }

  /** What is taken out here is taken out of what is kept; the link then leads on. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    const kept = this.#keeping.read()
    if (link.id === 'understood') {
      const { searchParams } = new URL(link.href)
      const { keys } = readKeys(searchParams.getAll('slots'))
      if (sameSlots(kept.slots, this.#slots))
        this.#keeping.write({ slots: keys, seen: Number(searchParams.get('seen')) || null })
    } else if (link.dataset.drop !== undefined && sameSlots(kept.slots, this.#slots)) {
      const key = link.dataset.drop
      this.#keeping.write({ ...kept, slots: key === '' ? [] : kept.slots.filter(other => other !== key) })
    }
  }
}

function button(words: string | undefined, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button secondary'
  made.textContent = words ?? ''
  made.addEventListener('click', pressed)
  return made
}

customElements.define('my-programme', MyProgramme)
customElements.define('kept-programme', KeptProgramme)

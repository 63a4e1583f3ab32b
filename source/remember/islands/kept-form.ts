/** A form as it was typed: names and values in their order, and whether its button was pressed. */
type Stored = { pairs: [string, string][]; sent: boolean }

const soon = 400
const unhurried = 2500
// A browser takes no more with what it still sends for a page that is being left.
const mostWhenLeaving = 60_000

/**
 * Keeps the form that it stands in, in this tab, as the person types: it is back when the page is opened again, and without a
 * network its button waits for one. With `at-server` it is kept there as well. Nothing outlives the tab in the browser: the
 * computer may be another person’s tomorrow. Without it the form is sent as any other.
 */
class KeptForm extends HTMLElement {
  #form: HTMLFormElement | null = null
  #said: HTMLElement | null = null
  #before = ''
  #atServer = ''
  #timer = 0
  #later = 0
  #waits: HTMLElement | null = null
  #isOver = false
  #refused = false

  connectedCallback(): void {
    const form = this.closest('form')
    if (!form) return
    this.#form = form
    this.#said = document.createElement('p')
    this.#said.setAttribute('role', 'status')
    this.append(this.#said)
    this.#before = JSON.stringify(pairsOf(form))
    this.#atServer = this.#before
    form.addEventListener('input', this.#changed)
    form.addEventListener('change', this.#changed)
    form.addEventListener('submit', this.#submitted)
    form.addEventListener('click', this.#clicked)
    window.addEventListener('online', this.#online)
    window.addEventListener('pagehide', this.#left)
    if (this.hasAttribute('typed')) this.store()
    else void this.restore(form)
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#online)
    window.removeEventListener('pagehide', this.#left)
  }

  readonly #changed = () => {
    this.#isOver = false
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.store(), soon)
    if (!this.hasAttribute('at-server')) return
    window.clearTimeout(this.#later)
    this.#later = window.setTimeout(() => void this.keepAtServer(), unhurried)
  }

  readonly #submitted = (event: SubmitEvent) => {
    this.stop()
    this.store(navigator.onLine)
    if (navigator.onLine) {
      this.#isOver = true
      return
    }
    event.preventDefault()
    this.#waits = event.submitter
    this.say(this.words('offline'), 'note warning')
  }

  // The way out that a form offers gives up what was typed.
  readonly #clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('.buttons a')
    if (!link || this.hasAttribute('at-server')) return
    this.#isOver = true
    this.stop()
    forget(this.key)
  }

  // Said to be there, a network may still lead nowhere: it is asked before the page is given up.
  readonly #online = async () => {
    const button = this.#waits
    if (!button || !this.#form) return
    if ((await this.wasSent()) === null) return
    this.#waits = null
    this.say('')
    this.#form.requestSubmit(button)
  }

  readonly #left = () => {
    if (this.#isOver || !this.#form || !this.isConnected) return
    if (JSON.stringify(pairsOf(this.#form)) !== this.#before) this.store()
    if (this.hasAttribute('at-server')) void this.keepAtServer(true)
  }

  /** What was about to be kept after a pause is not: it would tell of a form that was sent as of one that was not. */
  stop(): void {
    window.clearTimeout(this.#timer)
    window.clearTimeout(this.#later)
  }

  get key(): string {
    return `perenne form ${this.getAttribute('key-of-form')}`
  }

  words(name: string): string {
    return this.getAttribute(name) ?? ''
  }

  say(text: string, look = 'small'): void {
    if (!this.#said) return
    this.#said.className = text === '' ? '' : look
    if (this.#said.textContent !== text) this.#said.textContent = text
  }

  store(sent = false): void {
    if (!this.#form) return
    try {
      const stored: Stored = { pairs: pairsOf(this.#form, true), sent }
      sessionStorage.setItem(this.key, JSON.stringify(stored))
    } catch {
      // Without storage, or with a full one, the form is sent as any other.
    }
  }

  /** Whether the form of this key was sent; null when nobody answers. */
  async wasSent(key = hiddenOf(this.#form, '_once')): Promise<boolean | null> {
    try {
      const asked = new URL(location.href)
      asked.searchParams.set('sent', key)
      const answer = await fetch(asked, { headers: { accept: 'application/json' } })
      if (!answer.ok || answer.redirected) return null
      return ((await answer.json()) as { sent: boolean }).sent
    } catch {
      return null
    }
  }

  async restore(form: HTMLFormElement): Promise<void> {
    const stored = read(this.key)
    if (!stored) return
    if (stored.sent && (await this.wasSent(valueIn(stored, '_once')))) return forget(this.key)
    const typed = stored.pairs.filter(([name]) => !isOfTheForm(name))
    // Somebody was quicker than the answer, or there is nothing to bring back.
    if (JSON.stringify(pairsOf(form)) !== this.#before) return
    if (JSON.stringify(typed) === this.#before) return forget(this.key)
    fill(form, stored.pairs)
    this.say(`${this.words('back')} `, 'note')
    const anew = document.createElement('button')
    anew.type = 'button'
    anew.className = 'button secondary'
    anew.textContent = this.words('anew')
    anew.addEventListener('click', () => {
      this.#isOver = true
      this.stop()
      forget(this.key)
      location.reload()
    })
    this.#said?.append(anew)
  }

  /** Quietly: whoever goes on typing is not interrupted, and what does not arrive is still in the tab. */
  async keepAtServer(leaving = false): Promise<void> {
    const form = this.#form
    if (!form || this.#refused) return
    const content = JSON.stringify(pairsOf(form))
    if (content === this.#atServer) return
    const body = new URLSearchParams([...pairsOf(form, true), ['_next', 'keep'], ['_quietly', 'yes']])
    if (leaving && body.toString().length > mostWhenLeaving) return
    try {
      const answer = await fetch(form.action, { method: 'POST', body, keepalive: leaving })
      if (answer.status === 409) {
        this.#refused = true
        this.say(this.words('other'), 'note warning')
      }
      if (answer.status !== 204) return
      this.#atServer = content
      if (JSON.stringify(pairsOf(form)) === content) forget(this.key)
      const now = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
      this.say(`${this.words('kept')} ${now}`)
    } catch {
      // No network: it stays in the tab.
    }
  }
}

const isOfTheForm = (name: string) => name.startsWith('_')

function pairsOf(form: HTMLFormElement, whole = false): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && (whole || !isOfTheForm(name)) ? [[name, value]] : [],
  )
}

const valueIn = ({ pairs }: Stored, name: string) => pairs.find(pair => pair[0] === name)?.[1] ?? ''
const hiddenOf = (form: HTMLFormElement | null, name: string) =>
  form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''

function read(key: string): Stored | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // There was none.
  }
}

/** Puts everything back where it stood; what the form offers no more is left out. What is folded and filled is opened. */
function fill(form: HTMLFormElement, pairs: readonly [string, string][]): void {
  const left = pairs.map(([name, value]) => ({ name, value }))
  const take = (name: string, value?: string) => {
    const at = left.findIndex(pair => pair.name === name && (value === undefined || pair.value === value))
    return at < 0 ? undefined : left.splice(at, 1)[0]?.value
  }
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      const checked = take(control.name, control.value) !== undefined
      if (checked !== control.checked) open(control)
      control.checked = checked
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const value = control.name === '' ? undefined : take(control.name)
      if (value === undefined || value === control.value) continue
      open(control)
      control.value = value
    }
  }
}

const open = (control: Element) => control.closest('details')?.setAttribute('open', '')

customElements.define('kept-form', KeptForm)

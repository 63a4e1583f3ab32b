/** What the address in `source` answers: what was found, and how many in words. */
type Answer = { results: Suggestion[]; said: string }
type Suggestion = {
  id: string
  name: string
  /** Of the name, when it is not the page's. */
  language: string | null
  /** What tells it from another of the same name. */
  detail: string
  country: string | null
}

const shortest = 2
/** Milliseconds without a key after which we ask. */
const pause = 180

/**
 * Makes a combobox of the text field inside it (ARIA 1.2, with a list): it asks `source` what resembles what is typed.
 * Choosing writes the name, its id into the field named by `id-field`, and its country into the one named by
 * `country-field` when that is empty. Typing on takes the id away. `list-label` names the list for those who hear it.
 * Without all this the form asks after it is sent.
 */
class SearchSuggestions extends HTMLElement {
  #input: HTMLInputElement | null = null
  #list = document.createElement('ul')
  #status = document.createElement('p')
  #found: Suggestion[] = []
  #active = -1
  #timer = 0
  #asking: AbortController | null = null

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="text"]')
    if (!input || this.#input) return
    this.#input = input
    const list = this.#list
    list.id = `${input.id}-list`
    list.className = 'suggestions'
    list.hidden = true
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', this.getAttribute('list-label') ?? '')
    this.#status.className = 'hidden-text'
    this.#status.setAttribute('role', 'status')
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    }))
      input.setAttribute(name, value)
    input.after(list)
    this.append(this.#status)
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', event => this.#pressed(event))
    input.addEventListener('blur', () => this.#close())
    // The field keeps the focus while an option is pointed at.
    list.addEventListener('pointerdown', event => event.preventDefault())
    list.addEventListener('click', event => {
      const option = (event.target as Element).closest('[role="option"]')
      if (option) this.#choose([...list.children].indexOf(option))
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  #field(attribute: string): HTMLInputElement | HTMLSelectElement | null {
    const name = this.getAttribute(attribute)
    const found = name ? this.#input?.form?.elements.namedItem(name) : null
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null
  }

  #typed(): void {
    const id = this.#field('id-field')
    if (id) id.value = ''
    clearTimeout(this.#timer)
    this.#asking?.abort()
    const words = this.#input?.value.trim() ?? ''
    if (words.length < shortest) this.#close()
    else this.#timer = window.setTimeout(() => void this.#ask(words), pause)
  }

  async #ask(words: string): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    try {
      const address = `${this.getAttribute('source')}?${new URLSearchParams({ q: words })}`
      const response = await fetch(address, { signal: asking.signal, headers: { accept: 'application/json' } })
      if (!response.ok) return this.#close()
      const answer = (await response.json()) as Answer
      // Whoever has left the field meanwhile is not called back to it.
      if (this.#asking === asking && document.activeElement === this.#input) this.#show(answer)
    } catch {
      // Overtaken by another key, or no network: the field goes on as a plain one.
      if (this.#asking === asking) this.#close()
    }
  }

  #show({ results, said }: Answer): void {
    this.#found = results
    this.#active = -1
    this.#list.replaceChildren(...results.map((found, index) => this.#option(found, index)))
    this.#status.textContent = said
    this.#open(results.length > 0)
  }

  #option(found: Suggestion, index: number): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${this.#list.id}-${index}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const name = document.createElement('span')
    name.textContent = found.name
    name.dir = 'auto'
    if (found.language) name.lang = found.language
    option.append(name)
    if (found.detail) {
      const detail = document.createElement('span')
      detail.className = 'small'
      detail.textContent = found.detail
      option.append(' ', detail)
    }
    return option
  }

  #open(open: boolean): void {
    this.#list.hidden = !open
    this.#input?.setAttribute('aria-expanded', String(open))
    if (!open) this.#mark(-1)
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.#asking = null
    this.#status.textContent = ''
    this.#open(false)
  }

  #mark(index: number): void {
    this.#active = index
    for (const [at, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(at === index))
    const option = this.#list.children[index]
    if (option) {
      this.#input?.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.#input?.removeAttribute('aria-activedescendant')
  }

  #choose(index: number): void {
    const chosen = this.#found[index]
    if (!chosen || !this.#input) return
    this.#input.value = chosen.name
    const id = this.#field('id-field')
    if (id) id.value = chosen.id
    const country = this.#field('country-field')
    if (country && country.value === '' && chosen.country) country.value = chosen.country
    this.#close()
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return
    const { length } = this.#found
    const open = !this.#list.hidden
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (length === 0) return
        event.preventDefault()
        if (!open) this.#open(true)
        if (event.altKey) return
        const from = this.#active
        const step = event.key === 'ArrowDown' ? 1 : -1
        // Once around through the field itself, where nothing is marked.
        this.#mark(from + step >= length ? -1 : from + step < -1 ? length - 1 : from + step)
        return
      }
      case 'Enter':
        if (!open || this.#active < 0) return
        event.preventDefault()
        this.#choose(this.#active)
        return
      case 'Escape':
        if (!open) return
        event.preventDefault()
        this.#close()
    }
  }
}

customElements.define('search-suggestions', SearchSuggestions)

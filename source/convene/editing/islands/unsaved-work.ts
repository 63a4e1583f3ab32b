/**
 * Stands in a form: whoever leaves the page by a link, or closes it, is asked first when something was changed in the form
 * and not sent. Without it the buttons of the form save before they lead on; links elsewhere ask nothing.
 */
class UnsavedWork extends HTMLElement {
  #form: HTMLFormElement | null = null
  #before = ''
  #isSent = false
  readonly #send = () => {
    this.#isSent = true
  }
  // The page comes back from the browser's memory with what was typed.
  readonly #shown = () => {
    this.#isSent = false
  }
  readonly #asked = (event: BeforeUnloadEvent) => {
    if (this.#form && !this.#isSent && this.isChanged(this.#form)) event.preventDefault()
  }

  connectedCallback(): void {
    this.#form = this.closest('form')
    if (!this.#form) return
    this.#before = contentOf(this.#form)
    this.#form.addEventListener('submit', this.#send)
    window.addEventListener('pageshow', this.#shown)
    window.addEventListener('beforeunload', this.#asked)
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('submit', this.#send)
    window.removeEventListener('pageshow', this.#shown)
    window.removeEventListener('beforeunload', this.#asked)
  }

  /** A form that came back to be put right holds what was never saved. */
  isChanged(form: HTMLFormElement): boolean {
    return this.hasAttribute('typed') || contentOf(form) !== this.#before
  }
}

const contentOf = (form: HTMLFormElement) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))

customElements.define('unsaved-work', UnsavedWork)

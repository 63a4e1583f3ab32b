/** When it is asked: the field that decides, and the answers to it. */
type When = { field: string; is: string[] }

/**
 * Hides the question inside it while it is not asked. Without it the question stands there with its condition in words,
 * and an answer that was not asked for is left out by the server.
 */
class ConditionalQuestion extends HTMLElement {
  readonly #settle = () => this.settle()

  connectedCallback(): void {
    this.closest('form')?.addEventListener('change', this.#settle)
    this.settle()
  }

  disconnectedCallback(): void {
    this.closest('form')?.removeEventListener('change', this.#settle)
  }

  settle(): void {
    const form = this.closest('form')
    if (!form) return
    const when = JSON.parse(this.getAttribute('when') ?? '{"field":"","is":[]}') as When
    // What hides is itself shown: a question behind one that is not asked is not asked either. They stand in this order.
    const answers = [...form.elements].flatMap(control => {
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return []
      if (control.name !== when.field || control.closest('conditional-question[hidden]')) return []
      if (control instanceof HTMLInputElement && !control.checked) return []
      return [control.value]
    })
    this.hidden = !answers.some(answer => when.is.includes(answer))
    this.querySelector<HTMLElement>('.condition')?.setAttribute('hidden', '')
  }
}

customElements.define('conditional-question', ConditionalQuestion)

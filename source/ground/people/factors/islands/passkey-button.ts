import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

/** What to tell the person; written by the page in their language. */
type Words = Record<'unsupported' | 'cancelled' | 'known' | 'failed', string>

/**
 * Asks the browser for a passkey when its form is sent, and puts the answer into the form's hidden field. Without it the
 * form is sent without an answer, and the server says what else can be done.
 */
class PasskeyButton extends HTMLElement {
  readonly #sent = (event: SubmitEvent) => {
    event.preventDefault()
    void this.ask()
  }
  #form: HTMLFormElement | null = null
  #busy = false

  connectedCallback(): void {
    this.#form = this.closest('form')
    this.#form?.addEventListener('submit', this.#sent)
    if (!browserSupportsWebAuthn()) this.say('unsupported')
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('submit', this.#sent)
  }

  async ask(): Promise<void> {
    const form = this.#form
    const field = form?.elements.namedItem('response')
    if (!form || !(field instanceof HTMLInputElement) || this.#busy) return
    // The name is checked here too: a passkey must not be made that the server then does not keep.
    if (!form.reportValidity()) return
    this.#busy = true
    this.say(null)
    try {
      const asked = await fetch(this.getAttribute('options') ?? '', { method: 'POST' })
      if (!asked.ok) throw new Error(String(asked.status))
      const optionsJSON: unknown = await asked.json()
      const answer =
        this.getAttribute('does') === 'add'
          ? await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
          : await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON })
      field.value = JSON.stringify(answer)
      form.submit()
    } catch (error) {
      this.say(whatHappened(error))
    } finally {
      this.#busy = false
    }
  }

  say(what: keyof Words | null): void {
    const place = this.querySelector('[role="alert"]')
    const words = JSON.parse(this.getAttribute('words') ?? '{}') as Partial<Words>
    if (place) place.textContent = what === null ? '' : (words[what] ?? '')
  }
}

function whatHappened(error: unknown): keyof Words {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known'
  // Browsers say no more: it was given up, it took too long, or there is no passkey for this site (WebAuthn §14.6.2).
  const name = error instanceof Error ? error.name : ''
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed'
}

customElements.define('passkey-button', PasskeyButton)

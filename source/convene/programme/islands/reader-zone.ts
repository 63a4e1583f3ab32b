import { cityOfZone } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { readersZone, sayingElsewhere, saysTheSame } from '../rules/reader-zone.ts'

const memory = 'perenne:zone'

/**
 * Offers the hours of the zone that the browser is set to, where they are not those of the venue, and shows them beside. Says
 * nothing to anybody: the page stays the one that everybody gets. What was asked for once is shown on the next page too.
 */
class ReaderZone extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return
    const { venue, zone, locale, spans } = this.#known()
    if (!venue || !zone || !locale || spans.length === 0) return
    if (
      saysTheSame(
        venue,
        zone,
        spans.flatMap(({ from, to }) => [from, to]),
      )
    )
      return
    const city = cityOfZone(locale, zone)
    const say = sayingElsewhere(locale, venue, zone)
    const pattern = this.getAttribute('pattern') ?? '{hours}'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button'
    button.textContent = this.#words('label', { city })
    const said = document.createElement('span')
    said.setAttribute('role', 'status')
    this.append(' · ', button, ' ', said)
    const show = (isShown: boolean) => {
      button.setAttribute('aria-pressed', String(isShown))
      said.textContent = isShown ? this.#words('shown', { city, zone }) : ''
      for (const { hours, ...span } of spans) {
        hours.querySelector('.elsewhere')?.remove()
        if (!isShown) continue
        const line = document.createElement('span')
        line.className = 'elsewhere'
        line.textContent = filled(pattern, { city, hours: say(span) })
        hours.querySelector('.when')?.after(line)
      }
    }
    button.addEventListener('click', () => {
      const isShown = button.getAttribute('aria-pressed') !== 'true'
      show(isShown)
      remember(isShown)
    })
    show(isRemembered())
  }

  #known() {
    const locale = this.getAttribute('locale')
    return {
      venue: this.getAttribute('venue'),
      zone: readersZone(new Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''),
      locale: isLocale(locale) ? locale : null,
      spans: [...document.querySelectorAll<HTMLElement>('.programme .slot > .hours')].flatMap(hours => {
        // The one thing that every browser reads such a time with; what follows counts in milliseconds alone.
        const [from, to] = [...hours.querySelectorAll('time')].map(time => Date.parse(time.dateTime))
        return from === undefined || to === undefined || Number.isNaN(from + to) ? [] : [{ hours, from, to }]
      }),
    }
  }

  #words(attribute: string, values: Record<string, string>): string {
    return filled(this.getAttribute(attribute) ?? '', values)
  }
}

const filled = (pattern: string, values: Record<string, string>) =>
  pattern.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)

function isRemembered(): boolean {
  try {
    return localStorage.getItem(memory) === 'shown'
  } catch {
    return false
  }
}

function remember(isShown: boolean): void {
  try {
    if (isShown) localStorage.setItem(memory, 'shown')
    else localStorage.removeItem(memory)
  } catch {
    // A browser that keeps nothing is asked again on the next page.
  }
}

customElements.define('reader-zone', ReaderZone)

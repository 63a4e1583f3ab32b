import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Locale } from '../../source/ground/languages/locales.ts'
import { ensureChromium } from '../../test/support/chromium.ts'

export type PageOptions = {
  /** Width of the window in CSS pixels; 1280 when not said. */
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  /** The language that the browser asks for. */
  locale?: Locale
  /** `false` turns it off; `'blocked'` only keeps scripts from loading, so that axe can still look at the page. */
  javaScript?: boolean | 'blocked'
  /** Where the browser is, as IANA writes it; as the machine is when not said. */
  timeZone?: string
  /** Pixels of the screen to one of CSS, for pictures. */
  scale?: number
}

export type OpenBrowser = {
  /** A page in a context of its own: no cookie of another one. Whatever else its context opens is watched as well. */
  newPage(options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

const fullLocale: Record<Locale, string> = { fr: 'fr-FR', es: 'es-CO', pt: 'pt-BR', en: 'en-GB' }

/** One Chromium for a file of journeys. Close it in afterAll. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [
      // As root, and in containers with a small /dev/shm.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      // Otherwise Chromium starts a spare process at each step from one context to another, and throws it away.
      '--renderer-process-limit=1',
      // Pages are left a second later: what the optimising compilers make of their scripts comes too late for any use.
      '--js-flags=--no-opt,--no-maglev',
    ],
  })
  return {
    async newPage(options = {}) {
      const wanted: BrowserContextOptions = {
        viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
        colorScheme: options.scheme ?? 'light',
        locale: fullLocale[options.locale ?? 'fr'],
        reducedMotion: 'reduce',
        deviceScaleFactor: options.scale ?? 1,
        ...(options.timeZone ? { timezoneId: options.timeZone } : {}),
        javaScriptEnabled: options.javaScript !== false,
      }
      const context = await browser.newContext(wanted)
      if (options.javaScript === 'blocked') await context.route(/\.m?js(\?|$)/, route => route.abort())
      context.on('page', watch)
      return context.newPage()
    },
    close: () => browser.close(),
  }
}

const troubles = new WeakMap<Page, string[]>()

/**
 * What went wrong on a page since it was opened, beyond what it shows: errors of scripts and of the security policy,
 * answers of 500 and more, and anything asked of another host than ours.
 */
export function troublesOf(page: Page): readonly string[] {
  return troubles.get(page) ?? []
}

function watch(page: Page): void {
  const found: string[] = []
  troubles.set(page, found)
  page.on('pageerror', error => found.push(`script: ${error.message}`))
  page.on('console', message => {
    // A page that answers 404 or 422 on purpose is a “failed resource” for the console.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) {
      found.push(`console: ${message.text()}`)
    }
  })
  page.on('response', response => {
    if (response.status() >= 500) found.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost' && hostname !== '127.0.0.1') {
      found.push(`asked another host: ${request.url()}`)
    }
  })
}

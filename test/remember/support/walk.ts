import { parseHTML } from 'linkedom'
import type { TestHouse } from '../../support/house.ts'

type Init = { headers: Record<string, string> }
/** linkedom's document, as far as walkers look at it. */
export type Walked = { address: string; document: ReturnType<typeof parseHTML>['document'] }

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Addresses that differ by a record or by what they ask about are of one kind. */
const kindOf = (address: string) => {
  const url = new URL(address, 'http://here')
  const asked = [...url.searchParams.keys()].filter(key => key !== 'on').toSorted()
  return `${url.pathname.replaceAll(ids, ':id')}?${asked.join('&')}`
}

/**
 * The pages of a memory that its links lead to, from some addresses on: at most `most` of each kind. Files and other sites are
 * not followed.
 *
 * @param within what the path of every page begins with: `/fr/territories/slug`
 * @param but pages whose path this matches are not asked for
 * @throws when a link leads to no page
 */
export async function walk(
  house: TestHouse,
  start: readonly string[],
  { within, init, most = 1, but = /$^/ }: { within: string; init?: Init; most?: number; but?: RegExp },
): Promise<Walked[]> {
  const pages: Walked[] = []
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const waiting = [...start]
  const from = new Map<string, string>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address)
    const count = counts.get(kind) ?? 0
    if (seen.has(address) || count >= most) continue
    seen.add(address)
    counts.set(kind, count + 1)
    const response = await house.ask(address, init)
    if (!response.headers.get('content-type')?.includes('text/html')) continue
    if (response.status !== 200) throw new Error(`${from.get(address)} leads to ${address}: ${response.status}`)
    const { document } = parseHTML(await response.text())
    pages.push({ address, document })
    for (const href of linksOf(document)) {
      const { pathname } = new URL(href, 'http://here')
      if ((pathname === within || pathname.startsWith(`${within}/`)) && !but.test(pathname)) {
        waiting.push(href)
        from.set(href, address)
      }
    }
  }
  return pages
}

/** Where a page leads within the house, without the part of a page. */
const linksOf = (document: Walked['document']): string[] =>
  [...document.querySelectorAll('a[href^="/"]')].map(link => (link.getAttribute('href') ?? '').replace(/#.*/, ''))

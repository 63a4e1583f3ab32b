import { giveUpPlaces } from '#convene/registration/acts/give-up-places.ts'
import { mePath } from '#convene/registration/acts/personal-link.ts'
import { registrationMails, registrationRoutes } from '#convene/registration/index.ts'
import { ownRoutes } from '#convene/registration/pages/me/routes.ts'
import type { Room, Route } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'

const known = (one: Route) => `${one.method} ${one.path}`
const gathered = [...registrationRoutes, ...ownRoutes]

/** The room with the pages of a registration. */
export const ownRooms: readonly Room[] = [
  {
    name: 'registration',
    routes: [...new Map(gathered.map(route => [known(route), route])).values()],
    mails: registrationMails,
    beforeErasing: (tx, _house, personIds) => giveUpPlaces(tx, personIds),
  },
]

/** The own page of a registration and what stands below it, as its holder opens and sends them. */
export function holderOf(house: TestHouse, id: string, locale = 'en') {
  const at = (below = '') => `/${locale}${mePath(house.keys, { id: id, linkNumber: 1 })}${below}`
  async function open(below = '') {
    const response = await house.ask(at(below))
    return { response, status: response.status, html: await response.text() }
  }
  return {
    at,
    open,
    /** Sends a form of one of the pages, with what the page put into it unless said otherwise. */
    async send(below: string, given: Record<string, string> = {}, from = below) {
      const { html } = await open(from)
      return house.send(at(below), { ...hiddenOf(html), ...given })
    },
    /** Sends fields as they are. */
    post: (below: string, body: URLSearchParams) =>
      house.ask(at(below), { method: 'POST', body, headers: { origin: house.settings.publicUrl.origin } }),
    /** Follows a redirect with the message it carries. */
    async follow(response: Response) {
      const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      return (await house.ask(response.headers.get('location') ?? '', { headers: { cookie } })).text()
    },
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, found => entities[found] ?? found)
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

/** The hidden fields of a page: its version and its once key. */
function hiddenOf(html: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g))
    found[attribute(tag, 'name') ?? ''] = attribute(tag, 'value') ?? ''
  return found
}

/** Every field of a form as a browser would send it back untouched; several values of one name as a list. */
export function fieldsOf(html: string): URLSearchParams {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    if (name === undefined || ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag))) continue
    fields.append(name, attribute(tag, 'value') ?? '')
  }
  for (const [, head = '', body = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields.append(attribute(head, 'name') ?? '', plain(body))
  for (const [, head = '', body = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option([^>]*)\sselected/.exec(body)?.[1]
    fields.append(attribute(head, 'name') ?? '', chosen === undefined ? '' : (attribute(chosen, 'value') ?? ''))
  }
  return fields
}

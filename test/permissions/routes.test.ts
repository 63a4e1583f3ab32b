import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../../source/rooms.ts'
import { addressOf, expectations } from './expectations.ts'
import { openScene, type Scene, type Visitor, visitors } from './scene.ts'

const routes = rooms.flatMap(room => room.routes)
const keyOf = (route: (typeof routes)[number]) => `${route.method} ${route.path}`

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

describe('every route, every kind of visitor', () => {
  test('each route has a stated expectation, and no expectation is left over', () => {
    expect(Object.keys(expectations).sort()).toEqual([...new Set(routes.map(keyOf))].sort())
  })

  for (const route of routes) {
    test(keyOf(route), async () => {
      const found: Partial<Record<Visitor, string>> = {}
      for (const visitor of visitors) found[visitor] = await come(route.method, route.path, visitor)
      expect(found).toEqual(expectations[keyOf(route)])
    })
  }
})

// What a visitor meets: the page (or, past the door, whatever the page makes of an empty form), or which refusal.
async function come(method: string, path: string, visitor: Visitor): Promise<string> {
  const headers = { ...(await scene.cookieOf(visitor)), 'accept-language': 'fr' }
  const address = addressOf(path, scene)
  const response =
    method === 'GET' ? await scene.house.ask(address, { headers }) : await scene.house.send(address, {}, { headers })
  const location = response.headers.get('location') ?? ''
  if (response.status === 303 && /^\/fr\/sign-in(\?|$)/.test(location)) return 'sign-in'
  if (response.status === 403) return 'refused'
  if (response.status === 404) return 'nothing'
  if (response.status >= 500) return `failed: ${response.status}`
  return 'in'
}

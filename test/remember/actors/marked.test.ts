import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, fieldsOf, send } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene, sendFile } from '../journal/support.ts'

// A name in another language than the page says so, in the heading and in the way there.

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, locale = 'fr') => `/${locale}/territories/brecourt${path}`

async function made(path: string, fields: Record<string, string>, file = ''): Promise<string> {
  const { house, here } = scene
  const { html } = await ask(house, at(path, 'es'), here.editor.cookie)
  const typed = { ...fieldsOf(html, at(path, 'es')), ...fields }
  const sent =
    file === ''
      ? await send(house, at(path, 'es'), here.editor.cookie, typed)
      : await sendFile(house, at(path, 'es'), here.editor.cookie, typed, {
          field: 'file',
          name: 'x.txt',
          content: file,
        })
  expect([path, sent.status]).toEqual([path, 303])
  return /[0-9a-f-]{36}/.exec((sent.location ?? '').replace(/^.*\//, ''))?.[0] ?? ''
}

const headOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''

test('the forms and the removals of an actor, a post, a document and an entry of the journal', async () => {
  const { house, here } = scene
  const name = 'Oficina de los ríos'
  const actor = await made('/actors/new', { source: 'es', 'name-es': name, kind: 'service' })
  const post = await made('/posts/new', { source: 'es', 'title-es': name, nature: 'technical', seats: '1' })
  const document = await made(
    '/documents/new',
    { source: 'es', 'title-es': name, category: 'B01', language: 'es' },
    'Texto',
  )
  const entry = await made('/journal/new', { kind: 'call', title: name, during: '2018' })
  for (const path of [`/actors/${actor}`, `/posts/${post}`, `/documents/${document}`, `/journal/${entry}`])
    for (const page of ['edit', 'remove']) {
      const { html, status } = await ask(house, at(`${path}/${page}`), here.editor.cookie)
      expect([path, page, status]).toEqual([path, page, 200])
      expect([path, page, headOf(html)]).toEqual([path, page, expect.stringContaining(`<bdi lang="es">${name}</bdi>`)])
      // Nowhere does it stand as if it were French: but in the title of the window, which has one language alone, and in fields.
      const bare = html.replace(
        /<title>.*?<\/title>|<(bdi|span) lang="es"[^>]*>[^<]*<\/\1>|value="[^"]*"|<option.*?<\/option>/gs,
        '',
      )
      expect([path, page, bare.includes(name)]).toEqual([path, page, false])
      const own = await ask(house, at(`${path}/${page}`, 'es'), here.editor.cookie)
      expect(headOf(own.html)).toContain(`<bdi>${name}</bdi>`)
    }
})

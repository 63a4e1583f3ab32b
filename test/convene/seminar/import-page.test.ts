import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importVerb } from '../../../source/convene/seminar/index.ts'
import { openSession, sessionCookie } from '../../../source/ground/people/session.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from './room.ts'

let house: TestHouse
let cookie: string
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  cookie = await signIn('administrator', 'installation')
})
afterAll(() => house?.close())

async function signIn(role: string, spaceSlug: string): Promise<string> {
  const { rows } = await house.database.owner.query(
    `with p as (insert into perenne.person (given_name, email, language, has_account)
       values ('A', $3, 'fr', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, $1, s.id, s.kind, 'test' from p, perenne.space s where s.slug = $2 returning person_id`,
    [role, spaceSlug, `${randomBytes(4).toString('hex')}@example.org`],
  )
  const { token } = await openSession(house.db, rows[0].person_id)
  return `${sessionCookie}=${token}`
}

function send(fields: Record<string, string | Blob>, as = cookie): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return house.ask('/fr/desk/import', {
    method: 'POST',
    body,
    headers: { origin: house.settings.publicUrl.origin, ...(as ? { cookie: as } : {}) },
  })
}
const fieldOf = (html: string, name: string) =>
  html
    .match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const seminars = async () =>
  Number((await house.database.owner.query('select count(*) from perenne.seminar')).rows[0].count)

test('nobody but people who may edit somewhere finds the page', async () => {
  expect((await house.ask('/fr/desk/import')).status).toBe(303)
  expect((await send({ text: smallFile() }, '')).status).toBe(303)
  const reader = await signIn('evaluator', 'installation').catch(() => null)
  expect(reader).toBeNull()
  expect((await house.ask('/fr/desk/import', { headers: { cookie } })).status).toBe(200)
})

test('problems come with line and column, and what was sent is kept', async () => {
  const response = await send({
    text: smallFile().replace('2030-05-06', '2018-02-30').replace('capacity: 2', 'capacité: 2'),
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('2018-02-30')
  expect(html).toContain('Écrivez une date qui existe')
  expect(html).toContain('registration.capacité')
  expect(html).toContain('slug: small')
  expect(html).toContain('<textarea')
  expect(await seminars()).toBe(0)
})

test('a look, then the import; the same button twice imports once', async () => {
  const look = await send({ file: new Blob([await sample()], { type: 'text/yaml' }), 'announce[]': 'yes', text: '' })
  expect(look.status).toBe(200)
  const html = await look.text()
  expect(html).toContain('Le fichier est juste')
  expect(await seminars()).toBe(0)
  const once = fieldOf(html, '_once') ?? ''
  const text =
    html
      .match(/name="text" value="([^"]*)"/)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&') ?? ''
  expect(text.length).toBeGreaterThan(10_000)
  const fields = { text, 'announce[]': 'yes', step: 'save', _once: once }
  const [first, second] = [await send(fields), await send(fields)]
  expect(first.status).toBe(303)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(first.headers.get('location')).toBe(`/fr/desk/seminars/${slug}`)
  expect(await seminars()).toBe(1)
  expect((await house.ask(`/fr/seminars/${slug}`)).status).toBe(200)
  // What went through the browser is what stands in the file: nothing changes when it comes again.
  const again = await send({ text: await sample() })
  expect(await again.text()).toContain('Rien n’a changé')
})

test('no file, a file that is no text, a file beyond the limit', async () => {
  expect(await (await send({ text: '  ' })).text()).toContain('Choisissez un fichier ou collez son texte')
  const picture = await send({ file: new Blob([new Uint8Array([0xff, 0xfe, 0x00, 0x80])]), text: '' })
  expect(picture.status).toBe(422)
  expect(await picture.text()).toContain('UTF-8')
  const large = await send({ file: new Blob(['# '.repeat(700_000)]), text: '' })
  expect(large.status).toBe(422)
  expect(await large.text()).toContain('au plus 1')
  const huge = await send({ file: new Blob(['x'.repeat(50 * 1024 * 1024)]), text: '' })
  expect(huge.status).toBe(413)
})

test('scripts in a wrong file are shown as words', async () => {
  const html = await (await send({ text: `title: "<script>alert(1)</script>"\n"<img src=x>": 1` })).text()
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img')
})

test('an organiser of one seminar cannot touch another', async () => {
  await send({ text: smallFile(), step: 'save' })
  const organiser = await signIn('organiser', 'small')
  expect((await send({ text: await sample(), step: 'save' }, organiser)).status).not.toBe(500)
  const wanted = (await sample()).replace('fr: Café', 'fr: Thé')
  expect((await send({ text: wanted, step: 'save' }, organiser)).status).toBe(403)
  expect((await send({ text: smallFile().replace('A small', 'A tiny'), step: 'save' }, organiser)).status).toBe(303)
})

test('the verb of the command line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perenne-import-'))
  const file = join(folder, 'seminar.yaml')
  const verb = importVerb((_line, work) => work(house))
  const run = async (words: string[], json = false) => {
    const told = { out: [] as string[], err: [] as string[] }
    const code = await verb
      .run({
        words,
        json,
        environment: {},
        say: line => void told.out.push(line),
        complain: line => void told.err.push(line),
      })
      .catch((error: Error) => {
        told.err.push(error.message)
        return 1
      })
    return { code, ...told }
  }
  try {
    expect(await run([file])).toMatchObject({ code: 1, err: [`${file} does not exist.`] })
    await writeFile(file, smallFile({ slug: 'by-verb' }).replace('capacity: 2', 'capacity: two'))
    const wrong = await run([file])
    expect(wrong.code).toBe(1)
    expect(wrong.err[0]).toMatch(
      /seminar\.yaml:12:13: registration\.capacity: found “two”\. Write the number of places/,
    )
    await writeFile(file, smallFile({ slug: 'by-verb' }))
    expect(await run([file, 'dry-run'])).toMatchObject({ code: 0, out: ['by-verb: would be made'] })
    expect(await run([file, 'announce'])).toMatchObject({ code: 0, out: ['by-verb: made'] })
    const again = await run([file], true)
    expect(JSON.parse(again.out[0] ?? '')).toMatchObject({ ok: true, created: false, changes: [] })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a text of 500 kB with scripts is refused with its line and its limit, and comes back as it was sent', async () => {
  const long = `<script>alert("${'x'.repeat(500_000)}")</script>`
  const answer = await send({
    text: (await sample()).replace(/^subtitle:\n {2}fr: .*$/m, `subtitle:\n  fr: '${long}'`),
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toMatch(/20[\s\u00a0\u202f,.]?000/)
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;script&gt;alert(')
  expect(html.length).toBeGreaterThan(500_000)
})

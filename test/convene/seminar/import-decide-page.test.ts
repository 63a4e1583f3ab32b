import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseSeminarFile } from '#convene/seminar/rules/parse-seminar-file.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from './room.ts'
import { edited, fileNow, imported, parsed, query, rowCounts, somebody } from './support.ts'

let house: TestHouse
let cookie: string
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  cookie = (await somebody(house, 'administrator', 'installation')).cookie
})
afterAll(() => house?.close())

async function send(fields: Record<string, string>, locale = 'en') {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const headers = { origin: house.settings.publicUrl.origin, cookie }
  const response = await house.ask(`/${locale}/desk/import`, { method: 'POST', body, headers })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
/** What a browser would send of the form of a page: what is hidden, and each choice that is made. */
function fieldsOf(html: string): Record<string, string> {
  const form = (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).find(one => one.includes('name="step"')) ?? ''
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => unescaped(input.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '')
    if (of('type') === 'hidden' || (of('type') === 'radio' && /\bchecked/.test(input))) fields[of('name')] = of('value')
  }
  return fields
}
/** The label and the text of each side of a field, as they stand on the page. */
const sidesOf = (html: string, path: string) => {
  const fieldset =
    (html.match(/<fieldset class="field versions[\s\S]*?<\/fieldset>/g) ?? []).find(one =>
      one.includes(`side:${path}`),
    ) ?? ''
  return [...fieldset.matchAll(/<blockquote[^>]*>([\s\S]*?)<\/blockquote>|<p class="small">\(([^)]*)\)<\/p>/g)].map(
    found => unescaped(found[1] ?? `(${found[2]})`),
  )
}

test('of a seminar that was never imported, no last import is spoken of', async () => {
  const text = smallFile({ slug: 'never-imported' })
  const { id } = await imported(house, text)
  await query(house, 'delete from perenne.seminar_import where seminar_id = $1', [id])
  const look = await send({ text: text.replace('capacity: 2', 'capacity: 4'), step: 'look' })
  expect(look.html).toContain('This seminar was made in the browser.')
  expect(sidesOf(look.html, 'registration.capacity')).toEqual(['2', '4'])
  expect(look.html).not.toMatch(/last import|since then/)
})

/** A seminar that was imported, then edited in the browser in two places; and a file that says a third thing. */
async function scene(slug: string) {
  const text = smallFile({ slug })
  await imported(house, text)
  await edited(house, slug, file => {
    file.title.fr = 'Du navigateur'
    file.subtitle = { en: 'A subtitle <b>' }
  })
  return text.replace('Un petit séminaire', 'Du fichier').replace('country: CO', 'country: FR')
}

test('both sides are shown with what they were; nothing is chosen by itself, and each choice is followed', async () => {
  const text = await scene('page-one')
  const before = await rowCounts(house)
  const look = await send({ text, step: 'look' })
  expect(look.status).toBe(200)
  expect(look.html).toContain('The file and the browser say different things about 2 points')
  expect(sidesOf(look.html, 'title.fr')).toEqual(['Du navigateur', 'Du fichier'])
  expect(look.html).toMatch(/<blockquote[^>]* lang="fr"[^>]*>Du navigateur/)
  expect(look.html).toMatch(/At the last import: <bdi lang="fr">Un petit séminaire/)
  expect(sidesOf(look.html, 'subtitle')).toEqual(['A subtitle <b>', '(nothing)'])
  expect(look.html).not.toContain('subtitle <b>')
  expect(look.html).not.toMatch(/<input type="radio"[^>]*checked/)
  expect(look.html).toContain('<legend>Title – French</legend>')
  expect(look.html).toContain('<code>title.fr</code>')
  expect(look.html).toContain('What the file changes besides')
  expect(look.html).toContain('venue_country')
  const hidden = fieldsOf(look.html)
  expect(hidden.text).toBe(text)

  // Without a choice, and with one of two: told beside each, with what was chosen kept.
  const none = await send({ ...hidden, step: 'save' })
  expect(none.status).toBe(422)
  expect(none.html.match(/Choose one of the two for/g)).toHaveLength(2)
  const one = await send({ ...hidden, step: 'save', 'side:title.fr': 'file' })
  expect(one.status).toBe(422)
  expect(one.html.match(/Choose one of the two for/g)).toHaveLength(1)
  expect(fieldsOf(one.html)).toMatchObject({ 'side:title.fr': 'file', text })
  expect(await rowCounts(house)).toEqual(before)

  const sent = { ...fieldsOf(one.html), step: 'save', 'side:subtitle': 'browser' }
  const [done, again] = [await send(sent), await send(sent)]
  expect(done.status).toBe(303)
  expect(again.headers.get('location')).toBe(done.headers.get('location'))
  expect(await fileNow(house, 'page-one')).toMatchObject({
    title: { fr: 'Du fichier' },
    subtitle: { en: 'A subtitle <b>' },
    venue: { country: 'FR' },
  })
  expect((await rowCounts(house)).seminar_import).toBe((before.seminar_import ?? 0) + 1)
})

test.each(['browser', 'file'] as const)(
  'one button chooses %s everywhere, to be looked at before it is imported',
  async side => {
    const slug = `page-all-${side}`
    const text = await scene(slug)
    const before = await rowCounts(house)
    const look = await send({ text, step: 'look' })
    const chosen = await send({ ...fieldsOf(look.html), step: `all-${side}` })
    expect(chosen.status).toBe(200)
    expect(fieldsOf(chosen.html)).toMatchObject({ 'side:title.fr': side, 'side:subtitle': side, text })
    expect(await rowCounts(house)).toEqual(before)
    const done = await send({ ...fieldsOf(chosen.html), step: 'save' })
    expect(done.status).toBe(303)
    expect((await fileNow(house, slug)).title.fr).toBe(side === 'file' ? 'Du fichier' : 'Du navigateur')
    expect((await fileNow(house, slug)).subtitle === undefined).toBe(side === 'file')
  },
)

test('what somebody changed between the look and the import is told, and choices are kept', async () => {
  const text = await scene('page-meanwhile')
  const look = await send({ text, step: 'look' })
  await edited(house, 'page-meanwhile', file => {
    file.venue.address = 'Changed meanwhile'
  })
  const before = await rowCounts(house)
  const fields = { ...fieldsOf(look.html), step: 'save', 'side:title.fr': 'file', 'side:subtitle': 'browser' }
  const told = await send(fields)
  expect(told.status).toBe(409)
  expect(told.html).toContain('The seminar has changed since you looked')
  expect(sidesOf(told.html, 'venue.address')).toEqual(['Changed meanwhile', '1 Street, Bogotá'])
  expect(fieldsOf(told.html)).toMatchObject({ 'side:title.fr': 'file', 'side:subtitle': 'browser' })
  expect(fieldsOf(told.html)['side:venue.address']).toBeUndefined()
  expect(await rowCounts(house)).toEqual(before)
  const done = await send({ ...fieldsOf(told.html), step: 'save', 'side:venue.address': 'browser' })
  expect(done.status).toBe(303)
  expect((await fileNow(house, 'page-meanwhile')).venue.address).toBe('Changed meanwhile')
})

test('a look that met nothing to decide is told when there is something to decide, or to see, since', async () => {
  const text = smallFile({ slug: 'page-look' })
  await imported(house, text)
  const wanted = text.replace('country: CO', 'country: FR')
  const look = await send({ text: wanted, step: 'look' })
  expect(look.html).toContain('One thing will change')
  await imported(house, text.replace('A hall', 'Another hall'))
  const seen = await send({ ...fieldsOf(look.html), step: 'save' })
  expect(seen.status).toBe(409)
  expect(seen.html).toContain('The seminar has changed since you looked')
  expect(seen.html).toContain('venue_name.en')
  await edited(house, 'page-look', file => {
    file.title.fr = 'Relu'
  })
  const decide = await send({ ...fieldsOf(seen.html), step: 'save' })
  expect(decide.status).toBe(409)
  expect(sidesOf(decide.html, 'title.fr')).toEqual(['Relu', 'Un petit séminaire'])
  expect(decide.html).not.toContain('Choose one of the two for')
})

test('how many changes of the browser stay is said before and after', async () => {
  const text = await scene('page-kept')
  const here = (await fileNow(house, 'page-kept')).title.fr ?? ''
  const withBoth = text.replace('Du fichier', here).replace('date:', 'subtitle: {en: A subtitle <b>}\ndate:')
  const look = await send({ text: withBoth, step: 'look' })
  expect(look.html).toContain('2 changes made in the browser since the last import stay.')
  const done = await send({ ...fieldsOf(look.html), step: 'save' })
  expect(done.status).toBe(303)
  const flash = decodeURIComponent(done.headers.get('set-cookie') ?? '')
  expect(Buffer.from(flash.match(/=([\w-]+)/)?.[1] ?? '', 'base64url').toString()).toContain(
    '2 changes made in the browser',
  )
})

test('choices that do not go together are told with both sides, and nothing is saved', async () => {
  const text = smallFile({ slug: 'page-mixed', organisations: 2 })
  await imported(house, text)
  await edited(house, 'page-mixed', file => {
    const [slot] = file.programme.slots
    if (slot) slot.moderators = ['org-2']
  })
  const look = await send({ text: text.replace(/ {2}- \{key: org-2.*\n/, ''), step: 'look' })
  const mixed = await send({
    ...fieldsOf(look.html),
    step: 'save',
    'side:programme.slots.slot-1.moderators': 'browser',
  })
  expect(mixed.status).toBe(422)
  expect(mixed.html).toContain('These choices do not go together')
  expect(mixed.html).toContain('programme.slots.1.moderators.1')
  expect(fieldsOf(mixed.html)['side:programme.slots.slot-1.moderators']).toBe('browser')
  expect((await fileNow(house, 'page-mixed')).programme.slots[0]?.moderators).toEqual(['org-2'])
})

test('more fields than can be shown one by one have one answer for the rest', async () => {
  const text = smallFile({ slug: 'page-many', slots: 13, organisations: 13 })
  const { id } = await imported(house, text)
  const many = (word: string) => (file: { programme: { slots: { themes: Record<string, string>[] }[] } }) => {
    for (const slot of file.programme.slots)
      slot.themes = Array.from({ length: 30 }, (_, n) => ({ en: `${word} ${n}` }))
  }
  await edited(house, 'page-many', file => many('Now')(file as never))
  await query(house, 'delete from perenne.seminar_import where seminar_id = $1', [id])
  const wanted = text.replaceAll(
    /themes: \[\{en: Theme \d+\}\]/g,
    `themes: [${Array.from({ length: 30 }, (_, n) => `{en: Then ${n}}`).join(', ')}]`,
  )
  expect(parsed(wanted).programme.slots[12]?.themes).toHaveLength(30)
  const look = await send({ text: wanted, step: 'look' })
  expect(look.html.match(/<fieldset class="field versions/g)).toHaveLength(301)
  expect(look.html).toContain('90 more points')
  const all = await send({ ...fieldsOf(look.html), step: 'all-file' })
  const without = fieldsOf(all.html)
  delete without['side:*']
  const missing = await send({ ...without, step: 'save' })
  expect(missing.status).toBe(422)
  expect(missing.html.match(/Choose one of the two for/g)).toHaveLength(1)
  // The answer for the rest decides nothing of what is shown.
  const shown = fieldsOf(all.html)
  delete shown['side:programme.slots.slot-1.themes.0.en']
  expect((await send({ ...shown, step: 'save' })).status).toBe(422)
  expect(
    (await send({ ...fieldsOf(all.html), 'side:programme.slots.slot-1.themes.0.en': 'browser', step: 'save' })).status,
  ).toBe(303)
  const slots = (await fileNow(house, 'page-many')).programme.slots
  expect(slots[0]?.themes[0]).toEqual({ en: 'Now 0' })
  expect(slots[0]?.themes[1]).toEqual({ en: 'Then 1' })
  expect(slots[12]?.themes[29]).toEqual({ en: 'Then 29' })
})

test('the seminar as a file: for whoever may edit it, and coming back it changes nothing', async () => {
  await imported(house, smallFile({ slug: 'as-yaml' }))
  const path = '/en/desk/seminars/as-yaml/seminar.yaml'
  const answer = async (role: string, space: string) =>
    house.ask(path, { headers: { cookie: (await somebody(house, role, space)).cookie } })
  const found = await answer('organiser', 'as-yaml')
  expect(found.status).toBe(200)
  expect(found.headers.get('content-type')).toBe('application/yaml; charset=utf-8')
  expect(found.headers.get('content-disposition')).toBe('attachment; filename="as-yaml.yaml"')
  expect(found.headers.get('cache-control')).toBe('no-store')
  const yaml = await found.text()
  expect(yaml.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=http.*\/schemas\/seminar\.schema\.json$/)
  expect(parseSeminarFile(yaml).ok).toBe(true)
  expect((await imported(house, yaml)).changes).toEqual([])
  expect((await answer('translator', 'as-yaml')).status).toBe(403)
  expect((await answer('evaluator', 'as-yaml')).status).toBe(403)
  await imported(house, smallFile({ slug: 'as-yaml-other' }))
  expect((await answer('organiser', 'as-yaml-other')).status).toBe(404)
  expect((await house.ask(path)).status).toBe(303)
})

test.each(['fr', 'es', 'pt'])('in %s too', async locale => {
  const text = await scene(`page-${locale}`)
  const look = await send({ text, step: 'look' }, locale)
  expect(look.status).toBe(200)
  expect(look.html).not.toContain('The file and the browser')
  expect(look.html).toContain(`lang="${locale}"`)
})

import { expect, test } from 'vitest'
import { house, openHouse, organiser, slug } from './house.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, importShort, send, stateOf } from './support.ts'

openHouse({ fresh: { slug: 'court', make: (house, slug) => importShort(house, 'reseau', slug) } })

const at = (part: string) => `/fr/desk/seminars/${slug}/edit${part}`
const versions = async () =>
  Number((await house.database.owner.query('select count(*) from perenne.record_version')).rows[0].count)

test('saving what a form shows, as it shows it, changes nothing at all', async () => {
  for (const part of [
    'texts',
    'when-and-where',
    'languages',
    'registration',
    'questions/flight',
    'questions/travel',
    'consents/data',
    'organisations/org-b',
    'contacts/1',
  ]) {
    const before = [await fileOf(house, slug), await versions()]
    const saved = await fill(house, at(`/${part}`), organiser, {})
    expect([part, saved.status]).toEqual([part, 303])
    expect([part, await fileOf(house, slug), await versions()]).toEqual([part, ...before])
  }
})

test('a changed original leaves the translation to be read again, and says so; a changed translation is reviewed', async () => {
  await fill(house, at('/texts'), organiser, {
    'title.fr': 'Un autre titre',
    'presentation.es': 'Otra presentación.',
    'objective.fr': 'Durer.',
  })
  expect((await fileOf(house, slug)).title).toEqual({ fr: 'Un autre titre', es: 'Un seminario corto' })
  expect(await stateOf(house, slug, 'title', 'es')).toMatchObject({ stale: true })
  expect(await stateOf(house, slug, 'presentation', 'es')).toMatchObject({
    body: 'Otra presentación.',
    stale: false,
    state: 'reviewed',
  })
  const { html } = await ask(house, `/en${at('/texts').slice(3)}`, organiser)
  expect(html).toContain('To be read again')
  expect(html).toContain('Missing: shown in the source language')
  const overview = await ask(house, `/en${at('').slice(3)}`, organiser)
  expect(overview.html).toContain('1 to read again')
})

test('errors stand beside their field, name it, and keep what was typed', async () => {
  const texts = await fill(house, `/en${at('/texts').slice(3)}`, organiser, {
    'title.fr': ' ',
    'subtitle.es': 'Solo en español',
    'theme.fr': 'x'.repeat(20_001),
  })
  expect(texts.status).toBe(422)
  expect(errorsIn(texts.html)).toEqual([
    'Write “Title” in French too: it is the source language, and the others are its translations.',
    'Write “Subtitle” in French too: it is the source language, and the others are its translations.',
    'Shorten “Theme”: a long text has at most 20,000 characters, a title 300, an explanation 1,000.',
  ])
  expect(texts.html).toContain('Solo en español')
  const where = await fill(house, `/en${at('/when-and-where').slice(3)}`, organiser, {
    date: '2027-02-30',
    'hours.from': 'morning',
    'hours.to': '',
    'venue.address': '',
    'venue.country': 'XX ',
    time_zone: '+01:00',
  })
  expect(where.status).toBe(422)
  expect(errorsIn(where.html)).toEqual([
    '“Day”: enter a day that exists.',
    '“Begins at”: enter a time of the 24-hour clock, such as 9:30.',
    '“Ends at”: enter a time of the 24-hour clock, such as 9:30.',
    'Fill in “Address of the venue”.',
    '“Time zone of the venue”: choose a zone from the list.',
  ])
  expect(where.html).toContain('value="morning"')
  const registration = await fill(house, `/en${at('/registration').slice(3)}`, organiser, {
    'registration.opens.day': '2027-06-20',
    'registration.closes.time': '25:00',
    'registration.perForm': '21',
    'registration.perOrganisation': 'none',
    'registration.offerHours': '0',
    'registration.retention.needs': '-1',
    'registration.changeUntil.day': 'soon',
  })
  expect(errorsIn(registration.html)).toEqual([
    '“Last day to register”: enter a day that exists, and a time such as 18:00.',
    '“Limit per organisation”: enter a whole number, 1 or more, or leave it empty.',
    '“People per form”: enter a whole number from 1 to 20.',
    '“Hours an offer is held”: enter a whole number from 1 to 720.',
    '“Answers can be changed until”: enter a day that exists, and a time such as 18:00.',
    '“Needs are kept (days)”: enter a whole number from 0 to 3,650.',
  ])
  expect((await fileOf(house, slug)).hours).toEqual({ from: '09:00', to: '17:00' })
})

test('what does not fit with another part is told with the name of that part', async () => {
  const moved = await fill(house, `/en${at('/when-and-where').slice(3)}`, organiser, { date: '2027-06-01' })
  expect(moved.status).toBe(422)
  expect(errorsIn(moved.html)).toEqual([
    'Nothing was saved: it does not fit with another part, Registration. “Last day to register”: registration closes before the seminar ends.',
  ])
})

test('lines: one more, one emptied, and an error at the line that was typed', async () => {
  const path = at('/when-and-where')
  const more = await fill(house, path, organiser, { _next: 'add' })
  expect(more.status).toBe(200)
  const fields = fieldsOf(more.html, path)
  expect(fields).toHaveProperty(['venue.access.2.fr'])
  const wrong = await send(house, path, organiser, {
    ...fields,
    'venue.access.0.fr': '',
    'venue.access.2.es': 'Autobús',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('href="#field-venue-access-2-fr"')
  const saved = await send(house, path, organiser, {
    ...fields,
    'venue.access.0.fr': '',
    'venue.access.2.fr': 'Bus',
    'venue.access.2.es': 'Autobús',
  })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, slug)).venue.access).toEqual([{ fr: 'À pied' }, { fr: 'Bus', es: 'Autobús' }])
})

test('two people at two texts of one page, a long one among them: both are saved, and the second is told', async () => {
  const path = at('/texts')
  const long = 'Une phrase qui dure. '.repeat(30).trim()
  await fill(house, path, organiser, { 'objective.fr': long, 'audience.fr': long.toUpperCase() })
  const shown = fieldsOf((await ask(house, path, organiser)).html, path)
  // Long texts are not sent twice.
  expect(String(shown._base)).not.toContain('Une phrase qui dure')
  await fill(house, path, organiser, { 'objective.fr': `${long} Et plus.` })
  const saved = await send(house, path, organiser, { ...shown, 'audience.fr': 'Les villes.' })
  expect(saved.status).toBe(303)
  expect((await ask(house, at(''), saved.cookie)).html).toContain('ses changements sont gardés aussi')
  expect(await fileOf(house, slug)).toMatchObject({
    objective: { fr: `${long} Et plus.` },
    audience: { fr: 'Les villes.' },
  })
  // One that both changed is asked.
  const { _once, ...again } = shown
  const both = await send(house, path, organiser, { ...again, 'objective.fr': 'Court.' })
  expect(_once).toBeDefined()
  expect(both.status).toBe(409)
  expect(both.html).toMatch(/type="radio"[^>]*name="objective\.fr"/)
  expect(both.html).not.toMatch(/type="radio"[^>]*name="audience\.fr"/)
})

test('two people at once: both texts are shown, and neither is lost', async () => {
  const path = at('/texts')
  const shown = await ask(house, path, organiser)
  const mine = { ...fieldsOf(shown.html, path), 'title.fr': 'Le titre de Luz', 'objective.fr': 'Durer.' }
  expect(
    (await fill(house, path, organiser, { 'title.fr': 'Le titre d’Ana', 'audience.fr': 'Les villes.' })).status,
  ).toBe(303)
  const stale = await send(house, path, organiser, mine)
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Le titre de Luz')
  expect(stale.html).toContain('Le titre d’Ana')
  expect((await fileOf(house, slug)).title.fr).toBe('Le titre d’Ana')
  const chosen = fieldsOf(stale.html, path)
  const resolved = await send(house, path, organiser, {
    ...chosen,
    'title.fr': 'Le titre de Luz',
    'objective.fr': 'Durer.',
    'audience.fr': 'Les villes.',
  })
  expect(resolved.status).toBe(303)
  expect(await fileOf(house, slug)).toMatchObject({
    title: { fr: 'Le titre de Luz', es: 'Un seminario corto' },
    objective: { fr: 'Durer.' },
    audience: { fr: 'Les villes.' },
    presentation: { fr: 'Une présentation.', es: 'Una presentación.' },
  })
})

test('two people at different parts do not meet', async () => {
  const path = at('/texts')
  const shown = await ask(house, path, organiser)
  expect((await fill(house, at('/when-and-where'), organiser, { 'hours.to': '18:00' })).status).toBe(303)
  const saved = await send(house, path, organiser, { ...fieldsOf(shown.html, path), 'title.fr': 'Autre' })
  expect(saved.status).toBe(303)
  expect(await fileOf(house, slug)).toMatchObject({ title: { fr: 'Autre' }, hours: { to: '18:00' } })
})

test('the same sending twice saves once', async () => {
  const path = at('/when-and-where')
  const shown = await ask(house, path, organiser)
  const fields = { ...fieldsOf(shown.html, path), 'hours.to': '18:30' }
  const first = await send(house, path, organiser, fields)
  const before = await versions()
  const second = await send(house, path, organiser, fields)
  expect([first.status, second.status]).toEqual([303, 303])
  expect(second.location).toBe(first.location)
  expect(await versions()).toBe(before)
})

test('a language is taken away only when its texts may go; a new one shows up as missing', async () => {
  const path = `/en${at('/languages').slice(3)}`
  const asked = await fill(house, path, organiser, { 'languages[]': ['fr', 'en'] })
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('Remove them')
  expect((await fileOf(house, slug)).title.es).toBe('Un seminario corto')
  const dropped = await send(house, path, organiser, { ...fieldsOf(asked.html, path), 'drop[]': 'yes' })
  expect(dropped.status).toBe(303)
  const file = await fileOf(house, slug)
  expect(file.languages.toSorted()).toEqual(['en', 'fr'])
  expect(file.title).toEqual({ fr: 'Un séminaire court' })
  expect((await ask(house, at('/texts'), organiser)).html).toContain('name="title.en"')
})

test('another source language asks for the texts that are not yet written in it', async () => {
  const path = `/en${at('/languages').slice(3)}`
  const refused = await fill(house, path, organiser, { source: 'es' })
  expect(refused.status).toBe(422)
  expect(errorsIn(refused.html)).toEqual([
    'Before Spanish becomes the source language, these texts need to be written in it: Getting there and Programme.',
  ])
  await fill(house, at('/when-and-where'), organiser, { 'venue.access.0.es': 'Metro 1', 'venue.access.1.es': 'A pie' })
  expect((await fill(house, path, organiser, { source: 'es' })).status).toBe(422)
})

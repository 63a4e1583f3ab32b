import { describe, expect, test } from 'vitest'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { importProgramme, programmeRooms, slotNow } from './slots-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, send, wordsOn } from './support.ts'

openHouse({ rooms: programmeRooms, fresh: { slug: 'ailleurs', make: importProgramme } })

const desk = (path: string) => at(path).replace('/edit/', '/')

describe('from the form of a slot', () => {
  test('a button saves, then leads on; no link in the form leads out of it but the one that gives up', async () => {
    const path = at('slots/part')
    const shown = await ask(house, path, organiser)
    expect(linksIn(shown.html, path)).toEqual([at('programme')])
    for (const [place, location] of [
      ['panel', at('slots/part/panel')],
      ['people', at('people')],
      ['organisations', at('organisations')],
      ['rooms', at('rooms')],
      ['files', desk('programme/documents')],
      ['checks', desk('checks')],
    ] as const) {
      const saved = await fill(house, path, organiser, { 'title.fr': `Titre ${place}`, _next: `go:${place}` })
      expect(saved).toMatchObject({ status: 303, location })
      expect((await slotNow(house, slug, 'part'))?.title.fr).toBe(`Titre ${place}`)
      // Nothing was typed: it leads there all the same, and says nothing.
      const same = await fill(house, path, organiser, { _next: `go:${place}` })
      expect(same).toMatchObject({ status: 303, location, cookie: expect.not.stringContaining('flash') })
    }
  })

  test('a new one is saved too; what is wrong is told first, and everything typed is there', async () => {
    const path = at('slots/~new')
    const typed = { kind: 'talk', 'title.fr': 'Une parole', from: '16:00', to: '15:00', 'method.fr': 'Debout.' }
    const wrong = await fill(house, path, organiser, { ...typed, _next: 'go:people' })
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.html)).toHaveLength(1)
    expect(fieldsOf(wrong.html, path)).toMatchObject(typed)
    const right = { ...fieldsOf(wrong.html, path), to: '17:00', _next: 'go:people' }
    expect(await send(house, path, organiser, right)).toMatchObject({ status: 303, location: at('people') })
    // Sent again, such as by the back button: it leads there, and the slot is there once.
    expect(await send(house, path, organiser, right)).toMatchObject({ status: 303, location: at('people') })
    const found = (await fileOf(house, slug)).programme.slots.filter(({ title }) => title.fr === 'Une parole')
    expect(found).toMatchObject([{ from: '16:00', to: '17:00', method: { fr: 'Debout.' } }])
  })

  test('a place that there is not is none: it is saved, and leads where it usually does', async () => {
    for (const forged of ['go:https://elsewhere.example', 'go:', 'go:toString', 'go:../..']) {
      const saved = await fill(house, at('slots/visit'), organiser, { 'title.fr': `V ${forged}`, _next: forged })
      expect(saved).toMatchObject({ status: 303, location: at('programme') })
    }
    const fresh = { kind: 'talk', 'title.fr': 'Neuf', from: '16:00', to: '17:00', _next: 'go:panel' }
    expect(await fill(house, at('slots/~new'), organiser, fresh)).toMatchObject({ location: at('programme') })
  })

  test('beside what somebody else saved meanwhile, both are kept on the way', async () => {
    const path = at('slots/part')
    const mine = { ...fieldsOf((await ask(house, path, organiser)).html, path), to: '11:45', _next: 'go:panel' }
    await fill(house, path, organiser, { 'title.fr': 'Un autre titre' })
    expect(await send(house, path, organiser, mine)).toMatchObject({ status: 303, location: at('slots/part/panel') })
    expect(await slotNow(house, slug, 'part')).toMatchObject({ to: '11:45', title: { fr: 'Un autre titre' } })
  })
})

describe('from the form of a panel', () => {
  const path = () => at('slots/part/panel')

  test('somebody new is added in between, and the way leads back to the panel', async () => {
    expect(linksIn((await ask(house, path(), organiser)).html, path())).toEqual([at('programme')])
    const saved = await fill(house, path(), organiser, { 'seat.europe-2.state': 'declined', _next: 'go:person' })
    expect(saved).toMatchObject({ status: 303, location: `${at('people/~new')}?back=part` })
    expect((await slotNow(house, slug, 'part'))?.seats[1]).toMatchObject({ state: 'declined' })
    const form = await ask(house, `${at('people/~new')}?back=part`, organiser)
    expect(linksIn(form.html, at('people/~new'))).toEqual([path()])
    const wrong = await send(house, at('people/~new'), organiser, fieldsOf(form.html, at('people/~new')))
    expect(wrong.status).toBe(422)
    const filled = { ...fieldsOf(wrong.html, at('people/~new')), givenName: 'Inès', familyName: 'Marchand' }
    const added = await send(house, at('people/~new'), organiser, filled)
    expect(added).toMatchObject({ status: 303, location: path() })
    expect(wordsOn((await ask(house, path(), organiser)).html)).toContain('Marchand, Inès')
  })

  test('an organisation, and the page of invitations', async () => {
    const saved = await fill(house, path(), organiser, {
      'seat.europe-2.organisation': 'org-a',
      _next: 'go:organisation',
    })
    expect(saved.location).toBe(`${at('organisations/~new')}?back=part`)
    const invited = await fill(house, path(), organiser, {
      'seat.europe-2.organisation': 'org-b',
      _next: 'go:invitations',
    })
    expect(invited.location).toBe(desk('panel'))
    expect((await slotNow(house, slug, 'part'))?.seats[1]).toMatchObject({ organisation: 'org-b' })
    const wrong = await fill(house, path(), organiser, { 'seat.europe-2.region': '', _next: 'go:person' })
    expect(wrong.status).toBe(422)
  })

  test('a way back to no slot of this seminar is none', async () => {
    for (const back of ['nowhere', '//elsewhere.example', 'part/../..', 'part%22%3E']) {
      const form = await ask(house, `${at('people/~new')}?back=${back}`, organiser)
      const fields = { ...fieldsOf(form.html, at('people/~new')), givenName: 'A', familyName: back.slice(0, 4) }
      expect((await send(house, at('people/~new'), organiser, fields)).location).toBe(at('people'))
      const forged = { ...fields, _back: '//elsewhere.example', _once: '' }
      expect((await send(house, at('people/~new'), organiser, forged)).location).toBe(at('people'))
    }
  })
})

/** Where the links within a form lead, but for files that it opens. */
function linksIn(html: string, action: string): string[] {
  const form = html.split('<form').find(one => one.includes(`action="${action}"`)) ?? ''
  return [...form.slice(0, form.indexOf('</form>')).matchAll(/<a href="([^"#]+)"/g)].map(([, href = '']) => href)
}

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withdrawLetter } from '#convene/letters/index.ts'
import { as, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, signedIn, type TestSeminar } from '../registration/acts-support.ts'
import { ask, dayAfter, desk, issued, june, lettersOf, ownPath, rooms, scene } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

const onceIn = (html: string) => /name="_once" value="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the page of letters', () => {
  test('issues to those who are ticked, then to all after a page that says how many; once for one form', async () => {
    const { seminar, cookie, ids } = await scene(house, 3)
    const before = await ask(house, desk(seminar), cookie)
    expect(before.status).toBe(200)
    expect(before.html.match(/type="checkbox"/g)).toHaveLength(3)
    expect(before.html).toContain('Issue all 3 letters')
    // No letter yet: no columns about one.
    expect(before.html).not.toContain('Issued by')
    const send = (fields: Record<string, string>) => house.send(desk(seminar), fields, { headers: { cookie } })
    const once = onceIn(before.html)
    const chosen = { _once: once, do: 'chosen', 'id[]': ids[1] ?? '' }
    for (let press = 0; press < 2; press++) {
      const answer = await send(chosen)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(desk(seminar, '?show=valid'))
    }
    const [first] = await lettersOf(house, seminar)
    expect(await lettersOf(house, seminar)).toHaveLength(1)
    const between = await ask(house, desk(seminar), cookie)
    expect(between.html).toContain(`/pt/desk/seminars/${seminar.slug}/letters/${first?.id}.pdf`)
    expect(between.html).toContain('Omar Office')
    expect(between.html).toContain('6 July 2018'.replace(/ /g, '\u00a0'))
    const asked = await send({ _once: onceIn(between.html), do: 'all' })
    expect(asked.status).toBe(200)
    const page = await asked.text()
    expect(page).toContain('Issue 2 letters?')
    expect(await lettersOf(house, seminar)).toHaveLength(1)
    const sent = await send({ _once: onceIn(page), do: 'listed', told: '2' })
    expect(sent.headers.get('location')).toBe(desk(seminar, '?show=valid'))
    expect(await lettersOf(house, seminar)).toHaveLength(3)
    const after = await ask(house, desk(seminar), cookie)
    expect(after.html).not.toContain('type="checkbox"')
    expect(after.html).not.toContain('id="issue"')
  })

  test('all means the list that is shown, and the number that was told', async () => {
    const { seminar, cookie } = await scene(house, 3)
    const search = `?show=without&text=${encodeURIComponent('nº 2')}`
    const send = (below: string, fields: Record<string, string>) =>
      house.send(desk(seminar, below), fields, { headers: { cookie } })
    expect((await ask(house, desk(seminar, search), cookie)).html).toContain('Issue the 1 letter')
    const page = await (await send(search, { do: 'all' })).text()
    expect(page).toContain('Issue 1 letter?')
    expect(page).toContain('contains “nº 2”')
    for (const told of ['3', '0', '', 'many']) {
      const other = await send(search, { do: 'listed', told })
      expect(other.status).toBe(409)
      expect(await other.text()).toContain('nothing has been issued yet')
    }
    expect(await lettersOf(house, seminar)).toHaveLength(0)
    expect((await send(search, { do: 'listed', told: '1' })).status).toBe(303)
    expect(await lettersOf(house, seminar)).toHaveLength(1)
    expect((await ask(house, desk(seminar, '?show=without&text=2'), cookie)).html).not.toContain('Nº 2')
    for (const show of ['valid', 'withdrawn'])
      expect((await ask(house, desk(seminar, `?show=${show}`), cookie)).html).not.toContain('id="issue"')
  })

  test('an empty list says why it is empty', async () => {
    const { seminar, cookie } = await scene(house, 1)
    const said = async (below: string) => (await ask(house, desk(seminar, below), cookie)).html
    expect(await said('?show=withdrawn')).toContain('No withdrawn letter')
    expect(await said('?show=valid')).toContain('No valid letter')
    expect(await said('?show=withdrawn&text=nobody')).toContain('No letter matches')
  })

  test('nobody ticked: a sentence, and nothing is issued', async () => {
    const { seminar, cookie } = await scene(house, 1)
    const answer = await house.send(desk(seminar), { do: 'chosen' }, { headers: { cookie } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose at least one person')
    expect(await lettersOf(house, seminar)).toHaveLength(0)
  })

  test('before the day there are no boxes, and a form kept from elsewhere is refused with its ticks kept', async () => {
    const { seminar, cookie, ids } = await scene(house, 1)
    await house.setClock(june)
    const early = await ask(house, desk(seminar), cookie)
    expect(early.html).toContain('they can be issued from Thursday 5\u00a0July\u00a02018 on, Paris time')
    expect(early.html).not.toContain('type="checkbox"')
    const sent = await house.send(desk(seminar), { do: 'chosen', 'id[]': ids[0] ?? '' }, { headers: { cookie } })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('they can be issued from')
    expect(await lettersOf(house, seminar)).toHaveLength(0)
  })

  test('finds by name and by state, and tells nothing of names it cannot read', async () => {
    const { seminar, cookie, actor, letters } = await issued(house, 3)
    await withdrawLetter(house, actor, seminar.slug, letters[2]?.id ?? '')
    const rows = async (asked: string) => {
      const { html } = await ask(house, desk(seminar, asked), cookie)
      return [...html.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(found => /Nº \d/.exec(found[1] ?? '')?.[0])
    }
    // Without a letter first, then the letters, the newest first.
    expect(await rows('')).toEqual(['Nº 3', 'Nº 3', 'Nº 2', 'Nº 1'])
    expect(await rows('?show=without')).toEqual(['Nº 3'])
    expect(await rows('?show=valid')).toEqual(['Nº 2', 'Nº 1'])
    expect(await rows('?show=withdrawn')).toEqual(['Nº 3'])
    expect(await rows(`?text=${encodeURIComponent('nº 2')}`)).toEqual(['Nº 2'])
    expect(await rows('?text=PREFEITURA&show=valid&page=1')).toEqual(['Nº 2', 'Nº 1'])
    expect(await rows('?text=%25&page=-3&show=drop')).toEqual([])
  })

  test('withdraws after a page that says what it means', async () => {
    const { seminar, cookie, letter, ids } = await issued(house)
    const at = desk(seminar, `/${letter}/withdraw`)
    const asked = await ask(house, at, cookie)
    expect(asked.html).toContain('Withdraw letter 2018-0001?')
    expect(asked.html).toContain('Ana Nº 1')
    expect((await lettersOf(house, seminar))[0]?.withdrawn_at).toBeNull()
    const sent = await house.send(at, { _once: onceIn(asked.html) }, { headers: { cookie } })
    expect(sent.status).toBe(303)
    expect((await lettersOf(house, seminar))[0]?.withdrawn_at).not.toBeNull()
    expect((await ask(house, ownPath(house, ids[0] ?? ''))).status).toBe(404)
    // Opened again from the history of the browser, it leads back and says so.
    expect((await ask(house, at, cookie)).status).toBe(303)
    expect((await ask(house, desk(seminar), cookie)).html).toContain('withdrawn on 6\u00a0July\u00a02018')
  })

  test('the person is erased: the number stays, the name and the PDF do not', async () => {
    const { seminar, cookie, letter, ids } = await issued(house)
    await as(house.db, job('test'), tx =>
      tx
        .updateTable('person')
        .set({ given_name: null, family_name: null, email: null, erased_at: dayAfter })
        .where(
          'id',
          'in',
          tx
            .selectFrom('registration')
            .select('person_id')
            .where('id', '=', ids[0] ?? ''),
        )
        .execute(),
    )
    const { html } = await ask(house, desk(seminar), cookie)
    expect(html).toContain('erased person')
    expect(html).toContain('2018-0001')
    expect(html).not.toContain('Nº 1')
    expect((await ask(house, desk(seminar, `/${letter}.pdf`), cookie)).status).toBe(404)
    expect((await ask(house, ownPath(house, ids[0] ?? ''))).status).toBe(404)
  })

  test('is for those who look after the people of this seminar', async () => {
    const { seminar, letter } = await issued(house)
    const other = await makeSeminar(house)
    const visitors = [
      (await signedIn(house, 'organiser', other.id)).cookie,
      (await signedIn(house, 'evaluator', seminar.id)).cookie,
      (await signedIn(house, 'translator', seminar.id)).cookie,
      (await signedIn(house, null, seminar.id)).cookie,
    ]
    const gets = ['', `/${letter}.pdf`, `/${letter}/withdraw`]
    for (const cookie of visitors) {
      for (const below of gets) {
        const { status, html } = await ask(house, desk(seminar, below), cookie)
        expect(status).toBe(403)
        expect(html).not.toMatch(/Nº 1|2018-0001/)
      }
      for (const below of ['', `/${letter}/withdraw`]) {
        const sent = await house.send(desk(seminar, below), { do: 'all' }, { headers: { cookie } })
        expect(sent.status).toBe(403)
      }
    }
    for (const below of gets)
      expect((await ask(house, desk(seminar, below))).headers.get('location')).toMatch(/sign-in/)
    expect(await lettersOf(house, seminar)).toMatchObject([{ withdrawn_at: null }])
    const internal = await makeSeminar(house, { visibility: 0 })
    expect((await ask(house, desk(internal), visitors[0])).status).toBe(404)
  })

  test('asks the database as often for three rows as for one', async () => {
    const one = await issued(house, 1)
    const three = await issued(house, 3)
    const asked = async (seminar: TestSeminar, cookie: string) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      expect((await ask(house, desk(seminar), cookie)).status).toBe(200)
      const statements = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
      spy.mockRestore()
      return statements.filter(text => /^\s*(select|with|insert|update|delete)/i.test(text)).length
    }
    const first = await asked(one.seminar, one.cookie)
    expect(await asked(three.seminar, three.cookie)).toBe(first)
    // Reading the session 3; seminar and title 2; counts 1, rows 1.
    expect(first).toBe(7)
  })
})

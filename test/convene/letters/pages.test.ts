import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { issueLetters, lettersMails, withdrawLetter } from '#convene/letters/index.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, query, registered, signedIn, type TestSeminar } from '../registration/acts-support.ts'
import { dayAfter, june, lettersOf, mailsOf, people, rooms } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(async () => {
  await house.close()
  await closeDocuments()
})

const desk = (seminar: TestSeminar, below = '') => `/en/desk/seminars/${seminar.slug}/letters${below}`
const ask = async (path: string, cookie?: string) => {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const pdfAt = async (path: string, cookie?: string) => {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return { headers: response.headers, read: await readPdf(Buffer.from(await response.arrayBuffer())) }
}
const ownPath = (registration: string, l = 'pt') =>
  `/${l}/me/${house.keys.sign('registration', registration)}/letter.pdf`

async function scene(count: number) {
  await house.setClock(june)
  const seminar = await makeSeminar(house, { capacity: 50 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  const ids = await people(house, seminar, count)
  return { seminar, cookie, ids, actor: person(personId) }
}
async function issued(count = 1) {
  const made = await scene(count)
  await issueLetters(house, made.actor, made.seminar.slug, 'all')
  const letters = await lettersOf(house, made.seminar)
  return { ...made, letters, letter: letters[0]?.id ?? '' }
}
const onceIn = (html: string) => /name="_once" value="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the PDF', () => {
  test('says who took part in what, when, where, which number, and how to check it', async () => {
    const { seminar, ids } = await issued()
    const { headers, read } = await pdfAt(ownPath(ids[0] ?? ''))
    expect(read).toMatchObject({ language: 'pt-BR', tagged: true, archive: { part: '3', conformance: 'B' }, pages: 1 })
    expect(read.title).toContain('2018-0001')
    for (const said of [
      'Carta de participação',
      'Ana Nº 1',
      'Prefeitura de Rio Claro',
      'Equipe de um governo local',
      'Vers une action durable',
      'quinta-feira, 5 de julho de 2018',
      '9h – 17h30, hora de Paris',
      'Hôtel de Ville, 5 rue Lobau, 75004 Paris',
      'sexta-feira, 6 de julho de 2018',
      'pela organização do seminário',
      'seminaire@example.org',
      `/pt/seminars/${seminar.slug}`,
    ])
      expect(read.text.replaceAll('\u00a0', ' ')).toContain(said)
    expect(read.text).not.toContain('Demonstração')
    expect(headers.get('content-disposition')).toContain('carta-de-participacao-2018-0001.pdf')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('in each of the four languages, that of the page', async () => {
    const { ids, seminar, letter, cookie } = await issued()
    const headings = { fr: 'Lettre de participation', es: 'Carta de participación', en: 'Attendance letter' }
    for (const [l, heading] of Object.entries(headings)) {
      expect((await pdfAt(ownPath(ids[0] ?? '', l))).read.text).toContain(heading)
      const office = await pdfAt(`/${l}/desk/seminars/${seminar.slug}/letters/${letter}.pdf`, cookie)
      expect(office.read.text).toContain(heading)
    }
  })

  test('names the organisers, and says that it is a demonstration where the seminar is one', async () => {
    const { seminar, ids } = await issued()
    const organisation = randomUUID()
    await as(house.db, job('test'), async tx => {
      await tx
        .insertInto('organisation')
        .values({
          id: organisation,
          space_id: seminar.network,
          visibility: 2,
          key: null,
          short_name: 'RdD',
          kind: 'network',
          country: null,
          territory_id: null,
          website: null,
        })
        .execute()
      await tx
        .insertInto('seminar_organisation')
        .values({ seminar_id: seminar.id, organisation_id: organisation, role: 'organiser', position: 1 })
        .execute()
      const text = (table: string, id: string, field: string, fr: string) => ({
        table,
        id,
        field,
        source: 'fr' as const,
        bodies: { fr },
      })
      await writeTexts(tx, [
        text('organisation', organisation, 'name', 'Réseau de démonstration des villes'),
        text('seminar', seminar.id, 'demonstration', 'Tout est inventé.'),
      ])
    })
    const { read } = await pdfAt(ownPath(ids[0] ?? '', 'fr'))
    expect(read.text).toContain('RdD')
    expect(read.text).toContain('Réseau de démonstration des villes')
    expect(read.text).toMatch(/Démonstration\s?: personne n’a délivré cette lettre/)
  })

  test('is the same file each time, whoever opens it', async () => {
    const { ids, letter, seminar, cookie } = await issued()
    const bytes = async (path: string, given?: string) =>
      Buffer.from(await (await house.ask(path, given ? { headers: { cookie: given } } : {})).arrayBuffer())
    const first = await bytes(ownPath(ids[0] ?? '', 'en'))
    await house.setClock('2018-09-01T09:00:00Z')
    expect((await bytes(ownPath(ids[0] ?? '', 'en'))).equals(first)).toBe(true)
    expect((await bytes(desk(seminar, `/${letter}.pdf`), cookie)).equals(first)).toBe(true)
  })

  test('of a withdrawn letter there is none, by link or at the desk', async () => {
    const { seminar, ids, letter, actor, cookie } = await issued()
    await withdrawLetter(house, actor, seminar.slug, letter)
    const own = await ask(ownPath(ids[0] ?? '', 'en'))
    expect(own.status).toBe(404)
    expect(own.html).toContain('There is no valid letter at this address')
    expect((await ask(desk(seminar, `/${letter}.pdf`), cookie)).status).toBe(404)
  })

  test('stays with who took part when the seminar is public no more', async () => {
    const { seminar, ids } = await issued()
    await query(house, 'update perenne.space set visibility = 0 where id = $1', [seminar.id])
    await query(house, 'update perenne.seminar set visibility = 0 where id = $1', [seminar.id])
    expect((await pdfAt(ownPath(ids[0] ?? ''))).read.text).toContain('Ana Nº 1')
  })

  test('forged, foreign or cut links open nothing', async () => {
    const { seminar, ids, letter, cookie } = await issued(2)
    const mine = house.keys.sign('registration', ids[0] ?? '')
    const paths = [
      `/en/me/${ids[0]}/letter.pdf`,
      `/en/me/${mine.slice(0, -1)}/letter.pdf`,
      `/en/me/${house.keys.sign('sign-in', ids[0] ?? '')}/letter.pdf`,
      `/en/me/${ids[1]}.${mine.split('.')[1]}/letter.pdf`,
      `/en/me/${house.keys.sign('registration', letter)}/letter.pdf`,
      `/en/me/${house.keys.sign('registration', randomUUID())}/letter.pdf`,
    ]
    for (const path of paths) expect((await ask(path)).status).toBe(404)
    const none = await scene(1)
    expect((await ask(ownPath(none.ids[0] ?? ''))).status).toBe(404)
    for (const file of [`${randomUUID()}.pdf`, letter, `${letter}.PDF`, 'x.pdf', '..%2Fx.pdf'])
      expect((await ask(desk(seminar, `/${file}`), cookie)).status).toBe(404)
    const other = await issued()
    expect((await ask(desk(seminar, `/${other.letter}.pdf`), cookie)).status).toBe(404)
  })
})

describe('the page of letters', () => {
  test('issues to those who are ticked, then to all; says what happened; once for one form', async () => {
    const { seminar, cookie, ids } = await scene(3)
    const before = await ask(desk(seminar), cookie)
    expect(before.status).toBe(200)
    expect(before.html.match(/type="checkbox"/g)).toHaveLength(3)
    expect(before.html).toContain('Issue all 3 letters')
    const send = (fields: Record<string, string>) => house.send(desk(seminar), fields, { headers: { cookie } })
    const once = onceIn(before.html)
    const chosen = { _once: once, do: 'chosen', 'id[]': ids[1] ?? '' }
    for (let press = 0; press < 2; press++) {
      const answer = await send(chosen)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(desk(seminar))
    }
    const [first] = await lettersOf(house, seminar)
    expect(await lettersOf(house, seminar)).toHaveLength(1)
    const between = await ask(desk(seminar), cookie)
    expect(between.html).toContain(`/pt/desk/seminars/${seminar.slug}/letters/${first?.id}.pdf`)
    expect(between.html).toContain('Omar Office')
    expect(between.html).toContain('6 July 2018'.replace(/ /g, '\u00a0'))
    expect((await send({ _once: onceIn(between.html), do: 'all' })).status).toBe(303)
    expect(await lettersOf(house, seminar)).toHaveLength(3)
    const after = await ask(desk(seminar), cookie)
    expect(after.html).not.toContain('type="checkbox"')
    expect(after.html).not.toContain('id="issue"')
  })

  test('nobody ticked: a sentence, and nothing is issued', async () => {
    const { seminar, cookie } = await scene(1)
    const answer = await house.send(desk(seminar), { do: 'chosen' }, { headers: { cookie } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose at least one person')
    expect(await lettersOf(house, seminar)).toHaveLength(0)
  })

  test('before the day there are no boxes, and a form kept from elsewhere is refused with its ticks kept', async () => {
    const { seminar, cookie, ids } = await scene(1)
    await house.setClock(june)
    const early = await ask(desk(seminar), cookie)
    expect(early.html).toContain('they can be issued from Thursday 5\u00a0July\u00a02018 on, Paris time')
    expect(early.html).not.toContain('type="checkbox"')
    const sent = await house.send(desk(seminar), { do: 'chosen', 'id[]': ids[0] ?? '' }, { headers: { cookie } })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('they can be issued from')
    expect(await lettersOf(house, seminar)).toHaveLength(0)
  })

  test('finds by name and by state, and tells nothing of names it cannot read', async () => {
    const { seminar, cookie, actor, letters } = await issued(3)
    await withdrawLetter(house, actor, seminar.slug, letters[2]?.id ?? '')
    const rows = async (asked: string) => {
      const { html } = await ask(desk(seminar, asked), cookie)
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
    const { seminar, cookie, letter, ids } = await issued()
    const at = desk(seminar, `/${letter}/withdraw`)
    const asked = await ask(at, cookie)
    expect(asked.html).toContain('Withdraw letter 2018-0001?')
    expect(asked.html).toContain('Ana Nº 1')
    expect((await lettersOf(house, seminar))[0]?.withdrawn_at).toBeNull()
    const sent = await house.send(at, { _once: onceIn(asked.html) }, { headers: { cookie } })
    expect(sent.status).toBe(303)
    expect((await lettersOf(house, seminar))[0]?.withdrawn_at).not.toBeNull()
    expect((await ask(ownPath(ids[0] ?? ''))).status).toBe(404)
    // Opened again from the history of the browser, it leads back and says so.
    expect((await ask(at, cookie)).status).toBe(303)
    expect((await ask(desk(seminar), cookie)).html).toContain('withdrawn on 6\u00a0July\u00a02018')
  })

  test('the person is erased: the number stays, the name and the PDF do not', async () => {
    const { seminar, cookie, letter, ids } = await issued()
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
    const { html } = await ask(desk(seminar), cookie)
    expect(html).toContain('erased person')
    expect(html).toContain('2018-0001')
    expect(html).not.toContain('Nº 1')
    expect((await ask(desk(seminar, `/${letter}.pdf`), cookie)).status).toBe(404)
    expect((await ask(ownPath(ids[0] ?? ''))).status).toBe(404)
  })

  test('is for those who look after the people of this seminar', async () => {
    const { seminar, letter } = await issued()
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
        const { status, html } = await ask(desk(seminar, below), cookie)
        expect(status).toBe(403)
        expect(html).not.toMatch(/Nº 1|2018-0001/)
      }
      for (const below of ['', `/${letter}/withdraw`]) {
        const sent = await house.send(desk(seminar, below), { do: 'all' }, { headers: { cookie } })
        expect(sent.status).toBe(403)
      }
    }
    for (const below of gets) expect((await ask(desk(seminar, below))).headers.get('location')).toMatch(/sign-in/)
    expect(await lettersOf(house, seminar)).toMatchObject([{ withdrawn_at: null }])
    const internal = await makeSeminar(house, { visibility: 0 })
    expect((await ask(desk(internal), visitors[0])).status).toBe(404)
  })

  test('asks the database as often for three rows as for one', async () => {
    const one = await issued(1)
    const three = await issued(3)
    const asked = async (seminar: TestSeminar, cookie: string) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      expect((await ask(desk(seminar), cookie)).status).toBe(200)
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

describe('the mail', () => {
  const template = lettersMails['attendance-letter']
  const words = async (id: string, letter: string, locale: 'fr' | 'pt' | 'en' = 'pt') =>
    as(house.db, job('mail'), tx =>
      // biome-ignore lint/style/noNonNullAssertion: the test is about this template.
      template!.words(house, tx, { registration: id, letter }, locale, {
        id: randomUUID(),
        givenName: 'Ana',
        familyName: 'Duarte',
        email: 'ana@example.org',
      }),
    )

  test('brings the number and the person’s own link, which opens their letter', async () => {
    const { seminar, ids, letter } = await issued()
    const [mail] = await mailsOf(house, seminar)
    expect(mail?.data).toEqual({ registration: ids[0], letter })
    const said = await words(ids[0] ?? '', letter)
    expect(said?.subject).toContain('Vers une action durable')
    expect(said?.paragraphs.join(' ')).toContain('2018-0001')
    const path = new URL(said?.action?.url ?? '').pathname
    expect((await pdfAt(path)).read.text).toContain('Ana Nº 1')
  })

  test('does not leave for a letter that was withdrawn, or that is not there', async () => {
    const { seminar, ids, letter, actor } = await issued()
    await withdrawLetter(house, actor, seminar.slug, letter)
    expect(await words(ids[0] ?? '', letter)).toBeNull()
    expect(await words(ids[0] ?? '', randomUUID())).toBeNull()
  })

  test('is written to the one address of the registration', async () => {
    await house.setClock(june)
    const seminar = await makeSeminar(house)
    const { personId } = await signedIn(house, 'organiser', seminar.id)
    const id = await registered(house, seminar, { language: 'fr', email: 'une@example.org' })
    await house.setClock(dayAfter)
    await issueLetters(house, person(personId), seminar.slug, [id])
    const [mail] = await mailsOf(house, seminar)
    expect(mail?.language).toBe('fr')
  })
})

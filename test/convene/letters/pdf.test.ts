import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueLetters, lettersMails, withdrawLetter } from '#convene/letters/index.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, query, registered, signedIn } from '../registration/acts-support.ts'
import { ask, dayAfter, desk, issued, june, mailsOf, ownPath, rooms, scene } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(async () => {
  await house.close()
  await closeDocuments()
})

const pdfAt = async (path: string, cookie?: string) => {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return { headers: response.headers, read: await readPdf(Buffer.from(await response.arrayBuffer())) }
}

describe('the PDF', () => {
  test('never breaks an address of mail at its hyphen, wherever the line ends', async () => {
    const { seminar, ids } = await issued(house)
    const address = 'reseau-de-l-amerique-latine-et-d-europe@villes-partenaires.example.org'
    // Longer and longer before it, so that each part of the address comes to the end of a line.
    for (const before of [1, 12, 25, 38]) {
      await query(house, 'update perenne.seminar_contact set email = $2 where seminar_id = $1', [
        seminar.id,
        `${'x'.repeat(before)}@a.example.org, ${address}`,
      ])
      const { read } = await pdfAt(ownPath(house, ids[0] ?? ''))
      expect(read.text).toContain(address)
    }
  })

  test('says who took part in what, when, where, which number, and how to check it', async () => {
    const { seminar, ids } = await issued(house)
    const { headers, read } = await pdfAt(ownPath(house, ids[0] ?? ''))
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
    const { ids, seminar, letter, cookie } = await issued(house)
    const headings = { fr: 'Lettre de participation', es: 'Carta de participación', en: 'Attendance letter' }
    for (const [l, heading] of Object.entries(headings)) {
      expect((await pdfAt(ownPath(house, ids[0] ?? '', l))).read.text).toContain(heading)
      const office = await pdfAt(`/${l}/desk/seminars/${seminar.slug}/letters/${letter}.pdf`, cookie)
      expect(office.read.text).toContain(heading)
    }
  })

  test('names the organisers, and says that it is a demonstration where the seminar is one', async () => {
    const { seminar, ids } = await issued(house)
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
    const { read } = await pdfAt(ownPath(house, ids[0] ?? '', 'fr'))
    expect(read.text).toContain('RdD')
    expect(read.text).toContain('Réseau de démonstration des villes')
    expect(read.text).toMatch(/Démonstration\s?: personne n’a délivré cette lettre/)
  })

  test('is the same file each time, whoever opens it', async () => {
    const { ids, letter, seminar, cookie } = await issued(house)
    const bytes = async (path: string, given?: string) =>
      Buffer.from(await (await house.ask(path, given ? { headers: { cookie: given } } : {})).arrayBuffer())
    const first = await bytes(ownPath(house, ids[0] ?? '', 'en'))
    await house.setClock('2018-09-01T09:00:00Z')
    expect((await bytes(ownPath(house, ids[0] ?? '', 'en'))).equals(first)).toBe(true)
    expect((await bytes(desk(seminar, `/${letter}.pdf`), cookie)).equals(first)).toBe(true)
  })

  test('of a withdrawn letter there is none, by link or at the desk', async () => {
    const { seminar, ids, letter, actor, cookie } = await issued(house)
    await withdrawLetter(house, actor, seminar.slug, letter)
    const own = await ask(house, ownPath(house, ids[0] ?? '', 'en'))
    expect(own.status).toBe(404)
    expect(own.html).toContain('There is no valid letter at this address')
    expect((await ask(house, desk(seminar, `/${letter}.pdf`), cookie)).status).toBe(404)
  })

  test('stays with who took part when the seminar is public no more', async () => {
    const { seminar, ids } = await issued(house)
    await query(house, 'update perenne.space set visibility = 0 where id = $1', [seminar.id])
    await query(house, 'update perenne.seminar set visibility = 0 where id = $1', [seminar.id])
    expect((await pdfAt(ownPath(house, ids[0] ?? ''))).read.text).toContain('Ana Nº 1')
  })

  test('forged, foreign or cut links open nothing', async () => {
    const { seminar, ids, letter, cookie } = await issued(house, 2)
    const mine = house.keys.sign('registration', ids[0] ?? '')
    const paths = [
      `/en/me/${ids[0]}/letter.pdf`,
      `/en/me/${mine.slice(0, -1)}/letter.pdf`,
      `/en/me/${house.keys.sign('sign-in', ids[0] ?? '')}/letter.pdf`,
      `/en/me/${ids[1]}.${mine.split('.')[1]}/letter.pdf`,
      `/en/me/${house.keys.sign('registration', letter)}/letter.pdf`,
      `/en/me/${house.keys.sign('registration', randomUUID())}/letter.pdf`,
    ]
    for (const path of paths) expect((await ask(house, path)).status).toBe(404)
    const none = await scene(house, 1)
    expect((await ask(house, ownPath(house, none.ids[0] ?? ''))).status).toBe(404)
    for (const file of [`${randomUUID()}.pdf`, letter, `${letter}.PDF`, 'x.pdf', '..%2Fx.pdf'])
      expect((await ask(house, desk(seminar, `/${file}`), cookie)).status).toBe(404)
    const other = await issued(house)
    expect((await ask(house, desk(seminar, `/${other.letter}.pdf`), cookie)).status).toBe(404)
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
    const { seminar, ids, letter } = await issued(house)
    const [mail] = await mailsOf(house, seminar)
    expect(mail?.data).toEqual({ registration: ids[0], letter })
    const said = await words(ids[0] ?? '', letter)
    expect(said?.subject).toContain('Vers une action durable')
    expect(said?.paragraphs.join(' ')).toContain('2018-0001')
    const path = new URL(said?.action?.url ?? '').pathname
    expect((await pdfAt(path)).read.text).toContain('Ana Nº 1')
  })

  test('does not leave for a letter that was withdrawn, or that is not there', async () => {
    const { seminar, ids, letter, actor } = await issued(house)
    await withdrawLetter(house, actor, seminar.slug, letter)
    expect(await words(ids[0] ?? '', letter)).toBeNull()
    expect(await words(ids[0] ?? '', randomUUID())).toBeNull()
  })

  test('is in the language that the person registered in', async () => {
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

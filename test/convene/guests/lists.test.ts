import { afterEach, describe, expect, test } from 'vitest'
import { goOnWithImports, importList } from '#convene/guests/acts/import-list.ts'
import { undoList } from '#convene/guests/acts/undo-list.ts'
import { guestJobs } from '#convene/guests/index.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { register as registerByForm, registerFor } from '#convene/registration/acts/register.ts'
import { person } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import { ask, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import {
  answers,
  count,
  disagreements,
  makeSeminar,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from '../registration/support.ts'
import { atRest, csv, formOf, guest, guestRooms, headings, upload, workbookByHand, xlsx } from './support.ts'

// What happens in the middle of taking a list back.
let meanwhile: NonNullable<Room['beforeErasing']> = async () => {}
openHouse([...guestRooms, { name: 'meanwhile', routes: [], beforeErasing: (...told) => meanwhile(...told) }])
afterEach(() => atRest(house))

const at = ({ slug }: Pick<TestSeminar, 'slug'>, below = '') => `/en/desk/seminars/${slug}/guests${below}`

async function organised(given: Parameters<typeof makeSeminar>[1] = {}) {
  const seminar = await makeSeminar(house, given)
  return { seminar, ...(await signedIn(house, 'organiser', seminar.id)) }
}

const rowsOf = (n: number) => Array.from({ length: n }, (_, index) => guest(index + 1))

async function look(
  seminar: TestSeminar,
  cookie: string,
  bytes: Uint8Array<ArrayBuffer>,
  fields = {},
  name = 'guests.xlsx',
) {
  const sent = await upload(house, at(seminar), cookie, { name, bytes }, fields)
  if (sent.status !== 303) throw new Error(`${sent.status}: ${wordsOn(sent.html).slice(0, 400)}`)
  const page = await ask(house, sent.location, cookie)
  return { path: sent.location, id: sent.location.split('/').at(-1) ?? '', html: page.html, words: wordsOn(page.html) }
}

/** Presses the button that registers, and waits until everybody is. */
async function register(path: string, cookie: string, html: string, fields: Record<string, string> = {}) {
  const sent = await send(house, path, cookie, { ...formOf(html, 'import'), ...fields })
  await atRest(house)
  return { ...sent, words: wordsOn(sent.html) }
}

describe('looking at a list', () => {
  test('every error by its cell, what will happen to the others, and nothing is written', async () => {
    const { seminar, cookie } = await organised({ capacity: 2 })
    await registered(house, seminar, { givenName: 'Guest', familyName: 'Number 1', email: 'guest1@example.org' })
    const { words, id } = await look(
      seminar,
      cookie,
      await xlsx([
        headings,
        guest(1),
        guest(2),
        guest(3),
        guest(3),
        guest(5, { 'E-mail': 'ana@' }),
        guest(6, { Country: 'Brazill', Organisation: '12,5' }),
        guest(7, { Country: 'Atlantis', Category: '' }),
      ]),
    )
    expect(words).toMatch(
      /New, with a place 1 New, on the waiting list 2 Registered already: nothing happens 1 Rows with an error 2/,
    )
    expect(words).toMatch(/Rows that repeat a person of the list 1/)
    expect(words).toMatch(/C6 error “ana@” is not a mail address\. Did you mean “ana@example\.org”\?/)
    expect(words).toMatch(/F8 error “Atlantis” is not a country we know\./)
    expect(words).toMatch(/D8 error No category\./)
    expect(words).toMatch(/F7 look at it “Brazill” is read as Brazil\./)
    expect(words).toMatch(/E7 look at it “12,5” looks like a number: kept as the text it is\./)
    expect(words).toMatch(/5 look at it The same person as in row 4/)
    expect(words).toMatch(/2 look at it Registered already \(confirmed\)/)
    expect(words).toMatch(/The first 6 rows, as they will be read/)
    expect(words).toMatch(/guest3@example\.org .*?waits, rank 1/)
    expect(await count(house, seminar.id)).toMatchObject({ people: 1, mails: 1 })

    // Names stand in one table only: what waits says nothing without the key of the installation.
    const [kept] = await query<{ waiting: Buffer }>(house, 'select waiting from perenne.guest_list where id = $1', [id])
    expect(kept?.waiting.length).toBeGreaterThan(100)
    for (const word of ['Guest', 'guest2', 'example.org']) expect(kept?.waiting.includes(word)).toBe(false)
    expect(kept?.waiting.subarray(0, 64).includes(Buffer.from([0x1f, 0x8b]))).toBe(false)
  })

  test('a text table is read the same, whatever its separator', async () => {
    const { seminar, cookie } = await organised()
    const text = [
      'Prénom;Nom;Courriel;Organisation;Pays;Catégorie',
      'Ana;Prado;ana@example.org;Ville;France;élue',
    ].join('\r\n')
    const { words } = await look(seminar, cookie, new TextEncoder().encode(text), {}, 'liste.csv')
    expect(words).toMatch(/New, with a place 1 /)
    expect(words).toMatch(/Ana Prado ana@example\.org Elected member Ville France Français gets a place/)
  })

  test('an empty list to fill in is recognised in each language, as a workbook and as text', async () => {
    const { seminar, cookie } = await organised()
    for (const locale of ['fr', 'es', 'pt', 'en']) {
      for (const format of ['csv', 'xlsx']) {
        const response = await house.ask(`/${locale}/desk/seminars/${seminar.slug}/guests/template.${format}`, {
          headers: { cookie },
        })
        expect(response.status).toBe(200)
        const bytes = new Uint8Array(await response.arrayBuffer())
        const { words } = await look(seminar, cookie, bytes, {}, `list.${format}`)
        expect(words, `${locale} ${format}`).not.toContain('Something is in no column')
        expect(words).toContain('No person in this list')
      }
    }
  })

  test('merged headings are told, said by hand, and what was said counts for the corrected list', async () => {
    const { seminar, cookie } = await organised()
    const merged = await workbookByHand(
      [
        ['Liste des invités 2018', '', '', ''],
        ['Personne', '', 'Courriel', 'Organisation'],
        ['Ana', 'Prado', 'ana@', 'Rio Claro'],
        ['Luis', 'Vega', 'luis@example.org', ''],
      ],
      ['A1:D1', 'A2:B2', 'D3:D4'],
    )
    const first = await look(seminar, cookie, merged)
    expect(first.words).toContain('We found no column for: Given name · Family name · Category · Country.')
    expect(first.words).toContain('A2:B2 “Personne”')
    const columns = await ask(house, `${first.path}/columns`, cookie)
    expect(wordsOn(columns.html)).toContain('A2:B2 is one merged heading: say what this column holds')
    const form = formOf(columns.html, 'columns')
    const twice = await send(house, `${first.path}/columns`, cookie, {
      ...form,
      'column-1': 'familyName',
      'column-2': 'familyName',
    })
    expect(twice.status).toBe(422)
    expect(wordsOn(twice.html)).toContain('Column A holds this already.')
    expect(formOf(twice.html, 'columns')).toMatchObject({ 'column-1': 'familyName', 'column-2': 'familyName' })
    const said = { ...form, 'column-1': 'givenName', 'column-2': 'familyName', category: 'staff', country: 'BR' }
    expect((await send(house, `${first.path}/columns`, cookie, said)).location).toBe(first.path)
    const looked = wordsOn((await ask(house, first.path, cookie)).html)
    expect(looked).toMatch(/C3 error “ana@” is not a mail address\. Did you mean “ana@example\.org”\?/)
    expect(looked).toMatch(/D3 look at it One merged cell for rows 3 to 4: “Rio Claro” is read in each of them\./)

    const corrected = await workbookByHand(
      [
        ['Liste des invités 2018', '', '', ''],
        ['Personne', '', 'Courriel', 'Organisation'],
        ['Ana', 'Prado', 'ana@example.org', 'Rio Claro'],
        ['Luis', 'Vega', 'luis@example.org', ''],
      ],
      ['A1:D1', 'A2:B2', 'D3:D4'],
    )
    const second = await look(seminar, cookie, corrected, { instead: first.id })
    expect(second.words).toMatch(/New, with a place 2 /)
    // The one before is gone.
    expect((await ask(house, first.path, cookie)).status).toBe(404)
  })

  test('a sheet and a row of headings are chosen', async () => {
    const { seminar, cookie } = await organised()
    const { inOnePiece, writeXlsx } = await import('#ground/sheets/index.ts')
    const bytes = await inOnePiece(
      writeXlsx([
        {
          name: 'Notes',
          rows: [
            ['Name', 'Mail'],
            ['x', 'y'],
          ],
        },
        { name: 'People', rows: [headings, guest(1)] },
        { name: 'Others', rows: [['skip this'], headings, guest(2), guest(3)] },
      ]),
    )
    const { path, words } = await look(seminar, cookie, bytes)
    expect(words).toMatch(/Sheet People/)
    const form = formOf((await ask(house, `${path}/columns`, cookie)).html, 'sheet')
    expect(form).toMatchObject({ sheet: '1', headingRow: '1' })
    const wrong = await send(house, `${path}/columns`, cookie, { ...form, headingRow: 'two' })
    expect(wrong.status).toBe(422)
    await send(house, `${path}/columns`, cookie, { ...form, sheet: '2' })
    expect(wordsOn((await ask(house, path, cookie)).html)).toMatch(/New, with a place 2 .*in row 2/)
    const again = formOf((await ask(house, `${path}/columns`, cookie)).html, 'sheet')
    await send(house, `${path}/columns`, cookie, { ...again, headingRow: '0' })
    expect(wordsOn((await ask(house, path, cookie)).html)).toContain('We found no column for')
  })
})

describe('files that are not taken', () => {
  const zip = (name: string) => new TextEncoder().encode(`PK\x03\x04${name}`)
  test.each([
    [
      'a program that is called guests.xlsx',
      Buffer.from(`MZ\x90\0\x03\0\0\0${'\0'.repeat(300)}`),
      'This file is a program',
    ],
    ['a broken archive', zip('x'), 'cannot be read to its end'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'neither a workbook (XLSX) nor a text table (CSV)'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'in an older format'],
    ['spaces', Buffer.from('  \n \n'), 'The file is empty'],
  ])('%s', async (_, bytes, sentence) => {
    const { seminar, cookie } = await organised()
    const sent = await upload(house, at(seminar), cookie, { name: 'guests.xlsx', bytes: new Uint8Array(bytes) })
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain(sentence)
    expect(await query(house, 'select * from perenne.guest_list where seminar_id = $1', [seminar.id])).toEqual([])
  })

  test('no file at all', async () => {
    const { seminar, cookie } = await organised()
    const sent = await upload(house, at(seminar), cookie, { name: '', bytes: new Uint8Array() })
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain('Choose the file of the list.')
  })

  test('50,000 rows: refused in a clear sentence, without taking the memory of the machine', async () => {
    const { seminar, cookie } = await organised()
    const rows = [headings, ...rowsOf(50_000)]
    for (const [name, bytes] of [
      ['many.xlsx', await xlsx(rows)],
      ['many.csv', await csv(rows)],
    ] as const) {
      globalThis.gc?.()
      const before = process.memoryUsage().rss
      const sent = await upload(house, at(seminar), cookie, { name, bytes })
      expect(sent.status).toBe(422)
      expect(wordsOn(sent.html)).toContain('more rows than we take: 20,000 people at most')
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
    }
    expect(await query(house, 'select * from perenne.guest_list where seminar_id = $1', [seminar.id])).toEqual([])
  })
})

describe('registering a list', () => {
  test('all rows or none, unless the wrong ones are left out; in the order of the rows, never over the capacity', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 2 })
    const list = await xlsx([headings, guest(1), guest(2, { 'E-mail': 'x' }), guest(3), guest(4)])
    const { path, html, id } = await look(seminar, cookie, list)
    const none = await register(path, cookie, html, { tell: 'yes' })
    expect(none.status).toBe(422)
    expect(none.words).toContain('1 row has an error, and nobody was registered.')
    expect(await count(house, seminar.id)).toMatchObject({ people: 0, mails: 0 })

    const done = await register(path, cookie, none.html, { 'skip[]': 'yes' })
    expect(done.location).toBe(path)
    expect(await count(house, seminar.id)).toMatchObject({ taken: 2, confirmed: 2, waiting: 1, mails: 3 })
    const rows = await query(
      house,
      `select p.email, r.state, r.origin, r.guest_list_id = $2 as of_list, r.delegation_id,
         (select count(*)::int from perenne.registration_consent c where c.registration_id = r.id) as consents
       from perenne.registration r join perenne.person p on p.id = r.person_id where r.seminar_id = $1 order by r.line`,
      [seminar.id, id],
    )
    const as = (email: string, state: string) => ({
      email,
      state,
      origin: 'import',
      of_list: true,
      delegation_id: null,
      consents: 0,
    })
    expect(rows).toEqual([
      as('guest1@example.org', 'confirmed'),
      as('guest3@example.org', 'confirmed'),
      as('guest4@example.org', 'waiting'),
    ])
    expect(await disagreements(house, seminar.id)).toEqual([])
    expect(
      await query(house, 'select what, detail, actor_id from perenne.noted_act where space_id = $1', [seminar.id]),
    ).toEqual([{ what: 'guest-list-imported', detail: { list: id, registered: 3 }, actor_id: personId }])
    expect(await query(house, 'select waiting from perenne.guest_list where id = $1', [id])).toEqual([
      { waiting: null },
    ])
    const page = wordsOn((await ask(house, path, cookie)).html)
    expect(page).toContain('3 people of this list registered.')
    expect(page).toMatch(/Guest Number 1 confirmed untouched/)
  })

  test('the same file twice changes nothing', async () => {
    const { seminar, cookie } = await organised()
    const file = await xlsx([headings, guest(1), guest(2)])
    const first = await look(seminar, cookie, file)
    // Sent again while it waits, it is the same list.
    expect((await look(seminar, cookie, file)).path).toBe(first.path)
    await register(first.path, cookie, first.html)
    const before = await query(house, 'select * from perenne.registration where seminar_id = $1 order by line', [
      seminar.id,
    ])
    const second = await look(seminar, cookie, file)
    expect(second.words).toMatch(/This very file was registered on 5 June 2018/)
    expect(second.words).toMatch(/New, with a place 0 Registered already: nothing happens 2/)
    expect(second.words).toContain('Nobody of this list is new')
    expect(() => formOf(second.html, 'import')).toThrow()
    const forced = await send(house, second.path, cookie, { do: 'import', tell: 'yes' })
    expect(wordsOn(forced.html)).toContain('Nobody of this list is new')
    expect(
      await query(house, 'select * from perenne.registration where seminar_id = $1 order by line', [seminar.id]),
    ).toEqual(before)
    expect(await count(house, seminar.id)).toMatchObject({ mails: 2 })
  })

  test('two who press the button at once register everybody once', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 400 })
    const { personId: other } = await signedIn(house, 'organiser', seminar.id)
    const { id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(300)]))
    const remember = { once: null, location: '' }
    const both = await Promise.all(
      [personId, other].map(who =>
        importList(house, person(who), seminar.slug, id, { tell: true, skip: false }, remember),
      ),
    )
    await atRest(house)
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['begun', 'gone'])
    expect(await count(house, seminar.id)).toMatchObject({ taken: 300, confirmed: 300, mails: 300 })
    expect(await disagreements(house, seminar.id)).toEqual([])
  })

  test('5,000 people, without a mail when it is said so; who registers meanwhile is not kept waiting', async () => {
    const { seminar, cookie } = await organised({ capacity: 6000 })
    const { path, html } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(5000)]))
    let under = true
    const one = async (n: number) => {
      await registered(house, seminar, { email: `form${n}@example.org`, familyName: `Form ${n}` })
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    let came = 0
    const others = async () => {
      while (under && came < 200) await one(came++)
    }
    const importing = register(path, cookie, html, { tell: 'no' }).finally(() => {
      under = false
    })
    const [done] = await Promise.all([importing, others()])
    expect(done.location).toBe(path)
    // Somebody came between two parts of the list: they waited for one part at most, not for the whole.
    const between = await query(
      house,
      `select f.id from perenne.registration f where f.seminar_id = $1 and f.origin <> 'import'
         and exists (select from perenne.registration l where l.seminar_id = $1 and l.origin = 'import' and l.line < f.line)
         and exists (select from perenne.registration l where l.seminar_id = $1 and l.origin = 'import' and l.line > f.line)`,
      [seminar.id],
    )
    expect(between.length).toBeGreaterThan(0)
    expect(await count(house, seminar.id)).toMatchObject({ taken: 5000 + came, confirmed: 5000 + came, mails: came })
    expect(await disagreements(house, seminar.id)).toEqual([])
  }, 120_000)

  test('an import that was cut short is told to be under way, and goes on where it was', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 500 })
    const { path, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(300)]))
    // As after a server that died: begun, some of them registered, and nobody at work.
    await query(house, `update perenne.guest_list set imported_by = $2, registered = 40 where id = $1`, [id, personId])
    const entry = { by: person(personId), tell: true, guestListId: id }
    const some = Array.from({ length: 40 }, (_, n) =>
      answers(seminar, {
        givenName: 'Guest',
        familyName: `Number ${n + 1}`,
        email: `guest${n + 1}@example.org`,
        consents: [],
      }),
    )
    await registerFor(house, seminar.slug, some, entry)
    const under = await house.ask(path, { headers: { cookie } })
    expect(under.headers.get('refresh')).toBe('3')
    expect(wordsOn(await under.text())).toContain('40 people so far.')
    // Nothing is chosen, thrown away or begun again meanwhile.
    for (const fields of [{ do: 'import', tell: 'yes' }, { do: 'discard' }])
      expect((await send(house, path, cookie, fields)).status).toBe(303)
    expect((await ask(house, `${path}/columns`, cookie)).status).toBe(303)
    await goOnWithImports(house)
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 40 })
    await query(
      house,
      `update perenne.guest_list set looked_at = clock_timestamp() - interval '5 minutes' where id = $1`,
      [id],
    )
    await goOnWithImports(house)
    expect(await count(house, seminar.id)).toMatchObject({ taken: 300, confirmed: 300, mails: 300 })
    expect(wordsOn((await ask(house, path, cookie)).html)).toContain('300 people of this list registered.')
  })

  test('with an invitation its rules count; rows it has no place for are told as errors', async () => {
    const { seminar, cookie } = await organised({ capacity: 10, admission: { approval_for: ['staff'] } })
    const [invitation] = await query<{ id: string }>(
      house,
      `insert into perenne.invitation (seminar_id, code, label, places) values ($1, 'VILLES2018', 'Villes', 2) returning id`,
      [seminar.id],
    )
    const { path, words } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(3)]))
    expect(words).toMatch(/New, to examine 3/)
    const form = formOf((await ask(house, `${path}/columns`, cookie)).html, 'columns')
    await send(house, `${path}/columns`, cookie, { ...form, invitation: invitation?.id ?? '' })
    const looked = await ask(house, path, cookie)
    expect(wordsOn(looked.html)).toMatch(/New, with a place 2 Rows with an error 1/)
    expect(wordsOn(looked.html)).toContain('The invitation has no place left for this person.')
    await register(path, cookie, looked.html, { 'skip[]': 'yes' })
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 2, people: 2 })
    expect(await disagreements(house, seminar.id)).toEqual([])
  })

  test('nobody is registered once the seminar is over, cancelled, or while it is a draft', async () => {
    for (const [given, clock, words] of [
      [{}, '2018-07-06T10:00:00Z', 'The seminar is over'],
      [{ cancelled: '2018-06-01T08:00:00Z' }, '2018-06-05T10:00:00Z', 'The seminar is cancelled'],
      [{ visibility: 0 }, '2018-06-05T10:00:00Z', 'still a draft'],
    ] as const) {
      const { seminar, cookie } = await organised(given)
      await house.setClock(clock)
      const looked = await look(seminar, cookie, await xlsx([headings, guest(1)]))
      expect(looked.words).toContain(words)
      const forced = await send(house, looked.path, cookie, { do: 'import', tell: 'yes' })
      expect(forced.status).toBe(200)
      expect(await query(house, 'select * from perenne.registration where seminar_id = $1', [seminar.id])).toEqual([])
      await house.setClock('2018-06-05T10:00:00Z')
    }
  })
})

describe('taking a list back', () => {
  test('whoever was touched by nobody is cancelled and erased, their places go on, the others stay and are listed', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 4 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(4)]))
    await register(path, cookie, html)
    const waits = await registered(house, seminar, { email: 'waits@example.org', familyName: 'Waits' })
    expect(await stateOf(house, waits)).toBe('waiting')
    const [first, second] = await query<{ id: string }>(
      house,
      'select id from perenne.registration where guest_list_id = $1 order by line',
      [id],
    )
    await query(
      house,
      `insert into perenne.registration_note (registration_id, seminar_id, body) values ($1, $2, 'x')`,
      [first?.id, seminar.id],
    )
    await query(
      house,
      `insert into perenne.registration_consent (registration_id, consent_id, given) values ($1, $2, true)`,
      [second?.id, seminar.consents.required],
    )
    await query(house, `update perenne.mail set state = 'sent' where space_id = $1 and data->>'registration' <> $2`, [
      seminar.id,
      waits,
    ])

    const confirm = await send(house, path, cookie, { do: 'undo' })
    expect(wordsOn(confirm.html)).toContain('2 registrations that nobody has touched since are cancelled and erased')
    expect(wordsOn(confirm.html)).toContain('2 that were touched stay.')
    expect(wordsOn(confirm.html)).toContain('2 of them have had a mail from us.')
    const undone = await send(house, path, cookie, formOf(confirm.html, 'undo'))
    expect(undone.location).toBe(path)
    const page = wordsOn((await ask(house, path, undone.cookie)).html)
    expect(page).toMatch(/Taken back on 5 June 2018 at 12:00 Stayed 2/)
    expect(page).toMatch(/Those who stayed.*Guest Number 1 confirmed changed Guest Number 2 confirmed changed/)
    expect(page).not.toContain('Guest Number 3')
    expect(await stateOf(house, waits)).toBe('confirmed')
    expect(
      await query(
        house,
        `select r.state, p.email, p.erased_at is not null as erased from perenne.registration r
         join perenne.person p on p.id = r.person_id where r.guest_list_id = $1 order by r.line`,
        [id],
      ),
    ).toEqual([
      { state: 'confirmed', email: 'guest1@example.org', erased: false },
      { state: 'confirmed', email: 'guest2@example.org', erased: false },
      { state: 'cancelled', email: null, erased: true },
      { state: 'cancelled', email: null, erased: true },
    ])
    expect(await disagreements(house, seminar.id)).toEqual([])
    expect(
      await query(
        house,
        `select detail, actor_id from perenne.noted_act where space_id = $1 and what = 'guest-list-undone'`,
        [seminar.id],
      ),
    ).toEqual([{ detail: { list: id, erased: 2 }, actor_id: personId }])
    // Once only; and whoever went can come again.
    expect(wordsOn((await send(house, path, cookie, { do: 'undo', sure: 'yes' })).html)).toBe('')
    const again = await look(seminar, cookie, await xlsx([headings, ...rowsOf(4), guest(9)]))
    expect(again.words).toMatch(/Registered already: nothing happens 2/)
  })

  test('a place that somebody else gave back touches nobody', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 1 })
    const holder = await registered(house, seminar, { email: 'holder@example.org' })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, guest(1)]))
    await register(path, cookie, html)
    // By an organiser, in whose name the place then goes to the first in line.
    await cancelRegistration(house, person(personId), holder)
    expect(await query(house, 'select state from perenne.registration where guest_list_id = $1', [id])).toEqual([
      { state: 'confirmed' },
    ])
    const confirm = wordsOn((await send(house, path, cookie, { do: 'undo' })).html)
    expect(confirm).toContain('1 registration that nobody has touched since')
  })

  test('nobody of the list is given a place, and told, that another of it has just lost; cut short, it goes on', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 250 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(450)]))
    await register(path, cookie, html, { tell: 'no' })
    const waits = await registered(house, seminar, { email: 'waits@example.org', familyName: 'Waits' })
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 250, waiting: 201, mails: 1 })
    // As after a server that died: begun, and nobody at work.
    await query(house, `update perenne.guest_list set undone_at = perenne.now(), undone_by = $2 where id = $1`, [
      id,
      personId,
    ])
    const under = await house.ask(path, { headers: { cookie } })
    expect(under.headers.get('refresh')).toBe('3')
    expect(wordsOn(await under.text())).toContain('450 people still to be erased.')
    await guestJobs[0]?.run(house)
    expect(await stateOf(house, waits)).toBe('confirmed')
    expect(await count(house, seminar.id)).toMatchObject({ taken: 1, confirmed: 1, waiting: 0, mails: 2 })
    expect(wordsOn((await ask(house, path, cookie)).html)).toContain('Nobody is left of this list')
    expect(await disagreements(house, seminar.id)).toEqual([])
    const [noted] = await query<{ detail: object }>(
      house,
      `select detail from perenne.noted_act where space_id = $1 and what = 'guest-list-undone'`,
      [seminar.id],
    )
    expect(noted?.detail).toEqual({ list: id, erased: 450 })
    // The job looks again, finds nobody, and notes nothing.
    await guestJobs[0]?.run(house)
    expect(
      await query(house, `select 1 from perenne.noted_act where space_id = $1 and what = 'guest-list-undone'`, [
        seminar.id,
      ]),
    ).toHaveLength(1)
  })

  test('who stayed stays when what touched them is gone, and it is noted once', async () => {
    const { seminar, cookie } = await organised({ capacity: 4 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(2)]))
    await register(path, cookie, html)
    const noteOne = async () =>
      query(
        house,
        `insert into perenne.registration_note (registration_id, seminar_id, body)
         select id, seminar_id, 'x' from perenne.registration where guest_list_id = $1 order by line limit 1`,
        [id],
      )
    await noteOne()
    await send(house, path, cookie, { do: 'undo', sure: 'yes' })
    await atRest(house)
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 1 })
    await query(house, 'delete from perenne.registration_note where seminar_id = $1', [seminar.id])
    await guestJobs[0]?.run(house)
    await atRest(house)
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 1 })
    const noted = `select detail from perenne.noted_act where space_id = $1 and what = 'guest-list-undone'`
    expect(await query(house, noted, [seminar.id])).toEqual([{ detail: { list: id, erased: 1 } }])
    const shown = await house.ask(path, { headers: { cookie } })
    expect(shown.headers.get('refresh')).toBe(null)
    expect(wordsOn(await shown.text())).toContain('Those who stayed')
  })

  test('who was found touched at the first look stays, though several steps follow it', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 300 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(250)]))
    await register(path, cookie, html, { tell: 'no' })
    await query(
      house,
      `insert into perenne.registration_note (registration_id, seminar_id, body)
       select id, seminar_id, 'x' from perenne.registration where guest_list_id = $1 order by line limit 1`,
      [id],
    )
    // Gone with the first step.
    meanwhile = async tx => {
      await tx.deleteFrom('registration_note').where('seminar_id', '=', seminar.id).execute()
    }
    const begun = await undoList(house, person(personId), seminar.slug, id, { once: null, location: '' })
    if (begun.outcome === 'begun') await begun.done
    meanwhile = async () => {}
    expect(await query(house, 'select 1 from perenne.registration_note where seminar_id = $1', [seminar.id])).toEqual(
      [],
    )
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 1 })
  })

  /** Begins to take a list back, on a server that dies in its first step. */
  async function begunAndCutShort(seminar: TestSeminar, personId: string, id: string) {
    meanwhile = () => Promise.reject(new Error('the server dies'))
    const begun = await undoList(house, person(personId), seminar.slug, id, { once: null, location: '' })
    if (begun.outcome === 'begun') await begun.done
    meanwhile = async () => {}
    expect(await endOf(id)).toEqual([{ begun: true, ended: false }])
  }
  const endOf = (id: string) =>
    query(
      house,
      `select undone_at is not null as begun, undo_ended_at is not null as ended from perenne.guest_list where id = $1`,
      [id],
    )

  test('cut short for many days, it goes on and ends', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 4 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(2)]))
    await register(path, cookie, html)
    await begunAndCutShort(seminar, personId, id)
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 2 })
    await house.setClock('2018-06-15T10:00:00Z')
    await guestJobs[0]?.run(house)
    expect(await endOf(id)).toEqual([{ begun: true, ended: true }])
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 0 })
  })

  test('who was touched when it began stays, though what touched them is gone before it goes on', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 4 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(3)]))
    await register(path, cookie, html)
    const note = (line: number) =>
      query(
        house,
        `insert into perenne.registration_note (registration_id, seminar_id, body)
         select id, seminar_id, 'x' from perenne.registration where guest_list_id = $1 order by line limit 1 offset $2`,
        [id, line],
      )
    await note(0)
    await begunAndCutShort(seminar, personId, id)
    await query(house, 'delete from perenne.registration_note where seminar_id = $1', [seminar.id])
    // Whoever is touched before it goes on stays as well.
    await note(1)
    await guestJobs[0]?.run(house)
    expect(await endOf(id)).toEqual([{ begun: true, ended: true }])
    const left = await query(
      house,
      `select p.email from perenne.registration r join perenne.person p on p.id = r.person_id
       where r.guest_list_id = $1 and p.erased_at is null order by r.line`,
      [id],
    )
    expect(left).toEqual([{ email: 'guest1@example.org' }, { email: 'guest2@example.org' }])
  })

  test('it ends, and is noted, also when whoever took it back may no more', async () => {
    const { seminar, cookie, personId } = await organised({ capacity: 4 })
    const { path, html, id } = await look(seminar, cookie, await xlsx([headings, guest(1)]))
    await register(path, cookie, html)
    await query(house, `update perenne.guest_list set undone_at = perenne.now(), undone_by = $2 where id = $1`, [
      id,
      personId,
    ])
    await query(house, `update perenne.access_right set ends_at = perenne.now() where person_id = $1`, [personId])
    await guestJobs[0]?.run(house)
    expect(
      await query(house, 'select undo_ended_at is not null as ended from perenne.guest_list where id = $1', [id]),
    ).toEqual([{ ended: true }])
    const noted = `select actor_id from perenne.noted_act where space_id = $1 and what = 'guest-list-undone'`
    expect(await query(house, noted, [seminar.id])).toEqual([{ actor_id: 'guest-lists' }])
  })

  test('whoever registered by themselves since has touched it, told by mail at the import or not', async () => {
    for (const tell of ['yes', 'no']) {
      const { seminar, cookie } = await organised({ capacity: 4 })
      const { path, html, id } = await look(seminar, cookie, await xlsx([headings, guest(1), guest(2)]))
      await register(path, cookie, html, { tell })
      const self = { givenName: 'Guest', familyName: 'Number 1', email: 'guest1@example.org' }
      expect(await registerByForm(house, answers(seminar, self))).toMatchObject({ outcome: 'known' })
      expect(wordsOn((await send(house, path, cookie, { do: 'undo' })).html)).toContain('1 that was touched stays.')
      await send(house, path, cookie, { do: 'undo', sure: 'yes' })
      await atRest(house)
      expect(
        await query(
          house,
          `select p.email, r.state from perenne.registration r join perenne.person p on p.id = r.person_id
           where r.guest_list_id = $1 order by r.line`,
          [id],
        ),
      ).toEqual([
        { email: 'guest1@example.org', state: 'confirmed' },
        { email: null, state: 'cancelled' },
      ])
    }
  })

  test('not once the seminar is over', async () => {
    const { seminar, cookie } = await organised()
    const { path, html } = await look(seminar, cookie, await xlsx([headings, guest(1)]))
    await register(path, cookie, html)
    await house.setClock('2018-07-06T10:00:00Z')
    const sent = await send(house, path, cookie, { do: 'undo', sure: 'yes' })
    expect(wordsOn((await ask(house, path, sent.cookie)).html)).toContain('The seminar is over')
    expect(await count(house, seminar.id)).toMatchObject({ confirmed: 1 })
  })
})

test('what waits is thrown away after a day of real time, and by hand', async () => {
  const { seminar, cookie } = await organised()
  const kept = await look(seminar, cookie, await xlsx([headings, guest(1)]))
  const old = await look(seminar, cookie, await xlsx([headings, guest(2)]))
  const thrown = await look(seminar, cookie, await xlsx([headings, guest(3)]))
  await query(
    house,
    `update perenne.guest_list set looked_at = clock_timestamp() - interval '25 hours' where id = $1`,
    [old.id],
  )
  await guestJobs[0]?.run(house)
  const sent = await send(house, thrown.path, cookie, formOf(thrown.html, 'discard'))
  expect(sent.location).toBe(at(seminar))
  expect(await query(house, 'select id from perenne.guest_list where seminar_id = $1', [seminar.id])).toEqual([
    { id: kept.id },
  ])
})

test('a list sealed by another installation is no list any more', async () => {
  const { seminar, cookie } = await organised()
  const one = await look(seminar, cookie, await xlsx([headings, guest(1)]))
  const other = await look(seminar, cookie, await xlsx([headings, guest(2)]))
  await query(
    house,
    `update perenne.guest_list set waiting = (select waiting from perenne.guest_list where id = $2) where id = $1`,
    [one.id, other.id],
  )
  const page = await ask(house, one.path, cookie)
  expect(page.status).toBe(303)
})

test('whoever does not look after these people sees no list and does nothing with one', async () => {
  const { seminar, cookie } = await organised()
  const { seminar: other, ...elsewhere } = await organised()
  const list = await look(seminar, cookie, await xlsx([headings, guest(1)]))
  const imported = await look(seminar, cookie, await xlsx([headings, guest(2)]))
  await register(imported.path, cookie, imported.html)
  const before = await query(house, 'select * from perenne.guest_list where seminar_id = $1 order by id', [seminar.id])
  const attackers = {
    elsewhere,
    evaluator: await signedIn(house, 'evaluator', seminar.id),
    translator: await signedIn(house, 'translator', seminar.id),
    steward: await signedIn(house, 'door_steward', seminar.id),
  }
  const file = { name: 'x.xlsx', bytes: await xlsx([headings, guest(5)]) }
  for (const [who, { cookie: theirs, personId }] of Object.entries(attackers)) {
    for (const path of [at(seminar), list.path, `${list.path}/columns`, at(seminar, '/template.csv')])
      expect([403, 404], `${who} ${path}`).toContain((await ask(house, path, theirs)).status)
    expect([403, 404], who).toContain((await upload(house, at(seminar), theirs, file)).status)
    for (const [path, fields] of [
      [list.path, { do: 'import', tell: 'no' }],
      [list.path, { do: 'discard' }],
      [imported.path, { do: 'undo', sure: 'yes' }],
      [`${list.path}/columns`, { do: 'columns', country: 'FR' }],
    ] as const)
      expect([403, 404], `${who} ${fields.do}`).toContain((await send(house, path, theirs, fields)).status)
    await expect(
      importList(
        house,
        person(personId),
        seminar.slug,
        list.id,
        { tell: false, skip: true },
        { once: null, location: '' },
      ),
    ).rejects.toThrow()
  }
  // A list of another seminar under one’s own address.
  for (const path of [at(other, `/${list.id}`), at(other, `/${list.id}/columns`), at(other, '/no-list')])
    expect((await ask(house, path, elsewhere.cookie)).status).toBe(404)
  expect((await send(house, at(other, `/${list.id}`), elsewhere.cookie, { do: 'discard' })).status).toBe(404)
  expect((await send(house, at(other, `/${imported.id}`), elsewhere.cookie, { do: 'undo', sure: 'yes' })).status).toBe(
    404,
  )
  expect((await house.ask(at(seminar))).headers.get('location')).toMatch(/sign-in/)
  expect(
    await query(house, 'select * from perenne.guest_list where seminar_id = $1 order by id', [seminar.id]),
  ).toEqual(before)
  expect(await count(house, seminar.id)).toMatchObject({ people: 1 })
})

test('an import ends when whoever began it may no more', async () => {
  const { seminar, cookie, personId } = await organised({ capacity: 500 })
  const { id } = await look(seminar, cookie, await xlsx([headings, ...rowsOf(300)]))
  await query(
    house,
    `update perenne.guest_list set imported_by = $2, registered = 0, looked_at = clock_timestamp() - interval '5 minutes' where id = $1`,
    [id, personId],
  )
  await query(house, `update perenne.access_right set ends_at = perenne.now() where person_id = $1`, [personId])
  await goOnWithImports(house)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0, mails: 0 })
  expect(await query(house, 'select registered, waiting from perenne.guest_list where id = $1', [id])).toEqual([
    { registered: 0, waiting: null },
  ])
})

test('pages ask the database as often for three as for one', async () => {
  const { seminar, cookie } = await organised({ capacity: 50 })
  const three = await look(seminar, cookie, await xlsx([headings, ...rowsOf(3)]))
  const lists = await queriesOf(house, at(seminar), cookie)
  const one = await look(seminar, cookie, await xlsx([headings, guest(9)]))
  await look(seminar, cookie, await xlsx([headings, guest(10)]))
  expect(await queriesOf(house, at(seminar), cookie)).toBe(lists)
  expect(lists).toBe(6)
  const looked = await queriesOf(house, three.path, cookie)
  expect(await queriesOf(house, one.path, cookie)).toBe(looked)
  expect(looked).toBe(23)
  await register(three.path, cookie, three.html)
  await register(one.path, cookie, one.html)
  const done = await queriesOf(house, three.path, cookie)
  expect(await queriesOf(house, one.path, cookie)).toBe(done)
  expect(done).toBe(9)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { signInLinkFor } from '../../source/ground/people/acts/sign-in-link-for.ts'
import { signInToken } from '../../source/ground/people/acts/use-sign-in-link.ts'
import { peopleMails } from '../../source/ground/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf, makePerson, newestMail, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let ana: string
let mailsWritten = 0
const email = 'ana@ville.example'

beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
  house.mailsWritten = () => {
    mailsWritten++
  }
  ana = await makePerson(house, email)
})
afterAll(() => house.close())

const countOf = (table: 'sign_in_link' | 'mail' | 'session') =>
  as(house.db, job('test'), async tx => {
    const { n } = await tx
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  })

async function newLink(then?: string): Promise<string> {
  // The limit on links in flight is a test of its own.
  await as(house.db, job('test'), tx =>
    tx.updateTable('sign_in_link').set({ used_at: sql`clock_timestamp()` }).execute(),
  )
  const response = await house.send('/en/sign-in', { email, ...(then ? { _then: then } : {}) })
  expect(response.status).toBe(200)
  const mail = await newestMail(house, ana)
  const url = new URL(mail?.words?.action?.url ?? 'http://no-link.invalid')
  expect(url.origin).toBe(house.settings.publicUrl.origin)
  return url.pathname
}

describe('asking for a link', () => {
  test('a known and an unknown address get the same page, and only the known one a mail', async () => {
    const before = { links: await countOf('sign_in_link'), mails: await countOf('mail'), written: mailsWritten }
    const unknown = await house.send('/en/sign-in', { email: 'nobody@ville.example' })
    expect(await countOf('mail')).toBe(before.mails)
    expect(await countOf('sign_in_link')).toBe(before.links)
    const known = await house.send('/en/sign-in', { email: '  ANA@ville.example ' })
    expect(await countOf('mail')).toBe(before.mails + 1)
    expect(mailsWritten).toBe(before.written + 1)
    expect(known.status).toBe(unknown.status)
    const said = async (response: Response, address: string) => (await response.text()).replaceAll(address, 'ADDRESS')
    expect(await said(known, 'ANA@ville.example')).toBe(await said(unknown, 'nobody@ville.example'))
    const names = (response: Response) => [...response.headers.keys()].sort()
    expect(names(known)).toEqual(names(unknown))
  })

  test('nothing that opens a session is stored', async () => {
    const path = await newLink()
    const token = path.split('/').at(-1) ?? ''
    const { rows } = await house.database.owner.query(
      'select data::text || coalesce(last_error, $1) as text from perenne.mail union all select l::text from perenne.sign_in_link l',
      [''],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.text).not.toContain(token.split('.').at(-1))
  })

  test('a wrong address comes back as typed, in the language of the page', async () => {
    const response = await house.send('/fr/sign-in', { email: 'pas une adresse <b>', _then: '/fr/account' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Indiquez une adresse complète')
    expect(html).toContain('pas une adresse &lt;b&gt;')
    expect(html).toContain('value="/fr/account"')
  })

  test('a mailbox cannot be filled: five links at most are on their way, and the answer stays the same', async () => {
    await newLink()
    const before = await countOf('mail')
    for (let i = 0; i < 7; i++) expect((await house.send('/en/sign-in', { email })).status).toBe(200)
    expect(await countOf('mail')).toBe(before + 4)
  }, 20_000)

  test('a page that needs a session leads to sign-in and back; a way back to another site is dropped', async () => {
    const html = await (await house.ask('/en/sign-in?then=/es/account%3Fa=b')).text()
    expect(html).toContain('value="/es/account?a=b"')
    const other = await (await house.ask('/en/sign-in?then=//evil.example/en/')).text()
    expect(other).toContain('name="_then" value=""')
    const path = await newLink('https://evil.example/en/account')
    expect((await house.send(path, {})).headers.get('location')).toBe('/en/account')
  })
})

describe('the link', () => {
  test('GET uses nothing up, POST does, a second POST is refused', async () => {
    const path = await newLink('/es/account')
    for (let i = 0; i < 3; i++) {
      const look = await house.ask(path)
      expect(look.status).toBe(200)
      expect(look.headers.getSetCookie()).toEqual([])
      expect(look.headers.get('cache-control')).toBe('no-store')
    }
    const sessions = await countOf('session')
    const entered = await house.send(path, {})
    expect(entered.status).toBe(303)
    expect(entered.headers.get('location')).toBe('/es/account')
    expect(await countOf('session')).toBe(sessions + 1)
    const cookie = await cookieOf(entered)
    expect(entered.headers.getSetCookie().join()).toContain('HttpOnly')
    const again = await house.send(path, {})
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('This link has been used')
    expect((await house.ask(path)).status).toBe(410)
    expect(await countOf('session')).toBe(sessions + 1)
    // Already signed in: the sign-in page leads on.
    const onward = await house.ask('/en/sign-in', { headers: { cookie } })
    expect(onward.headers.get('location')).toBe('/en/account')
  })

  test('two presses at once open one session', async () => {
    const path = await newLink()
    const sessions = await countOf('session')
    const answers = await Promise.all(Array.from({ length: 6 }, () => house.send(path, {})))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 410, 410, 410, 410, 410])
    expect(await countOf('session')).toBe(sessions + 1)
  })

  test('forged, cut, of another purpose, or of nothing: 404 with a form to ask for a new one', async () => {
    const path = await newLink()
    const last = path.at(-1) === 'A' ? 'B' : 'A'
    const id = path.split('/').at(-1)?.split('.')[0] ?? ''
    const forged = [
      path.slice(0, -1) + last,
      path.slice(0, -4),
      `/en/sign-in/${id}.`,
      `/en/sign-in/${house.keys.sign('registration', id)}`,
      `/en/sign-in/${signInToken(house, '00000000-0000-4000-8000-00000000dead')}`,
      `/en/sign-in/${signInToken(house, "' or 1=1")}`,
      '/en/sign-in/%F0%9F%98%80',
    ]
    for (const address of forged) {
      for (const response of [await house.ask(address), await house.send(address, {})]) {
        expect(response.status, address).toBe(404)
        const html = await response.text()
        expect(html).toContain('This link does not work')
        expect(html).toContain('action="/en/sign-in"')
        expect(response.headers.getSetCookie()).toEqual([])
      }
    }
    expect((await house.send(path, {})).status).toBe(303)
  })

  test('after half an hour of real time it opens nothing, whatever the business clock says', async () => {
    const path = await newLink()
    await house.setClock('2018-06-04T09:00:00+02:00')
    expect((await house.ask(path)).status).toBe(200)
    await house.database.owner.query("update perenne.sign_in_link set expires_at = clock_timestamp() - interval '1 s'")
    const late = await house.send(path, {})
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('This link is too old')
    await house.setClock(Temporal.Now.instant().toString())
  })

  test('a page of another site cannot press the button', async () => {
    const path = await newLink()
    const response = await house.send(path, {}, { headers: { origin: 'https://evil.example' } })
    expect(response.status).toBe(403)
    expect((await house.send(path, {})).status).toBe(303)
  })

  test('signing in ends the session that was in this browser', async () => {
    const other = await makePerson(house, 'bea@ville.example', ['Bea', 'Lima'])
    const browser = await signedIn(house, other)
    expect((await house.ask('/en/account', browser)).status).not.toBe(303)
    await house.send(await newLink(), {}, browser)
    expect((await house.ask('/en/account', browser)).status).toBe(303)
  })

  test('signing out ends the session for good, not only the cookie', async () => {
    const browser = await signedIn(house, ana)
    const out = await house.send('/en/sign-out', {}, browser)
    expect(out.status).toBe(303)
    expect(await cookieOf(out)).toBe('perenne_session=')
    expect((await house.ask('/en/account', browser)).headers.get('location')).toMatch(/^\/en\/sign-in/)
  })
})

describe('the mail', () => {
  test.each(['fr', 'es', 'pt', 'en'] as const)(
    'is written in %s, the language of the page it was asked from',
    async l => {
      await newLink()
      await house.send(`/${l}/sign-in`, { email })
      const mail = await newestMail(house, ana)
      expect(mail?.language).toBe(l)
      expect(mail?.words?.action?.url).toContain(`/${l}/sign-in/`)
      expect(mail?.words?.paragraphs[0]).toContain('Ana')
    },
  )

  test('whoever looks at the list of mails sees the link only where no mail leaves', async () => {
    await newLink()
    const mail = await newestMail(house, ana)
    const to = { id: ana, givenName: 'Ana', familyName: 'Souza', email }
    const seen = (smtpUrl: string | null) =>
      as(house.db, { kind: 'person', id: ana }, tx =>
        Promise.resolve(
          peopleMails['sign-in']?.words(
            { ...house, settings: { ...house.settings, smtpUrl } },
            tx,
            mail?.data ?? {},
            'en',
            to,
          ),
        ),
      )
    // Not whoever may read the list: in real use the one who administers, in a demonstration everybody.
    expect(JSON.stringify(await seen(null))).not.toContain('/sign-in/')
    const turn = (demonstration: boolean) =>
      house.database.owner.query('update perenne.installation set demonstration = $1', [demonstration])
    await turn(true)
    expect((await seen(null))?.action?.url).toContain('/en/sign-in/')
    expect(JSON.stringify(await seen('smtp://localhost'))).not.toContain('/sign-in/')
    await turn(false)
    const right = await house.database.owner.query(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
       select $1, 'administrator', s.id, s.kind, 'test' from perenne.space s where s.kind = 'installation' returning id`,
      [ana],
    )
    expect((await seen(null))?.action?.url).toContain('/en/sign-in/')
    await house.database.owner.query('delete from perenne.access_right where id = $1', [right.rows[0].id])
  })

  test('where none leaves, the page says so, and the command line prints a link that works once', async () => {
    const said = async () => (await house.send('/en/sign-in', { email })).text()
    expect(await said()).toContain('a mail is on its way')
    const settings = house.settings as { mode: string }
    settings.mode = 'start'
    try {
      expect(await said()).toContain('No mail leaves this installation')
    } finally {
      settings.mode = 'test'
    }
    expect(await signInLinkFor(house, 'nobody@ville.example')).toEqual({ outcome: 'unknown' })
    await house.database.owner.query('delete from perenne.sign_in_link')
    const made = await signInLinkFor(house, email)
    if (made.outcome !== 'made') throw new Error(made.outcome)
    const path = `/en/sign-in/${made.token}`
    expect((await house.send(path, {})).status).toBe(303)
    expect((await house.send(path, {})).status).not.toBe(303)
    for (let n = 0; n < 5; n++) await signInLinkFor(house, email)
    expect(await signInLinkFor(house, email)).toEqual({ outcome: 'too-many' })
    await house.database.owner.query('delete from perenne.sign_in_link')
  })

  test('an erased person or a used link has no mail any more', async () => {
    const path = await newLink()
    expect((await house.send(path, {})).status).toBe(303)
    expect((await newestMail(house, ana))?.words).toBeNull()
  })
})

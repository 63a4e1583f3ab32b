import { expect, test } from 'vitest'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { mePath } from '#convene/registration/acts/personal-link.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { readTicket, ticketPurpose, verifierOf } from '#convene/registration/rules/ticket.ts'
import { rankOf } from '#convene/registration/store/rank.ts'
import { undeliveredFor } from '#convene/registration/store/undelivered.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import {
  disagreements,
  mailsAbout,
  makeSeminar,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from './acts-support.ts'
import { house, openHouse } from './house.ts'
import { holderOf, ownRooms } from './own-support.ts'

openHouse(ownRooms)

const full = { key: 'universities', capacity: 1, categories: ['university' as const] }
async function nameQuota(seminar: TestSeminar, fr: string, en: string) {
  await as(house.db, job('test'), async tx => {
    const quota = await tx
      .selectFrom('quota')
      .select('id')
      .where('seminar_id', '=', seminar.id)
      .where('key', '<>', 'overall')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'quota', id: quota.id, field: 'name', source: 'fr', bodies: { fr, en } }])
  })
}

test('each state in words, in four languages, and nothing that a browser or a search engine may keep', async () => {
  const seminar = await makeSeminar(house, { capacity: 20, admission: { approval_for: ['other'] } })
  const id = await registered(house, seminar)
  for (const locale of locales) {
    const { response, html } = await holderOf(house, id, locale).open()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(html).toContain('noindex')
    expect(html).not.toMatch(/undefined|\[object/)
  }
  const said: Record<string, string> = {
    confirmed: 'Your place is confirmed.',
    requested: 'The organising team is examining your request.',
    refused: 'could not accept your request',
    cancelled: 'Your registration is cancelled.',
    expired: 'was not taken in time',
  }
  for (const [state, sentence] of Object.entries(said)) {
    await query(house, 'update perenne.registration set state = $2 where id = $1', [id, state])
    const { html } = await holderOf(house, id).open()
    expect(html).toContain(sentence)
    expect(html.includes('Your entry code')).toBe(state === 'confirmed')
    expect(html.includes('/cancel"')).toBe(state === 'confirmed' || state === 'requested')
    expect(html.includes('/hand-on"')).toBe(state === 'confirmed')
  }
})

test('the rank counts those ahead who wait for the same places, and the page says what is full', async () => {
  const seminar = await makeSeminar(house, { capacity: 3, quotas: [full] })
  await nameQuota(seminar, 'Universités', 'Universities')
  const university = (n: number) => registered(house, seminar, { email: `u${n}@example.org`, category: 'university' })
  await university(0)
  const first = await university(1)
  // Two of the staff take the rest: whoever comes now competes with everybody for the places of the house.
  await registered(house, seminar, { email: 's1@example.org' })
  await registered(house, seminar, { email: 's2@example.org' })
  const staff = await registered(house, seminar, { email: 's3@example.org' })
  const second = await university(2)
  expect((await holderOf(house, first).open()).html).toContain('first in line')
  const page = (await holderOf(house, second).open()).html
  expect(page).toContain('rank 3: 2 people are ahead of you')
  expect(page).toContain('Universities: 1 of 1 taken')
  expect(page).toContain('All places: 3 of 3 taken')
  expect((await holderOf(house, second, 'fr').open()).html).toContain('Universités\u00a0: 1 sur 1 prises')
  const standing = (id: string) =>
    as(house.db, job('test'), async tx => {
      const row = await tx
        .selectFrom('registration')
        .select(['category', 'region', 'territory_id as territoryId', 'organisation_key as organisationKey'])
        .select(['invitation_id as invitationId', 'priority', 'line'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return rankOf(tx, seminar.id, row)
    })
  expect((await standing(staff)).rank).toBe(2)
  // A place more in the house: the staff's only obstacle is gone, the universities' quota is still shut.
  await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1 and key = 'overall'`, [seminar.id])
  expect(await standing(second)).toEqual({
    rank: 2,
    obstacles: [{ kind: 'quota', key: 'universities', taken: 1, capacity: 1 }],
  })
  await query(house, `update perenne.registration set priority = 5 where id = $1`, [second])
  expect((await standing(second)).rank).toBe(1)
})

test('after the cut-off the page says that the line has ended', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promote_until: '2018-06-20T10:00:00Z' } })
  await registered(house, seminar)
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  await house.setClock('2018-06-20T10:00:00Z')
  const { html } = await holderOf(house, waits).open()
  expect(html).toContain('No more places will be given')
  expect(html).toContain('Anyone still waiting then did not get one')
})

test('the code of a confirmed person is theirs, and anybody can check it with the public key alone', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar, { givenName: 'Zulmira' })
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const picture = await holderOf(house, id).open('/qr.svg')
  expect(picture.response.headers.get('content-type')).toContain('image/svg+xml')
  expect(picture.response.headers.get('cache-control')).toBe('no-store')
  expect(picture.html).toMatch(/^<svg[^>]*role="img"[\s\S]*<title[^>]*>Entry code of Zulmira Duarte<\/title>/)
  expect((await holderOf(house, id).open()).html).toContain(/<path d="[^"]+"/.exec(picture.html)?.[0])
  expect((await holderOf(house, waits).open('/qr.svg')).status).toBe(404)
  const { codeOf } = await import('#convene/registration/pages/me/code.tsx')
  const ticket = { seminarId: seminar.id, registrationId: id, category: 'staff', linkNumber: 1 } as const
  const code = codeOf(house.keys, ticket)
  const verify = await verifierOf(new Uint8Array(house.keys.publicKey(ticketPurpose)))
  expect(await readTicket(code, verify)).toEqual(ticket)
})

test('with the links the code ends: the one that is drawn next is another', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const drawn = (html: string) => /<path d="[^"]+"/.exec(html)?.[0]
  const before = drawn((await holderOf(house, id).open('/qr.svg')).html)
  expect(drawn((await holderOf(house, id).open('/qr.svg')).html)).toBe(before)
  await query(house, 'update perenne.registration set link_number = 2 where id = $1', [id])
  const after = await house.ask(`/en${mePath(house.keys, { id, linkNumber: 2 })}/qr.svg`)
  expect(after.status).toBe(200)
  expect(drawn(await after.text())).not.toBe(before)
})

test('the calendar entry is for those who come', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar)
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const entry = await holderOf(house, id).open('/calendar.ics')
  expect(entry.response.headers.get('content-type')).toContain('text/calendar')
  expect(entry.html).toContain(`UID:seminar-${seminar.id}@`)
  expect((await holderOf(house, waits).open('/calendar.ics')).status).toBe(404)
})

test('cancelling asks first; it frees the place, once, and the second press says so', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar)
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const holder = holderOf(house, id)
  const asked = await holder.open('/cancel')
  expect(asked.html).toContain('Give your place back?')
  expect(asked.html).toContain('>Keep my place</a>')
  expect((await holderOf(house, waits).open('/cancel')).html).toContain('>Keep my registration</a>')
  expect(await stateOf(house, id)).toBe('confirmed')
  const once = /name="_once" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
  const sent = await house.send(holder.at('/cancel'), { _once: once })
  expect(sent.status).toBe(303)
  expect(await holder.follow(sent)).toContain('Thank you for telling us')
  expect(await stateOf(house, id)).toBe('cancelled')
  expect(await stateOf(house, waits)).toBe('confirmed')
  expect((await house.send(holder.at('/cancel'), { _once: once })).headers.get('location')).toBe(holder.at())
  expect(await holder.follow(await house.send(holder.at('/cancel'), {}))).toContain('had already ended')
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed', 'registration-cancelled'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('an offer is taken from the page before it ends, and told when it has ended', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer', offer_hours: 24 } })
  const id = await registered(house, seminar)
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const holder = holderOf(house, waits)
  expect((await holder.open()).html).toContain('held for 24 hours')
  await holderOf(house, id).send('/cancel')
  const page = (await holder.open()).html
  expect(page).toContain('before 6\u00a0June\u00a02018 at 12:00, Paris time')
  expect(page).toContain('Take the place')
  // An offer is declined: it is no place yet that could be given back.
  const declining = (await holder.open('/cancel')).html
  expect(declining).toContain('Decline the place that is held for you?')
  expect(declining).toContain('your registration ends')
  expect(declining).toContain('>Keep the offer for now</a>')
  expect(page + declining).not.toContain('Give')
  await house.setClock('2018-06-06T10:01:00Z')
  expect((await holder.open()).html).toContain('was not taken in time')
  expect(await holder.follow(await house.send(holder.at('/accept'), {}))).toContain('The offer has ended.')
  await house.setClock('2018-06-06T09:59:59Z')
  const taken = await holder.send('/accept', {}, '')
  expect(await holder.follow(taken)).toContain('You have a place')
  expect(await stateOf(house, waits)).toBe('confirmed')
  expect(await holder.follow(await house.send(holder.at('/accept'), {}))).toContain('no offer to accept')
})

test('handing on: what is missing is said with what was typed; known or not, the sentence is the same and both get a mail', async () => {
  const seminar = await makeSeminar(house, { capacity: 5 })
  const id = await registered(house, seminar)
  const other = await registered(house, seminar, { givenName: 'Rosa', familyName: 'Lima', email: 'rosa@example.org' })
  const holder = holderOf(house, id)
  const colleague = { givenName: 'Rosa', familyName: 'Lima', email: 'rosa@example.org', language: 'es', told: 'yes' }
  const wrong = await holder.send('/hand-on', { ...colleague, told: '', email: 'rosa', givenName: '' })
  const html = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(html).toContain('Ask your colleague first')
  expect(html).toContain('Enter the given name of your colleague.')
  expect(html).toContain('value="rosa"')
  const known = await holder.follow(await holder.send('/hand-on', colleague))
  expect(await stateOf(house, id)).toBe('confirmed')
  expect([await mailsAbout(house, other), await mailsAbout(house, id)]).toEqual([
    ['registration-confirmed', 'already-registered'],
    ['registration-confirmed', 'not-handed-on'],
  ])
  const { told } = { told: 'We have written to your colleague and to you' }
  expect(known).toContain(told)
  const handed = await holder.follow(await holder.send('/hand-on', { ...colleague, email: 'new@example.org' }))
  expect(handed).toContain(told)
  expect(handed).toContain('You handed your place to a colleague.')
  expect(handed).not.toMatch(/Rosa|new@example/)
  expect(await stateOf(house, id)).toBe('cancelled')
  expect((await holder.open('/qr.svg')).status).toBe(404)
  expect(await holder.follow((await holder.open('/hand-on')).response)).toContain('cannot be handed on')
})

test('consents: an optional one is given and withdrawn, a required one only with the registration', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const holder = holderOf(house, id)
  expect((await holder.open('/consents')).html).toMatch(/name="consent-data" value="yes" checked/)
  const given = () =>
    query<{ key: string; given: boolean }>(
      house,
      `select c.key, g.given from perenne.registration_consent g join perenne.consent c on c.id = g.consent_id
       where g.registration_id = $1 order by c.position`,
      [id],
    )
  await holder.send('/consents', { 'consent-data': 'yes', 'consent-participants-list': 'yes' })
  expect((await given()).map(row => row.given)).toEqual([true, true])
  await holder.send('/consents', { 'consent-data': 'yes' })
  expect((await given()).map(row => row.given)).toEqual([true, false])
  const refused = await holder.send('/consents', { 'consent-participants-list': 'yes' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('withdraw your registration')
  expect((await given()).map(row => row.given)).toEqual([true, false])
})

test('a mail that did not arrive is said, to the person and to organisers, until one arrives', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const fine = await registered(house, seminar, { email: 'fine@example.org' })
  const holder = holderOf(house, id)
  const undelivered = () => as(house.db, job('test'), tx => undeliveredFor(tx, [id, fine]))
  expect((await holder.open()).html).not.toContain('could not be delivered')
  await query(house, `update perenne.mail set state = 'failed' where data->>'registration' = $1`, [id])
  await query(house, `update perenne.mail set state = 'sent', sent_at = now() where data->>'registration' = $1`, [fine])
  expect((await holder.open()).html).toContain('Our last mail could not be delivered to ana@example.org')
  expect(await undelivered()).toEqual(new Set([id]))
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect(await as(house.db, person(organiser.personId), tx => undeliveredFor(tx, [id, fine]))).toEqual(new Set([id]))
  const steward = await signedIn(house, 'translator', seminar.id)
  expect(await as(house.db, person(steward.personId), tx => undeliveredFor(tx, [id, fine]))).toEqual(new Set())
  // Another mail is on its way, to an address that may have been corrected: nothing is known of it yet.
  await holder.send('/cancel')
  expect(await undelivered()).toEqual(new Set())
  await query(house, `update perenne.mail set state = 'waiting_retry' where state = 'to_send'`)
  expect(await undelivered()).toEqual(new Set([id]))
})

test('a reason is shown as it was written, and cannot be markup', async () => {
  const seminar = await makeSeminar(house, { admission: { approval_for: ['other'] } })
  const id = await registered(house, seminar, { category: 'other' })
  expect((await holderOf(house, id).open()).html).toContain('You do not have a place yet')
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const by = person(organiser.personId)
  await refuseRegistrations(house, by, seminar.slug, [id], 'Sorry: <b>no</b> room\nfor observers')
  const { html } = await holderOf(house, id).open()
  expect(html).toContain('Sorry: &lt;b&gt;no&lt;/b&gt; room<br')
  expect(await approveRegistrations(house, by, seminar.slug, [id])).toEqual([{ id, outcome: 'not-requested' }])
})

test('in a cancelled seminar the page says so, and offers no code and no hand-on', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await query(house, `update perenne.seminar set cancelled_at = '2018-06-04T00:00:00Z' where id = $1`, [seminar.id])
  const { html } = await holderOf(house, id).open()
  expect(html).toContain('The seminar is cancelled')
  expect(html).not.toMatch(/Your entry code|\/hand-on"|\/change"/)
  expect(
    (
      await handOn(house, { kind: 'link', id }, id, {
        givenName: 'R',
        familyName: 'L',
        email: 'r@example.org',
        language: 'es',
      })
    ).outcome,
  ).toBe('not-possible')
})

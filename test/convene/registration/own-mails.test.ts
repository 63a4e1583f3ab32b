import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { registerTogether } from '#convene/registration/acts/register.ts'
import { registrationMails } from '#convene/registration/index.ts'
import { as, job, link, person } from '#ground/database/actor.ts'
import type { MailWords } from '#ground/house.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { compose } from '#ground/mail/acts/compose.ts'
import { frameMail } from '#ground/mail/acts/frame.ts'
import { answers, makeSeminar, ownOf, query, registered, signedIn } from './acts-support.ts'
import { house, openHouse } from './house.ts'
import { ownRooms } from './own-support.ts'

openHouse(ownRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

type Row = { id: string; template: string; language: string; data: Record<string, unknown>; person_id: string }
const mailsOf = (id: string) =>
  query<Row>(house, `select * from perenne.mail where data->>'registration' = $1 order by created_at, template`, [id])

/** A mail as it would be sent now. */
async function words(template: string, id: string, language?: Locale): Promise<MailWords> {
  const mail = (await mailsOf(id)).find(row => row.template === template)
  if (!mail) throw new Error(`no ${template}`)
  const [to] = await query<{ id: string; given_name: string; family_name: string; email: string }>(
    house,
    'select id, given_name, family_name, email from perenne.person where id = $1',
    [mail.person_id],
  )
  if (!to) throw new Error('nobody')
  const composed = await as(house.db, job('mail'), tx =>
    compose(house, tx, { ...mail, language: language ?? mail.language, person: to }),
  )
  if (!composed.ok) throw new Error(composed.because)
  return composed.words
}
const all = (said: MailWords) => [said.subject, ...said.paragraphs, ...(said.after ?? [])].join('\n')

test('the first mail: practical facts, the own page, the calendar, and the way to undo what somebody else did', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { language: 'en' })
  const said = await words('registration-confirmed', id)
  expect(all(said)).toContain('Hôtel de Ville, 5 rue Lobau')
  expect(all(said)).toContain('Thursday 5\u00a0July\u00a02018')
  expect(said.attachments).toHaveLength(1)
  expect((await house.ask(said.action?.url ?? '')).status).toBe(200)
  const undo = /https?:\S+\/not-me\/\S+/.exec(all(said))?.[0] ?? ''
  expect((await house.ask(undo)).status).toBe(200)
  expect((await house.ask(undo.replace('/not-me/', '/me/'))).status).toBe(404)
})

test('waiting: the rank, what happens next and until when; the calendar stays free', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer', offer_hours: 24 } })
  await registered(house, seminar)
  const [first, second] = [
    await registered(house, seminar, { email: 'b@example.org', language: 'en' }),
    await registered(house, seminar, { email: 'c@example.org', language: 'en' }),
  ]
  expect(all(await words('registration-waiting', first))).toContain('You are the first in line.')
  const said = await words('registration-waiting', second)
  expect(all(said)).toContain('Your rank is 2: 1 person who waits for the same places is ahead of you.')
  expect(all(said)).toContain('for 24 hours')
  expect(all(said)).toContain('until 5\u00a0July\u00a02018 at 9:00, Paris time')
  expect(said.attachments ?? []).toEqual([])
})

test('an offer says until when, in the venue’s time; read later it promises nothing', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer', offer_hours: 24 } })
  const holder = await registered(house, seminar)
  const id = await registered(house, seminar, { email: 'b@example.org', language: 'en' })
  await cancelRegistration(house, link(holder) as { kind: 'link'; id: string }, holder)
  const said = await words('place-offered', id)
  expect(all(said)).toContain('held for you until 6\u00a0June\u00a02018 at 12:00, Paris time')
  expect(said.action?.label).toBe('Answer the offer')
  await cancelRegistration(house, { kind: 'link', id }, id)
  expect(all(await words('place-offered', id))).not.toContain('until')
})

test('refused and cancelled by the team, with its reason; cancelled by oneself, and what to do if it was not', async () => {
  const seminar = await makeSeminar(house, { admission: { approval_for: ['other'] } })
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const by = person(organiser.personId) as { kind: 'person'; id: string }
  const refused = await registered(house, seminar, { category: 'other', language: 'en' })
  expect(all(await words('registration-requested', refused))).toContain('You do not have a place yet')
  await refuseRegistrations(house, by, seminar.slug, [refused], 'Only cities this time.')
  expect(all(await words('registration-refused', refused))).toContain('Only cities this time.')
  const one = await registered(house, seminar, { email: 'b@example.org', language: 'en' })
  await cancelRegistration(house, by, one, { reason: 'You asked by telephone.' })
  const byTeam = all(await words('registration-cancelled', one))
  expect(byTeam).toContain('The organising team has cancelled')
  expect(byTeam).toContain('You asked by telephone.')
  const other = await registered(house, seminar, { email: 'c@example.org', language: 'en' })
  await cancelRegistration(house, { kind: 'link', id: other }, other)
  expect(all(await words('registration-cancelled', other))).toMatch(/Thank you[\s\S]*If it was not you/)
})

test('answers changed: the mail tells what is held now, and leaves what somebody needs to their page', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, {
    language: 'en',
    needs: { accessibility: [], diet: ['halal'], note: '' },
  })
  const { version, answers: held } = await ownOf(house, id)
  const changed = { ...held, role: 'Head of office', territoryName: 'Vale do Sal', languages: ['pt', 'es'] }
  const done = await changeRegistration(house, { kind: 'link', id }, id, { version, answers: changed })
  expect(done).toEqual({ outcome: 'changed', mailed: true })
  const said = all(await words('registration-changed', id))
  for (const line of [
    'Territory: Vale do Sal',
    'Role: Head of office',
    'Language of our mails: English',
    'Languages you understand: Portuguese and Spanish',
    'are on your personal page.',
  ])
    expect(said).toContain(line)
  expect(said).not.toMatch(/halal/i)
  const again = { ...changed, languages: ['es', 'pt'] }
  expect(await changeRegistration(house, { kind: 'link', id }, id, { version: version + 1, answers: again })).toEqual({
    outcome: 'changed',
    mailed: false,
  })
})

test('a place handed on: each is told of the other, and only the colleague gets the page of the place', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { language: 'en' })
  const colleague = { givenName: 'Rosa', familyName: 'Lima', email: 'rosa@example.org', language: 'en' as const }
  const result = await handOn(house, { kind: 'link', id }, id, colleague)
  if (result.outcome !== 'handed-on') throw new Error(result.outcome)
  const received = await words('handed-on', result.id)
  expect(all(received)).toContain('Dear Rosa Lima,\nAna Duarte has handed you a place')
  expect(all(received)).toContain('/not-me/')
  expect(received.attachments).toHaveLength(1)
  const given = await words('handed-on-from', id)
  expect(all(given)).toContain('was handed to Rosa Lima')
  expect(given.action?.url).not.toBe(received.action?.url)
  expect(all(given)).not.toContain('/not-me/')
})

test('somebody of a delegation is told that others filled in the form', async () => {
  const seminar = await makeSeminar(house)
  const input = (email: string) => answers(seminar, { email, language: 'en', statedBy: 'delegate', origin: 'form' })
  const [one] = await registerTogether(house, seminar.slug, [input('a@example.org'), input('b@example.org')], null)
  if (one?.outcome !== 'registered') throw new Error('not registered')
  expect(all(await words('registration-confirmed', one.id))).toContain('Somebody filled in the form for you')
})

test('no link of an own page, nor the one that undoes it, is shown to who reads the list of mails', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { language: 'en' })
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const to = { id: '', givenName: 'Ana', familyName: 'Duarte', email: 'ana@example.org' }
  for (const [name, template] of Object.entries(registrationMails)) {
    const read = await as(house.db, person(organiser.personId), tx =>
      template.words(house, tx, { registration: id }, 'en', to),
    )
    expect([name, read?.action]).toEqual([name, undefined])
    expect(read && all(read)).not.toMatch(/\/(me|not-me)\//)
  }
})

test('every mail in every language: a subject, whole sentences, no holes, as text and as HTML', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  await registered(house, seminar, { email: 'first@example.org' })
  const id = await registered(house, seminar)
  const to = { id: '', givenName: 'Ana', familyName: 'Duarte', email: 'ana@example.org' }
  for (const [name, template] of Object.entries(registrationMails)) {
    const subjects = new Set<string>()
    for (const locale of locales) {
      const said = await as(house.db, job('mail'), tx => template.words(house, tx, { registration: id }, locale, to))
      if (!said) throw new Error(`${name} has nothing to say`)
      const { text, html } = frameMail(said, locale, house.settings.publicUrl)
      for (const form of [text, html])
        expect([name, locale, form]).not.toEqual([name, locale, expect.stringMatching(/undefined|\[object|\bnull\b/)])
      subjects.add(said.subject)
      expect(template.name?.(locale)).toBeTruthy()
    }
    expect([name, subjects.size]).toEqual([name, name === 'registration-waiting' ? 3 : 4])
  }
})

test('a mail about a person who was erased has nothing to say', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await query(
    house,
    `update perenne.person set erased_at = now(), given_name = null, family_name = null, email = null
     where id = (select person_id from perenne.registration where id = $1)`,
    [id],
  )
  const to = { id: '', givenName: '', familyName: '', email: 'ana@example.org' }
  for (const template of Object.values(registrationMails))
    expect(await as(house.db, job('mail'), tx => template.words(house, tx, { registration: id }, 'en', to))).toBeNull()
})

import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { lifeMails, lifeRoutes, lifeTexts } from '#convene/life/index.ts'
import { mailingMails, mailingRoutes, mailingTexts } from '#convene/mailings/index.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { readAnswers } from '#convene/programme/store/answers.ts'
import { readVersions } from '#convene/programme/store/versions.ts'
import { tellChanges, telling } from '#convene/programme/telling/acts/tell.ts'
import { programmeTellMails, programmeTellRoutes, programmeTellTexts } from '#convene/programme/telling/index.ts'
import { register } from '#convene/registration/acts/register.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { compose } from '#ground/mail/acts/compose.ts'
import { findMail } from '#ground/mail/store/read.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { rooms as registrationRooms } from '../registration/support.ts'
import { edited, fileNow, imported, query } from '../seminar/support.ts'

export * from '../seminar/support.ts'

export const tellRooms: readonly Room[] = [
  { name: 'seminar', routes: [...seminarRoutes, ...programmeVersionRoutes], texts: seminarTexts },
  { name: 'programme', routes: programmeCheckRoutes },
  ...registrationRooms,
  { name: 'life', routes: lifeRoutes, mails: lifeMails, texts: lifeTexts },
  { name: 'mailings', routes: mailingRoutes, mails: mailingMails, texts: mailingTexts },
  { name: 'telling', routes: programmeTellRoutes, mails: programmeTellMails, texts: programmeTellTexts },
]

/** The house of the tests of a file, once `openTelling` was called at its top. */
export let house: TestHouse

/** Opens a house for all tests of a file, or a fresh one for each of them, and closes it afterwards. */
export function openTelling({ freshForEach = false } = {}): void {
  const [before, after] = freshForEach ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(async () => {
    house = await openTestHouse(tellRooms)
  })
  after(() => house?.close())
}

/** A seminar of two talks in a room, with a speaker and a moderator who have addresses, and one who has none. */
const file = (slug: string) => `perenne: seminar/1
slug: ${slug}
network: {slug: net-${slug}, name: {fr: Un réseau}}
source: fr
languages: [fr, en]
title: {fr: Un séminaire, en: A seminar}
date: 2030-05-06
hours: {from: "09:00", to: "17:00"}
time_zone: America/Bogota
venue: {name: {fr: Une salle}, address: "1 Street, Bogotá", country: CO}
registration:
  capacity: 200
  closes: 2030-05-01T23:59:59
  consents: [{key: data, required: true, text: {fr: J’accepte.}}]
organisations: [{key: org, name: {fr: Organisation}, kind: network, roles: [organiser]}]
people:
  - {key: ana, givenName: Ana, familyName: Ruiz, email: ana.ruiz@example.org, language: es, named: true}
  - {key: bo, givenName: Bo, familyName: Lin, email: bo.lin@example.org, language: en}
  - {key: cy, givenName: Cy, familyName: Doe}
programme:
  provisional: false
  name: {fr: Programme}
  rooms: [{key: hall, name: {fr: Grande salle, en: Large hall}}]
  slots:
    - {key: one, kind: talk, from: "09:00", to: "10:00", title: {fr: Premier, en: First}, room: hall, speakers: [ana]}
    - {key: two, kind: talk, from: "11:00", to: "12:00", title: {fr: Deuxième}, moderatorPersons: [bo], speakers: [cy]}
    - {key: three, kind: break, from: "10:00", to: "11:00", title: {fr: Pause, en: Break}}
`

const program = job('test')

/** Somebody on the programme is written to about it, as by the page of the panels. */
export const askedFor = (house: TestHouse, id: string, key: string) =>
  query(
    house,
    `insert into perenne.panel_invitation (seminar_id, programme_person_id)
     select seminar_id, id from perenne.programme_person where seminar_id = $1 and key = $2`,
    [id, key],
  )

/**
 * That seminar, announced: its first version is the programme as it stands.
 *
 * @param asked who of those on it was written to
 */
export async function announced(house: TestHouse, slug: string, { asked = ['ana', 'bo'] } = {}) {
  await house.setClock('2030-03-01T10:00:00Z')
  const { id } = await imported(house, file(slug), { announce: true })
  for (const key of asked) await askedFor(house, id, key)
  return { id, slug }
}
export type Announced = Awaited<ReturnType<typeof announced>>

/** Somebody who registers now. */
export async function registrant(house: TestHouse, { slug }: Announced, name: string, language: Locale = 'fr') {
  const result = await register(house, {
    seminar: slug,
    origin: 'api',
    givenName: name,
    familyName: 'Test',
    email: `${name.toLowerCase()}@example.org`,
    category: 'staff',
    organisation: `Ville de ${name}`,
    country: 'CO',
    language,
    consents: ['data'],
  })
  if (result.outcome !== 'registered') throw new Error(JSON.stringify(result))
  return result.id
}

/** Changes the draft and releases it, a minute later. */
export async function released(
  house: TestHouse,
  { slug }: Announced,
  name: string,
  patch: (file: SeminarFile) => void,
) {
  await house.setClock(house.clock.now().add({ minutes: 1 }).toString())
  await edited(house, slug, patch)
  const answers = await as(house.db, program, tx => readAnswers(tx, slug))
  const seen = versionOf(programmePart(await fileNow(house, slug), answers))
  const release = { name: { fr: name }, provisional: false, languages: ['en'] as const }
  const done = await releaseProgramme(house, program, slug, seen, release)
  if (done.outcome !== 'released') throw new Error(JSON.stringify(done))
  await house.setClock(house.clock.now().add({ minutes: 1 }).toString())
  return done
}

export const moveSlot = (key: string, from: string, to: string) => (seminar: SeminarFile) => {
  const slot = seminar.programme.slots.find(one => one.key === key)
  if (!slot) throw new Error(`no ${key}`)
  Object.assign(slot, { from, to })
}

export type Queued = {
  id: string
  template: string
  language: string
  email: string
  data: Record<string, string | null>
}

/** The mails that tell of the programme, by address. */
export const queued = (house: TestHouse, { id }: Announced) =>
  query<Queued>(
    house,
    `select m.id, m.template, m.language, p.email, m.data
     from perenne.mail m join perenne.person p on p.id = m.person_id
     where m.space_id = $1 and m.template like 'programme-changed%' and m.data ? 'notice' order by (select v.number from perenne.programme_notice n join perenne.programme_version v on v.id = n.version_id
       where n.id = (m.data ->> 'notice')::uuid), p.email`,
    [id],
  )

/** A mail as it would leave now; null when it would not. */
export const leaving = (house: TestHouse, mailId: string) =>
  as(house.db, job('mail'), async tx => {
    const mail = await findMail(tx, mailId)
    if (!mail) throw new Error('no such mail')
    const composed = await compose(house, tx, mail)
    return composed.ok ? composed.words : null
  })

export const noticesOf = (house: TestHouse, { id }: Announced) =>
  query<{ told: number; number: number }>(
    house,
    `select n.told, v.number from perenne.programme_notice n join perenne.programme_version v on v.id = n.version_id
     where n.seminar_id = $1 order by v.number`,
    [id],
  )

/** The version that everybody reads. */
export const lastOf = async (house: TestHouse, { id }: Announced) =>
  (await as(house.db, program, tx => readVersions(tx, id))).at(-1)?.id ?? ''

/** Tells the last version, as somebody who has just seen it. */
export const tell = async (
  house: TestHouse,
  seminar: Announced,
  note: Parameters<typeof tellChanges>[3]['note'] = null,
) => tellChanges(house, program, seminar.slug, { version: await lastOf(house, seminar), note })

/** How many would be told. */
export const waiting = (house: TestHouse, { id }: Announced) =>
  as(house.db, program, async tx => telling(tx, id, await readVersions(tx, id)))

/** The words of a mail, with usual spaces. */
export const flat = (words: { subject: string; paragraphs: string[] } | null) =>
  words === null ? null : [words.subject, ...words.paragraphs].join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')

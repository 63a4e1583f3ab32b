import { editingMenu, editingRoutes } from '#convene/editing/index.ts'
import { registrationRoutes } from '#convene/registration/index.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { seminarRoutes, seminarSearch, seminarTexts } from '#convene/seminar/index.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import type { Room } from '#ground/house.ts'
import { openSession, sessionCookie } from '#ground/people/session.ts'
import type { TestHouse } from '../../support/house.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'

export { ask, fieldsOf, queriesOf, send, wordsOn }

/** The rooms that a seminar is made and shown in. */
export const rooms: readonly Room[] = [
  { name: 'seminar', routes: seminarRoutes, search: seminarSearch, texts: seminarTexts },
  { name: 'editing', routes: editingRoutes, menu: editingMenu },
  { name: 'registration', routes: registrationRoutes },
]

export const now = '2027-03-01T09:00:00+01:00'

/** Opens a form, changes what is given and sends it, as a browser without scripts does. */
export async function fill(
  house: TestHouse,
  path: string,
  cookie: string,
  changes: Record<string, string | readonly string[]>,
) {
  const page = await ask(house, path, cookie)
  if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
  return send(house, path, cookie, { ...fieldsOf(page.html, path), ...changes })
}

/** The sentences of the summary of errors, in their order, without the names of their fields. */
export const errorsIn = (html: string) => {
  const summary = /<div class="errors".*?<\/div>/s.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/<li>(?:<a[^>]*>)?(?:<bdi>.*?<\/bdi> – )?(.*?)<\//g)].map(([, text]) => text)
}

/** A network in the installation, with a name. */
export async function makeNetwork(house: TestHouse, slug: string): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'network', slug, parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('translation')
      .values({
        record_table: 'space',
        record_id: id,
        field: 'name',
        language: 'fr',
        body: `Réseau ${slug}`,
        state: 'source',
        source_hash: null,
      })
      .execute()
    return id
  })
}

/** The cookie of somebody new who holds a role in a space; of nobody in particular without one. */
export async function personWith(house: TestHouse, role: Role | null, spaceSlug = ''): Promise<string> {
  const id = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('person')
      .values({
        given_name: 'Essai',
        family_name: role ?? 'Personne',
        email: `${crypto.randomUUID()}@example.org`,
        language: 'fr',
        has_account: true,
        telephone: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (role === null) return id
    const space = await tx
      .selectFrom('space')
      .select(['id', 'kind'])
      .where('slug', '=', spaceSlug)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('access_right')
      .values({ person_id: id, role, space_id: space.id, space_kind: space.kind, reason: 'essai', given_by: null })
      .execute()
    return id
  })
  return `${sessionCookie}=${(await openSession(house.db, id)).token}`
}

/** The seminar as it stands, read by the program itself. */
export async function fileOf(house: TestHouse, slug: string): Promise<SeminarFile> {
  const found = await as(house.db, job('test'), tx => seminarAsFile(tx, slug))
  if (!found) throw new Error(`no seminar ${slug}`)
  return found.file
}

/** How each text of a seminar stands, by its place in the file. */
export async function stateOf(house: TestHouse, slug: string, key: string, language: 'fr' | 'es' | 'pt' | 'en') {
  const found = await as(house.db, job('test'), tx => seminarAsFile(tx, slug))
  return found?.textAt(key)?.bodies[language]
}

/** A seminar of a network from a short file in French and Spanish, with a question, a consent and somebody who organises. */
export async function importShort(house: TestHouse, network: string, slug: string, announce = false): Promise<string> {
  const imported = await importSeminar(house, job('test'), shortFile(network, slug), { announce })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  return imported.id
}

const shortFile = (network: string, slug: string) => `perenne: seminar/1
slug: ${slug}
network: {slug: ${network}, name: {fr: Réseau}}
source: fr
languages: [fr, es]
title: {fr: Un séminaire court, es: Un seminario corto}
presentation: {fr: Une présentation., es: Una presentación.}
date: 2027-07-05
hours: {from: "09:00", to: "17:00"}
time_zone: Europe/Paris
venue:
  name: {fr: Une salle, es: Una sala}
  address: 5 rue Lobau, 75004 Paris
  country: FR
  access: [{fr: Métro 1}, {fr: À pied}]
registration:
  capacity: 50
  closes: 2027-06-17T23:59:59
  questions:
    - {key: travel, kind: choice, label: {fr: Comment venez-vous ?, es: ¿Cómo viene?}, options: [{key: train, label: {fr: En train, es: En tren}}, {key: plane, label: {fr: En avion, es: En avión}}]}
    - {key: flight, kind: text, label: {fr: Numéro de vol, es: Número de vuelo}, when: {question: travel, is: [plane]}}
  consents:
    - {key: data, required: true, text: {fr: J’accepte., es: Acepto.}}
    - {key: list, required: false, text: {fr: Mon nom sur la liste., es: Mi nombre en la lista.}}
organisations:
  - {key: org-a, name: {fr: Organisation A, es: Organización A}, kind: network, roles: [organiser]}
  - {key: org-b, name: {fr: Organisation B, es: Organización B}, kind: association, country: FR, roles: [partner]}
contacts:
  - {email: seminaire@ville.example, label: {fr: Équipe, es: Equipo}}
programme:
  slots: [{key: opening, kind: welcome, from: "09:00", to: "10:00", title: {fr: Ouverture}, moderators: [org-b]}]
`

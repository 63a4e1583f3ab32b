import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import type { FileSlot } from '#convene/seminar/rules/programme-file.ts'
import { job } from '#ground/database/actor.ts'
import { fileRoutes } from '#ground/files/index.ts'
import type { Room } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'
import { fileOf, rooms } from './support.ts'

/** The rooms of an edited programme: with its release, and the files that it names. */
export const programmeRooms: readonly Room[] = [
  ...rooms,
  { name: 'programme', routes: programmeCheckRoutes },
  { name: 'files', routes: fileRoutes },
]

type Options = { announce?: boolean; date?: string; next?: string; slots?: string }

/** A seminar of two days in Paris, with rooms, people and a few slots; on the days that a test needs. */
export async function importProgramme(
  house: TestHouse,
  slug: string,
  { announce = false, date = '2027-07-05', next = '2027-07-06', slots = '' }: Options = {},
): Promise<string> {
  const imported = await importSeminar(
    house,
    job('test'),
    `perenne: seminar/1
slug: ${slug}
network: {slug: reseau, name: {fr: Réseau}}
source: fr
languages: [fr, es]
title: {fr: Un séminaire de deux jours, es: Un seminario de dos días}
date: ${date}
hours: {from: "09:00", to: "17:00"}
time_zone: Europe/Paris
venue: {name: {fr: Une salle}, address: "5 rue Lobau, 75004 Paris", country: FR}
registration:
  capacity: 50
  closes: 2027-03-02T23:59:59
  consents: [{key: data, required: true, text: {fr: J’accepte.}}]
organisations:
  - {key: org-a, name: {fr: Organisation A}, kind: network, roles: [organiser]}
  - {key: org-b, name: {fr: Organisation B}, kind: association, country: FR, roles: [partner]}
contacts: [{email: seminaire@ville.example, label: {fr: Équipe}}]
people:
  - {key: ana, givenName: Ana, familyName: Lemos, named: true}
  - {key: luz, givenName: Luz, familyName: Robles}
programme:
  days: [{date: ${next}, hours: {from: "10:00", to: "12:00"}}]
  rooms: [{key: bleue, name: {fr: Salle bleue}}, {key: verte, name: {fr: Salle verte}}]
  slots:
    - {key: opening, kind: welcome, from: "09:00", to: "10:00", title: {fr: Ouverture, es: Apertura}, moderators: [org-b]}
    - key: part
      kind: part
      part: I
      from: "10:00"
      to: "11:30"
      room: bleue
      title: {fr: Première partie}
      themes: [{fr: Un thème}, {fr: Un autre}]
      moderatorPersons: [luz]
      seats: [{key: europe-1, region: europe, person: ana, state: confirmed}, {key: europe-2, region: europe}]
      documents: [{title: {fr: Une note}, url: "https://ville.example/note"}]
    - {key: visit, kind: workshop, day: ${next}, from: "10:00", to: "11:00", title: {fr: Visite}}
${slots}`,
    { announce },
  )
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  return imported.id
}

export async function slotNow(house: TestHouse, slug: string, key: string): Promise<FileSlot | undefined> {
  return (await fileOf(house, slug)).programme.slots.find(slot => slot.key === key)
}

/** A form with a file, as a browser sends it. */
export async function sendWithFile(
  house: TestHouse,
  path: string,
  cookie: string,
  fields: Record<string, string | readonly string[]>,
  files: Record<string, File>,
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  for (const [name, file] of Object.entries(files)) body.set(name, file)
  const answer = await house.ask(path, {
    method: 'POST',
    body,
    headers: { cookie, origin: house.settings.publicUrl.origin },
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}

import { readFile } from 'node:fs/promises'
import { programmeFileRoutes } from '../../../source/convene/programme/pages/files-routes.ts'
import { seminarMenu, seminarRoutes, seminarSearch, seminarTexts } from '../../../source/convene/seminar/index.ts'
import type { Room } from '../../../source/ground/house.ts'

/** The part of the house that these tests open. */
export const seminarRoom: Room = {
  name: 'convene',
  routes: [...seminarRoutes, ...programmeFileRoutes],
  menu: seminarMenu,
  texts: seminarTexts,
  search: seminarSearch,
}

export const sample = () => readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
export const slug = 'vers-une-action-internationale-durable'

/** The smallest file that is right, with as many slots and organisations as asked for. */
export function smallFile({ slug = 'small', slots = 1, organisations = 1, more = '' } = {}): string {
  const many = (count: number, item: (n: number) => string) =>
    Array.from({ length: count }, (_, index) => item(index + 1)).join('\n')
  return `perenne: seminar/1
slug: ${slug}
network: {slug: net, name: {en: A network}}
source: en
languages: [en, fr]
title: {en: A small seminar, fr: Un petit séminaire}
date: 2030-05-06
hours: {from: "09:00", to: "17:00"}
time_zone: America/Bogota
venue: {name: {en: A hall}, address: "1 Street, Bogotá", country: CO}
registration:
  capacity: 2
  closes: 2030-05-01T23:59:59
  consents:
    - key: data
      required: true
      text: {en: I agree., fr: J’accepte.}
organisations:
${many(organisations, n => `  - {key: org-${n}, name: {en: Organisation ${n}}, kind: network, roles: [organiser]}`)}
programme:
  slots:
${many(slots, n => `    - {key: slot-${n}, kind: talk, from: "${String(8 + n).padStart(2, '0')}:00", to: "${String(9 + n).padStart(2, '0')}:00", title: {en: Talk ${n}}, themes: [{en: Theme ${n}}], moderators: [org-${n}]}`)}
${more}`
}

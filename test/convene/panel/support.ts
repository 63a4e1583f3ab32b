import { afterAll, beforeAll } from 'vitest'
import { conveneLog } from '#convene/log/index.ts'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { panelCard, panelLog, panelMails, panelRoutes } from '#convene/programme/panel/index.ts'
import { registrationRoutes } from '#convene/registration/index.ts'
import { retentionJobs, retentionRoutes } from '#convene/retention/index.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import { historyRoutes } from '#ground/history/index.ts'
import type { Room } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { composeMail } from '../guests/mail-of.ts'
import { ask, fieldsOf, send } from '../registration/desk-support.ts'
import { signedIn } from '../registration/support.ts'
import { imported, query } from '../seminar/support.ts'
import { fileText } from './file.ts'

export const rooms: readonly Room[] = [
  { name: 'seminar', routes: [...seminarRoutes, ...programmeVersionRoutes], texts: seminarTexts },
  { name: 'programme', routes: programmeCheckRoutes },
  {
    name: 'panel',
    routes: panelRoutes,
    mails: panelMails,
    deskCard: panelCard,
    log: panelLog,
  },
  { name: 'registration', routes: registrationRoutes },
  { name: 'retention', routes: retentionRoutes, jobs: retentionJobs },
  { name: 'log', routes: [], log: conveneLog },
  { name: 'history', routes: historyRoutes },
]

/** The day of these seminars is 6 May 2030, from 9:00 in Bogotá. */
export const before = '2030-04-01T10:00:00Z'

/** The house of the tests of a file, once `openPanels` was called at its top. */
export let house: TestHouse

/** Opens a house for all tests of a file, five weeks before that day, and closes it after them. */
export function openPanels(): void {
  beforeAll(async () => {
    house = await openTestHouse(rooms)
    await house.setClock(before)
  })
  afterAll(() => house?.close())
}

let number = 0
/** A seminar with two panels, and somebody who organises it. */
export async function panelSeminar(house: TestHouse, { announce = false } = {}) {
  const slug = `panel-${++number}`
  const { id } = await imported(house, fileText(slug), { announce })
  const { personId, cookie } = await signedIn(house, 'organiser', id)
  return { id, slug, personId, cookie, desk: `/en/desk/seminars/${slug}/panel` }
}
export type PanelSeminar = { id: string; slug: string; personId: string; cookie: string; desk: string }

/** The line of somebody on the programme. */
export async function lineOf(house: TestHouse, { id }: Pick<PanelSeminar, 'id'>, key: string) {
  const [row] = await query<{ id: string; person_id: string; link_number: number; named: boolean }>(
    house,
    'select id, person_id, link_number, named from perenne.programme_person where seminar_id = $1 and key = $2',
    [id, key],
  )
  if (!row) throw new Error(`no ${key}`)
  return row
}

/** Seats as they stand, as `slot.seat`. */
export async function seatsOf(house: TestHouse, { id }: Pick<PanelSeminar, 'id'>) {
  const rows = await query<{ id: string; at: string; state: string; invited_at: unknown; answered_at: unknown }>(
    house,
    `select s.id, x.key || '.' || s.key as at, s.state, s.invited_at, s.answered_at from perenne.slot_seat s
     join perenne.slot x on x.id = s.slot_id where s.space_id = $1`,
    [id],
  )
  return Object.fromEntries(rows.map(row => [row.at, row]))
}

/** An organiser asks people by the page: chooses them, looks at the mail, and sends it. */
export async function invite(
  house: TestHouse,
  seminar: PanelSeminar,
  keys: readonly string[],
  { kind = 'invite', note = {} }: { kind?: 'invite' | 'remind'; note?: Record<string, string> } = {},
) {
  const ids: string[] = []
  for (const key of keys) ids.push((await lineOf(house, seminar, key)).id)
  const looked = await send(house, seminar.desk, seminar.cookie, { kind, [`${kind}[]`]: ids, _next: 'look' })
  const fields = fieldsOf(looked.html, seminar.desk)
  const sent = await send(house, seminar.desk, seminar.cookie, { ...fields, ...note, _next: 'send' })
  return { looked, fields, sent }
}

/** The last mail to somebody as it is sent, and the path of the link in it. */
export async function mailTo(house: TestHouse, seminar: PanelSeminar, key: string) {
  const { id } = await lineOf(house, seminar, key)
  const [row] = await query<{ id: string }>(
    house,
    'select id from perenne.panel_invitation where programme_person_id = $1 order by sent_at desc limit 1',
    [id],
  )
  const { text, words, language } = await composeMail(house, row?.id ?? '')
  const path = words?.action ? new URL(words.action.url).pathname : ''
  return { text: text ?? '', words, language, path }
}

/** A page that somebody opens by their link. */
export const open = (house: TestHouse, path: string) => ask(house, path, '')
/** One of the forms of that page, sent. */
export const post = (house: TestHouse, path: string, fields: Record<string, string | readonly string[]>) =>
  send(house, path, '', fields)

/** The own page with their answer for every seat. */
export async function answer(house: TestHouse, path: string, said: string) {
  const fields = fieldsOf((await open(house, path)).html, path)
  const page = await open(house, path)
  const seats = [...page.html.matchAll(/name="(answer\.[^"]+)"/g)].map(([, name]) => name as string)
  return post(house, path, { ...fields, ...Object.fromEntries(seats.map(name => [name, said])) })
}

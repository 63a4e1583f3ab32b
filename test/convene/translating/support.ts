import { programmePart, type Release, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { programmeFileRoutes } from '#convene/programme/pages/files-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { programmeLanguageRoutes } from '#convene/programme/translating/index.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { seminarMenu, seminarRoutes, seminarSearch, seminarTexts } from '#convene/seminar/index.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'
import { ask, fieldsOf, send } from '../registration/desk-support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query, somebody } from '../seminar/support.ts'

/** What these tests open of the house. */
export const room: Room = {
  name: 'convene',
  routes: [
    ...seminarRoutes,
    ...programmeFileRoutes,
    ...programmeVersionRoutes,
    ...programmeCheckRoutes,
    ...programmeLanguageRoutes,
  ],
  menu: seminarMenu,
  texts: seminarTexts,
  search: seminarSearch,
}

/** A programme with a text of each kind, in English alone. */
export function withEverything(file: SeminarFile): void {
  const [slot] = file.programme.slots
  if (!slot) throw new Error('no slot')
  file.people = [
    {
      ...{ key: 'ana', givenName: 'Ana', familyName: 'Belén', named: true },
      ...{ role: { en: 'Mayor of Rio Claro' }, about: { en: 'She opened her city.' } },
    },
  ]
  file.programme.name = { en: 'First programme' }
  file.programme.rooms = [{ key: 'blue', name: { en: 'Blue room' } }]
  slot.speakers = ['ana']
  slot.room = 'blue'
  slot.method = { en: 'A question,\n\nthen a dialogue.' }
  slot.documents = [{ title: { en: 'A summary' }, url: 'https://documents.example.org/one.pdf' }]
}

/** A seminar in English and French that everybody sees, and whoever organises and translates it. */
export async function opened(house: TestHouse, slug: string, patch: (file: SeminarFile) => void = withEverything) {
  await imported(house, smallFile({ slug, slots: 2, organisations: 2 }), { announce: true })
  await edited(house, slug, patch)
  const organiser = await somebody(house, 'organiser', slug)
  const translator = await somebody(house, 'translator', slug)
  return {
    slug,
    organiser,
    translator,
    table: `/en/desk/seminars/${slug}/programme/languages`,
    translate: `/en/desk/seminars/${slug}/programme/translate/fr`,
    publish: `/en/desk/seminars/${slug}/programme/publish/fr`,
  }
}

/** Releases the draft, in English alone when nothing else is said. */
export async function released(house: TestHouse, slug: string, release: Partial<Release> = {}) {
  const file = await fileNow(house, slug)
  const done = await releaseProgramme(house, job('test'), slug, versionOf(programmePart(file)), {
    name: file.programme.name ?? { en: 'A programme' },
    provisional: false,
    languages: [],
    ...release,
  })
  if (done.outcome !== 'released') throw new Error(JSON.stringify(done))
  return done
}

/** What the form of the page would send as it stands; the frame of the page has another one. */
export const formOf = (html: string) =>
  fieldsOf(html, /action="([^"]*\/programme\/(?:translate|publish)\/[^"]*)"/.exec(html)?.[1])

/** The name of the field of a text, by what its original says. */
export function fieldBeside(html: string, original: string): string {
  const after = html.slice(html.indexOf(`>${original}<`))
  const found = /name="(body\.[^"]+)"/.exec(after)?.[1]
  if (!found || !html.includes(`>${original}<`)) throw new Error(`nothing beside ${original}`)
  return found
}

type Written = Record<string, string>
/** Writes translations beside their originals and sends the form; `read` ticks those that somebody has read over. */
export async function write(
  house: TestHouse,
  path: string,
  cookie: string,
  written: Written,
  more: { as?: 'draft' | 'reviewed'; read?: string[]; html?: string } = {},
) {
  const html = more.html ?? (await ask(house, path, cookie)).html
  const fields: Record<string, string | readonly string[]> = { ...formOf(html), as: more.as ?? 'draft' }
  for (const [original, text] of Object.entries(written)) fields[fieldBeside(html, original)] = text
  for (const original of more.read ?? []) fields[`${fieldBeside(html, original).replace('body.', 'read.')}[]`] = ['yes']
  return send(house, path, cookie, fields)
}

/** The translations of a seminar's programme into French: original → [words, state, stale]. */
export async function french(house: TestHouse, slug: string): Promise<Record<string, [string, string, boolean]>> {
  const rows = await query<{ original: string; body: string; state: string; stale: boolean }>(
    house,
    `select s.body as original, t.body, t.state, t.source_hash <> s.body_hash as stale
     from perenne.translation t
     join perenne.translation s on s.record_id = t.record_id and s.field = t.field and s.state = 'source'
     join perenne.space p on p.id = t.space_id
     where p.slug = $1 and t.language = 'fr' and t.state <> 'source'
       and t.record_table in ('programme', 'slot', 'slot_theme', 'slot_document', 'programme_room', 'programme_person')`,
    [slug],
  )
  return Object.fromEntries(rows.map(({ original, body, state, stale }) => [original, [body, state, stale]]))
}

import { deskChange } from '#convene/messages/desk-change.ts'
import { registration } from '#convene/messages/registration.ts'
import { typedTerritoryWords } from '#convene/messages/typed-territories.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, list } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { redirect } from '#ground/web/answer.ts'
import type { Flash } from '#ground/web/flash.ts'
import { type FieldErrors, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { forbidden } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { addTerritory } from '../acts/add-territory.ts'
import { nameTerritory, type TerritoryNamed } from '../acts/name-territory.ts'
import { foldOrganisation } from '../rules/fold.ts'
import { quotaNames } from '../store/hall-view.ts'
import { resembling, resemblingEach } from '../store/suggestions.ts'
import { namesOfRegistrants, typedTerritories } from '../store/typed-territories.ts'
import { deskPage } from './desk/desk-page.tsx'
import { type OfficeSeminar, peopleSeminar } from './desk.tsx'
import { obstacleInWords } from './me/obstacles.ts'
import { type OneTerritory, readMeant, territoryForm } from './territory-form.tsx'

const mostAlike = 5
const size = 25
// A message travels as a cookie: a handful of names has room in it.
const mostNamed = 5

const addressOf = (visit: Visit, seminar: OfficeSeminar) => `/${visit.locale}/desk/seminars/${seminar.slug}/territories`

/** The territories that registrants have typed, to match with known ones; or one of them, named by `?name=`. */
export async function showTerritories(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  const key = foldOrganisation(visit.url.searchParams.get('name') ?? '')
  if (key === '') return listPage(visit, seminar)
  const opened = await openOne(visit, seminar, key)
  if (!opened) return listPage(visit, seminar, typedTerritoryWords[visit.locale].gone)
  const first = {
    what: opened.alike[0]?.id ?? (opened.mayAdd ? 'new' : 'other'),
    name: opened.typed.names[0] ?? '',
    country: opened.typed.countries[0] ?? '',
  }
  return onePage(visit, seminar, opened, first, {}, newOnceKey(visit.house.keys))
}

async function listPage(visit: Visit, seminar: OfficeSeminar, gone?: string): Promise<Response> {
  const { locale } = visit
  const w = typedTerritoryWords[locale]
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const { rows, total } = await as(visit.house.db, visit.actor, async tx => {
    const all = await typedTerritories(tx, seminar.id)
    const shown = all.slice((page - 1) * size, page * size)
    const names = shown.map(({ names }) => names[0] ?? '')
    const alike = await resemblingEach(tx, 'territory', seminar.id, names, { locale, most: 3 })
    return { rows: shown.map((row, index) => ({ ...row, alike: alike[index] ?? [] })), total: all.length }
  })
  const at = addressOf(visit, seminar)
  return deskPage(
    visit,
    seminar,
    { title: w.title, lead: w.lead },
    <>
      {gone ? <Note tone="warning">{gone}</Note> : null}
      <DataTable
        t={parts[locale]}
        caption={w.caption}
        quiet
        rows={rows}
        address={at}
        paging={{ page, pages: Math.ceil(total / size), size, total }}
        rowLink={row => `${at}?${new URLSearchParams({ name: row.key })}`}
        columns={[
          { key: 'name', heading: w.name, cell: row => <span dir="auto">{row.names[0]}</span> },
          { key: 'people', heading: w.people, kind: 'number', cell: row => number(locale, row.people) },
          {
            key: 'country',
            heading: w.country,
            cell: row =>
              list(
                locale,
                row.countries.slice(0, 3).map(code => countryName(locale, code)),
              ),
          },
          {
            key: 'like',
            heading: w.like,
            cell: row =>
              row.alike.length === 0
                ? w.likeNone
                : list(
                    locale,
                    row.alike.map(({ name }) => name),
                  ),
          },
        ]}
        empty={{ title: w.emptyTitle, text: w.empty }}
      />
    </>,
  )
}

async function openOne(visit: Visit, seminar: OfficeSeminar, key: string): Promise<OneTerritory | null> {
  const { locale } = visit
  return as(visit.house.db, visit.actor, async tx => {
    const typed = (await typedTerritories(tx, seminar.id)).find(one => one.key === key)
    if (!typed) return null
    const alike = await resembling(tx, 'territory', seminar.id, typed.names[0] ?? '', { locale, most: mostAlike })
    return { typed, alike, mayAdd: may(visit, 'administer') }
  })
}

function onePage(
  visit: Visit,
  seminar: OfficeSeminar,
  opened: OneTerritory,
  typed: Typed,
  errors: FieldErrors,
  once: string,
) {
  const { locale } = visit
  const w = typedTerritoryWords[locale]
  const name = opened.typed.names[0] ?? ''
  return deskPage(
    visit,
    seminar,
    {
      title: w.oneTitle(name),
      heading: <span dir="auto">{w.oneTitle(name)}</span>,
      lead: w.count(opened.typed.people),
      above: [{ label: w.title, path: '/territories' }],
      failed: Object.keys(errors).length > 0,
      islands: ['search-suggestions'],
    },
    territoryForm(visit, seminar, opened, { typed, errors, once, address: addressOf(visit, seminar) }),
  )
}

/** Says which territory a typed name means: a known one or, for administrators, a new one. */
export async function sendTerritory(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const w = typedTerritoryWords[locale]
  const seminar = await peopleSeminar(visit)
  const { typed, once } = await readForm(visit.request)
  const led = await alreadySent(house, once)
  if (led) return redirect(visit, led)
  const key = foldOrganisation(textOf(typed, 'key'))
  const at = addressOf(visit, seminar)
  const opened = await openOne(visit, seminar, key)
  if (!opened) return redirect(visit, at, { tone: 'note', text: w.gone })
  const again = (errors: Record<string, string>) =>
    onePage(visit, seminar, opened, typed, inWords(w.errors, errors), once ?? newOnceKey(house.keys))
  const meant = await readMeant(visit, seminar, opened, typed)
  if ('errors' in meant) return again(meant.errors)
  let id: string
  if ('known' in meant) id = meant.known
  else {
    if (!opened.mayAdd) throw forbidden()
    const added = await addTerritory(house, visit.actor, meant.added)
    if (added === 'taken') return again({ name: 'taken' })
    id = added
  }
  const result = await nameTerritory(house, visit.actor, seminar.slug, key, id, { once, location: at })
  return redirect(visit, at, ...(await told(visit, seminar, result)))
}

async function told(visit: Visit, seminar: OfficeSeminar, result: TerritoryNamed): Promise<Flash[]> {
  const { locale } = visit
  const w = typedTerritoryWords[locale]
  if (result.outcome === 'gone') return [{ tone: 'note', text: w.gone }]
  if (result.outcome === 'too-late') return [{ tone: 'problem', text: w.tooLate }]
  const { people, full } = result
  const done: Flash[] = people > 0 ? [{ tone: 'done', text: w.named(people) }] : []
  if (full.length === 0) return done
  const first = full.slice(0, mostNamed)
  const { who, quotas } = await as(visit.house.db, visit.actor, async tx => ({
    who: await namesOfRegistrants(
      tx,
      first.map(({ id }) => id),
    ),
    quotas: await quotaNames(tx, seminar.id),
  }))
  const lines = first.map(({ id, obstacles }) => {
    const why = obstacles.map(one => obstacleInWords(locale, quotas, one, deskChange[locale].obstacles))
    return `${who.get(id) ?? registration[locale].desk.erased} (${list(locale, why)})`
  })
  const more = full.length > first.length ? ' …' : ''
  return [...done, { tone: 'problem', text: `${w.full(full.length)} ${lines.join('; ')}${more}` }]
}

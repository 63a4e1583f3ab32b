import { deskPeople } from '#convene/messages/desk-people.ts'
import { deskProgramme } from '#convene/messages/desk-programme.ts'
import { editingNew } from '#convene/messages/editing-new.ts'
import { registration } from '#convene/messages/registration.ts'
import { heldOnShort } from '#convene/seminar/acts/days-in-words.ts'
import { organises } from '#convene/seminar/acts/organises.ts'
import { as } from '#ground/database/actor.ts'
import type { DeskPart, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type DeskSeminar, seminarsOfSpaces } from '../store/desk.ts'
import { countRegistrations, countUndelivered } from '../store/desk-list.ts'
import { placesAndLine } from '../store/desk-places.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'
import { QuotaTable } from './desk/quota-table.tsx'
import { StandingOfSeminar } from './desk/standing.tsx'

const titleOfRow = (seminar: DeskSeminar, locale: Visit['locale']) => wordsOf(seminar.title, locale) || seminar.slug

/** What one works on: seminars, and what the other rooms give to do. */
export async function showDesk(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const words = deskPeople[locale].figures
  const spaces = [...(visit.signedIn?.may.get('read') ?? [])]
  const seminars = await as(visit.house.db, visit.actor, tx => seminarsOfSpaces(tx, spaces))
  const others = (await Promise.all(visit.house.rooms.map(room => room.deskHome?.(visit)))).filter(Boolean)
  const convenes = organises(visit)
  // To whoever organises none, an empty list of seminars says nothing where there is something else to do.
  const listed = seminars.length > 0 || convenes || others.length === 0
  const counted = (key: 'requested' | 'offered' | 'waiting', heading: string, query: string): Column<DeskSeminar> => ({
    key,
    heading,
    kind: 'number',
    cell: seminar => {
      if (!may(visit, 'people', seminar.id)) return '–'
      const value = number(locale, seminar[key] ?? 0)
      return seminar[key] ? <a href={`/${locale}/desk/seminars/${seminar.slug}/${query}`}>{value}</a> : value
    },
  })
  return page(
    visit,
    layout(
      visit,
      { title: m.title, office: true, breadcrumb: [{ label: m.title }] },
      <div class="stack">
        <PageHead title={m.title} {...(listed && others.length === 0 ? { lead: m.lead } : {})} />
        {listed ? (
          <DataTable
            t={parts[locale]}
            caption={m.caption}
            rows={seminars}
            address={`/${locale}/desk`}
            rowLink={seminar => `/${locale}/desk/seminars/${seminar.slug}`}
            columns={[
              { key: 'seminar', heading: m.seminar, cell: seminar => titleOfRow(seminar, locale) },
              { key: 'date', heading: m.date, cell: seminar => daysOf(seminar, locale) },
              counted('requested', words.toExamine, 'registrations?state=requested'),
              {
                key: 'confirmed',
                heading: words.taken,
                kind: 'number',
                cell: seminar => number(locale, seminar.taken ?? seminar.confirmed ?? 0),
              },
              counted('offered', words.offered, 'registrations?state=offered'),
              counted('waiting', m.waiting, 'waiting-list'),
              {
                key: 'free',
                heading: m.free,
                kind: 'number',
                cell: seminar =>
                  seminar.capacity === null
                    ? m.noLimit
                    : number(locale, Math.max(0, seminar.capacity - (seminar.taken ?? 0) - (seminar.held ?? 0))),
              },
            ]}
            empty={{
              title: m.emptyTitle,
              text: convenes ? m.empty : m.emptyOthers,
              ...(convenes ? { action: { href: `/${locale}/desk/seminars/new`, label: editingNew[locale].menu } } : {}),
            }}
          />
        ) : null}
        {others}
      </div>,
    ),
  )
}

/** A seminar as an office page needs it; 404 for one the visitor does not work on and may not see. */
export async function deskSeminar(visit: Visit) {
  const found = await as(visit.house.db, visit.actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { ...seminar, title: (await textsOf(tx, [seminar.id])).get(seminar.id)?.title }
  })
  if (!found) throw notFound()
  return { ...found, title: wordsOf(found.title, visit.locale) || found.slug }
}
export type OfficeSeminar = Awaited<ReturnType<typeof deskSeminar>>

/**
 * The same for pages about its people: 404 for whoever does not work on it, refused to those who do without looking
 * after people.
 */
export async function peopleSeminar(visit: Visit): Promise<OfficeSeminar> {
  const seminar = await deskSeminar(visit)
  if (!may(visit, 'read', seminar.id)) throw notFound()
  if (!may(visit, 'people', seminar.id)) throw new Refusal('forbidden', registration[visit.locale].desk.mayNot)
  return seminar
}

const daysOf = (seminar: { heldOn: string; endsAt: Temporal.Instant; timeZone: string }, locale: Locale) =>
  heldOnShort({ ...seminar, date: Temporal.PlainDate.from(seminar.heldOn) }, locale)

type Step = { label: string; path?: string }

/** The way to a page of the desk; the last step is the page itself. Paths are under the seminar's. */
export function deskTrail(visit: Visit, seminar: { title: string; slug: string }, ...here: (string | Step)[]) {
  const desk = `/${visit.locale}/desk`
  const at = `${desk}/seminars/${seminar.slug}`
  const steps: Step[] = [
    { label: seminar.title, path: '' },
    ...here.map(step => (typeof step === 'string' ? { label: step } : step)),
  ]
  return [
    { label: registration[visit.locale].desk.title, href: desk },
    ...steps.map(({ label, path }, index) =>
      index === steps.length - 1 || path === undefined ? { label } : { label, href: `${at}${path}` },
    ),
  ]
}

/** How a seminar stands and what there is to do for it: only what the visitor may enter. */
export async function showDeskSeminar(visit: Visit): Promise<Response> {
  const { locale } = visit
  const seminar = await deskSeminar(visit)
  if (!may(visit, 'read', seminar.id)) throw notFound()
  const people = may(visit, 'people', seminar.id)
  const standing = people
    ? await as(visit.house.db, visit.actor, async tx => ({
        counts: await countRegistrations(tx, seminar.id),
        undelivered: await countUndelivered(tx, seminar.id),
        ...(await placesAndLine(tx, seminar.id)),
      }))
    : null
  const cards = await Promise.all(
    visit.house.rooms.map(room => room.deskCard?.(visit, { id: seminar.id, slug: seminar.slug })),
  )
  return page(
    visit,
    layout(
      visit,
      { title: seminar.title, office: true, breadcrumb: deskTrail(visit, seminar) },
      <div class="stack">
        <PageHead kicker={daysOf(seminar, locale)} title={seminar.title} />
        {cards}
        {standing ? (
          <>
            <StandingOfSeminar visit={visit} slug={seminar.slug} quotas={standing.places.quotas} {...standing} />
            {standing.places.quotas.length > 1 ? <QuotaTable visit={visit} slug={seminar.slug} {...standing} /> : null}
          </>
        ) : null}
        <Doors visit={visit} seminar={seminar} />
      </div>,
    ),
  )
}

const deskParts: readonly DeskPart[] = ['page', 'programme', 'people', 'mails', 'team']

function Doors({ visit, seminar }: { visit: Visit; seminar: OfficeSeminar }) {
  const { locale, house } = visit
  const titles = { ...deskPeople[locale].doors.parts, programme: deskProgramme[locale].part }
  const doors = house.rooms
    .flatMap(room => room.desk ?? [])
    .filter(({ needs }) =>
      needs === 'evaluates'
        ? may(visit, 'people', seminar.id) || may(visit, 'evaluate', seminar.id)
        : needs === null || may(visit, needs, seminar.id),
    )
  return (
    <>
      {deskParts
        .map(part => ({ part, here: doors.filter(door => door.part === part) }))
        .filter(({ here }) => here.length > 0)
        .map(({ part, here }) => (
          <section class="stack" aria-labelledby={`doors-${part}`}>
            <h2 id={`doors-${part}`}>{titles[part]}</h2>
            <ul class="doors">
              {here.map(door => {
                const { label, text } = door.words(locale)
                return (
                  <li>
                    <a href={door.at({ locale, id: seminar.id, slug: seminar.slug })}>{label}</a>
                    <p class="small">{text}</p>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
    </>
  )
}

import { registration } from '#convene/messages/registration.ts'
import { seminarMessages } from '#convene/messages/seminar.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type DeskSeminar, seminarsOfSpaces } from '../store/desk.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'

const titleOfRow = (seminar: DeskSeminar, locale: Visit['locale']) => wordsOf(seminar.title, locale) || seminar.slug

/** The seminars one works on. */
export async function showDesk(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const spaces = [...(visit.signedIn?.may.get('read') ?? [])]
  const seminars = await as(visit.house.db, visit.actor, tx => seminarsOfSpaces(tx, spaces))
  const counted = (seminar: DeskSeminar, value: number | null) =>
    value === null || !may(visit, 'people', seminar.id) ? '–' : number(locale, value)
  return page(
    visit,
    layout(
      visit,
      { title: m.title, office: true, breadcrumb: [{ label: m.title }] },
      <div class="stack">
        <PageHead title={m.title} lead={m.lead} />
        <DataTable
          t={parts[locale]}
          caption={m.caption}
          rows={seminars}
          address={`/${locale}/desk`}
          rowLink={seminar => `/${locale}/desk/seminars/${seminar.slug}`}
          columns={[
            { key: 'seminar', heading: m.seminar, cell: seminar => titleOfRow(seminar, locale) },
            { key: 'date', heading: m.date, cell: seminar => date(locale, Temporal.PlainDate.from(seminar.heldOn)) },
            {
              key: 'confirmed',
              heading: m.confirmed,
              kind: 'number',
              cell: seminar => number(locale, seminar.taken ?? 0),
            },
            { key: 'waiting', heading: m.waiting, kind: 'number', cell: seminar => counted(seminar, seminar.waiting) },
            {
              key: 'free',
              heading: m.free,
              kind: 'number',
              cell: seminar =>
                seminar.capacity === null
                  ? m.noLimit
                  : number(locale, Math.max(0, seminar.capacity - (seminar.taken ?? 0))),
            },
          ]}
          empty={{
            title: m.emptyTitle,
            text: m.empty,
            ...(may(visit, 'edit')
              ? { action: { href: `/${locale}/desk/import`, label: seminarMessages[locale].importing.menu } }
              : {}),
          }}
        />
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

export const deskTrail = (visit: Visit, seminar: { title: string; slug: string }, here?: string) => [
  { label: registration[visit.locale].desk.title, href: `/${visit.locale}/desk` },
  here === undefined
    ? { label: seminar.title }
    : { label: seminar.title, href: `/${visit.locale}/desk/seminars/${seminar.slug}` },
  ...(here === undefined ? [] : [{ label: here }]),
]

/** What there is to do for a seminar: only what the visitor may enter. */
export async function showDeskSeminar(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const seminar = await deskSeminar(visit)
  if (!may(visit, 'read', seminar.id)) throw notFound()
  const at = `/${locale}/desk/seminars/${seminar.slug}`
  const people = may(visit, 'people', seminar.id)
  const doors = [
    ...(people
      ? [
          { href: `${at}/registrations`, label: m.registrations, text: m.registrationsText },
          { href: `${at}/mails`, label: m.mails, text: m.mailsText },
        ]
      : []),
    ...(may(visit, 'translate', seminar.id)
      ? [{ href: `/${locale}/desk/texts?space=${seminar.id}`, label: m.texts, text: m.textsText }]
      : []),
    { href: `/${locale}/seminars/${seminar.slug}`, label: m.page, text: m.pageText },
  ]
  return page(
    visit,
    layout(
      visit,
      { title: seminar.title, office: true, breadcrumb: deskTrail(visit, seminar) },
      <div class="stack">
        <PageHead kicker={date(locale, Temporal.PlainDate.from(seminar.heldOn))} title={seminar.title} />
        <ul class="doors">
          {doors.map(door => (
            <li>
              <a href={door.href}>{door.label}</a>
              <p class="small">{door.text}</p>
            </li>
          ))}
        </ul>
      </div>,
    ),
  )
}

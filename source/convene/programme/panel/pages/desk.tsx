import { programmePanel } from '#convene/messages/programme-panel.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { number } from '#ground/languages/say.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { EmptyPage, Figures, Note, PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { askPanel, type PanelAsking } from '../acts/invite.ts'
import { countSeats, isToInvite, isToRemind, isUnreachable } from '../rules/panel.ts'
import { AskForm, NotYet } from './ask-form.tsx'
import { lookPage, notesOf, readNotes } from './look.tsx'
import {
  deskOf,
  type ListedPerson,
  nameOf,
  type OfficePanel,
  panelOfOffice,
  panelTrail,
  slotTitleOf,
} from './office.ts'
import { OthersTable, SeatsTable } from './tables.tsx'

/** GET /:l/desk/seminars/:slug/panel: every seat and its answer, who else is on the programme, and asking them. */
export async function showPanel(visit: Visit): Promise<Response> {
  return panelPage(visit, await panelOfOffice(visit), null)
}

/** POST of the same: shows the mail to those who were chosen, and sends it once it was looked at. */
export async function sendPanel(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const panel = await panelOfOffice(visit)
  const m = programmePanel[locale]
  if (!may(visit, 'people', panel.id)) throw new Refusal('forbidden', m.mayNotWrite)
  const { typed, once: key } = await readForm(visit.request)
  const led = await alreadySent(house, key)
  if (led) return redirect(visit, led)
  const kind: PanelAsking = textOf(typed, 'kind') === 'remind' ? 'remind' : 'invite'
  const once = key ?? newOnceKey(house.keys)
  const here = `${deskOf(visit, panel.slug)}/panel`
  if (panel.window !== 'open') return redirect(visit, here, { tone: 'problem', text: m.closed[panel.window] })
  const ids = chosen(typed, kind)
  const people = toAsk(panel, kind).filter(({ id }) => ids.includes(id))
  if (ids.length > 0 && people.length === 0) return redirect(visit, here, { tone: 'note', text: m.nobodyLeft })
  if (people.length === 0) return panelPage(visit, panel, { kind, typed, errors: { [`${kind}[]`]: 'people' } })
  const next = textOf(typed, '_next')
  if (next === 'choose') return panelPage(visit, panel, { kind, typed })
  const notes = readNotes(typed)
  const wrong = Object.keys(notes.errors).length > 0
  if (next !== 'send' || wrong) return lookPage(visit, panel, { kind, people, typed, errors: notes.errors, once })
  const done = await askPanel(house, actor, panel.slug, kind, ids, notesOf(typed), { once, location: here })
  if (done.outcome === 'closed') return redirect(visit, here, { tone: 'problem', text: m.closed[done.window] })
  if (done.sent === 0) return redirect(visit, here, { tone: 'note', text: m.nobodyLeft })
  const text = [m.sent(done.sent), ...(done.left > 0 ? [m.left(done.left)] : [])].join(' ')
  return redirect(visit, here, { tone: 'done', text })
}

const chosen = (typed: Typed, kind: PanelAsking): string[] => {
  const values = typed[`${kind}[]`] ?? []
  return typeof values === 'string' ? [values] : [...values]
}

const toAsk = ({ people, now }: OfficePanel, kind: PanelAsking): ListedPerson[] =>
  people.filter(({ asked }) => (kind === 'invite' ? isToInvite(asked) : isToRemind(asked, now)))

type Shown = { kind: PanelAsking; typed: Typed; errors?: FieldErrors } | null

function panelPage(visit: Visit, panel: OfficePanel, shown: Shown) {
  const { locale } = visit
  const m = programmePanel[locale]
  const desk = deskOf(visit, panel.slug)
  const seats = panel.slots.flatMap(slot => slot.seats)
  const count = countSeats(seats.map(({ state }) => state))
  const unreachable = panel.people.filter(({ asked }) => isUnreachable(asked))
  const failed = shown?.errors !== undefined
  const errorsOf = (kind: PanelAsking) => (shown?.kind === kind ? inWords(m.errors, shown.errors ?? {}) : {})
  const typedOf = (kind: PanelAsking) => (shown?.kind === kind ? shown.typed : {})
  const others = panel.people.filter(({ id }) => panel.roles.some(({ programmePersonId }) => programmePersonId === id))
  const cannot = panel.roles.flatMap(({ state, slot, role, programmePersonId }) => {
    const person = state === 'declined' ? panel.people.find(({ id }) => id === programmePersonId) : undefined
    return person ? [{ slot, person, does: m.roles[role](slotTitleOf(panel, slot, locale)) }] : []
  })
  const mayWrite = may(visit, 'people', panel.id)
  const reminders = toAsk(panel, 'remind')
  return page(
    visit,
    layout(
      visit,
      { title: `${m.title} – ${panel.title}`, office: true, failed, breadcrumb: panelTrail(visit, panel) },
      <div class="stack">
        <PageHead kicker={panel.title} title={m.title} lead={m.lead} />
        {seats.length > 0 ? (
          <Figures
            figures={[
              { label: m.figures.confirmed, value: number(locale, count.confirmed), of: number(locale, seats.length) },
              { label: m.figures.invited, value: number(locale, count.invited) },
              {
                label: m.figures.declined,
                value: number(locale, count.declined),
                ...(count.declined > 0 ? { explain: m.figures.declinedExplain } : {}),
              },
              { label: m.figures.open, value: number(locale, count.open) },
            ]}
          />
        ) : null}
        {panel.people.length === 0 ? (
          <EmptyPage title={m.noneTitle} text={m.none} action={{ href: `${desk}/edit/people`, label: m.toPeople }} />
        ) : panel.window !== 'open' ? (
          <Note tone="warning">{m.closed[panel.window]}</Note>
        ) : mayWrite ? (
          <div class="stack">
            <AskForm
              {...{ visit, panel }}
              kind="invite"
              people={toAsk(panel, 'invite')}
              typed={typedOf('invite')}
              errors={errorsOf('invite')}
            />
            {reminders.length > 0 ? (
              <AskForm
                {...{ visit, panel }}
                kind="remind"
                people={reminders}
                typed={typedOf('remind')}
                errors={errorsOf('remind')}
              />
            ) : null}
            <NotYet visit={visit} panel={panel} />
          </div>
        ) : (
          <p>{m.mayNotWrite}</p>
        )}
        {unreachable.length > 0 ? (
          <Note tone="warning" title={m.unreachable.title(unreachable.length)}>
            <p>{m.unreachable.text}</p>
            <ul class="close">
              {unreachable.map(person => (
                <li>
                  <a href={`${desk}/edit/people/${person.key}`}>{nameOf(person)}</a>
                </li>
              ))}
            </ul>
          </Note>
        ) : null}
        {cannot.length > 0 ? (
          <Note tone="warning" title={m.cannot.title(cannot.length)}>
            <p>{m.cannot.text}</p>
            <ul class="close">
              {cannot.map(({ slot, person, does }) => (
                <li>
                  {nameOf(person)}: <a href={`${desk}/edit/slots/${slot}`}>{does}</a>
                </li>
              ))}
            </ul>
          </Note>
        ) : null}
        <Waiting visit={visit} panel={panel} />
        {panel.slots.map(one => (
          <section class="close">
            <h2>{one.title}</h2>
            <p class="small">
              {one.when} · <a href={`${desk}/edit/slots/${one.slot.key}/panel`}>{m.changeSeats}</a>
            </p>
            <SeatsTable visit={visit} panel={panel} slot={one} />
          </section>
        ))}
        {others.length > 0 ? (
          <section class="close">
            <h2>{m.others}</h2>
            <p class="small">{m.othersLead}</p>
            <OthersTable visit={visit} panel={panel} people={others} />
          </section>
        ) : null}
      </div>,
    ),
    failed ? 422 : 200,
  )
}

/** What people wrote of themselves in a language that is not the first of the seminar's. */
function Waiting({ visit, panel }: { visit: Visit; panel: OfficePanel }) {
  const { locale } = visit
  const m = programmePanel[locale].waiting
  const found = panel.waiting.flatMap(words => {
    const person = panel.people.find(({ id }) => id === words.programmePersonId)
    return person ? [{ ...words, person }] : []
  })
  if (found.length === 0) return null
  return (
    <section class="close">
      <h2>{m.title}</h2>
      <p>{m.lead(languageName(locale, panel.file.source))}</p>
      {found.map(({ person, field, language, body }) => (
        <Note>
          <p>
            <strong>{nameOf(person)}</strong>, {m.fields[field]} ({languageName(locale, language)})
          </p>
          <div lang={language === locale ? undefined : language}>
            <Paragraphs text={body} />
          </div>
          <p>
            <a href={`${deskOf(visit, panel.slug)}/edit/people/${person.key}`}>{m.write}</a>
          </p>
        </Note>
      ))}
    </section>
  )
}

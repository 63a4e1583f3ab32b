import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { cityOf, dateOf, hoursOf, titleOf, venueOf } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Facts, Multilingual, Note, PageHead, Region, State } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { answerForSeats } from '../acts/panel-answer.ts'
import { openPanelToken } from '../acts/panel-link.ts'
import { type OwnPanel, readOwnPanel } from '../acts/panel-own.ts'
import { organisationName, slotTime, slotTitle } from '../acts/panel-words.ts'
import { type SeatAnswer, seatAnswers } from '../rules/panel.ts'
import type { OwnSlot } from '../store/panel-own.ts'
import { AnswerForm, seatField } from './panel-own-answer.tsx'
import { DataForm, typedOf } from './panel-own-data-form.tsx'
import { kindOfAnswer, regionNames } from './panel-regions.ts'

/** The address of somebody's own page, or of something below it, in its language. */
export const ownAddress = (visit: Visit, below = '') => `/${visit.locale}/panel/${visit.param('token')}${below}`

export const badLink = (visit: Visit) => new Refusal('not-found', panelOwn[visit.locale].badLink)

/**
 * Who on a programme this visit holds the link of. Nothing of the answer may be kept by anybody on the way, and the address
 * must not travel on to whatever the reader opens next.
 *
 * @throws Refusal `not-found` for a link that is forged, cut, meant for something else or not valid any more
 */
export async function linkHolder(visit: Visit): Promise<{ id: string; erased: boolean }> {
  visit.headers.set('cache-control', 'no-store')
  visit.headers.set('referrer-policy', 'no-referrer')
  visit.headers.set('x-robots-tag', 'noindex')
  const found = await openPanelToken(visit.house, visit.param('token'))
  if (found === null) throw badLink(visit)
  return found
}

/** @throws Refusal `not-found` as `linkHolder`, and once the person was erased */
export async function openOwnPanel(visit: Visit): Promise<OwnPanel> {
  const { id } = await linkHolder(visit)
  const panel = await readOwnPanel(visit.house, id)
  if (panel === null) throw badLink(visit)
  return panel
}

/** GET /:l/panel/:token: what somebody is asked for, their answer, and what is said of them. */
export async function showOwnPanel(visit: Visit): Promise<Response> {
  return ownPanelPage(visit, await openOwnPanel(visit))
}

/** POST: their answer, seat by seat. */
export async function sendAnswer(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const panel = await openOwnPanel(visit)
  const m = panelOwn[locale].answer
  const { typed, once } = await readForm(visit.request)
  const led = await alreadySent(house, once)
  const here = ownAddress(visit)
  if (led) return redirect(visit, led)
  // In the order of the page, which is that of the timetable.
  const said = panel.slots.flatMap(slot =>
    panel.own.seats
      .filter(({ slotId }) => slotId === slot.id)
      .map(({ id }) => ({ id, slot, answer: answerOf(textOf(typed, seatField(id))) })),
  )
  // A seat that was taken from them since the form was shown is told as such, not as an empty form.
  const others = Object.keys(typed).filter(
    name => name.startsWith('seat.') && !panel.own.seats.some(({ id }) => name === seatField(id)),
  )
  if (others.length > 0) return redirect(visit, here, { tone: 'problem', text: m.givenAway })
  if (panel.window !== 'open') return redirect(visit, here, { tone: 'problem', text: m.closed[panel.window] })
  const answers = new Map(said.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer] as const])))
  if (answers.size < said.length || said.length === 0) {
    const missing = said.filter(({ answer }) => answer === null)
    const say = (slot: OwnSlot) => (said.length === 1 ? m.missing : m.missingFor(slotTitle(slot, locale)))
    const errors = Object.fromEntries(missing.map(({ id, slot }) => [seatField(id), say(slot)]))
    return ownPanelPage(visit, panel, { answer: { typed, errors, once } })
  }
  const done = await answerForSeats(house, panel.own.id, answers, { once, location: here })
  switch (done.outcome) {
    case 'answered':
      return redirect(visit, here, {
        tone: 'done',
        text: [...answers.values()].every(answer => answer === 'declined') ? m.doneNo : m.done,
      })
    case 'closed':
      return redirect(visit, here, { tone: 'problem', text: m.closed[done.window] })
    default:
      return redirect(visit, here, { tone: 'problem', text: m.givenAway })
  }
}

const answerOf = (text: string): SeatAnswer | null => seatAnswers.find(answer => answer === text) ?? null

export type Filled = { typed: Typed; errors: FieldErrors; once: string | null }

/** The page, with what was typed into one of its forms when that has to be put right. */
export function ownPanelPage(
  visit: Visit,
  panel: OwnPanel,
  { answer, data }: { answer?: Filled; data?: Filled & { version: string } } = {},
) {
  const { locale } = visit
  const m = panelOwn[locale]
  const { own, seminar, words } = panel
  const title = titleOf(words, seminar, locale)
  const failed = answer !== undefined || data !== undefined
  const organisation = organisationName(panel, own.organisationId, locale)
  return page(
    visit,
    layout(
      visit,
      { title: `${m.title} – ${title}`, noIndex: true, failed },
      <div class="stack measure">
        <PageHead kicker={title} title={`${own.givenName} ${own.familyName}`.trim()} lead={m.leads[leadOf(panel)]} />
        <Facts
          facts={[
            {
              term: m.when,
              value: `${dateOf(seminar, locale)}, ${hoursOf(seminar, locale)} (${cityOf(seminar, locale)})`,
            },
            { term: m.venue, value: venueOf(seminar, words, locale) },
            ...(organisation === null ? [] : [{ term: m.organisation, value: organisation }]),
          ]}
        />
        {panel.slots.length > 0 ? <OwnSlots visit={visit} panel={panel} /> : null}
        {own.seats.length > 0 ? (
          panel.window === 'open' ? (
            <AnswerForm {...{ visit, panel }} filled={answer} />
          ) : (
            <Note tone="warning">{m.answer.closed[panel.window]}</Note>
          )
        ) : null}
        <DataForm {...{ visit, panel }} filled={data ?? typedOf(panel, locale)} />
        <p class="small">{own.email === null ? m.noAddress : m.address(own.email)}</p>
        <ul>
          {seminar.visibility === 2 ? (
            <li>
              <a href={`/${locale}/seminars/${seminar.slug}`}>{m.seminarPage}</a>
            </li>
          ) : null}
          <li>
            <a href={ownAddress(visit, '/erase')}>{m.erase.link}</a>
          </li>
        </ul>
        <Note>{m.keep}</Note>
        <Contacts visit={visit} panel={panel} />
      </div>,
    ),
    failed ? 422 : 200,
  )
}

function leadOf({ own }: OwnPanel): keyof (typeof panelOwn)['en']['leads'] {
  const states = new Set(own.seats.map(({ state }) => state))
  if (states.has('invited')) return 'unanswered'
  if (states.size > 1) return 'mixed'
  if (states.has('confirmed')) return 'confirmed'
  if (states.has('declined')) return 'declined'
  return own.roles.length > 0 ? 'part' : 'nothing'
}

/** What somebody is asked for, and nothing else of the draft. */
function OwnSlots({ visit, panel }: { visit: Visit; panel: OwnPanel }) {
  const { locale } = visit
  const m = panelOwn[locale]
  const { own, slots } = panel
  return (
    <section class="close">
      <h2>{own.seats.some(({ state }) => state === 'invited') ? m.parts : m.partsDone}</h2>
      <ul class="close">
        {slots.map(slot => (
          <li>
            <strong>
              <SlotTitle slot={slot} locale={locale} />
            </strong>
            <br />
            {slotTime(panel, slot, locale)}
            {wordsOf(slot.room, locale) === '' ? null : ` · ${m.room(wordsOf(slot.room, locale))}`}
            {own.seats
              .filter(({ slotId }) => slotId === slot.id)
              .map(seat => (
                <div>
                  <Region
                    t={parts[locale]}
                    region={regionNames[seat.region]}
                    label={m.as.seat(parts[locale].text.regions[regionNames[seat.region]])}
                  />{' '}
                  <State kind={kindOfAnswer[seat.state]}>{m.states[seat.state]}</State>
                </div>
              ))}
            {own.roles
              .filter(({ slotId }) => slotId === slot.id)
              .map(({ role }) => (
                <div>{m.as[role]}</div>
              ))}
          </li>
        ))}
      </ul>
      <p class="small">{m.draft}</p>
    </section>
  )
}

/** A title that is not yet in the reader's language says so. */
function SlotTitle({ slot, locale }: { slot: OwnSlot; locale: Locale }) {
  const shown = show(slot.title, locale)
  return shown ? (
    <Multilingual t={parts[locale]} locale={locale} shown={shown} />
  ) : (
    <span>{slotTitle(slot, locale)}</span>
  )
}

function Contacts({ visit, panel }: { visit: Visit; panel: OwnPanel }) {
  const { contacts } = panel.words
  if (contacts.length === 0) return null
  return (
    <section class="close">
      <h2>{panelOwn[visit.locale].contact}</h2>
      <ul>
        {contacts.map(({ email, telephone, label }) => (
          <li>
            {wordsOf(label, visit.locale) === '' ? null : `${wordsOf(label, visit.locale)} – `}
            {email === null ? telephone : <a href={`mailto:${email}`}>{email}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}

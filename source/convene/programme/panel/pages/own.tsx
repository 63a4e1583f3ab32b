import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { cityOf, dateOf, hoursOf, titleOf, venueOf } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, Note, PageHead, Region, State } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { openPanelToken } from '../acts/link.ts'
import { type OwnPanel, readOwnPanel } from '../acts/own.ts'
import { organisationName, slotTime, slotTitle } from '../acts/words.ts'
import type { OwnSlot } from '../store/own.ts'
import { AnswerFields, askedParts } from './own-answer.tsx'
import { DataFields, type FilledOwn, typedOf } from './own-data-form.tsx'
import { kindOfAnswer, regionNames } from './regions.ts'

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

/** The page, with what was typed into its form when that has to be put right. */
export function ownPanelPage(visit: Visit, panel: OwnPanel, again?: FilledOwn) {
  const { locale } = visit
  const m = panelOwn[locale]
  const { own, seminar, words } = panel
  const title = titleOf(words, seminar, locale)
  const failed = again !== undefined
  const filled = again ?? typedOf(panel, locale)
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
        <Form
          t={parts[locale]}
          action={ownAddress(visit)}
          version={filled.version}
          once={filled.once ?? newOnceKey(visit.house.keys)}
          errors={filled.errors}
        >
          <AnswerFields {...{ visit, panel }} typed={filled.typed} />
          <DataFields {...{ visit, panel, filled }} />
          <Buttons>
            <Button>{m.button}</Button>
          </Buttons>
        </Form>
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

function leadOf(panel: OwnPanel): keyof (typeof panelOwn)['en']['leads'] {
  const { own } = panel
  const states = new Set(askedParts(panel).map(({ state }) => state))
  if (own.seats.some(({ state }) => state === 'invited')) return 'unanswered'
  if (states.has('invited')) return 'part'
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
      <h2>{askedParts(panel).some(({ state }) => state === 'invited') ? m.parts : m.partsDone}</h2>
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
              .map(({ role, state }) => (
                <div>
                  {m.as[role]} {state === 'open' ? null : <State kind={kindOfAnswer[state]}>{m.states[state]}</State>}
                </div>
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
    <Multilingual
      t={parts[locale]}
      locale={locale}
      shown={{ ...shown, text: partNamed(slot.part, shown.text, shown.language) }}
    />
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

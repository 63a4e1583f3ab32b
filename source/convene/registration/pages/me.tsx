import { letterNumber } from '#convene/letters/rules/number.ts'
import { lastNotice } from '#convene/life/store/notices.ts'
import { lifeWords } from '#convene/messages/life.ts'
import { needs } from '#convene/messages/needs.ts'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import { rests } from '#convene/seminar/rules/life.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import { Card, Columns, Facts, Note, PageHead, State, type StateKind } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { cityOf, dateOf, hoursOf, momentAt, titleOf, venueOf } from '../acts/seminar-in-words.ts'
import { holdsPlace } from '../rules/states.ts'
import { quotaNames } from '../store/hall-view.ts'
import { unreachedAddress, validLetter } from '../store/held.ts'
import { consentsGiven } from '../store/own.ts'
import { rankOf } from '../store/rank.ts'
import { Contacts } from './contacts.tsx'
import { AnswersGiven, ConsentsGiven, NeedsGiven } from './me/answers.tsx'
import { CodeImage, hasCode } from './me/code.tsx'
import { isHeld, mayAccept, mayCancel, mayChange, mayComeUp, mayHandOn, mayStateNeeds } from './me/may.ts'
import { type Opened, openOwn, ownAddress } from './me/open.ts'
import { leadOf, Offer, Standing } from './me/standing.tsx'

export const kindOfState: Record<RegistrationState, StateKind> = {
  requested: 'neutral',
  waiting: 'waiting',
  offered: 'waiting',
  confirmed: 'ok',
  refused: 'no',
  cancelled: 'no',
  expired: 'no',
}

/** A person's own page, by the signed link of their mails: where their registration stands, and what they can do. */
export async function showMe(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const opened = await openOwn(visit)
  const { own, seminar, words } = opened
  const w = ownPage[locale]
  const more = await readMore(visit, opened)
  const title = titleOf(words, seminar, locale)
  const here = ownAddress(visit)
  const at = (instant: Temporal.Instant) => momentAt(seminar, locale, instant)
  const facts = (
    <Facts
      facts={[
        {
          term: w.when,
          value:
            seminar.life === 'postponed'
              ? lifeWords[locale].page.whenPostponed(date(locale, Temporal.PlainDate.from(seminar.heldOn)))
              : `${dateOf(seminar, locale)}, ${hoursOf(seminar, locale)} (${cityOf(seminar, locale)})`,
        },
        { term: w.venue, value: venueOf(seminar, words, locale) },
        { term: w.since, value: at(own.stateSince) },
      ]}
    />
  )
  const aside = hasCode(opened) ? (
    <Code visit={visit} opened={opened} here={here} />
  ) : mayAccept(opened) ? (
    <Offer {...{ locale, opened, here }} once={newOnceKey(house.keys)} />
  ) : null
  return page(
    visit,
    layout(
      visit,
      { title: `${w.title} – ${title}`, noIndex: true },
      <>
        <PageHead kicker={title} title={w.of(own.name)} lead={leadOf({ locale, opened, line: more.line })}>
          <p class="after-lead">
            <State kind={kindOfState[own.state]}>{registration[locale].states[own.state]}</State>
          </p>
        </PageHead>
        <Columns
          card={aside ?? <Card>{facts}</Card>}
          rest={
            <>
              <section class="close">
                <h2>{w.answers.title}</h2>
                <AnswersGiven locale={locale} own={own} territory={more.territory} since={at(own.requestedAt)} />
              </section>
              <section class="close">
                <h2>{needs[locale].title}</h2>
                <NeedsGiven locale={locale} own={own} />
              </section>
              {more.consents.length > 0 ? (
                <section class="close">
                  <h2>{w.consents.title}</h2>
                  <ConsentsGiven locale={locale} own={own} seminar={seminar} consents={more.consents} />
                </section>
              ) : null}
            </>
          }
        >
          {more.unreached ? (
            <Note tone="problem" title={w.undelivered.title(more.unreached)}>
              <p>{w.undelivered.correct}</p>
              <p>{w.undelivered.ask}</p>
            </Note>
          ) : null}
          <Standing {...{ locale, opened }} {...more} />
          {aside ? facts : null}
          <ul>
            {own.state === 'confirmed' ? (
              <li>
                <a href={`${here}/calendar.ics`}>{isHeld(opened) ? w.calendar : lifeWords[locale].page.calendarOut}</a>
              </li>
            ) : null}
            {seminar.visibility === 2 ? (
              <li>
                <a href={`/${locale}/seminars/${seminar.slug}`}>{w.seminarPage}</a>
              </li>
            ) : null}
          </ul>
          {more.letter ? (
            <section class="close">
              <h2>{w.letter.title}</h2>
              <p>
                {w.letter.text(
                  letterNumber(seminar.heldOn, more.letter.number),
                  dayOf(more.letter.issuedAt, opened, visit),
                )}
              </p>
              <p>
                <a href={`${here}/letter.pdf`}>{w.letter.open}</a>
              </p>
            </section>
          ) : null}
          <Actions visit={visit} opened={opened} here={here} hasConsents={words.consents.length > 0} />
          <Note>{w.keep}</Note>
          <Contacts title={w.contact} contacts={words.contacts} locale={locale} />
        </Columns>
      </>,
    ),
  )
}

function Code({ visit, opened, here }: { visit: Visit; opened: Opened; here: string }) {
  const w = ownPage[visit.locale].code
  return (
    <Card title={w.title}>
      <CodeImage keys={visit.house.keys} own={opened.own} alt={w.alt(opened.own.name)} />
      <p>{w.text}</p>
      <p>
        <a href={`${here}/qr.svg`}>{w.save}</a>
      </p>
    </Card>
  )
}

const dayOf = (instant: Temporal.Instant, { seminar }: Opened, visit: Visit) =>
  date(visit.locale, instant.toZonedDateTimeISO(seminar.timeZone).toPlainDate())

/**
 * What the own page shows besides the registration itself. As a job, since a link sees its own registration only: a rank
 * is a number about others, and mails are read by organisers.
 */
function readMore(visit: Visit, opened: Opened) {
  const { own, seminar } = opened
  return as(visit.house.db, job('own-page'), async tx => ({
    line: own.state === 'waiting' && mayComeUp(opened) ? await rankOf(tx, seminar.id, own) : null,
    quotaNames: own.state === 'waiting' ? await quotaNames(tx, seminar.id) : new Map<string, undefined>(),
    unreached: await unreachedAddress(tx, own.id),
    letter: await validLetter(tx, own.id),
    notice: await lastNotice(tx, seminar.id),
    consents: await consentsGiven(tx, own.id),
    territory: own.territoryId ? (await textsOf(tx, [own.territoryId])).get(own.territoryId)?.name : undefined,
  }))
}

type ActionsProps = { visit: Visit; opened: Opened; here: string; hasConsents: boolean }

/** What can be done from here, each on a page of its own. */
function Actions({ visit, opened, here, hasConsents }: ActionsProps) {
  const { locale } = visit
  const { own, seminar, admission } = opened
  const w = ownPage[locale].actions
  const until = momentAt(seminar, locale, admission.changeUntil)
  const city = cityOf(seminar, locale)
  return (
    <section class="stack">
      <h2>{w.title}</h2>
      {mayChange(opened) ? (
        <p class="buttons">
          <LinkButton href={`${here}/change`} kind="secondary">
            {w.change}
          </LinkButton>
          <span class="small">{w.changeUntil(until, city)}</span>
        </p>
      ) : mayCancel(opened) && !rests(admission.life) ? (
        <>
          <p>{w.changeClosed(until, city)}</p>
          {mayStateNeeds(opened) ? (
            <p class="buttons">
              <LinkButton href={`${here}/change`} kind="secondary">
                {w.sayNeeds}
              </LinkButton>
              <span class="small">{w.changeUntil(momentAt(seminar, locale, admission.startsAt), city)}</span>
            </p>
          ) : null}
        </>
      ) : null}
      <ul>
        {mayHandOn(opened) ? (
          <li>
            <a href={`${here}/hand-on`}>{w.handOn}</a>
          </li>
        ) : null}
        {mayCancel(opened) ? (
          <li>
            <a href={`${here}/cancel`}>
              {own.state === 'offered' ? w.decline : holdsPlace(own.state) ? w.cancel : w.withdraw}
            </a>
          </li>
        ) : null}
        {hasConsents ? (
          <li>
            <a href={`${here}/consents`}>{w.consents}</a>
          </li>
        ) : null}
        <li>
          <a href={`${here}/data`}>{w.data}</a>
        </li>
        <li>
          <a href={`${here}/erase`}>{w.erase}</a>
        </li>
      </ul>
    </section>
  )
}

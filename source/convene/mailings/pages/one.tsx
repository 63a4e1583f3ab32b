import { mailingsWords } from '#convene/messages/mailings.ts'
import { sampleRecipient } from '#convene/registration/acts/mail-sample.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { templateOf } from '#ground/mail/acts/compose.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Card, Columns, Figures, Note, PageHead, State } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import { type AudienceCount, countAudience, oneOfEachLanguage } from '../store/audience.ts'
import { namesOfInvitations } from '../store/invitations.ts'
import { deliveriesOf, type Mailing, noDeliveries, notDelivered, readMailing } from '../store/mailings.ts'
import { Actions, type Wrong } from './actions.tsx'
import { DeliveryOf } from './delivery.tsx'
import { audienceInWords, kindOfState, nameOfMailing } from './in-words.ts'
import { whenOf } from './list.tsx'
import { aboveMailings, type OfficeSeminar, officeSeminar, trail } from './office.tsx'
import { MailPreview } from './preview.tsx'

/** How many of those whom a mailing did not reach are listed. */
const mostListed = 100

/** A mailing of the seminar that the address names. @throws Refusal `not-found` */
export async function openMailing(visit: Visit): Promise<{ seminar: OfficeSeminar; mailing: Mailing }> {
  const seminar = await officeSeminar(visit)
  const id = visit.param('id')
  const mailing = isUuid(id) ? await as(visit.house.db, visit.actor, tx => readMailing(tx, seminar.id, id)) : null
  if (!mailing) throw notFound()
  return { seminar, mailing }
}

/** GET /:l/desk/seminars/:slug/mailings/:id: what it says to whom, in each language; what can be done; how it arrived. */
export async function showMailing(visit: Visit): Promise<Response> {
  const { seminar, mailing } = await openMailing(visit)
  return mailingPage(visit, seminar, mailing)
}

/**
 * The same, with what was typed and is wrong; `changed` when it is no longer what was looked at, so that nothing was done.
 */
export async function mailingPage(
  visit: Visit,
  seminar: OfficeSeminar,
  mailing: Mailing,
  wrong?: Wrong,
  changed = false,
): Promise<Response> {
  const { locale, house } = visit
  const m = mailingsWords[locale]
  const read = await as(house.db, visit.actor, async tx => {
    const deliveries = (await deliveriesOf(tx, [mailing.id])).get(mailing.id) ?? noDeliveries
    const state = mailingState({ ...mailing, waiting: deliveries.waiting }, seminar.now)
    return {
      deliveries,
      state,
      undelivered: mailing.startedAt ? await notDelivered(tx, mailing.id, mostListed) : null,
      count: isOpen(state) ? await countAudience(tx, seminar.id, mailing.audience) : null,
      readers: await oneOfEachLanguage(tx, seminar.id, mailing.audience),
      invitations: await namesOfInvitations(tx, seminar.id),
    }
  })
  const { deliveries, state, undelivered, count, readers, invitations } = read
  const previews = await previewsOf(visit, seminar, mailing, readers)
  const name = nameOfMailing(locale, seminar, mailing)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${name.text} – ${seminar.title}`,
        office: true,
        failed: changed || wrong !== undefined,
        breadcrumb: trail(visit, seminar, [aboveMailings(visit)], name.text),
      },
      <>
        <PageHead
          kicker={seminar.title}
          title={
            <span lang={name.language === locale ? undefined : name.language} dir="auto">
              {name.text}
            </span>
          }
        />
        <Columns
          card={
            <Card>
              <div>
                <State kind={kindOfState[state]}>{m.states[state]}</State>
                <p class="small">{whenOf(visit, seminar, mailing, state)}</p>
              </div>
              <div>
                <strong>{m.audience.title}</strong>
                <p>{audienceInWords(visit, mailing.audience, invitations)}</p>
                {count ? <Count visit={visit} count={count} /> : null}
              </div>
              {isOpen(state) ? (
                <Actions visit={visit} seminar={seminar} mailing={mailing} state={state} wrong={wrong} />
              ) : null}
            </Card>
          }
        >
          {changed ? <Note tone="warning">{<p>{m.one.changedMeanwhile}</p>}</Note> : null}
          {state === 'held' ? <Note tone="warning">{<p>{m.one.held}</p>}</Note> : null}
          {state === 'skipped' ? <Note tone="warning">{<p>{m.one.skipped}</p>}</Note> : null}
          {count ? <Languages visit={visit} mailing={mailing} count={count} /> : null}
          {undelivered ? (
            <>
              <Figures
                figures={[
                  { label: m.one.sent, value: number(locale, deliveries.sent) },
                  { label: m.one.waiting, value: number(locale, deliveries.waiting) },
                  { label: m.one.failed, value: number(locale, deliveries.failed) },
                  { label: m.one.bounced, value: number(locale, deliveries.bounced) },
                  ...(deliveries.cancelled > 0
                    ? [{ label: m.one.given_up, value: number(locale, deliveries.cancelled) }]
                    : []),
                ]}
              />
              <DeliveryOf visit={visit} seminar={seminar} {...undelivered} />
            </>
          ) : null}
          <section class="stack">
            <h2>{m.one.previews}</h2>
            {previews.map(({ language, words, name: reader }) => (
              <section class="stack">
                <h3>{m.one.previewIn(languageName(locale, language))}</h3>
                <p class="small">{reader === null ? m.one.sampleOnly : m.one.asReadBy(reader)}</p>
                <MailPreview locale={locale} language={language} words={words} />
              </section>
            ))}
          </section>
        </Columns>
      </>,
    ),
    changed ? 409 : wrong ? 422 : 200,
  )
}

function Count({ visit, count }: { visit: Visit; count: AudienceCount }) {
  const m = mailingsWords[visit.locale].audience
  if (count.people === 0) return <p>{m.nobody}</p>
  return (
    <>
      <p>{m.people(count.people)}</p>
      {count.mails === count.people ? null : <p class="small">{m.sameAddress(count.mails)}</p>}
      <p class="small">{m.later}</p>
    </>
  )
}

/** Which languages the readers have, and what there is in each. Reminders are there in all. */
function Languages({ visit, mailing, count }: { visit: Visit; mailing: Mailing; count: AudienceCount }) {
  const { locale } = visit
  const m = mailingsWords[locale].one
  const source = mailing.body?.source
  if (mailing.daysBefore !== null || !source) return null
  const textIn = (language: Locale) => {
    const [subject, body] = [mailing.subject?.bodies[language], mailing.body?.bodies[language]]
    if (!subject || !body) return <State kind="no">{m.missing(languageName(locale, source))}</State>
    if (subject.stale || body.stale) return <State kind="waiting">{m.stale}</State>
    return <State kind="ok">{m.isThere}</State>
  }
  return (
    <DataTable
      t={parts[locale]}
      caption={mailingsWords[locale].form.languages}
      address={visit.url.pathname}
      rows={count.languages.filter(row => isLocale(row.language)) as { language: Locale; mails: number }[]}
      columns={[
        { key: 'language', heading: m.language, cell: row => nameOfLocale[row.language] },
        { key: 'readers', heading: m.readers, kind: 'number', cell: row => number(locale, row.mails) },
        { key: 'text', heading: m.text, cell: row => textIn(row.language) },
      ]}
      empty={{ title: m.readers, text: mailingsWords[locale].audience.nobody }}
    />
  )
}

type Reader = Awaited<ReturnType<typeof oneOfEachLanguage>>[number]

/**
 * The mail as somebody of each language reads it, put together in the visitor's own name. With nobody to read it, as
 * somebody who does not exist would, in each language in which it is written.
 */
async function previewsOf(visit: Visit, seminar: OfficeSeminar, mailing: Mailing, readers: readonly Reader[]) {
  const { house, actor, locale } = visit
  const template = templateOf(house, mailing.daysBefore === null ? 'mailing' : 'reminder')
  return as(house.db, actor, async tx => {
    const found = []
    for (const reader of readers) {
      const language = isLocale(reader.language) ? reader.language : 'en'
      const to = {
        id: reader.personId,
        givenName: reader.givenName ?? '',
        familyName: reader.familyName ?? '',
        email: reader.email,
      }
      const data = { mailing: mailing.id, registration: reader.registrationId }
      const words = (await template?.words(house, tx, data, language, to)) ?? null
      found.push({ language, words, name: [to.givenName, to.familyName].filter(Boolean).join(' ') })
    }
    if (found.length > 0) return found
    const written = Object.keys(mailing.body?.bodies ?? {}).filter(isLocale)
    for (const language of written.length > 0 ? written : [locale]) {
      const data = mailing.daysBefore === null ? { mailing: mailing.id, test: true } : { sample: seminar.id }
      const words = (await template?.words(house, tx, data, language, sampleRecipient(language))) ?? null
      found.push({ language, words, name: null })
    }
    return found
  })
}

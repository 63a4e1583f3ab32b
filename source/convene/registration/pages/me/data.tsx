import { notesOf } from '#convene/guests/store/notes.ts'
import { byHand } from '#convene/messages/by-hand.ts'
import { needs } from '#convene/messages/needs.ts'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { publicAddress, text } from '#ground/web/answer.ts'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { momentAt, titleOf } from '../../acts/seminar-in-words.ts'
import { heldAbout } from '../../store/held.ts'
import { consentsGiven, readOwn } from '../../store/own.ts'
import { AnswersGiven, ConsentsGiven, NeedsGiven } from './answers.tsx'
import { mailName } from './mail-names.ts'
import { type Opened, openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

/**
 * Everything that is held about one registration. As a job: of an invitation, of mails and of events organisers alone
 * see the rows, and this hands a person those about themself.
 */
function readAll(visit: Visit, { own }: Opened) {
  return as(visit.house.db, job('own-page'), async tx => ({
    ...(await heldAbout(tx, own.id)),
    notes: await notesOf(tx, own.id),
    invitation: (await readOwn(tx, own.id))?.invitationCode ?? null,
    consents: await consentsGiven(tx, own.id),
    territory: own.territoryId ? (await textsOf(tx, [own.territoryId])).get(own.territoryId)?.name : undefined,
  }))
}

/** GET /:l/me/:token/data: all of it on one page. */
export async function showData(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  const { own, seminar } = opened
  const { locale } = visit
  const w = ownPage[locale]
  const held = await readAll(visit, opened)
  const here = ownAddress(visit)
  const at = (instant: Temporal.Instant) => momentAt(seminar, locale, instant)
  return smallPage(visit, opened, {
    title: w.data.title,
    children: (
      <>
        <PageHead title={w.data.title} lead={w.data.lead} />
        <p>
          <LinkButton href={`${here}/data.json`} kind="secondary">
            {w.data.download}
          </LinkButton>
        </p>
        <h2>{w.answers.title}</h2>
        <div class="rest">
          <AnswersGiven locale={locale} own={own} territory={held.territory} since={at(own.requestedAt)} />
        </div>
        <h2>{needs[locale].title}</h2>
        <div class="rest">
          <NeedsGiven locale={locale} own={own} />
        </div>
        <h2>{w.consents.title}</h2>
        <ConsentsGiven locale={locale} own={own} seminar={seminar} consents={held.consents} />
        <Notes visit={visit} opened={opened} notes={held.notes} />
        <Events visit={visit} opened={opened} events={held.events} />
        <Mails visit={visit} opened={opened} mails={held.mails} />
        <p class="small">{w.data.never}</p>
      </>
    ),
  })
}

type Held = Awaited<ReturnType<typeof readAll>>

/** What the team noted; who wrote it is the team's own affair. */
function Notes({ visit, opened, notes }: { visit: Visit; opened: Opened; notes: Held['notes'] }) {
  const { locale } = visit
  const m = byHand[locale].notes
  if (notes.length === 0) return null
  return (
    <>
      <h2>{m.held}</h2>
      <DataTable
        t={parts[locale]}
        caption={m.held}
        quiet
        address={ownAddress(visit, '/data')}
        rows={notes}
        columns={[
          {
            key: 'at',
            heading: m.when,
            kind: 'moment',
            cell: note => momentAt(opened.seminar, locale, note.writtenAt),
          },
          { key: 'note', heading: m.what, cell: note => <Paragraphs text={note.body} /> },
        ]}
        empty={{ title: m.held, text: m.none }}
      />
    </>
  )
}

function Events({ visit, opened, events }: { visit: Visit; opened: Opened; events: Held['events'] }) {
  const { locale } = visit
  const w = ownPage[locale].data
  const { states } = registration[locale]
  return (
    <>
      <h2>{w.events}</h2>
      <DataTable
        t={parts[locale]}
        caption={w.events}
        quiet
        address={ownAddress(visit, '/data')}
        rows={events}
        columns={[
          { key: 'at', heading: w.at, cell: event => momentAt(opened.seminar, locale, event.at), kind: 'moment' },
          {
            key: 'what',
            heading: w.what,
            cell: event => (event.to && event.kind === 'state' ? w.became(states[event.to]) : w.changed),
          },
          { key: 'by', heading: w.by, cell: event => w.who[event.by] },
        ]}
        empty={{ title: w.events, text: w.lead }}
      />
    </>
  )
}

function Mails({ visit, opened, mails }: { visit: Visit; opened: Opened; mails: Held['mails'] }) {
  const { locale } = visit
  const w = ownPage[locale].data
  const states: Readonly<Record<string, string>> = w.mailStates
  return (
    <>
      <h2>{w.mails}</h2>
      <DataTable
        t={parts[locale]}
        caption={w.mails}
        quiet
        address={ownAddress(visit, '/data')}
        rows={mails}
        columns={[
          { key: 'mail', heading: w.mail, cell: mail => mailName(mail.template, locale) },
          {
            key: 'written',
            heading: w.written,
            cell: mail => momentAt(opened.seminar, locale, mail.writtenAt),
            kind: 'moment',
          },
          { key: 'state', heading: w.state, cell: mail => states[mail.state] ?? mail.state },
        ]}
        empty={{ title: w.mails, text: w.noMails }}
      />
    </>
  )
}

/** GET /:l/me/:token/data.json: the same for machines. Instants in UTC, languages in BCP 47, countries in ISO 3166-1. */
export async function dataFile(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  const { house, locale } = visit
  const held = await readAll(visit, opened)
  const body = JSON.stringify(exported(opened, held, locale, house.clock.now(), visit), null, 2)
  return text(visit, body, 'application/json; charset=utf-8', {
    'content-disposition': `attachment; filename="${opened.seminar.slug}.json"`,
  })
}

const bodies = (words: MultilingualText | undefined) =>
  Object.fromEntries(Object.entries(words?.bodies ?? {}).map(([language, said]) => [language, said.body]))

function exported({ own, seminar, words }: Opened, held: Held, locale: Locale, at: Temporal.Instant, visit: Visit) {
  const { answers } = own
  return {
    exportedAt: at.toString(),
    seminar: {
      title: titleOf(words, seminar, locale),
      address: publicAddress(visit.house, `/${locale}/seminars/${seminar.slug}`),
      heldOn: seminar.heldOn,
    },
    registration: {
      id: own.id,
      state: own.state,
      stateSince: own.stateSince.toString(),
      requestedAt: own.requestedAt.toString(),
      offeredUntil: own.offeredUntil?.toString() ?? null,
      reason: own.reason,
      origin: own.origin,
      category: own.category,
      region: own.region,
      priority: own.priority,
      invitation: held.invitation,
      delegation: own.delegationId,
      handedOnTo: own.handedOnTo,
      version: own.version,
    },
    person: {
      givenName: answers.givenName,
      familyName: answers.familyName,
      email: own.email,
      language: answers.language,
    },
    organisation: { name: own.organisation, id: own.organisationId, country: own.country },
    territory: own.territoryId
      ? { id: own.territoryId, name: bodies(held.territory) }
      : own.answers.territoryName && { id: null, name: own.answers.territoryName },
    role: own.role,
    languages: own.languages,
    needs: answers.needs,
    answers: own.given.map(answer => ({ question: answer.key, asked: bodies(answer.label), answer: answer.value })),
    consents: held.consents.map(consent => ({
      consent: consent.key,
      version: consent.version,
      text: bodies(consent.text),
      given: consent.given,
      at: consent.at.toString(),
      statedBy: consent.statedBy,
    })),
    notes: held.notes.map(({ body, writtenAt }) => ({ note: body, writtenAt: writtenAt.toString() })),
    letters: held.letters.map(letter => ({
      number: letter.number,
      issuedAt: letter.issuedAt.toString(),
      withdrawnAt: letter.withdrawnAt?.toString() ?? null,
    })),
    mails: held.mails.map(mail => ({
      kind: mail.template,
      state: mail.state,
      writtenAt: mail.writtenAt.toString(),
      sentAt: mail.sentAt?.toString() ?? null,
    })),
    events: held.events.map(({ at: when, ...event }) => ({ at: when.toString(), ...event })),
  }
}

import { z } from 'zod'
import { notesOf } from '#convene/guests/store/notes.ts'
import { deskLine } from '#convene/messages/desk-line.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { number } from '#ground/languages/say.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { check, readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Columns, Note, PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { setPriority } from '../../acts/set-priority.ts'
import { passedOver } from '../../rules/passed-over.ts'
import { admissionOf } from '../../store/admission.ts'
import { changesOf, givenSince } from '../../store/desk-line.ts'
import { namedPlaces } from '../../store/desk-places.ts'
import { readDeskRegistration } from '../../store/desk-registration.ts'
import { rankOf } from '../../store/rank.ts'
import { undeliveredFor } from '../../store/undelivered.ts'
import { deskTrail, peopleSeminar } from '../desk.tsx'
import { decide } from './decide.tsx'
import { PassedOverBy, WhyNotYet } from './line-parts.tsx'
import { Notes, type WrongNote } from './notes.tsx'
import { prioritySchema } from './priority-schema.ts'
import { Events } from './registration-events.tsx'
import { About, Agreements, Answers, Connected, Mails } from './registration-parts.tsx'
import { Standing, type WrongPriority } from './registration-standing.tsx'

/** Everything of one registration: what was asked and answered, where it stands and why, and what can be done. */
export function showRegistration(visit: Visit): Promise<Response> {
  return registrationPage(visit)
}

/** What an organiser decides about one registration. */
export async function sendRegistration(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = deskPeople[locale].priority
  const seminar = await peopleSeminar(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const back = `/${locale}/desk/seminars/${seminar.slug}/registrations/${id}`
  if (textOf(sent.typed, 'do') !== 'priority') return decide({ visit, seminar, ids: [id], sent, back })
  const checked = check(z.object({ priority: prioritySchema }), { priority: '', ...sent.typed })
  if (!checked.ok) return registrationPage(visit, { typed: textOf(sent.typed, 'priority'), error: words.error })
  const { priority } = checked.value
  // Set by somebody else since this form was opened: both numbers are shown, and neither is lost.
  const there = await as(house.db, visit.actor, tx => readDeskRegistration(tx, seminar.id, id))
  if (!there) throw notFound()
  if (sent.version !== null && sent.version !== String(there.priority) && there.priority !== priority)
    return registrationPage(visit, {
      typed: String(priority),
      error: words.stale(number(locale, there.priority), number(locale, priority)),
    })
  const outcome = await setPriority(house, visit.actor, seminar.slug, id, priority, { once: sent.once, location: back })
  if (outcome === 'set') return redirect(visit, back, { tone: 'done', text: words.set })
  const why = outcome === 'over' ? deskOne[locale].overPriority : words.notWaiting
  return redirect(visit, back, { tone: 'problem', text: why })
}

/** The page, with a priority or a note that was not taken. */
export async function registrationPage(
  visit: Visit,
  wrong: WrongPriority | null = null,
  wrongNote: WrongNote | null = null,
): Promise<Response> {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].one
  const seminar = await peopleSeminar(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const read = await as(visit.house.db, visit.actor, async tx => {
    const found = await readDeskRegistration(tx, seminar.id, id)
    if (!found) return null
    const undelivered = (await undeliveredFor(tx, [id])).has(id)
    const notes = await notesOf(tx, id)
    if (found.state !== 'waiting') return { found, undelivered, notes, line: null }
    const { places, names } = await namedPlaces(tx, seminar.id)
    const changes = (await changesOf(tx, [id])).get(id) ?? []
    return {
      found,
      undelivered,
      notes,
      line: {
        names,
        admission: await admissionOf(tx, seminar.id),
        standing: await rankOf(tx, seminar.id, found),
        passed: passedOver(found, changes, await givenSince(tx, seminar.id, found.since), places.quotas),
      },
    }
  })
  if (!read) throw notFound()
  const { found, undelivered, notes, line } = read
  const name = found.own?.name || m.desk.erased
  const props = { visit, seminar, found }
  return page(
    visit,
    layout(
      visit,
      {
        title: `${name} – ${seminar.title}`,
        office: true,
        failed: wrong !== null || wrongNote !== null,
        breadcrumb: deskTrail(visit, seminar, { label: m.desk.registrations, path: '/registrations' }, name),
      },
      <>
        <PageHead kicker={seminar.title} title={<span dir="auto">{name}</span>} />
        <Columns card={<Standing {...props} wrong={wrong} rank={line?.standing.rank ?? null} />}>
          {undelivered ? (
            <Note tone="problem" title={words.undeliveredTitle}>
              <p>{words.undelivered(found.own?.email ?? '')}</p>
            </Note>
          ) : null}
          {line ? (
            <section class="stack">
              <h2>{words.whyWaiting}</h2>
              <WhyNotYet
                visit={visit}
                names={line.names}
                obstacles={line.standing.obstacles}
                invitation={
                  found.own ? { invitation: found.own.invitationLabel, code: found.own.invitationCode } : undefined
                }
                ended={
                  Temporal.Instant.compare(line.admission.now, line.admission.promoteUntil) < 0
                    ? null
                    : line.admission.promoteUntil
                }
                zone={seminar.timeZone}
              />
              <h3>{deskLine[locale].passedOver}</h3>
              <PassedOverBy
                visit={visit}
                names={line.names}
                slug={seminar.slug}
                zone={seminar.timeZone}
                passed={line.passed}
                most={50}
              />
            </section>
          ) : null}
          <About {...props} />
          <Answers {...props} />
          <Agreements {...props} />
          <Connected {...props} />
          <Notes
            visit={visit}
            seminar={seminar}
            registrationId={id}
            notes={notes}
            adding={found.own !== null}
            wrong={wrongNote}
          />
          <Mails {...props} />
          <Events {...props} />
        </Columns>
      </>,
    ),
    wrong || wrongNote ? 422 : 200,
  )
}

import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date, longDate } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { isId, memoryToWrite, removalPage } from '../../pages/writing.tsx'
import { dropDraft } from '../acts/drop-draft.ts'
import { type Draft, openDraft } from '../acts/open-draft.ts'
import { waitsUntil } from './mail-parts.tsx'

/** The mails that wait, above the journal: to go on with, or to drop. */
export function MailDrafts({ visit, memory, drafts }: { visit: Visit; memory: Memory; drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null
  const { locale } = visit
  const m = journalMailWords[locale]
  return (
    <section class="stack" aria-labelledby="mails-that-wait">
      <h2 id="mails-that-wait">{m.waiting.title(drafts.length)}</h2>
      <ul class="entries">
        {drafts.map(draft => {
          const subject = draft.mail.subject || m.noSubject
          const at = addressIn(visit, memory, `/journal/mail/${draft.id}`)
          const day = date(locale, Temporal.PlainDate.from(draft.mail.day))
          return (
            <li>
              <p class="kicker">{day}</p>
              <div>
                <strong dir="auto">{subject}</strong>
                <p class="small">
                  {[
                    draft.droppedBy === null ? '' : m.waiting.by(draft.droppedBy),
                    draft.keptBy === null ? '' : m.waiting.keptBy(draft.keptBy),
                    draft.mail.attachments.length > 0 ? m.waiting.attached(draft.mail.attachments.length) : '',
                    m.waiting.until(longDate(locale, waitsUntil(draft, memory.timeZone))),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p class="buttons">
                  <a href={at}>
                    {m.waiting.goOn}
                    <span class="hidden-text"> – {subject}</span>
                  </a>
                  <a href={`${at}/drop`}>
                    {m.draft.drop}
                    <span class="hidden-text"> – {subject}</span>
                  </a>
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** GET …/journal/mail/:draft/drop: the page before. */
export async function showDrop(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const m = journalMailWords[visit.locale]
  const id = visit.param('draft')
  const draft = isId(id) ? await as(visit.house.db, visit.actor, tx => openDraft(visit.house, tx, memory.id, id)) : null
  if (!draft) throw notFound()
  const title = draft.mail.subject || m.noSubject
  return removalPage(visit, memory, {
    title: m.drop.title(title),
    text: m.drop.text,
    section: 'journal',
    above: [{ label: title, path: `/journal/mail/${id}` }],
    back: '/journal',
    // It was never written down: no history tells of it.
    children: null,
  })
}

/** POST …/journal/mail/:draft/drop */
export async function sendDrop(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const id = visit.param('draft')
  if (!isId(id)) throw notFound()
  const location = addressIn(visit, memory, '/journal')
  await dropDraft(visit.house, visit.actor, { space: memory.id, id, once: { key: sent.once, location } })
  return redirect(visit, location, { tone: 'done', text: journalMailWords[visit.locale].drop.done })
}

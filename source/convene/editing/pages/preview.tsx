import { announceSeminar } from '#convene/life/acts/announce-seminar.ts'
import { editingNew } from '#convene/messages/editing-new.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, languageName, moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { canBeAnnounced, checklistOf } from '../rules/checklist.ts'
import { languagesOf } from '../rules/parts.ts'
import { Checklist } from './checklist.tsx'
import { FormPreview } from './form-preview.tsx'
import { deskOf, type EditedSeminar, editOf, seminarToEdit, trail } from './office.ts'

/** GET /:l/desk/seminars/:slug/preview: the page in each language, the form in this one, what is missing, and the button. */
export async function showPreview(visit: Visit): Promise<Response> {
  return previewPage(visit, await seminarToEdit(visit))
}

/** POST of the same: announces the seminar, if nothing is missing that must be there. */
export async function sendAnnouncement(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = editingNew[locale].preview
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const here = `${deskOf(visit, seminar.slug)}/preview`
  if (!canBeAnnounced(checklistOf(seminar.file, seminar.states, seminar.now)))
    return redirect(visit, here, { tone: 'problem', text: words.stillMissing })
  const location = deskOf(visit, seminar.slug)
  const done = await announceSeminar(house, visit.actor, seminar.slug, { remember: { once: sent.once, location } })
  if (done.outcome === 'done') return redirect(visit, location, { tone: 'done', text: words.announced })
  if (seminar.visibility === 2) return redirect(visit, here, { tone: 'note', text: words.already })
  return redirect(visit, here, { tone: 'problem', text: words.stillMissing })
}

function previewPage(visit: Visit, seminar: EditedSeminar) {
  const { locale } = visit
  const words = editingNew[locale].preview
  const isDraft = seminar.visibility < 2
  const items = checklistOf(seminar.file, seminar.states, seminar.now)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.title} – ${seminar.title}`,
        office: true,
        breadcrumb: trail(visit, seminar, [], words.title),
      },
      <div class="stack">
        <PageHead
          kicker={isDraft ? editingNew[locale].step(6, 6) : seminar.title}
          title={words.title}
          lead={words.lead}
        />
        <section class="stack">
          <h2>{words.page}</h2>
          <ul class="close">
            {languagesOf(seminar.file).map(language => (
              <li>
                <a href={`/${language}/seminars/${seminar.slug}`} hreflang={language}>
                  {words.pageIn(languageName(locale, language))}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack measure">
          <h2>{words.form}</h2>
          <FormPreview seminar={seminar} locale={locale} />
        </section>
        <p>
          <LinkButton href={editOf(visit, seminar.slug)} kind="secondary">
            {words.edit}
          </LinkButton>
        </p>
        {isDraft ? <Checklist visit={visit} slug={seminar.slug} items={items} /> : null}
        {isDraft ? <Announce visit={visit} seminar={seminar} ready={canBeAnnounced(items)} /> : <p>{words.already}</p>}
      </div>,
    ),
  )
}

function Announce({ visit, seminar, ready }: { visit: Visit; seminar: EditedSeminar; ready: boolean }) {
  const { locale, house } = visit
  const words = editingNew[locale].preview
  if (!ready) return <p>{words.notYet}</p>
  return (
    <section class="stack">
      <h2>{words.announce}</h2>
      <p class="measure">{words.announceText(opensInWords(visit, seminar))}</p>
      <Form t={parts[locale]} action={`${deskOf(visit, seminar.slug)}/preview`} once={newOnceKey(house.keys)} short>
        <Buttons>
          <Button>{words.announce}</Button>
          <a href={deskOf(visit, seminar.slug)}>{editingNew[locale].later}</a>
        </Buttons>
      </Form>
    </section>
  )
}

function opensInWords({ locale }: Visit, { file, now }: EditedSeminar): string {
  const words = editingNew[locale].preview
  const { opens } = file.registration
  if (opens === undefined) return words.opensAtOnce
  const at = Temporal.PlainDateTime.from(opens).toZonedDateTime(file.time_zone).toInstant()
  if (Temporal.Instant.compare(at, now) <= 0) return words.opensAtOnce
  return words.opensAt(moment(locale, at, file.time_zone), cityOfZone(locale, file.time_zone))
}

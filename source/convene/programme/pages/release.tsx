import { languagesOf } from '#convene/editing/rules/parts.ts'
import { deskProgramme } from '#convene/messages/desk-programme.ts'
import { programmeRelease } from '#convene/messages/programme-release.ts'
import { registration } from '#convene/messages/registration.ts'
import { telling } from '#convene/programme/telling/acts/tell.ts'
import type { FileWords } from '#convene/seminar/rules/file-values.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { changesInWords } from '../acts/changes-in-words.ts'
import { releaseProgramme } from '../acts/release-programme.ts'
import type { Names } from '../rules/programme.ts'
import { namesLeftBehind } from '../rules/release-names.ts'
import { asReleased } from '../rules/released.ts'
import { shownIn } from '../rules/shown.ts'
import { type DraftFindings, findingsOf } from '../store/findings-of.ts'
import { readVersions, type Version } from '../store/versions.ts'
import { ChangesList } from './changes-list.tsx'
import { FindingsNote } from './checks-card.tsx'
import { AnswersNote } from './release-answers.tsx'
import { chosen, longestName, longestNote, ReleaseForm } from './release-form.tsx'

type Releasing = {
  slug: string
  title: string
  file: SeminarFile
  versions: Version[]
  findings: DraftFindings
  untold: number
}
type Shown = {
  typed: Typed
  errors?: FieldErrors
  once: string | null
  /** Why nothing was released, said above the form. */
  refusal?: string
}

/** The draft and what was released, for somebody who may edit the seminar; 404 for whoever does not work on it. */
function seminarToRelease(visit: Visit): Promise<Releasing> {
  return as(visit.house.db, visit.actor, async tx => {
    const findings = await findingsOf(tx, visit.param('slug'))
    if (!findings || !may(visit, 'read', findings.seminar.id)) throw notFound()
    const { id, file, textAt } = findings.seminar
    if (!may(visit, 'edit', id)) throw new Refusal('forbidden', programmeRelease[visit.locale].mayNot)
    const title = wordsOf(textAt('title'), visit.locale) || file.slug
    const versions = await readVersions(tx, id)
    const untold = may(visit, 'people', id) ? await telling(tx, id, versions) : 0
    return { slug: file.slug, title, file, versions, findings, untold }
  })
}

const deskOf = (visit: Visit, slug: string) => `/${visit.locale}/desk/seminars/${slug}`

/** GET /:l/desk/seminars/:slug/programme: where the programme stands, what was released, and the form that releases it. */
export async function showRelease(visit: Visit): Promise<Response> {
  const seminar = await seminarToRelease(visit)
  return releasePage(visit, seminar, { typed: typedOf(seminar), once: null })
}

/** POST of the same: releases the draft for everybody. */
export async function sendRelease(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const seminar = await seminarToRelease(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = programmeRelease[locale]
  const { typed, version, once } = sent
  const { source } = seminar.file
  const name = wordsFrom(typed, 'name', seminar)
  const note = wordsFrom(typed, 'note', seminar)
  const errors: Record<string, string> = {}
  if (name[source] === undefined) errors[`name.${source}`] = 'name'
  for (const [language, text] of Object.entries(name))
    if ((text ?? '').length > longestName) errors[`name.${language}`] = 'long'
  for (const [language, text] of Object.entries(note))
    if ((text ?? '').length > longestNote) errors[`note.${language}`] = 'note-long'
  for (const language of namesLeftBehind(seminar.file.programme.name, name, source))
    if (chosen(typed).includes(language)) errors[`name.${language}`] ??= 'name-before'
  if (Object.keys(errors).length > 0) return releasePage(visit, seminar, { typed, errors, once })
  const location = `${deskOf(visit, seminar.slug)}/programme`
  const done = await releaseProgramme(
    house,
    actor,
    seminar.slug,
    version ?? '',
    {
      name,
      provisional: textOf(typed, 'provisional') !== 'no',
      // A note in another language than the first alone is nobody's original.
      ...(note[source] === undefined ? {} : { note }),
      languages: chosen(typed),
    },
    { once, location },
  )
  house.mailsWritten()
  // The draft as it is now, and what was typed: whoever releases has it before them and sends it again.
  const again = async (refusal?: string) =>
    releasePage(visit, await seminarToRelease(visit), { typed, once: null, ...(refusal ? { refusal } : {}) })
  switch (done.outcome) {
    case 'released':
      return redirect(visit, location, { tone: 'done', text: m.released(name[locale] ?? name[source] ?? '') })
    case 'stale':
      return again(m.stale)
    case 'same':
      return again(m.nothing)
    case 'empty':
      return again()
    case 'invalid':
      return releasePage(visit, seminar, { typed, errors: { [`name.${source}`]: 'characters' }, once })
  }
}

/** What the form begins with: the name of the draft, as it stands. */
function typedOf({ file }: Releasing): Typed {
  const name = Object.fromEntries(
    languagesOf(file).map(language => [`name.${language}`, file.programme.name?.[language] ?? '']),
  )
  return { ...name, provisional: file.programme.provisional ? 'yes' : 'no', 'languages[]': [...file.languages] }
}

function wordsFrom(typed: Typed, field: string, { file }: Releasing): FileWords {
  const said = languagesOf(file).map(language => [language, textOf(typed, `${field}.${language}`).trim()] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

function releasePage(visit: Visit, seminar: Releasing, { typed, errors = {}, once, refusal }: Shown) {
  const { locale } = visit
  const m = programmeRelease[locale]
  const { file, versions } = seminar
  const { programme, answers } = seminar.findings
  const failed = Object.keys(errors).length > 0
  const desk = deskOf(visit, seminar.slug)
  const last = versions.at(-1)
  const isEmpty = file.programme.slots.length === 0
  const changes = last && !isEmpty ? changesSince(seminar, last, locale) : null
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.title} – ${seminar.title}`,
        office: true,
        failed: failed || refusal !== undefined,
        breadcrumb: [
          { label: registration[locale].desk.title, href: `/${locale}/desk` },
          { label: seminar.title, href: desk },
          { label: m.title },
        ],
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
        {refusal ? <Note tone="warning">{<p>{refusal}</p>}</Note> : null}
        <section class="close">
          <h2>{m.draft}</h2>
          {isEmpty ? <p>{m.draftEmpty}</p> : null}
          {last || isEmpty ? null : <Note tone="plain">{<p>{m.notYet}</p>}</Note>}
          <FindingsNote visit={visit} findings={seminar.findings} />
          <AnswersNote {...{ programme, answers, file, locale }} panel={`${desk}/panel`} />
          <p class="buttons">
            <a href={isEmpty ? `${desk}/edit/slots/~new` : `${desk}/edit/programme`}>{isEmpty ? m.addSlot : m.edit}</a>
            <a href={`${desk}/checks`}>{m.checks}</a>
            <a href={`${desk}/programme/languages`}>{deskProgramme[locale].languages.label}</a>
          </p>
        </section>
        {last && changes ? <Since visit={visit} seminar={seminar} last={last} changes={changes} /> : null}
        {isEmpty ? null : (
          <section class="stack measure">
            <h2>{m.release}</h2>
            {last && changes?.isEmpty && !failed && refusal === undefined ? (
              <details class="optional">
                <summary>{m.anyhow}</summary>
                <div class="inside">
                  <ReleaseForm visit={visit} file={file} answers={answers} shown={{ typed, errors, once }} />
                </div>
              </details>
            ) : (
              <ReleaseForm visit={visit} file={file} answers={answers} shown={{ typed, errors, once }} />
            )}
          </section>
        )}
        {versions.length > 0 ? (
          <section class="close">
            <h2>{m.versions}</h2>
            {seminar.untold > 0 ? (
              <Note>
                <p>
                  {m.untold(seminar.untold)} <a href={`${desk}/programme/tell`}>{m.tell}</a>
                </p>
              </Note>
            ) : null}
            <ul class="close">
              {versions.toReversed().map(version => {
                const { name } = shownIn(version.programme, new Map(), locale)
                const day = version.releasedAt.toZonedDateTimeISO(file.time_zone).toPlainDate()
                return (
                  <li>
                    <a href={`/${locale}/seminars/${seminar.slug}/versions/${version.slug}`}>
                      {version.number}. {name?.text ?? version.slug}
                    </a>{' '}
                    ({date(locale, day)})
                  </li>
                )
              })}
            </ul>
          </section>
        ) : null}
      </div>,
    ),
    failed ? 422 : refusal === undefined ? 200 : 409,
  )
}

const namesIn = ({ file }: Releasing): Names => new Map(file.people.map(({ key, ...name }) => [key, name]))

/** What everybody would see otherwise than now, in the reader's language. */
function changesSince(seminar: Releasing, last: Version, locale: Locale) {
  const { note: _, ...before } = last.programme
  const { programme, answers } = seminar.findings
  return changesInWords(before, asReleased(programme, answers), namesIn(seminar), locale)
}

type SinceProps = { visit: Visit; seminar: Releasing; last: Version; changes: ReturnType<typeof changesSince> }

function Since({ visit, seminar, last, changes }: SinceProps) {
  const { locale } = visit
  const m = programmeRelease[locale]
  const name = shownIn(last.programme, namesIn(seminar), locale).name?.text ?? last.slug
  const at = `/${locale}/seminars/${seminar.slug}/versions/${last.slug}`
  return (
    <section class="stack">
      <h2>{m.since}</h2>
      {changes.isEmpty ? (
        <p>{m.same}</p>
      ) : (
        <>
          <p>{m.sinceLead(name)}</p>
          <ChangesList changes={changes} locale={locale} earlier={at} later={at} />
        </>
      )}
    </section>
  )
}

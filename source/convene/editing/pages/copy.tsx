import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingNew } from '#convene/messages/editing-new.ts'
import { copySeminar } from '#convene/seminar/acts/copy-seminar.ts'
import { organises } from '#convene/seminar/acts/organises.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarExists } from '#convene/seminar/store/save-seminar.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date, languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { NamedSpace } from '#ground/people/store/spaces.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, DateField, Form, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { isOver } from '../rules/begin.ts'
import { type Field, textOf } from '../rules/fields.ts'
import { freeSlug, isReserved, seminarsAmong } from '../store/networks.ts'
import { errorsInWords } from './errors-in-words.ts'
import { networksToEdit } from './new-start.ts'
import { deskOf, trail } from './office.ts'

const dayField: Field = { kind: 'date', path: ['date'] }

type Source = { id: string; slug: string; title: string; file: SeminarFile; networks: NamedSpace[] }

/** The seminar to copy, for somebody who may read it and may make a seminar in some network. */
async function opened(visit: Visit): Promise<Source> {
  const { locale } = visit
  return as(visit.house.db, visit.actor, async tx => {
    const found = await seminarAsFile(tx, visit.param('slug'))
    if (!found || !may(visit, 'read', found.id)) throw notFound()
    const networks = await networksToEdit(visit, tx)
    if (networks.length === 0) throw new Refusal('forbidden', editingNew[locale].copy.mayNot)
    const { id, file, textAt } = found
    return { id, slug: file.slug, title: wordsOf(textAt('title'), locale) || file.slug, file, networks }
  })
}

/** GET /:l/desk/seminars/new/copy: which seminar, for whoever begins with a new one. */
export async function chooseToCopy(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const words = editingNew[locale].copy
  if (!organises(visit)) throw new Refusal('forbidden', words.mayNot)
  const rows = await as(house.db, visit.actor, async tx => {
    const seminars = await seminarsAmong(tx, [...(visit.signedIn?.may.get('read') ?? [])])
    const texts = await textsOf(
      tx,
      seminars.map(({ id }) => id),
    )
    return seminars.map(row => ({ ...row, title: wordsOf(texts.get(row.id)?.title, locale) || row.slug }))
  })
  return page(
    visit,
    layout(
      visit,
      {
        title: words.choose,
        office: true,
        breadcrumb: [
          { label: editingNew[locale].start.title, href: `/${locale}/desk/seminars/new` },
          { label: words.title },
        ],
      },
      <div class="stack">
        <PageHead kicker={words.title} title={words.choose} lead={words.chooseLead} />
        <DataTable
          t={parts[locale]}
          caption={words.choose}
          quiet
          address={`/${locale}/desk/seminars/new/copy`}
          rows={rows}
          rowLink={row => `${deskOf(visit, row.slug)}/copy`}
          columns={[
            { key: 'seminar', heading: words.seminar, cell: row => row.title },
            { key: 'day', heading: words.day, cell: row => date(locale, Temporal.PlainDate.from(row.held_on)) },
          ]}
          empty={{ title: words.none, text: words.noneText }}
        />
      </div>,
    ),
  )
}

/** GET /:l/desk/seminars/:slug/copy */
export async function showCopy(visit: Visit): Promise<Response> {
  const source = await opened(visit)
  return copyPage(visit, source, { title: source.file.title[source.file.source] ?? '' }, {}, null)
}

/** POST of the same */
export async function sendCopy(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = editingNew[locale]
  const source = await opened(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, once } = sent
  const { file } = source
  const { slug, free, taken } = await as(house.db, visit.actor, async tx => {
    const asked = textOf(typed, 'slug').trim()
    const free = await freeSlug(tx, asked || withYear(textOf(typed, 'title'), textOf(typed, 'date')))
    return { slug: asked || free, free, taken: asked !== '' && (isReserved(asked) || (await seminarExists(tx, asked))) }
  })
  const network = networkOf(source, typed)
  const errors = errorsBefore(visit, typed, slug)
  if (taken) errors.slug ??= words.start.taken(free)
  if (!network) errors.network = words.start.networkMissing
  const day = textOf(typed, 'date').trim()
  if (!isDay(day)) errors.date = editingFields[locale].errors.date(words.copy.date)
  if (!errors.date && isOver({ ...file, date: day }, house.clock.now())) errors.date = words.place.past
  if (Object.keys(errors).length > 0 || !network) return copyPage(visit, source, typed, errors, once)
  const title = textOf(typed, 'title').trim()
  const same = title === file.title[file.source]
  const location = `${deskOf(visit, slug)}/edit`
  const done = await copySeminar(
    house,
    visit.actor,
    source.slug,
    { slug, date: day, network: network.slug, ...(same ? {} : { title: { [file.source]: title } }) },
    { once, location: () => location },
  )
  switch (done.outcome) {
    case 'taken':
      return copyPage(visit, source, typed, { slug: words.start.takenUnknown }, once)
    case 'invalid':
      return copyPage(visit, source, typed, problemsInWords(visit, source, typed, done.problems), once)
    case 'made':
      return redirect(visit, location, { tone: 'done', text: words.copy.made })
  }
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text) !== null
  } catch {
    return false
  }
}

const withYear = (title: string, day: string) => `${title} ${/^\d{4}/.exec(day.trim())?.[0] ?? ''}`.trim()

/** The one that was chosen, else the seminar's own, else the only one there is. */
function networkOf({ file, networks }: Source, typed: Typed): NamedSpace | undefined {
  const wanted = textOf(typed, 'network') || file.network.slug
  return networks.find(({ slug }) => slug === wanted) ?? (networks.length === 1 ? networks[0] : undefined)
}

function errorsBefore({ locale }: Visit, typed: Typed, slug: string): Record<string, string> {
  const { start } = editingNew[locale]
  const errors: Record<string, string> = {}
  const title = textOf(typed, 'title').trim()
  if (title === '') errors.title = start.titleMissing
  else if (title.length > 300) errors.title = start.titleTooLong
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80) errors.slug = start.slugForm
  return errors
}

function problemsInWords(visit: Visit, { file }: Source, typed: Typed, problems: readonly PathProblem[]) {
  const told = { prefix: [], within: '' as const, fields: [dayField], typed, source: file.source }
  return errorsInWords(problems, { locale: visit.locale, ...told })
}

function copyPage(visit: Visit, source: Source, typed: Typed, errors: FieldErrors, once: string | null) {
  const { locale, house } = visit
  const words = editingNew[locale].copy
  const t = parts[locale]
  const field = bindFields(t, { network: source.file.network.slug, ...typed }, errors)
  const failed = Object.keys(errors).length > 0
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.title} – ${source.title}`,
        office: true,
        failed,
        breadcrumb: trail(visit, source, [], words.title),
      },
      <div class="stack measure">
        <PageHead kicker={source.title} title={words.title} lead={words.lead(source.title)} />
        <Note>
          <p>{words.copied}</p>
          <p>{words.notCopied}</p>
        </Note>
        <Form t={t} action={`${deskOf(visit, source.slug)}/copy`} errors={errors} once={once ?? newOnceKey(house.keys)}>
          <TextField
            {...field('title')}
            label={words.seminarTitle}
            hint={words.titleHint(languageName(locale, source.file.source))}
          />
          <DateField {...field('date')} label={words.date} hint={words.dateHint} />
          <TextField {...field('slug')} label={words.slug} hint={editingNew[locale].start.slugHint} optional />
          {source.networks.length > 1 ? (
            <SelectField
              {...field('network')}
              label={words.network}
              choices={source.networks.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          ) : null}
          <Buttons>
            <Button>{words.make}</Button>
            <a href={deskOf(visit, source.slug)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

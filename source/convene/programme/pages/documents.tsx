import { standingOf } from '#convene/life/store/standing.ts'
import { programmeDocuments } from '#convene/messages/programme-documents.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date, list, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead, Words } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { withdrawDocument } from '../acts/withdraw-document.ts'
import { filesNamed, type NamedFile } from '../rules/documents.ts'
import { shownIn } from '../rules/shown.ts'
import { type FileOfSeminar, filesOfSeminar } from '../store/documents.ts'
import { readVersions, type Version } from '../store/versions.ts'

type Document = NamedFile<Version> & FileOfSeminar

/**
 * The files of a seminar that its released versions name; 404 for whoever does not work on it, refused to those who do without
 * changing it. The number of queries does not depend on how many files or versions there are.
 */
async function seminarWithDocuments(visit: Visit) {
  const { house, actor, locale } = visit
  return as(house.db, actor, async tx => {
    const standing = await standingOf(tx, { slug: visit.param('slug') })
    if (standing === null || !may(visit, 'read', standing.id)) throw notFound()
    if (!may(visit, 'edit', standing.id)) throw new Refusal('forbidden', programmeDocuments[locale].mayNot)
    const { id, slug, timeZone } = standing
    const title = wordsOf((await textsOf(tx, [id])).get(id)?.title, locale) || slug
    const files = await filesOfSeminar(tx, id)
    const documents = filesNamed(await readVersions(tx, id), locale).flatMap((named): Document[] => {
      const file = files.get(named.id)
      return file ? [{ ...named, ...file }] : []
    })
    return { slug, title, timeZone, documents, address: `/${locale}/desk/seminars/${slug}/programme/documents` }
  })
}
type WithDocuments = Awaited<ReturnType<typeof seminarWithDocuments>>

/**
 * GET /:l/desk/seminars/:slug/programme/documents: the files that released versions name; with `file`, one of them, which is
 * withdrawn or shown again after a question.
 */
export async function showDocuments(visit: Visit): Promise<Response> {
  const seminar = await seminarWithDocuments(visit)
  const asked = visit.url.searchParams.get('file')
  if (asked === null) return listPage(visit, seminar)
  const document = seminar.documents.find(({ id }) => id === asked)
  if (!document) throw notFound()
  return askPage(visit, seminar, document)
}

/** POST of the same, with `file` and `do`: `withdraw` or `show`. */
export async function sendDocuments(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const { slug, address } = await seminarWithDocuments(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const wanted = textOf(sent.typed, 'do')
  // What else a form says is not one of ours.
  if (wanted !== 'withdraw' && wanted !== 'show') return redirect(visit, address)
  const asked = { fileId: textOf(sent.typed, 'file'), withdrawn: wanted === 'withdraw' }
  const { outcome, name } = await withdrawDocument(house, actor, slug, asked, { once: sent.once, location: address })
  const tone = outcome === 'same' ? 'note' : 'done'
  return redirect(visit, address, { tone, text: programmeDocuments[locale][outcome](name) })
}

function listPage(visit: Visit, seminar: WithDocuments) {
  const { locale } = visit
  const { documents, address, timeZone } = seminar
  const m = programmeDocuments[locale]
  const columns: Column<Document>[] = [
    {
      key: 'document',
      heading: m.columns.document,
      cell: ({ id, name, titles }) => (
        <>
          {titles.map(title => (
            <p>
              <Words locale={locale} shown={title} />
            </p>
          ))}
          <p class="small">
            <a href={`/${locale}/files/${id}`}>{name}</a>
          </p>
        </>
      ),
    },
    {
      key: 'where',
      heading: m.columns.where,
      cell: ({ versions }) =>
        versions.map(({ version, slots }) => (
          <p>
            {m.inVersion(
              versionName(version, locale),
              list(
                locale,
                slots.map(({ text }) => text),
              ),
            )}
          </p>
        )),
    },
    {
      key: 'since',
      heading: m.columns.since,
      kind: 'moment',
      cell: ({ versions: [first] }) =>
        first ? date(locale, first.version.releasedAt.toZonedDateTimeISO(timeZone).toPlainDate()) : '',
    },
    {
      key: 'state',
      heading: m.columns.state,
      cell: ({ id, name, visibility, withdrawnAt }) => (
        <>
          <p>{withdrawnAt ? m.withdrawnSince(moment(locale, withdrawnAt, timeZone)) : m.states[visibility]}</p>
          <p>
            <a href={`${address}?file=${id}`}>
              {withdrawnAt ? m.showAgain : m.withdraw} <span class="hidden-text">({name})</span>
            </a>
          </p>
        </>
      ),
    },
  ]
  return framed(
    visit,
    seminar,
    m.title,
    <>
      <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
      <DataTable
        t={parts[locale]}
        caption={m.title}
        quiet
        address={address}
        rows={documents}
        columns={columns}
        empty={{ title: m.none, text: m.noneText }}
      />
    </>,
  )
}

function askPage(visit: Visit, seminar: WithDocuments, { id, name, withdrawnAt }: Document) {
  const { locale, house } = visit
  const { address } = seminar
  const m = programmeDocuments[locale]
  const isWithdrawn = withdrawnAt !== null
  const title = isWithdrawn ? m.showTitle(name) : m.withdrawTitle(name)
  return framed(
    visit,
    seminar,
    title,
    <Confirm
      t={parts[locale]}
      title={title}
      text={isWithdrawn ? m.showText : m.withdrawText}
      action={address}
      cancel={address}
      stay={m.back}
      button={isWithdrawn ? m.showButton : m.withdrawButton}
      once={newOnceKey(house.keys)}
      hidden={{ file: id, do: isWithdrawn ? 'show' : 'withdraw' }}
    />,
  )
}

function framed(visit: Visit, { slug, title, address }: WithDocuments, here: string, content: unknown) {
  const { locale } = visit
  const m = programmeDocuments[locale]
  return page(
    visit,
    layout(
      visit,
      {
        title: `${here} – ${title}`,
        office: true,
        breadcrumb: [
          { label: registration[locale].desk.title, href: `/${locale}/desk` },
          { label: title, href: `/${locale}/desk/seminars/${slug}` },
          ...(here === m.title ? [] : [{ label: m.title, href: address }]),
          { label: here },
        ],
      },
      <div class="stack">{content}</div>,
    ),
  )
}

/** How a version is called: its number, with the name that the programme has in it. */
const versionName = ({ number, slug, programme }: Version, locale: Locale) =>
  `${number}. ${shownIn(programme, new Map(), locale).name?.text ?? slug}`

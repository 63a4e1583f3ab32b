import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { Visit } from '#ground/house.ts'
import { languageName, list as listed } from '#ground/languages/format.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { textOf } from '../rules/fields.ts'
import { shownOfList, usesOf, withMoved } from '../rules/list-patches.ts'
import { itemsOf, type ListName, languagesOf, newKey } from '../rules/parts.ts'
import { withWaiting } from '../rules/waiting-words.ts'
import { readWaitingWords } from '../store/waiting-words.ts'
import { keysOfTexts } from './item-page.tsx'
import { aboutItem, askedInWords, nameOfItem } from './item-words.ts'
import { type EditedSeminar, editOf, seminarToEdit, trail } from './office.ts'
import { type RemovedItem, RemovedList, removedOf, UndoRemoval } from './removed.tsx'
import { useInWords } from './uses.tsx'

/** GET /:l/desk/seminars/:slug/edit/LIST */
export const showList = (list: ListName) => async (visit: Visit) => {
  const seminar = await seminarToEdit(visit, async (tx, found) => ({
    removed: list === 'rooms' ? await removedOf(tx, found, list) : [],
    waiting: list === 'people' ? await readWaitingWords(tx, found.id) : [],
  }))
  return listPage(visit, { ...seminar, file: withWaiting(seminar.file, seminar.waiting) }, list)
}

/** POST of the same: moves one item up or down. Nothing is typed there, so a list that changed is just shown again. */
export const sendList = (list: ListName) => async (visit: Visit) => {
  const { house, locale } = visit
  const words = editing[locale]
  const seminar = await seminarToEdit(visit)
  const { typed, version } = await readForm(visit.request)
  const [way = '', key = ''] = textOf(typed, 'move').split(':')
  const address = `${editOf(visit, seminar.slug)}/${list}`
  const by = way === 'up' ? -1 : 1
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => withMoved(file, list, key, by),
    { part: shownOfList(list) },
  )
  switch (done.outcome) {
    case 'stale':
      return redirect(visit, address, { tone: 'note', text: words.stale.order })
    case 'invalid':
      return redirect(visit, address, { tone: 'problem', text: words.list.cannotMove })
    case 'changed':
      return redirect(visit, address, { tone: 'done', text: words.list.moved })
  }
}

type Row = ReturnType<typeof itemsOf>[number] & { position: number }

function listPage(visit: Visit, seminar: EditedSeminar & { removed: RemovedItem[] }, list: ListName) {
  const { locale } = visit
  const words = editing[locale]
  const { file } = seminar
  const at = editOf(visit, seminar.slug)
  const rows = itemsOf(file, list).map((row, position): Row => ({ ...row, position }))
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.parts[list]} – ${seminar.title}`,
        office: true,
        breadcrumb: trail(visit, seminar, [{ label: words.title, href: at }], words.parts[list]),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.parts[list]} lead={words.leads[list]} />
        {list === 'rooms' ? (
          <UndoRemoval visit={visit} seminar={seminar} list={list} removed={seminar.removed} />
        ) : null}
        <DataTable
          t={partsWords[locale]}
          caption={words.parts[list]}
          quiet
          address={`${at}/${list}`}
          rows={rows}
          columns={columnsOf(visit, seminar, list, rows.length)}
          empty={{ title: words.list.empty[list], text: words.list.emptyText[list] }}
        />
        <p>
          <LinkButton href={`${at}/${list}/${newKey}`} kind={rows.length === 0 ? 'primary' : 'secondary'}>
            {words.list.add[list]}
          </LinkButton>
        </p>
        {list === 'rooms' ? (
          <RemovedList visit={visit} seminar={seminar} list={list} removed={seminar.removed} />
        ) : null}
        <p>
          {list === 'rooms' || list === 'people' ? (
            <>
              <a href={`${at}/programme`}>{words.parts.programme}</a>
              {' · '}
            </>
          ) : null}
          <a href={at}>{words.back}</a>
        </p>
      </div>,
    ),
  )
}

function columnsOf(visit: Visit, seminar: EditedSeminar, list: ListName, count: number): Column<Row>[] {
  const { locale } = visit
  const words = editing[locale].list
  const { file } = seminar
  const at = `${editOf(visit, seminar.slug)}/${list}`
  const name = ({ item }: Row) => nameOfItem(item, locale, file.source)
  const programme = editingProgramme[locale]
  const about = {
    questions: words.columns.kind,
    consents: words.columns.required,
    organisations: words.columns.roles,
    contacts: words.columns.way,
    rooms: editingFields[locale].labels['rooms.capacity'],
    people: programme.person.column,
  }
  const columns: Column<Row>[] = [
    {
      key: 'label',
      heading: list === 'rooms' || list === 'people' ? programme.uses.name : words.columns.label,
      cell: row => (
        <a href={`${at}/${row.key}`} dir="auto">
          {name(row)}
        </a>
      ),
    },
    {
      key: 'about',
      heading: about[list],
      cell: row => <bdi>{aboutItem(seminar, list, row.item, locale)}</bdi>,
    },
    ...(list === 'questions'
      ? [
          {
            key: 'required',
            heading: words.columns.required,
            cell: (row: Row) => (row.item.required ? editing[locale].field.yes : editing[locale].field.no),
          },
          {
            key: 'asked',
            heading: words.columns.asked,
            cell: (row: Row) => askedInWords(seminar, row.item.when, locale),
          },
        ]
      : []),
    ...(list === 'rooms' || list === 'people'
      ? [
          {
            key: 'uses',
            heading: programme.uses.column,
            cell: (row: Row) => (
              <bdi>
                {usesOf(file, list, row.key)
                  .map(use => useInWords(file, use, locale))
                  .join(' · ') || '–'}
              </bdi>
            ),
          },
        ]
      : []),
    {
      key: 'languages',
      heading: words.columns.languages,
      cell: row => languagesInWords(seminar, keysOfTexts(list, row.key), locale),
    },
    // Nobody reads the list of people but who makes it.
    ...(list === 'people'
      ? []
      : [
          {
            key: 'order',
            heading: words.columns.order,
            cell: (row: Row) => (
              <Moves visit={visit} seminar={seminar} list={list} row={row} count={count} name={name(row)} />
            ),
          },
        ]),
    {
      key: 'remove',
      heading: words.remove,
      cell: row => (
        <a href={`${at}/${row.key}/remove`}>
          {words.remove} <span class="hidden-text">({name(row)})</span>
        </a>
      ),
    },
  ]
  return columns
}

/** Complete, or what is missing and stale by language. */
function languagesInWords(seminar: EditedSeminar, texts: ReturnType<typeof keysOfTexts>, locale: Visit['locale']) {
  const words = editing[locale].overview
  const others = languagesOf(seminar.file).slice(1)
  const keys = texts.told.map(field => `${texts.within}.${field}`)
  // Somebody may have neither a post nor lines about them.
  if (keys.every(key => seminar.states(key, seminar.file.source) === 'absent')) return '–'
  const of = (wanted: string) => others.filter(language => keys.some(key => seminar.states(key, language) === wanted))
  const named = (languages: typeof others) =>
    listed(
      locale,
      languages.map(language => languageName(locale, language)),
    )
  const missing = of('missing')
  const stale = of('stale')
  const told = [
    ...(missing.length > 0 ? [words.missingIn(named(missing))] : []),
    ...(stale.length > 0 ? [words.staleIn(named(stale))] : []),
  ]
  return told.length > 0 ? told.join(' · ') : words.complete
}

type MovesProps = { visit: Visit; seminar: EditedSeminar; list: ListName; row: Row; count: number; name: string }

function Moves({ visit, seminar, list, row, count, name }: MovesProps) {
  const words = editing[visit.locale].list
  const version = versionOf(shownOfList(list)(seminar.file))
  return (
    <form method="post" action={`${editOf(visit, seminar.slug)}/${list}`} class="buttons">
      <input type="hidden" name="_form" value={version} />
      {row.position > 0 ? (
        <Button kind="secondary" name="move" value={`up:${row.key}`}>
          <span aria-hidden="true">{words.upShort}</span>
          <span class="hidden-text">{words.up(name)}</span>
        </Button>
      ) : null}
      {row.position < count - 1 ? (
        <Button kind="secondary" name="move" value={`down:${row.key}`}>
          <span aria-hidden="true">{words.downShort}</span>
          <span class="hidden-text">{words.down(name)}</span>
        </Button>
      ) : null}
    </form>
  )
}

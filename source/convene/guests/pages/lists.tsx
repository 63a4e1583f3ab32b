import { byHand } from '#convene/messages/by-hand.ts'
import { guests } from '#convene/messages/guests.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, FileField, Form } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { lookAtList, mostGuests } from '../acts/look-at-list.ts'
import { type GuestListState, listGuestLists, stateOfList } from '../store/guest-lists.ts'
import { deskAddress, type PeopleSeminar, peoplePage, peopleSeminar } from './frame.tsx'

/** Room for a file somewhat larger than we take, whose size is then told in words, and the form around it. */
export const listBodyLimit = 24 * 1024 * 1024

const mostLists = 100

/** GET …/guests: the lists of a seminar, and the form to send one. */
export async function showLists(visit: Visit): Promise<Response> {
  return listsPage(visit, await peopleSeminar(visit))
}

/** POST …/guests: takes a file in, to be looked at. */
export async function sendList(visit: Visit): Promise<Response> {
  const { house, actor } = visit
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = guests[visit.locale]
  const { file } = sent.files
  if (!file) return listsPage(visit, seminar, { file: m.upload.none })
  const instead = textOf(sent.typed, 'instead') || null
  const location = (id: string) => deskAddress(visit, seminar, `/guests/${id}`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const result = await lookAtList(
    house,
    actor,
    seminar.slug,
    { name: file.name, bytes, instead },
    { once: sent.once, location },
  )
  if (result.outcome === 'refused') return listsPage(visit, seminar, { file: m.refused[result.code] })
  return redirect(visit, location(result.id))
}

const kindOfState: Record<GuestListState, StateKind> = {
  'looked-at': 'waiting',
  'under-way': 'waiting',
  imported: 'ok',
  undone: 'neutral',
  forgotten: 'neutral',
}

async function listsPage(visit: Visit, seminar: PeopleSeminar, errors: FieldErrors = {}): Promise<Response> {
  const { locale } = visit
  const m = guests[locale]
  const here = deskAddress(visit, seminar, '/guests')
  const lists = await as(visit.house.db, visit.actor, tx => listGuestLists(tx, seminar.id, mostLists))
  const failed = Object.keys(errors).length > 0
  return peoplePage(
    visit,
    seminar,
    { title: m.title, lead: m.lead, failed },
    <>
      <section class="stack measure">
        <h2>{m.upload.title}</h2>
        <UploadForm visit={visit} seminar={seminar} errors={errors} />
        <p>{m.upload.ownList}</p>
        <p>
          {m.upload.template} <a href={`${here}/template.xlsx`}>{m.upload.templateXlsx}</a>
          {' · '}
          <a href={`${here}/template.csv`}>{m.upload.templateCsv}</a>
        </p>
        <p class="small">{m.upload.kept}</p>
        <p>
          <a href={deskAddress(visit, seminar, '/registrations/new')}>{byHand[locale].link}</a>
        </p>
      </section>
      <DataTable
        t={parts[locale]}
        caption={m.lists.caption}
        address={here}
        rows={lists}
        rowLink={list => `${here}/${list.id}`}
        columns={[
          { key: 'file', heading: m.lists.file, cell: list => <bdi>{list.fileName}</bdi> },
          {
            key: 'state',
            heading: m.lists.state,
            cell: list => {
              const state = stateOfList(list)
              return <State kind={kindOfState[state]}>{m.lists.states[state]}</State>
            },
          },
          {
            key: 'when',
            heading: m.lists.when,
            kind: 'moment',
            cell: list => shortMoment(locale, list.undoneAt ?? list.importedAt ?? list.lookedAt, seminar.timeZone),
          },
          {
            key: 'by',
            heading: m.lists.by,
            cell: list => <span dir="auto">{list.importedBy ?? list.lookedBy ?? m.lists.somebody}</span>,
          },
          {
            key: 'registered',
            heading: m.lists.registered,
            kind: 'number',
            cell: list => (list.registered === null ? '–' : number(locale, list.registered)),
          },
        ]}
        empty={{ title: m.lists.noneTitle, text: m.lists.none }}
      />
    </>,
  )
}

type UploadProps = {
  visit: Visit
  seminar: PeopleSeminar
  errors?: FieldErrors
  /** The list that the new one takes the place of. */
  instead?: string
}

/** The form that sends a list, anew or corrected. */
export function UploadForm({ visit, seminar, errors = {}, instead }: UploadProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = guests[locale]
  return (
    <Form
      t={t}
      action={deskAddress(visit, seminar, '/guests')}
      errors={errors}
      once={newOnceKey(house.keys)}
      hidden={instead === undefined ? {} : { instead }}
      files
      short
    >
      <FileField
        {...bindFields(t, {}, errors)('file')}
        label={instead === undefined ? m.upload.file : m.import.again}
        hint={instead === undefined ? m.upload.fileHint(mostGuests) : m.import.againHint}
        accept=".xlsx,.xlsm,.csv,.txt,text/csv"
        limit={m.upload.limit}
      />
      <Buttons>
        <Button kind={instead === undefined ? 'primary' : 'secondary'}>{m.upload.look}</Button>
      </Buttons>
    </Form>
  )
}

import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { shownOfRemoval, usesOf, withoutItem } from '../rules/list-patches.ts'
import { itemsOf, type ListName } from '../rules/parts.ts'
import { askedSeats } from '../rules/uses.ts'
import { countSettled } from '../store/settled.ts'
import { nameOfItem } from './item-words.ts'
import { editOf, seminarToEdit } from './office.ts'
import { removalPage } from './removal-page.tsx'
import { afterRemoval } from './removed.tsx'
import { Uses } from './uses.tsx'

async function opened(visit: Visit, list: ListName) {
  const key = visit.param('item')
  const seminar = await seminarToEdit(visit, async (tx, { id }) => ({
    settled: list === 'questions' || list === 'consents' ? await countSettled(tx, id, list, key) : 0,
  }))
  const item = itemsOf(seminar.file, list).find(one => one.key === key)?.item
  if (!item) throw notFound()
  return { seminar, key, item }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** GET /:l/desk/seminars/:slug/edit/LIST/:item/remove: what becomes of the answers that are there, then the button. */
export const confirmRemoval = (list: ListName) => async (visit: Visit) =>
  removePage(visit, list, await opened(visit, list))

/** POST of the same */
export const removeItem = (list: ListName) => async (visit: Visit) => {
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const found = await opened(visit, list)
  const { seminar, key } = found
  const address = `${editOf(visit, seminar.slug)}/${list}`
  const location = list === 'rooms' ? afterRemoval(visit, seminar.slug, 'rooms', key) : address
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    sent.version ?? '',
    file => withoutItem(file, list, key),
    {
      part: shownOfRemoval(list, key),
      sent: { once: sent.once, location },
      reason: `remove ${key} of ${list} from ${seminar.slug}`,
    },
  )
  switch (done.outcome) {
    case 'stale': {
      // Pressed twice at once: the other one of the same form has saved it.
      const quicker = await alreadySent(house, sent.once)
      if (quicker) return redirect(visit, quicker)
      return redirect(visit, `${address}/${key}/remove`, { tone: 'note', text: editing[locale].stale.changed })
    }
    case 'invalid':
      return removePage(visit, list, found, true)
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: editing[locale].list.removed })
  }
}

function removePage(visit: Visit, list: ListName, { seminar, key, item }: Opened, inUse = false) {
  const { locale } = visit
  const words = editing[locale]
  const at = `${editOf(visit, seminar.slug)}/${list}`
  const told =
    list !== 'questions' && list !== 'consents'
      ? null
      : !may(visit, 'people', seminar.id)
        ? words.list.perhapsThere
        : seminar.settled === 0
          ? null
          : list === 'questions'
            ? words.list.answered(seminar.settled)
            : words.list.agreed(seminar.settled)
  return removalPage(visit, seminar, {
    title: words.list.removeTitle(nameOfItem(item, locale, seminar.file.source)),
    lead: words.list.removeText[list],
    button: words.list.remove,
    list: { href: at, label: words.parts[list] },
    action: `${at}/${key}/remove`,
    version: versionOf(shownOfRemoval(list, key)(seminar.file)),
    inUse,
    children: (
      <>
        {told ? <p>{told}</p> : null}
        <InProgramme visit={visit} list={list} seminar={seminar} itemKey={key} />
      </>
    ),
  })
}

type InProgrammeProps = { visit: Visit; list: ListName; seminar: Opened['seminar']; itemKey: string }

/** Which slots name a room or a person, and what becomes of them. */
function InProgramme({ visit, list, seminar, itemKey }: InProgrammeProps) {
  const uses = usesOf(seminar.file, list, itemKey)
  if (uses.length === 0) return null
  const words = editingProgramme[visit.locale]
  const asked = askedSeats(uses).length
  return (
    <>
      {asked > 0 ? (
        <Note tone="warning">
          <p>{words.person.asked(asked)}</p>
        </Note>
      ) : null}
      <Uses visit={visit} seminar={seminar} list={list} itemKey={itemKey} quiet />
      <p>{list === 'rooms' ? words.room.removal(uses.length) : words.person.removal(uses.length)}</p>
    </>
  )
}

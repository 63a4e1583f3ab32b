import { deskLine } from '#convene/messages/desk-line.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { number } from '#ground/languages/say.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { setPriority } from '../../acts/set-priority.ts'
import { chosenPeople } from '../../store/desk-list.ts'
import { peopleSeminar } from '../desk.tsx'
import { prioritySchema } from './priority-schema.ts'
import { waitingListPage } from './waiting-list.tsx'

const size = 50

/**
 * The priorities of a page of the line. Only those that were changed are set; when one cannot be read, or was set by
 * somebody else meanwhile, nothing is, and the page comes back with all that was typed.
 */
export async function sendPriorities(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = deskPeople[locale].priority
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const changed = Object.entries(sent.typed).flatMap(([name, typed]) => {
    const id = name.startsWith('priority-') ? name.slice('priority-'.length) : ''
    const was = sent.typed[`was-${id}`]
    return isUuid(id) && typeof typed === 'string' && typed.trim() !== was ? [{ id, typed, was }] : []
  })
  const people = await as(house.db, visit.actor, tx =>
    chosenPeople(
      tx,
      seminar.id,
      changed.slice(0, size).map(({ id }) => id),
    ),
  )
  const there = new Map(people.map(person => [person.id, person]))
  const kept = new Map<string, { typed: string; error: string | null }>()
  const wanted: { id: string; priority: number }[] = []
  for (const { id, typed, was } of changed) {
    const person = there.get(id)
    if (!person) continue
    const name = person.name ?? registration[locale].desk.erased
    const read = prioritySchema.safeParse(typed)
    const stale = read.success && was !== String(person.priority) && read.data !== person.priority
    if (!read.success) kept.set(id, { typed, error: words.errorOf(name) })
    else if (stale)
      kept.set(id, { typed, error: words.staleOf(name, number(locale, person.priority), number(locale, read.data)) })
    else {
      kept.set(id, { typed, error: null })
      wanted.push({ id, priority: read.data })
    }
  }
  if (wanted.length < kept.size) return waitingListPage(visit, kept)
  const back = `/${locale}/desk/seminars/${seminar.slug}/waiting-list${visit.url.search}`
  let set = 0
  let over = false
  for (const [index, { id, priority }] of wanted.entries()) {
    const once = index === wanted.length - 1 ? sent.once : null
    const outcome = await setPriority(house, visit.actor, seminar.slug, id, priority, { once, location: back })
    if (outcome === 'set') set += 1
    over ||= outcome === 'over'
  }
  return redirect(
    visit,
    back,
    ...(set > 0 ? [{ tone: 'done' as const, text: deskLine[locale].prioritiesSet(set) }] : []),
    ...(set < wanted.length
      ? [{ tone: 'problem' as const, text: over ? deskOne[locale].overPriority : words.notWaiting }]
      : []),
    ...(wanted.length === 0 ? [{ tone: 'note' as const, text: deskLine[locale].noneChanged }] : []),
  )
}

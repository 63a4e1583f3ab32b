import { type ChangeOptions, changeWithin, type SeminarChanged } from '#convene/seminar/acts/change-seminar.ts'
import { refused } from '#convene/seminar/acts/refused.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { lockImport } from '#convene/seminar/store/save-seminar.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import {
  apartFromWaiting,
  type WaitingField,
  type WaitingWord,
  waitingFields,
  withWaiting,
  wordsThatWait,
} from '../rules/waiting-words.ts'
import { readWaitingWords, writeWaitingWords } from '../store/waiting-words.ts'

/**
 * `changeSeminar` for who is on the programme: what is said of them may be in another language than the source, which no file
 * says. The file that is patched, compared and given back has these words too (`withWaiting`).
 */
export async function changePeople(
  house: House,
  who: Actor,
  slug: string,
  seen: string,
  patch: (file: SeminarFile) => SeminarFile,
  options: ChangeOptions = {},
): Promise<SeminarChanged> {
  const work = (tx: Tx) => within(tx, house, slug, seen, patch, options)
  const done = await as(house.db, who, work, options.reason ?? `edit ${slug}`).catch((error: unknown) => {
    throw refused(error, 'en')
  })
  if (done.outcome === 'changed' && done.changes.length > 0) house.mailsWritten()
  return done
}

async function within(
  tx: Tx,
  house: House,
  slug: string,
  seen: string,
  patch: (file: SeminarFile) => SeminarFile,
  { part = file => file, ...options }: ChangeOptions,
): Promise<SeminarChanged> {
  // The person may be writing at this moment, by their link: they wait at the same lock.
  await lockImport(tx, slug)
  const seminar = await seminarAsFile(tx, slug)
  if (!seminar) throw notFound()
  const before = await readWaitingWords(tx, seminar.id)
  const next: { people: SeminarFile['people']; waiting: WaitingWord[] } = { people: [], waiting: [] }
  const done = await changeWithin(
    tx,
    house,
    slug,
    seen,
    file => {
      const { file: whole, waiting } = apartFromWaiting(patch(withWaiting(file, before)))
      Object.assign(next, { people: whole.people, waiting })
      return whole
    },
    { ...options, part: file => part(withWaiting(file, before)) },
  )
  if (done.outcome === 'stale') return { ...done, now: withWaiting(done.now, before) }
  if (done.outcome === 'invalid') return done
  const { source } = seminar.file
  for (const person of next.people)
    for (const field of waitingFields) {
      const [was, is] = [before, next.waiting].map(words => wordsThatWait(words, person.key, field))
      if (JSON.stringify(was) === JSON.stringify(is)) continue
      const { [source]: _, ...others } = person[field] ?? {}
      await writeWaitingWords(tx, { seminarId: seminar.id, key: person.key, field }, { ...others, ...is })
      done.changes.push(changeOf(person.key, field, was, is))
    }
  return done
}

const changeOf = (key: string, field: WaitingField, ...sides: unknown[]) => {
  const [before = null, after = null] = sides.map(side => JSON.stringify(side))
  return { path: `people.${key}.${field}`, kind: 'changed' as const, before, after }
}

import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { namedUuid } from '#ground/named-uuid.ts'
import { indexRecords } from '#ground/search/index.ts'
import { keepVersion } from '../documents/acts/keep-document.ts'
import { planMemory } from '../rules/file/plan.ts'
import { problemLines, readMemoryFile } from '../rules/file/read-memory-file.ts'
import { findMemory } from '../store/memories.ts'
import { addRows, changeRows } from '../store/write-memory.ts'

export type MemoryToLoad = {
  /** Of the file, for its problems. */
  name: string
  text: string
  /** In whose name it is written down on a day; needs the right to edit that space. */
  who: (day: Temporal.PlainDate) => Actor
  /** A file that a document names; null where there is none of this name. */
  fileNamed?: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
}

/**
 * Writes memories from their files as offices would have, day by day, all of them along one clock: each thing under the date on
 * which it became known, by whoever kept the memory then. Nothing is written before every file is right. The words of documents
 * are read later, by their job.
 *
 * @param goTo sets the time; it goes forward only
 * @param until the last day that may be written on
 * @throws Error with every problem of every file, by line; or when a file names a space that is not there
 */
export async function loadMemories(
  house: House,
  memories: readonly MemoryToLoad[],
  goTo: (instant: string) => Promise<void>,
  until: Temporal.PlainDate,
): Promise<void> {
  const problems: string[] = []
  const days: { day: Temporal.PlainDate; write: () => Promise<void> }[] = []
  for (const { name, text, who, fileNamed } of memories) {
    const read = readMemoryFile(text)
    if (!read.ok) {
      problems.push(...problemLines(read.problems).map(line => `${name}:${line}`))
      continue
    }
    const { file } = read
    const first = who(Temporal.PlainDate.from(file.since))
    const space = await as(house.db, first, tx => findMemory(tx, file.space.slug))
    if (!space) throw new Error(`${name}: there is no ${file.space.kind} ${file.space.slug}`)
    const idOf = (key: string) => namedUuid(space.id, key)
    for (const { day, added, changed, files } of planMemory(file, idOf, until)) {
      const given = await Promise.all(
        files.map(async one => ({ ...one, bytes: (await fileNamed?.(one.file)) ?? null })),
      )
      problems.push(...given.filter(one => one.bytes === null).map(one => `${name}: there is no file ${one.file}`))
      if (Temporal.PlainDate.compare(day, until) > 0) {
        problems.push(...added.map(row => `${name}: a ${row.table} is written down on ${day}, after ${until}`))
        continue
      }
      days.push({
        day,
        write: async () => {
          const actor = who(day)
          const writing = { space: space.id, source: file.source, person: actor.kind === 'person' ? actor.id : null }
          await as(house.db, actor, async tx => {
            await addRows(tx, added, writing)
            await changeRows(tx, changed, writing)
            for (const table of new Set([...added, ...changed].map(row => row.table))) {
              const ids = [...added, ...changed].filter(row => row.table === table).map(row => row.id)
              await indexRecords(tx, house.rooms, table, ids)
            }
          })
          for (const { document, file: name, bytes } of given) {
            if (bytes === null) continue
            const kept = await keepVersion(house, actor, {
              space: space.id,
              id: document,
              file: { name, content: new Blob([bytes]) },
              once: { key: null, location: '' },
            })
            if (kept.result !== 'kept') throw new Error(`${name} was not kept: ${kept.result}`)
          }
        },
      })
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  for (const { day, write } of days.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))) {
    await goTo(`${day.toString()}T15:30:00Z`)
    await write()
  }
}

import { LogTable, recordsIn } from '#ground/history/pages/log-table.tsx'
import { readLog } from '#ground/history/store/read-log.ts'
import { authorsOf } from '#ground/history/store/versions.ts'
import type { Visit } from '#ground/house.ts'
import { instantAsked } from '#ground/web/asked-time.ts'
import { notFound } from '#ground/web/refusal.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { addressIn, endOfReading, memoryOf, now, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { namesOfRecords } from '../../store/names.ts'
import { CompareForm, DayForm } from './forms.tsx'

/** GET /:l/territories/:slug/history: the doors to the past of a memory, and who wrote what last. */
export async function showHistory(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  const { locale, house } = visit
  const m = memoryTime[locale]
  const before = instantAsked(visit.url.searchParams.get('before'), visit.house.clock.now())
  // What was written after the day that is read is not known yet.
  const end = endOfReading(memory)
  const isWithin = before !== null && (end === null || Temporal.Instant.compare(before, end) < 0)
  const { log, names } = await now(visit, async tx => {
    const log = await readLog(tx, house, {
      before: isWithin ? before : end,
      since: null,
      personId: null,
      byHand: false,
      spaceId: memory.id,
      part: null,
    })
    const ids = log.entries.flatMap(({ actorKind, actorId }) => (actorKind === 'person' && actorId ? [actorId] : []))
    return { log, names: await authorsOf(tx, memory.id, ids) }
  })
  const records = await reading(visit, memory, tx => namesOfRecords(tx, memory.id, recordsIn(log.entries), locale))
  const at = (query: string) => addressIn(visit, memory, `/history${query}`)
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: 'history' },
    <>
      <section class="close" aria-labelledby="as-it-was">
        <h2 id="as-it-was">{m.asItWas}</h2>
        <DayForm visit={visit} memory={memory} />
      </section>
      <section class="close" aria-labelledby="differences">
        <h2 id="differences">{m.differences}</h2>
        <CompareForm visit={visit} memory={memory} />
      </section>
      <section class="close" aria-labelledby="latest">
        <h2 id="latest">{m.latest}</h2>
        <LogTable
          visit={visit}
          caption={m.latest}
          address={at('')}
          timeZone={memory.timeZone}
          entries={log.entries}
          names={names}
          records={records}
          empty={{ title: m.noneYet, text: m.noneYetText }}
        />
        <p class="buttons">
          {log.older ? <a href={at(`?before=${encodeURIComponent(log.older.toString())}`)}>{m.older}</a> : null}
          {before ? <a href={at('')}>{m.newest}</a> : null}
        </p>
      </section>
    </>,
  )
}

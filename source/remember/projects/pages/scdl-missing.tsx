import type { Visit } from '#ground/house.ts'
import { scdlWords } from '../../messages/scdl.ts'
import { addressIn, type Memory, now, reading } from '../../pages/memory.ts'
import { findMemory } from '../../store/memories.ts'
import { scdlLacking } from '../rules/scdl.ts'
import { bodyOf, decisionsKept, type OneDecision } from '../store/decisions.ts'

/** So many decisions are named on the page; the number tells of the rest. */
const mostNamed = 20

/** The local government as the open file names it now, whatever day the page is read for. */
export const bodyIn = (visit: Visit, memory: Memory) =>
  now(visit, async tx => {
    const space = await findMemory(tx, memory.slug)
    return bodyOf(tx, { id: memory.id, name: space?.name })
  })

/** Told to those inside, in France, whose schema it is: which public decisions are no valid row of the open file yet, and why. */
export async function notYetOpen(visit: Visit, memory: Memory, year: string) {
  if (!memory.inside || memory.country !== 'FR') return null
  const words = scdlWords[visit.locale]
  const body = await bodyIn(visit, memory)
  const decisions = await reading(visit, memory, tx => decisionsKept(tx, memory.id, { year, all: false }))
  const lacking = decisions.flatMap(decision => {
    const lacks = scdlLacking(decision, body)
    return lacks.length > 0 ? [{ decision, lacks }] : []
  })
  if (decisions.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.toPublish}</h2>
      {lacking.length === 0 ? (
        <p>{words.allThere}</p>
      ) : (
        <>
          <p>{words.some(lacking.length, decisions.length)}</p>
          <ul>
            {lacking.slice(0, mostNamed).map(({ decision, lacks }) => (
              <li>
                <a href={addressIn(visit, memory, `/decisions/${decision.id}`)}>{decision.number}</a>
                <span class="small"> · {lacks.map(lack => words.short[lack]).join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The same of one decision, on its page. */
export async function missingOfOne(visit: Visit, memory: Memory, decision: OneDecision) {
  if (!memory.inside || memory.country !== 'FR') return null
  const words = scdlWords[visit.locale]
  const lacks = scdlLacking(decision, await bodyIn(visit, memory))
  return (
    <section class="stack">
      <h2>{words.toPublish}</h2>
      {lacks.length === 0 ? (
        <p>{words.nothingMissing}</p>
      ) : (
        <>
          <p class="small">{words.hint}</p>
          <ul>
            {lacks.map(lack => (
              <li>{words.lacks[lack]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

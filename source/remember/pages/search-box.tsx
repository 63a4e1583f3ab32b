import type { Visit } from '#ground/house.ts'
import { Button } from '#ground/web/parts/form.tsx'
import { memorySearchWords } from '../messages/memory-search.ts'
import { addressIn, type Memory } from './memory.ts'

/** The box that searches this memory: on every page of it, on the day that is being read. */
export function SearchBox({ visit, memory }: { visit: Visit; memory: Memory }) {
  const t = memorySearchWords[visit.locale]
  return (
    <search class="memory-search">
      <form method="get" action={addressIn(visit, { ...memory, knownOn: null }, '/search')}>
        <label for="memory-search">{t.box(memory.name)}</label>
        <div>
          <input id="memory-search" name="q" type="search" dir="auto" enterkeyhint="search" />
          {memory.knownOn ? <input type="hidden" name="on" value={memory.knownOn.toString()} /> : null}
          <Button kind="secondary">{t.button}</Button>
        </div>
      </form>
    </search>
  )
}

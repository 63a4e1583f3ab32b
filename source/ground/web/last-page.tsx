import type { Visit } from '../house.ts'
import { page } from './answer.ts'
import { layout } from './layout.tsx'
import { PageHead } from './parts/text.tsx'

/** What is said at the end of something, when nothing is left to do: a title and a sentence, for nobody else to find. */
export function lastPage(visit: Visit, title: string, text: string): Promise<Response> {
  return page(
    visit,
    layout(
      visit,
      { title, noIndex: true },
      <div class="stack measure">
        <PageHead title={title} lead={text} />
      </div>,
    ),
  )
}

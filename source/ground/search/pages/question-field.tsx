import type { Locale } from '../../languages/locales.ts'
import { search } from '../../languages/messages/search.ts'
import { longestQuestion, type Question } from '../rules/question.ts'

type Props = { locale: Locale; label: string; asked: Question; wide?: boolean }

/**
 * Where a question is typed, the same in one memory as over all; it has the focus while nothing is asked. What is typed stays,
 * however long; where only its beginning was looked up, the field says so.
 */
export function QuestionField({ locale, label, asked, wide = false }: Props) {
  return (
    <div class={wide ? 'field wide' : 'field'}>
      <label for="search-q">{label}</label>
      <input
        id="search-q"
        name="q"
        type="search"
        dir="auto"
        value={asked.typed}
        autofocus={asked.typed === ''}
        enterkeyhint="search"
        aria-describedby={asked.cut ? 'search-cut' : undefined}
      />
      {asked.cut ? (
        <p class="hint" id="search-cut">
          {search[locale].cut(longestQuestion, asked.question.split(' ').at(-1) ?? '')}
        </p>
      ) : null}
    </div>
  )
}

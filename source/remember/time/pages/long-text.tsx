import { cut } from '#ground/history/tell.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Paragraphs, Words } from '#ground/web/parts/text.tsx'
import type { ShownName } from '../../store/names.ts'

/** Letters that are told of a text at once. */
export const longest = 160

type LongTextProps = {
  locale: Locale
  shown: ShownName
  /** Where to begin telling it, in letters: what stands before is what was there already. */
  from: number
}

/** A text in a line or two, and the whole of it on demand, where it is. */
export function LongText({ locale, shown, from }: LongTextProps) {
  const { text, language } = shown
  const one = (words: string) => <Words locale={locale} shown={{ ...shown, text: words.replaceAll(/\s+/g, ' ') }} />
  if (text.length <= longest) return <bdi>{one(text)}</bdi>
  return (
    <details>
      <summary>
        <bdi>{one(`${from > 0 ? '… ' : ''}${cut(text.slice(from).trim(), longest)}`)}</bdi>
      </summary>
      <div class="prose">
        <Paragraphs text={text} language={language === locale ? undefined : language} />
      </div>
    </details>
  )
}

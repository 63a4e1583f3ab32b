import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Multilingual, Words } from '#ground/web/parts/text.tsx'
import { memoryWords } from '../messages/memory.ts'
import type { Fields } from '../rules/typed.ts'
import type { ShownName } from '../store/names.ts'

/** What a record is called, as its reader gets it: in another language, marked with it and said so. */
export function RecordName(props: { locale: Locale; name: ShownName | undefined; otherwise: string; quiet?: boolean }) {
  const { locale, name, otherwise, quiet = false } = props
  return <bdi>{name ? <Multilingual t={parts[locale]} locale={locale} shown={name} quiet={quiet} /> : otherwise}</bdi>
}

/** Over a list without room for a remark on each name: said once, and only where one of them is in another language. */
export function InItsLanguage({ locale, names }: { locale: Locale; names: readonly (NamedIn | null | undefined)[] }) {
  return names.some(name => name?.language && name.language !== locale) ? (
    <p class="small">{memoryWords[locale].inItsLanguage}</p>
  ) : null
}

/** A sentence around what a record is called; the sentence is in the reader's language, the name perhaps not. */
export function SaidOf(props: { locale: Locale; say: (name: string) => string; name: ShownName }) {
  const { locale, say, name } = props
  // A character that no text holds: the form reader drops it.
  const [before = '', after = ''] = say('\u0001').split('\u0001')
  return (
    <>
      {before}
      <bdi>
        <Words locale={locale} shown={name} />
      </bdi>
      {after}
    </>
  )
}

/** Some words and the language they are in, of whichever code. */
export type NamedIn = { text: string; language: string | null | undefined }

/** A sentence that names a record, with the name marked where it is in another language than the sentence. */
export function NameWithin({ locale, said, name }: { locale: Locale; said: string; name: NamedIn | null | undefined }) {
  const at = name && name.text !== '' ? said.indexOf(name.text) : -1
  if (!name || at < 0) return <>{said}</>
  return (
    <>
      {said.slice(0, at)}
      <bdi lang={name.language && name.language !== locale ? name.language : undefined}>{name.text}</bdi>
      {said.slice(at + name.text.length)}
    </>
  )
}

/** What the fields of a record call it, in the language in which it was written. */
export function calledIn(now: Fields | null): NamedIn | null {
  const language = now?.source
  const text = now?.[`name-${language}`] || now?.[`title-${language}`]
  return text ? { text, language } : null
}

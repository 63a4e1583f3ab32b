import type { Locale } from '#ground/languages/locales.ts'
import { Words } from '#ground/web/parts/text.tsx'
import { memoryChecks } from '#remember/messages/memory-checks.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import type { Memory } from '#remember/pages/memory.ts'
import { SaidOf } from '#remember/pages/record-name.tsx'
import type { ShownName } from '#remember/store/names.ts'
import type { NamedWith } from '../acts/due-in-words.ts'
import type { FindingInWords } from '../acts/read-checks.ts'
import type { CheckCode } from '../rules/checks.ts'

// What lines about records are called: names of records in lists that have no room for the remark on their language.

/** What a record is called, marked with its language. */
export function Name({ locale, name }: { locale: Locale; name: ShownName }) {
  return (
    <bdi>
      <Words locale={locale} shown={name} />
    </bdi>
  )
}

type InOneLineProps = { locale: Locale; of: NamedWith; say: (record: string) => string }

/** A sentence around a record and whom it is about, as a mail says it; each name is marked with its language. */
export function InOneLine({ locale, of: { name, about }, say }: InOneLineProps) {
  // Characters that no text holds: the form reader drops them.
  const said = say(about === null ? '\u0001' : memoryHome[locale].of('\u0001', '\u0002'))
  const withAbout = (words: string) =>
    words.split('\u0002').map((part, index) => (
      <>
        {index > 0 && about !== null ? <Name locale={locale} name={about} /> : null}
        {part}
      </>
    ))
  return (
    <>
      {said.split('\u0001').map((part, index) => (
        <>
          {index > 0 ? <Name locale={locale} name={name} /> : null}
          {withAbout(part)}
        </>
      ))}
    </>
  )
}

/** Why a rule matters and what to do: to a network, whose members pay and sit, in its own words. */
export function wordsOfRule(locale: Locale, kind: Memory['kind'], code: CheckCode) {
  const words = memoryChecks[locale]
  const own: Partial<Record<CheckCode, { why?: string; advice?: string }>> = kind === 'network' ? words.network : {}
  return { ...words.rules[code], ...own[code] }
}

/** What a rule remarks on a record; the name of the other one is marked with its language. Null when it remarks nothing. */
export function remarkIn(locale: Locale, { remark }: Pick<FindingInWords, 'remark'>) {
  const { say, other } = remark
  if (say('') === '') return null
  const isNamed = other !== null && say('') !== say(other.text)
  return isNamed ? <SaidOf locale={locale} say={say} name={other} /> : <>{say('')}</>
}

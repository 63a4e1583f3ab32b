import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Change, type Choice, StaleSave } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { type Field, namesOf, textOf, valuesOf } from '../rules/fields.ts'
import { labelOfName, valueInWords, type Within } from './labels.ts'
import { editOf, trail } from './office.ts'

type StaleForm = {
  title: string
  within: Within
  fields: readonly Field[]
  languages: readonly Locale[]
  theirs: Typed
  yours: Typed
  /** Of what is there now. */
  version: string
  once: string
  action: string
  organisations?: readonly Choice[]
  /** Fields of yours that nobody else can have changed: they come along as they are. */
  carried?: Typed
  /** Further fields of the form, in the words of the page, with one value each. */
  more?: readonly { name: string; label: string; shown?: (value: string) => string; long?: boolean; isText?: boolean }[]
}

/** One value of a field, however many boxes it has. */
const oneValue = (typed: Typed, name: string) =>
  typed[`${name}[]`] === undefined ? textOf(typed, name) : valuesOf(typed, name).join(' ')

/** Somebody saved the same part meanwhile: each field that differs, both ways; nothing of either is lost. */
export function staleForm(visit: Visit, seminar: { slug: string; title: string }, form: StaleForm) {
  const { locale } = visit
  const { theirs, yours, within, fields, languages } = form
  const named = namesOf(fields, languages, { ...theirs, ...yours }).map(one => ({
    name: one.name,
    label: labelOfName(locale, within, one),
    long: one.field.kind === 'words' && one.field.long === true,
    isText: one.locale !== undefined,
    shown: (value: string) => valueInWords(locale, within, one.field, value, form.organisations),
  }))
  const changes: Change[] = []
  const kept: [string, string][] = []
  for (const { name, label, long, shown, isText } of [...named, ...(form.more ?? [])]) {
    const there = oneValue(theirs, name)
    // A language that was added meanwhile has no field in what you sent: theirs stands.
    const own = isText && yours[name] === undefined ? there : oneValue(yours, name)
    if (own === there || sameWords(own, there)) kept.push([name, there])
    else
      changes.push({
        name,
        label,
        theirs: { value: there, ...(shown ? { shown: shown(there) } : {}) },
        yours: { value: own, ...(shown ? { shown: shown(own) } : {}) },
        ...(long ? { long } : {}),
      })
  }
  const told = new Set([...changes.map(({ name }) => name), ...kept.map(([name]) => name)])
  for (const [name, value] of Object.entries(form.carried ?? {}))
    if (!told.has(name) && !name.startsWith('_') && typeof value === 'string') kept.push([name, value])
  const words = editing[locale]
  return page(
    visit,
    layout(
      visit,
      {
        title: `${form.title} – ${seminar.title}`,
        office: true,
        failed: true,
        breadcrumb: trail(visit, seminar, [{ label: words.title, href: editOf(visit, seminar.slug) }], form.title),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={form.title} />
        <StaleSave
          t={parts[locale]}
          action={form.action}
          version={form.version}
          once={form.once}
          changes={changes}
          kept={kept}
          cancel={form.action}
        />
      </div>,
    ),
    409,
  )
}

// What is stored has no spaces around it and one kind of line break.
const sameWords = (one: string, other: string) => one.trim() === other.trim()

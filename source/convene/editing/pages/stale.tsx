import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Change, type Choice, StaleSave } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { type Field, namesOf } from '../rules/fields.ts'
import type { Shape } from '../rules/joined.ts'
import type { Values } from '../rules/joined-values.ts'
import { beginningWith, hiddenBase, joinedWith } from './joined.ts'
import { labelOfName, valueInWords, type Within } from './labels.ts'
import { editOf, trail } from './office.ts'

type StaleForm = {
  title: string
  within: Within
  fields: readonly Field[]
  languages: readonly Locale[]
  theirs: Values
  yours: Typed
  shape: Shape
  /** Of what is there now. */
  version: string
  once: string
  action: string
  organisations?: readonly Choice[]
  /** Further fields of the form, in the words of the page, with one value each. */
  more?: readonly { name: string; label: string; shown?: (value: string) => string; long?: boolean }[]
}

/**
 * Somebody saved the same part meanwhile: each field that both changed, both ways; nothing of either is lost. Of a form that
 * does not say what it began with, each field that differs.
 */
export function staleForm(visit: Visit, seminar: { slug: string; title: string }, form: StaleForm) {
  const { locale } = visit
  const { theirs, yours, within, fields, languages } = form
  const { typed, asked } = joinedWith(theirs, yours, form.shape)
  const named = namesOf(fields, languages, { ...theirs, ...typed }).map(one => ({
    name: one.name,
    label: labelOfName(locale, within, one),
    long: one.field.kind === 'words' && one.field.long === true,
    shown: (value: string) => valueInWords(locale, within, one.field, value, form.organisations),
  }))
  const changes = [...named, ...(form.more ?? [])].flatMap(({ name, label, long, shown }): Change[] => {
    const both = asked.find(one => one.name === name)
    if (!both) return []
    const side = (value: string) => ({ value, ...(shown ? { shown: shown(value) } : {}) })
    return [{ name, label, theirs: side(both.theirs), yours: side(both.yours), ...(long ? { long } : {}) }]
  })
  const isAsked = new Set(changes.map(({ name }) => name))
  const rest = Object.entries(typed).filter(([name]) => !name.startsWith('_') && !isAsked.has(name))
  const kept = [
    ...Object.entries(hiddenBase(beginningWith(theirs, form.shape))),
    ...rest.flatMap(([name, value]) => [value].flat().map(one => [name, one] as const)),
  ]
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

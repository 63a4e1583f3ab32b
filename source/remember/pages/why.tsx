import { type Actor, because } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type SentForm, textOf } from '#ground/web/form.ts'
import { bindFields, TextField } from '#ground/web/parts/form.tsx'
import { whyWords } from '../messages/why.ts'
import type { Fields } from '../rules/typed.ts'

/** Letters of a reason; the field takes no more. */
const longest = 300

/** Under which name it is sent: a page may hold the form of a change and that of a removal, or several of one kind. */
export type WhyName = 'why' | 'why-removed' | `why-${number}`

type WhyProps = { visit: Visit; name?: WhyName; typed?: Fields }

/** Why something is changed or removed: whoever likes says so, and the history tells it beside who and when. */
export function WhyField({ visit: { locale }, name = 'why', typed = {} }: WhyProps) {
  const m = whyWords[locale]
  return (
    <TextField
      {...bindFields(parts[locale], typed)(name)}
      label={name === 'why-removed' ? m.removed : m.label}
      hint={m.hint}
      maxLength={longest}
      optional
    />
  )
}

/** Whoever asks, with the reason that they sent: an act in this name leaves it in the history. */
export const withWhy = (visit: Visit, { typed }: Pick<SentForm, 'typed'>, name: WhyName = 'why'): Actor =>
  because(visit.actor, textOf(typed, name).trim().slice(0, longest))

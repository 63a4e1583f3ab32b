import { z } from 'zod'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { bindFields, DateField, SelectField } from '#ground/web/parts/form.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { day, maybeDay, maybeId } from '../../rules/forms.ts'
import type { Named } from '../../store/choices.ts'
import { type EventKind, eventKinds, likelyNext, mayEnd } from '../rules/next-events.ts'
import { decisionsToChoose } from '../store/agreement-fields.ts'
import { chosen } from './part-forms.tsx'
import { recordForm } from './record-form.tsx'

type Lists = { decisions: Named[] }

/** What happened to an agreement: on its page with the likely kinds first, and on a page of its own. */
export function EventFields(props: {
  locale: Locale
  typed: Typed
  errors: FieldErrors
  decisions: readonly Named[]
  /** The state of the agreement, where it is known. */
  state?: string
}) {
  const { locale, typed, errors, decisions, state } = props
  const words = agreementsWords[locale]
  const { eventForm } = words
  const field = bindFields(parts[locale], typed, errors)
  const choice = (value: EventKind) => ({ value, label: words.happen[value] })
  const likely = state === undefined ? [] : likelyNext(state)
  const rest = eventKinds.filter(kind => !likely.includes(kind))
  return (
    <>
      <SelectField
        {...field('kind')}
        label={eventForm.kind}
        {...(likely.length > 0 && rest.length > 0
          ? {
              groups: [
                { label: words.likely, choices: likely.map(choice) },
                { label: words.other, choices: rest.map(choice) },
              ],
            }
          : { choices: eventKinds.map(choice) })}
      />
      <DateField {...field('on')} label={eventForm.on} />
      <DateField {...field('ends')} label={eventForm.ends} hint={eventForm.endsHint} optional />
      {decisions.length > 0 ? (
        <SelectField
          {...field('decision')}
          label={eventForm.decision}
          choices={[
            { value: '', label: eventForm.noDecision },
            ...decisions.map(decision => ({ value: decision.id, label: decision.name })),
          ]}
          noEmpty
          optional
        />
      ) : null}
    </>
  )
}

export const eventForm = recordForm<Lists>({
  kind: 'event',
  title: (locale, now) => agreementsWords[locale].eventForm[now ? 'editTitle' : 'newTitle'],
  start: ({ url }, memory) => ({ kind: url.searchParams.get('kind') ?? '', on: memory.day.toString() }),
  lists: async (tx, { space }, locale) => ({ decisions: await decisionsToChoose(tx, space, locale) }),
  schema: z.object({
    kind: z.enum(eventKinds, 'kind'),
    on: day,
    ends: maybeDay,
    decision: maybeId,
  }),
  more: ({ kind = '', on = '', ends = '' }) => {
    if (ends === '') return {}
    if (!mayEnd.includes(kind as EventKind)) return { ends: 'endsNot' }
    return ends < on ? { ends: 'ends' } : {}
  },
  errors: locale => agreementsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => (
    <EventFields locale={locale} typed={typed} errors={errors} decisions={lists.decisions} />
  ),
  labels: locale => {
    const { kind, on, ends, decision } = agreementsWords[locale].eventForm
    return { kind, on, ends, decision }
  },
  shown: (locale, field, value, { decisions }) => {
    if (field === 'kind') return agreementsWords[locale].event[value as 'signed']
    if (field === 'on' || field === 'ends') return dayOf(locale, value)
    return field === 'decision' ? chosen(decisions, value) : null
  },
  button: locale => agreementsWords[locale].eventForm.save,
  saved: locale => agreementsWords[locale].eventForm.saved,
  removal: locale => ({
    button: agreementsWords[locale].eventForm.remove,
    done: agreementsWords[locale].eventForm.removed,
  }),
  path: ({ parent }) => `/agreements/${parent}`,
})

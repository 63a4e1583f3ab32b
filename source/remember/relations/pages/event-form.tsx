import { z } from 'zod'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { bindFields, SelectField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { asKnownWords } from '../../messages/as-known.ts'
import { DuringField } from '../../pages/fields.tsx'
import { chosen } from '../../pages/labels.ts'
import { unknownDate } from '../../rules/edtf.ts'
import { asKnown, endsFirst, maybeAsKnown, saidFromToday } from '../../rules/edtf-forms.ts'
import { maybeId } from '../../rules/forms.ts'
import type { Named } from '../../store/choices.ts'
import { type EventKind, eventKinds, likelyNext, mayBeUnknown, mayEnd } from '../rules/next-events.ts'
import { decisionsToChoose } from '../store/agreement-fields.ts'
import { recordForm } from './record-form.ts'

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
      <DuringField {...field('on')} locale={locale} label={eventForm.on} hint={asKnownWords[locale].hintOrUnknown} />
      <DuringField {...field('ends')} locale={locale} label={eventForm.ends} hint={eventForm.endsHint} optional />
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
  lists: async (tx, { at: { space }, locale }) => ({ decisions: await decisionsToChoose(tx, space, locale) }),
  schema: z.object({
    kind: z.enum(eventKinds, 'kind'),
    on: asKnown,
    ends: maybeAsKnown,
    decision: maybeId,
  }),
  more: ({ kind = '', on = '', ends = '' }) => {
    if (on === unknownDate && !mayBeUnknown.includes(kind as EventKind)) return { on: 'whenNeeded' }
    if (ends === '') return {}
    if (!mayEnd.includes(kind as EventKind)) return { ends: 'endsNot' }
    return endsFirst(on, ends) ? { ends: 'ends' } : {}
  },
  tidy: (fields, today) => saidFromToday(fields, ['on', 'ends'], today),
  errors: locale => ({ ...asKnownWords[locale].errors, ...agreementsWords[locale].errors }),
  body: ({ visit: { locale }, typed, errors, lists }) => (
    <EventFields locale={locale} typed={typed} errors={errors} decisions={lists.decisions} />
  ),
  labels: locale => {
    const { kind, on, ends, decision } = agreementsWords[locale].eventForm
    return { kind, on, ends, decision }
  },
  shown: (locale, field, value, { decisions }) => {
    if (field === 'kind') return agreementsWords[locale].event[value as 'signed']
    if (field === 'on' || field === 'ends') return edtfInWords(locale, value)
    return field === 'decision' ? chosen(decisions, value) : null
  },
  words: locale => agreementsWords[locale].eventForm,
  path: ({ parent }) => `/agreements/${parent}`,
})

import { type Child, createContext, useContext } from 'hono/jsx'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import type { FieldErrors, Typed } from '../form.ts'

/** What every field takes. Texts are in the reader's language; `value` is what was typed, kept as it was typed. */
export type FieldProps = {
  t: PartsMessages
  name: string
  label: string
  hint?: string | undefined
  /** The sentence that says what to put right; shown here and in the summary. */
  error?: string | undefined
  value?: string | undefined
  /** A field is required unless it says otherwise; an optional one says so in words, where its hint does not (`said`). */
  optional?: boolean | 'said' | undefined
  disabled?: boolean | undefined
  autocomplete?: string | undefined
}

/** Where the error summary leads: the id of a field, or of its first choice. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

/** The fields of the form that is being written, in its order: what the summary of its errors calls them, and when. */
export type AskedField = { name: string; label?: string }
export const AskedFields = createContext<AskedField[] | null>(null)

/** Tells the form around it of a field; without a label, the sentence of its error stands alone. */
export function asksFor(name: string, label?: string): void {
  useContext(AskedFields)?.push(label === undefined ? { name } : { name, label })
}

/** Several hints as one: a full stop before the next one would be one sign too many. */
export const hintsAsOne = (hints: readonly (string | undefined | false | null)[]) =>
  hints.filter(Boolean).join(' · ').replaceAll('. · ', ' · ') || undefined

/** The ids of what describes a field, hint first. */
export function describedBy(props: { name: string; hint?: string | undefined; error?: string | undefined }) {
  const id = fieldId(props.name)
  const ids = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/**
 * Gives each field what was typed into it and its error: `const field = bindFields(t, typed, errors)`, then
 * `<TextField {...field('givenName')} label=… />`.
 */
export function bindFields(t: PartsMessages, typed: Typed = {}, errors: FieldErrors = {}) {
  return (name: string) => {
    const value = typed[name]
    return {
      t,
      name,
      value: typeof value === 'string' ? value : value?.[0],
      values: typeof value === 'string' ? [value] : (value ?? []),
      error: errors[name],
    }
  }
}

export function Hint({ name, hint }: { name: string; hint?: string | undefined }) {
  return hint ? (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null
}

export function FieldError({ t, name, error }: { t: PartsMessages; name: string; error?: string | undefined }) {
  return error ? (
    <p class="error" id={`${fieldId(name)}-error`}>
      <span class="hidden-text">{t.form.errorPrefix} </span>
      {error}
    </p>
  ) : null
}

export function OptionalWord({ t, optional }: { t: PartsMessages; optional?: boolean | 'said' | undefined }) {
  return optional === true ? <span class="word"> ({t.form.optional})</span> : null
}

/** Label, hint, error, then the control itself. */
export function Field(props: FieldProps & { short?: boolean; children?: Child }) {
  asksFor(props.name, props.label)
  const classes = ['field', props.error ? 'wrong' : '', props.short ? 'short' : ''].filter(Boolean).join(' ')
  return (
    <div class={classes}>
      <label for={fieldId(props.name)}>
        {props.label}
        <OptionalWord t={props.t} optional={props.optional} />
      </label>
      <Hint name={props.name} hint={props.hint} />
      <FieldError t={props.t} name={props.name} error={props.error} />
      {props.children}
    </div>
  )
}

/** A question with several answers to choose among: legend, hint, error, then the answers. */
export function FieldGroup(props: FieldProps & { children?: Child }) {
  asksFor(props.name, props.label)
  return (
    <fieldset
      class={props.error ? 'field wrong' : 'field'}
      aria-describedby={describedBy(props)}
      disabled={props.disabled}
    >
      <legend>
        {props.label}
        <OptionalWord t={props.t} optional={props.optional} />
      </legend>
      <Hint name={props.name} hint={props.hint} />
      <FieldError t={props.t} name={props.name} error={props.error} />
      {props.children}
    </fieldset>
  )
}

/** Attributes that every single control shares. */
export function controlOf(props: FieldProps) {
  return {
    id: fieldId(props.name),
    name: props.name,
    required: !props.optional,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : undefined,
  }
}

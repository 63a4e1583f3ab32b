import {
  asksFor,
  controlOf,
  describedBy,
  Field,
  FieldError,
  type FieldProps,
  fieldId,
  Hint,
  hintsAsOne,
  OptionalWord,
} from './field.tsx'

/** One line of the person's own words, in any script and direction. */
export function TextField(props: FieldProps & { maxLength?: number; short?: boolean; inputMode?: 'numeric' | 'text' }) {
  return (
    <Field {...props}>
      <input
        {...controlOf(props)}
        type="text"
        dir="auto"
        value={props.value ?? ''}
        maxlength={props.maxLength}
        inputmode={props.inputMode}
      />
    </Field>
  )
}

export function EmailField(props: FieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlOf({ autocomplete: 'email', ...props })}
        type="email"
        dir="ltr"
        spellcheck={false}
        value={props.value ?? ''}
      />
    </Field>
  )
}

export function TelephoneField(props: FieldProps) {
  return (
    <Field {...props} short>
      <input {...controlOf({ autocomplete: 'tel', ...props })} type="tel" dir="ltr" value={props.value ?? ''} />
    </Field>
  )
}

/** Several lines. `most` is told in words and not enforced by the browser, so that a pasted text is never cut. */
export function TextareaField(props: FieldProps & { rows?: number; most?: number }) {
  const limit = props.most ? props.t.form.atMost(props.most) : undefined
  const hint = hintsAsOne([props.hint, limit])
  const described = { ...props, hint }
  return (
    <Field {...described}>
      <textarea {...controlOf(described)} dir="auto" rows={props.rows ?? 4}>
        {/* A browser drops the first line break of a textarea. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : (props.value ?? '')}
      </textarea>
    </Field>
  )
}

/**
 * A day, as year-month-day. What was typed and is no such day (in a browser without a calendar, or by import) is given
 * back in a plain line, since a date field would throw it away.
 */
export function DateField(props: FieldProps & { earliest?: string; latest?: string }) {
  const kept = props.value ?? ''
  const type = kept === '' || /^\d{4}-\d{2}-\d{2}$/.test(kept) ? 'date' : 'text'
  // A calendar shows the order of the day its own way: the form is told only where a day is written by hand.
  const described = type === 'date' ? props : { ...props, hint: hintsAsOne([props.hint, props.t.form.dateForm]) }
  return (
    <Field {...described} short>
      <input {...controlOf(described)} type={type} value={kept} min={props.earliest} max={props.latest} />
    </Field>
  )
}

/** The figures received by mail instead of a password. */
export function CodeField(props: FieldProps & { digits?: number }) {
  const described = { ...props, hint: props.hint ?? props.t.form.codeHint }
  return (
    <Field {...described}>
      <input
        {...controlOf({ ...described, autocomplete: 'one-time-code' })}
        class="code"
        type="text"
        inputmode="numeric"
        maxlength={(props.digits ?? 6) + 4}
        spellcheck={false}
        value={props.value ?? ''}
      />
    </Field>
  )
}

/** A file. `limit` is the size in words ("5 MB"); `received` the name of one that is already here. */
export function FileField(
  props: FieldProps & { accept?: string; limit?: string; received?: string | undefined; multiple?: boolean },
) {
  const { t } = props
  asksFor(props.name, props.label)
  const hint = [
    props.hint,
    props.limit ? t.form.fileLimit(props.limit) : undefined,
    props.received ? t.form.fileReceived(props.received) : undefined,
    props.error && !props.received ? t.form.fileAgain : undefined,
  ]
  const described = {
    ...props,
    hint: hintsAsOne(hint),
    optional: props.optional || Boolean(props.received),
  }
  return (
    <div class={props.error ? 'field wrong' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <OptionalWord t={t} optional={props.optional} />
      </label>
      <Hint name={props.name} hint={described.hint} />
      <FieldError t={t} name={props.name} error={props.error} />
      <input
        {...controlOf(described)}
        aria-describedby={describedBy(described)}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </div>
  )
}

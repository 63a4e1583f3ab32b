import type { Child } from 'hono/jsx'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import type { FieldErrors } from '../form.ts'
import { Button, Buttons } from './buttons.tsx'
import { fieldId } from './field.tsx'

export { Button, Buttons, LinkButton } from './buttons.tsx'
export { CheckboxesField, type Choice, type ChoiceGroup, ConsentField, RadiosField, SelectField } from './choices.tsx'
export { bindFields, Field, FieldGroup, type FieldProps, fieldId } from './field.tsx'
export { CodeField, DateField, EmailField, FileField, TelephoneField, TextareaField, TextField } from './fields.tsx'
export { type Change, StaleSave } from './stale.tsx'

export type FormProps = {
  t: PartsMessages
  action: string
  /** The version of the record that the form was filled from: told back when it is saved. */
  version?: string | undefined
  /** The key of this sending, the same when the button is pressed twice. */
  once?: string | undefined
  hidden?: Readonly<Record<string, string>> | undefined
  /** field → sentence. Beside the field as well; the order here is the order of the summary. */
  errors?: FieldErrors | undefined
  /** True when the form carries files. */
  files?: boolean
  /** Leaves out the line that says which answers are optional (a form with one question). */
  short?: boolean
  children?: Child
}

/**
 * A form sent by POST. `novalidate`: the server answers in the person's language with everything there is to put right
 * at once, and with what they typed.
 */
export function Form(props: FormProps) {
  const { t } = props
  const hidden = { ...props.hidden, ...named('_form', props.version), ...named('_once', props.once) }
  return (
    <form
      class="form"
      method="post"
      action={props.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <ErrorSummary t={t} errors={props.errors ?? {}} />
      {props.short ? null : <p class="small">{t.form.allRequired}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

const named = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

/**
 * What there is to put right, each a link to its field; focused when the page opens. An error of the whole form has the
 * name `_form` and leads nowhere.
 */
export function ErrorSummary({ t, errors }: { t: PartsMessages; errors: FieldErrors }) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div class="errors" id="errors" tabindex={-1} role="alert" aria-labelledby="errors-title" autofocus>
      <h2 id="errors-title">{t.form.errors(entries.length)}</h2>
      <ul>
        {entries.map(([name, sentence]) => (
          <li>{name === '_form' ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The page before something that cannot be taken back: what will happen, the button, a way out. */
export function Confirm(props: {
  t: PartsMessages
  title: string
  text: string
  action: string
  cancel: string
  button: string
  /** What the way out is called, where “Cancel” could be taken for the thing itself. */
  stay?: string | undefined
  version?: string | undefined
  once?: string | undefined
  hidden?: Readonly<Record<string, string>> | undefined
}) {
  return (
    <div class="stack measure">
      <h1>{props.title}</h1>
      <p class="lead">{props.text}</p>
      <Form t={props.t} action={props.action} version={props.version} once={props.once} hidden={props.hidden} short>
        <Buttons>
          <Button kind="danger">{props.button}</Button>
          <a href={props.cancel}>{props.stay ?? props.t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>
  )
}

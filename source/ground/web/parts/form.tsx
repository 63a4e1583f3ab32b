import type { Child } from 'hono/jsx'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import type { FieldErrors } from '../form.ts'
import { Button, Buttons } from './buttons.tsx'
import { type AskedField, AskedFields, fieldId } from './field.tsx'

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
  /** field → sentence. Beside the field as well; the summary is in the order of the fields. */
  errors?: FieldErrors | undefined
  /** True when each sentence says of itself which field it is about: the summary then repeats no label. */
  whole?: boolean
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
  // The fields are written first, though they stand below: the summary calls them by their labels, in their order.
  const asked: AskedField[] = []
  const fields = AskedFields.Provider({ value: asked, children: props.children })
  return (
    <form
      class="form"
      method="post"
      action={props.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <ErrorSummary t={t} errors={props.errors ?? {}} asked={asked} whole={props.whole ?? false} />
      {props.short ? null : <p class="small">{t.form.allRequired}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields}
    </form>
  )
}

const named = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

type Summary = { t: PartsMessages; errors: FieldErrors; asked?: readonly AskedField[]; whole?: boolean }

/**
 * What there is to put right, in the order of the form, each with the name of its field and a link to it; focused when the
 * page opens. An error of the whole form has the name `_form`, comes first and leads nowhere.
 */
export function ErrorSummary({ t, errors, asked = [], whole = false }: Summary) {
  const place = (name: string) => {
    const index = asked.findIndex(field => field.name === name)
    return name === '_form' ? -1 : index < 0 ? asked.length : index
  }
  const entries = Object.entries(errors).sort(([one], [other]) => place(one) - place(other))
  if (entries.length === 0) return null
  return (
    <div class="errors" id="errors" tabindex={-1} role="alert" aria-labelledby="errors-title" autofocus>
      <h2 id="errors-title">{t.form.errors(entries.length)}</h2>
      <ul>
        {entries.map(([name, sentence]) => {
          const label = asked.find(field => field.name === name)?.label ?? ''
          if (name === '_form') return <li>{sentence}</li>
          return (
            <li>
              <a href={`#${fieldId(name)}`}>
                {!whole && label !== '' && !says(sentence, label) ? (
                  <>
                    <bdi>{label}</bdi>
                    {' – '}
                  </>
                ) : null}
                {sentence}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Whether a sentence names the field already, as a word of its own. */
function says(sentence: string, label: string): boolean {
  const [text, word] = [sentence.toLowerCase(), label.toLowerCase()]
  const at = text.indexOf(word)
  const letter = /[\p{L}\p{N}]/u
  return at >= 0 && !letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')
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
  /** What more there is to know before one decides. */
  children?: Child
}) {
  return (
    <div class="stack measure">
      <h1>{props.title}</h1>
      <p class="lead">{props.text}</p>
      {props.children}
      <Form t={props.t} action={props.action} version={props.version} once={props.once} hidden={props.hidden} short>
        <Buttons>
          <Button kind="danger">{props.button}</Button>
          <a href={props.cancel}>{props.stay ?? props.t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>
  )
}

import type { Child } from 'hono/jsx'
import { asksFor, controlOf, describedBy, Field, FieldError, FieldGroup, type FieldProps, fieldId } from './field.tsx'
import type { Shown } from './text.tsx'

export type Choice = {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
  /** Before the label, for the eye alone. */
  picture?: Child | undefined
}
export type ChoiceGroup = { label: string; choices: readonly Choice[] }

/** A list to choose one answer from; long lists may come in named groups. Begins with an empty answer. */
export function SelectField(
  props: FieldProps & { choices?: readonly Choice[]; groups?: readonly ChoiceGroup[]; noEmpty?: boolean },
) {
  const option = (choice: Choice) => (
    <option value={choice.value} selected={choice.value === props.value} disabled={choice.disabled}>
      {choice.label}
    </option>
  )
  return (
    <Field {...props}>
      <select {...controlOf(props)}>
        {props.noEmpty ? null : <option value="">{props.t.form.choose}</option>}
        {props.choices?.map(option)}
        {props.groups?.map(group => (
          <optgroup label={group.label}>{group.choices.map(option)}</optgroup>
        ))}
      </select>
    </Field>
  )
}

type OneChoiceProps = {
  type: 'radio' | 'checkbox'
  name: string
  choice: Choice
  checked: boolean
  index: number
  required?: boolean
  describedBy?: string | undefined
}

function OneChoice(props: OneChoiceProps) {
  const id = props.index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${props.index}`
  return (
    <div class="choice">
      <input
        type={props.type}
        id={id}
        name={props.name}
        value={props.choice.value}
        checked={props.checked}
        disabled={props.choice.disabled}
        required={props.required}
        aria-describedby={props.choice.hint ? `${id}-choice-hint` : undefined}
      />
      <label for={id}>
        {props.choice.picture ? <>{props.choice.picture} </> : null}
        {props.choice.label}
      </label>
      {props.choice.hint ? (
        <p class="hint" id={`${id}-choice-hint`}>
          {props.choice.hint}
        </p>
      ) : null}
    </div>
  )
}

/** One answer among a few, all in sight. */
export function RadiosField(props: FieldProps & { choices: readonly Choice[] }) {
  return (
    <FieldGroup {...props}>
      {props.choices.map((choice, index) => (
        <OneChoice
          type="radio"
          name={props.name}
          choice={choice}
          checked={choice.value === props.value}
          index={index}
          required={!props.optional}
        />
      ))}
    </FieldGroup>
  )
}

/**
 * Any number of answers. The name ends with `[]`, so that the form reader keeps them all. One box alone asks nothing that could
 * stay without an answer: it does not say that it is optional.
 */
export function CheckboxesField(props: FieldProps & { choices: readonly Choice[]; values?: readonly string[] }) {
  return (
    <FieldGroup {...props} optional={props.optional && props.choices.length > 1}>
      {props.choices.map((choice, index) => (
        <OneChoice
          type="checkbox"
          name={props.name}
          choice={choice}
          checked={(props.values ?? []).includes(choice.value)}
          index={index}
        />
      ))}
    </FieldGroup>
  )
}

/**
 * One consent, never ticked beforehand. Says in words whether it is required; `text` may be in another language than
 * the page's, and is marked as such.
 */
export function ConsentField(
  props: Omit<FieldProps, 'label' | 'autocomplete' | 'hint'> & { text: Shown; pageLanguage: string; checked?: boolean },
) {
  const { t, text } = props
  const id = fieldId(props.name)
  // Its words are a whole text: the sentence of the error says which consent it is.
  asksFor(props.name)
  const foreign = text.language !== props.pageLanguage
  return (
    <div class={props.error ? 'field consent wrong' : 'field consent'}>
      <FieldError t={t} name={props.name} error={props.error} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          disabled={props.disabled}
          required={!props.optional}
          aria-describedby={describedBy({ name: props.name, error: props.error })}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <label for={id}>
          <span lang={foreign ? text.language : undefined} dir="auto">
            {text.text}
          </span>{' '}
          <span class="word">
            {foreign ? `${t.text.notYet(text.language)} · ` : ''}({props.optional ? t.form.optional : t.form.required})
          </span>
        </label>
      </div>
    </div>
  )
}

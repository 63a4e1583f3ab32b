import type { Child } from 'hono/jsx'

export type ButtonKind = 'primary' | 'secondary' | 'danger'

const classOf = (kind: ButtonKind) => (kind === 'primary' ? 'button' : `button ${kind}`)

/** Sends the form it stands in. `name` and `value` say which of several buttons was pressed. */
export function Button(props: {
  kind?: ButtonKind
  name?: string
  value?: string
  disabled?: boolean
  children?: Child
}) {
  return (
    <button
      type="submit"
      class={classOf(props.kind ?? 'primary')}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like the main thing to do on a page. */
export function LinkButton(props: { href: string; kind?: ButtonKind; children?: Child }) {
  return (
    <a class={classOf(props.kind ?? 'primary')} href={props.href}>
      {props.children}
    </a>
  )
}

/** A row of buttons: the main one first, then the others, then a link that gives up. */
export function Buttons({ children }: { children?: Child }) {
  return <div class="buttons">{children}</div>
}

import type { Visit } from '../../../house.ts'
import { factorsWords } from '../../../languages/messages/factors.ts'
import { parts } from '../../../languages/messages/parts.ts'
import { Button, Buttons, Form, type FormProps } from '../../../web/parts/form.tsx'

/**
 * A form that the browser answers with a passkey. Without JavaScript it is sent without an answer, and the page that comes
 * back says what to do.
 */
export function PasskeyForm(
  props: Omit<FormProps, 't'> & {
    visit: Visit
    does: 'add' | 'use'
    /** The address that says what to ask the browser for. */
    options: string
    button: string
    kind?: 'primary' | 'secondary'
    needsScript: string
  },
) {
  const { visit, does, options, button, needsScript, ...form } = props
  const t = parts[visit.locale]
  return (
    <Form {...form} t={t} hidden={{ ...form.hidden, response: '' }}>
      {props.children}
      <passkey-button does={does} options={options} words={JSON.stringify(factorsWords[visit.locale].island)}>
        <noscript>
          <p class="hint">{needsScript}</p>
        </noscript>
        <p role="alert" />
        <Buttons>
          <Button kind={props.kind ?? 'primary'}>{button}</Button>
        </Buttons>
      </passkey-button>
    </Form>
  )
}

/** The island that every page with such a form names. */
export const passkeyIsland = 'passkey-button'

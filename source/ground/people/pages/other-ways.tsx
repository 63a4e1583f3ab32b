import type { Visit } from '../../house.ts'
import { factorsWords } from '../../languages/messages/factors.ts'
import { oidcWords } from '../../languages/messages/oidc.ts'
import { parts } from '../../languages/messages/parts.ts'
import { Button, Buttons, Form } from '../../web/parts/form.tsx'
import { PasskeyForm } from '../factors/pages/passkey-form.tsx'

/** What the sign-in page offers beside the link by mail: the organisation's own sign-in, and passkeys. */
export function OtherWays({ visit, then }: { visit: Visit; then: string }) {
  const { oidc } = visit.house.settings
  const words = factorsWords[visit.locale].signIn
  const path = `/${visit.locale}/sign-in`
  const hidden = { _then: then }
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      {oidc ? (
        <Form t={parts[visit.locale]} action={`${path}/with-provider`} hidden={hidden} short>
          <Buttons>
            <Button kind="secondary">{oidcWords[visit.locale].button(oidc.name)}</Button>
          </Buttons>
        </Form>
      ) : null}
      <PasskeyForm
        visit={visit}
        does="use"
        action={`${path}/passkey`}
        options={`${path}/passkey/options`}
        button={words.passkey}
        kind="secondary"
        needsScript={words.needsScript}
        hidden={hidden}
        short
      />
    </section>
  )
}

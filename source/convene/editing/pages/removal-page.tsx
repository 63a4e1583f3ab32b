import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { type EditedSeminar, editOf, trail } from './office.ts'

type Removal = {
  title: string
  lead: string
  /** What the button says. */
  button: string
  /** The list in which it stands, below the parts of the seminar; it is the way out too. */
  list: { href: string; label: string }
  /** Where the form is sent, and the version of what it shows. */
  action: string
  version: string
  /** The checks of the file refused it: something else still needs it. */
  inUse?: boolean
  /** What goes with it, and what becomes of the rest. */
  children?: Child
}

/** What is shown before something is removed; 409 when it cannot be. */
export function removalPage(visit: Visit, seminar: EditedSeminar, removal: Removal) {
  const { locale, house } = visit
  const { title, lead, button, list, action, version, inUse = false, children } = removal
  const words = editing[locale]
  const steps = [{ label: words.title, href: editOf(visit, seminar.slug) }, list]
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed: inUse, breadcrumb: trail(visit, seminar, steps, title) },
      <div class="stack measure">
        <PageHead kicker={seminar.title} title={title} lead={lead} />
        {inUse ? (
          <div role="alert">
            <Note tone="problem">
              <p>{words.list.inUse}</p>
            </Note>
          </div>
        ) : null}
        {children}
        <Form t={partsWords[locale]} action={action} version={version} once={newOnceKey(house.keys)} short>
          <Buttons>
            <Button kind="danger">{button}</Button>
            <a href={list.href}>{partsWords[locale].form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    inUse ? 409 : 200,
  )
}

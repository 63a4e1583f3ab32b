import type { Child } from 'hono/jsx'
import { editingNew } from '#convene/messages/editing-new.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { hiddenBase } from './joined.ts'
import { deskOf, type EditedSeminar, trail } from './office.ts'

/** The pages after the draft exists, in their order; two come before them, the preview after. */
export const stepNames = ['places', 'organisers', 'consents'] as const
export type StepName = (typeof stepNames)[number]
const steps = 6

/** Where one goes on after a step. */
export function afterStep(visit: Visit, slug: string, name: StepName): string {
  const next = stepNames[stepNames.indexOf(name) + 1]
  return deskOf(visit, slug) + (next ? `/new/${next}` : '/preview')
}

type StepPage = {
  name: StepName
  version: string | null
  once: string | null
  errors: FieldErrors
  typed: Typed
  /** Of what stands above the fields. */
  before?: Child
  status?: number
}

/** One page of a new seminar: one thing, a button that saves it, and ways back and out. */
export function stepPage(visit: Visit, seminar: EditedSeminar, step: StepPage, children: Child) {
  const { locale, house } = visit
  const words = editingNew[locale]
  const { title, lead } = words[step.name]
  const at = stepNames.indexOf(step.name)
  const failed = Object.keys(step.errors).length > 0
  const desk = deskOf(visit, seminar.slug)
  const previous = stepNames[at - 1]
  return page(
    visit,
    layout(
      visit,
      { title: `${title} – ${seminar.title}`, office: true, failed, breadcrumb: trail(visit, seminar, [], title) },
      <div class="stack measure">
        <PageHead kicker={words.step(at + 3, steps)} title={title} lead={lead} />
        {step.before}
        <Form
          t={parts[locale]}
          action={`${desk}/new/${step.name}`}
          version={step.version ?? undefined}
          once={step.once ?? newOnceKey(house.keys)}
          hidden={hiddenBase(step.typed)}
          errors={step.errors}
        >
          {children}
          <Buttons>
            <Button>{words.saveAndNext}</Button>
            <a href={previous ? `${desk}/new/${previous}` : `${desk}/edit/when-and-where`}>{words.previous}</a>
            <a href={desk}>{words.later}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    step.status ?? (failed ? 422 : 200),
  )
}

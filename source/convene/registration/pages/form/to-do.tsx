import type { Child } from 'hono/jsx'
import { formWords } from '#convene/messages/form.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { fieldId } from '#ground/web/parts/form.tsx'
import type { Asked } from './organisation.tsx'

/** What is left to do before the form is taken, though nothing is wrong with it: read first, as a summary of errors is. */
export function ToDo({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="note warning" id="to-do" tabindex={-1} role="alert" autofocus>
      <strong>{title}</strong>
      {children}
    </div>
  )
}

/** Which of several records a typed name stands for: each question once, as a link to where it is answered. */
export function ToSay({ asked, typed, locale }: { asked: Asked; typed: Typed; locale: Locale }) {
  const w = formWords[locale].ask
  const kinds = (['organisation', 'territory'] as const).filter(kind => asked[kind])
  return (
    <ToDo title={w.note(kinds.length)}>
      {kinds.map(kind => (
        <p>
          <a href={`#${fieldId(`${kind}Means`)}`}>{w[kind](textOf(typed, kind))}</a>
        </p>
      ))}
    </ToDo>
  )
}

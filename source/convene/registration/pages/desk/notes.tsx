import { longestNote } from '#convene/guests/acts/notes.ts'
import type { RegistrationNote } from '#convene/guests/store/notes.ts'
import { byHand } from '#convene/messages/by-hand.ts'
import type { Visit } from '#ground/house.ts'
import { shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, bindFields, Form, TextareaField } from '#ground/web/parts/form.tsx'
import { Paragraphs } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import type { OfficeSeminar } from '../desk.tsx'

/** What was typed into a note and is not taken. */
export type WrongNote = { body: string; error: string }

type Props = {
  visit: Visit
  seminar: OfficeSeminar
  registrationId: string
  notes: readonly RegistrationNote[]
  /** Null when nothing can be added: the person is erased. */
  adding: boolean
  wrong: WrongNote | null
}

/** What the team noted about a registration, and the form that adds to it. */
export function Notes({ visit, seminar, registrationId, notes, adding, wrong }: Props) {
  const { locale, house, signedIn } = visit
  const t = parts[locale]
  const m = byHand[locale].notes
  if (!adding && notes.length === 0) return null
  const action = `/${locale}/desk/seminars/${seminar.slug}/registrations/${registrationId}/notes`
  const field = bindFields(t, wrong ? { note: wrong.body } : {}, wrong ? { note: wrong.error } : {})
  return (
    <section class="stack" id="notes">
      <h2>{m.title}</h2>
      <p class="small">{m.lead}</p>
      <ul class="close">
        {notes.map(note => {
          const at = shortMoment(locale, note.writtenAt, seminar.timeZone)
          return (
            <li>
              <div class="prose">
                <Paragraphs text={note.body} />
              </div>
              <p class="small">
                {at} · <bdi>{note.writtenBy ?? m.somebody}</bdi>
              </p>
              {note.writtenById === signedIn?.personId ? (
                <Form t={t} action={action} once={newOnceKey(house.keys)} hidden={{ do: 'remove', id: note.id }} short>
                  <Button kind="secondary">
                    <span aria-hidden="true">{m.remove}</span>
                    <span class="hidden-text">{m.removeThis(at)}</span>
                  </Button>
                </Form>
              ) : null}
            </li>
          )
        })}
      </ul>
      {adding ? (
        <Form
          t={t}
          action={action}
          once={newOnceKey(house.keys)}
          hidden={{ do: 'add' }}
          errors={wrong ? { note: wrong.error } : {}}
          short
        >
          <TextareaField {...field('note')} label={m.add} hint={m.hint} rows={3} most={longestNote} />
          <Buttons>
            <Button kind="secondary">{m.button}</Button>
          </Buttons>
        </Form>
      ) : null}
    </section>
  )
}

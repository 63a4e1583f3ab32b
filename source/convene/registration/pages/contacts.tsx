import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { Contact } from '#ground/web/parts/contact.tsx'
import type { Contact as ContactRow } from '../store/seminar.ts'

/** Whom to write to about the seminar. */
export function Contacts(props: { title: string; contacts: readonly ContactRow[]; locale: Locale }) {
  if (props.contacts.length === 0) return null
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      <ul class="close">
        {props.contacts.map(contact => (
          <li>
            <Contact
              locale={props.locale}
              label={{ text: wordsOf(contact.label, props.locale), language: props.locale }}
              email={contact.email}
              telephone={contact.telephone}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { Contact } from '../store/seminar.ts'

/** Whom to write to about the seminar. */
export function Contacts(props: { title: string; contacts: readonly Contact[]; locale: Locale }) {
  if (props.contacts.length === 0) return null
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      <ul>
        {props.contacts.map(contact => (
          <li>
            {wordsOf(contact.label, props.locale)}{' '}
            {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null}{' '}
            {contact.telephone ? (
              <a href={`tel:${contact.telephone.replace(/[^\d+]/g, '')}`}>{contact.telephone}</a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

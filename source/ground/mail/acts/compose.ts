import type { Tx } from '#ground/database/actor.ts'
import type { House, MailRecipient, MailTemplate, MailWords } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'

/** What a mail needs to be put together. */
export type MailToCompose = {
  id: string
  template: string
  language: string
  data: Record<string, unknown>
  person: { id: string; given_name: string | null; family_name: string | null; email: string | null }
}

/** A mail put together, or why there is none. */
export type Composed =
  | { ok: true; to: MailRecipient; locale: Locale; words: MailWords }
  | { ok: false; because: 'recipient-erased' | 'nothing-to-say' | 'no-template' }

export function templateOf(house: House, name: string): MailTemplate | undefined {
  for (const room of house.rooms) {
    if (room.mails && Object.hasOwn(room.mails, name)) return room.mails[name]
  }
  return undefined
}

/**
 * Finds the words of a mail again, from the ids it was written with, in the recipient's language. The same when it is
 * sent and when somebody looks at it; what the actor of the transaction may not see is not in it.
 *
 * @throws whatever the template throws
 */
export async function compose(house: House, tx: Tx, mail: MailToCompose): Promise<Composed> {
  const template = templateOf(house, mail.template)
  if (!template) return { ok: false, because: 'no-template' }
  const { person } = mail
  if (!person.email) return { ok: false, because: 'recipient-erased' }
  const locale = isLocale(mail.language) ? mail.language : 'en'
  const to: MailRecipient = {
    id: person.id,
    givenName: person.given_name ?? '',
    familyName: person.family_name ?? '',
    email: person.email,
  }
  const words = await template.words(house, tx, mail.data, locale, to)
  return words ? { ok: true, to, locale, words } : { ok: false, because: 'nothing-to-say' }
}

import type { Tx } from '../database/actor.ts'
import type { House } from '../house.ts'
import type { Locale } from '../languages/locales.ts'

/** The words of a mail as they are put together when it is shown or sent. */
export type MailWords = {
  subject: string
  /** Paragraphs of plain words, in order. */
  paragraphs: string[]
  /** One thing to do, as a button in HTML and an address in text. */
  action?: { label: string; url: string }
  /** What comes after the button: small print. */
  after?: string[]
  /** Parts that travel with it, such as a calendar entry. */
  attachments?: { name: string; mediaType: string; content: string }[]
}

export type MailRecipient = { id: string; givenName: string; familyName: string; email: string }

/**
 * A kind of mail. `data` holds ids, never names: the words are found again when the mail is shown or sent, so
 * that nothing of an erased person stays behind. Null when what the mail was about is gone: it is then cancelled.
 */
export type MailTemplate = {
  words: (house: House, tx: Tx, data: Record<string, unknown>, locale: Locale, to: MailRecipient) => Promise<MailWords | null>
}

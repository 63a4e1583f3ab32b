import type { House, MailRecipient } from '#ground/house.ts'
import type { Composed } from './compose.ts'
import { frameMail } from './frame.ts'

/** The number under which mail programs know a mail: the same for each try, so that a second copy is recognised. */
export const messageId = (house: House, mailId: string) => `<${mailId}@${house.settings.publicUrl.hostname}>`

// A name of one line without what begins a header; the quoting of `,` `:` `@` is nodemailer's.
export const nameOf = (to: MailRecipient) =>
  [to.givenName, to.familyName]
    .join(' ')
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .trim()

/** A mail as nodemailer takes it. */
export function messageOf(house: House, mailId: string, composed: Extract<Composed, { ok: true }>) {
  const { to, words, locale } = composed
  const { subject, text, html } = frameMail(words, locale, house.settings.publicUrl)
  return {
    from: house.settings.mailFrom,
    to: { name: nameOf(to), address: to.email },
    subject,
    text,
    html,
    messageId: messageId(house, mailId),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
    attachments: (words.attachments ?? []).map(part => ({
      filename: part.name,
      contentType: part.mediaType,
      content: part.content,
    })),
  }
}

import type { House, MailRecipient } from '#ground/house.ts'
import type { Composed } from './compose.ts'
import { frameMail } from './frame.ts'

/** The number under which mail programs know a mail: the same for each try, so that a second copy is recognised. */
export const messageId = (house: House, mailId: string) => `<${mailId}@${house.settings.publicUrl.hostname}>`

// A name of one line without what begins a header; the quoting of `,` `:` `@` is nodemailer's.
const oneLineOf = (name: string) => name.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim()
export const nameOf = (to: MailRecipient) => oneLineOf([to.givenName, to.familyName].join(' '))

// An address alone gets the name of the installation; a name that MAIL_FROM gives stays.
function senderOf({ settings: { mailFrom }, look }: House) {
  return look?.name && !mailFrom.includes('<') ? { name: oneLineOf(look.name), address: mailFrom } : mailFrom
}

/** A mail as nodemailer takes it. */
export function messageOf(house: House, mailId: string, composed: Extract<Composed, { ok: true }>) {
  const { to, words, locale } = composed
  const { subject, text, html } = frameMail(words, locale, house.settings.publicUrl, house.look)
  const { mailReturnPath } = house.settings
  return {
    from: senderOf(house),
    ...(mailReturnPath === null ? {} : { envelope: { from: mailReturnPath, to: to.email } }),
    // Servers that can (RFC 3461) tell us what becomes of it, by the number that we give them.
    dsn: {
      id: mailId,
      return: 'headers' as const,
      notify: ['failure' as const, 'delay' as const],
      recipient: to.email,
    },
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

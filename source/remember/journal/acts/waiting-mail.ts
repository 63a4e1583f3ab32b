import { gunzipSync, gzipSync } from 'node:zlib'
import type { FileProblem } from '#ground/files/index.ts'
import type { House } from '#ground/house.ts'
import type { MailAddress } from '#ground/reading/index.ts'
import type { Fields } from '../../rules/typed.ts'

/** A mail as it waits to be written down. */
export type WaitingMail = {
  /** Its Message-ID, or a name made from its bytes. */
  messageId: string
  /** The day on which it was sent, YYYY-MM-DD, as its sender had it; that of the drop where it does not say. */
  day: string
  /** As a form would have taken it; empty for a mail without one. */
  subject: string
  from: MailAddress[]
  to: MailAddress[]
  /** How many addresses it names besides those. */
  moreAddresses: number
  /** All of its text. */
  text: string
  /** Numbered from 0. Of one with a problem the bytes were not kept. */
  attachments: { name: string; bytes: number; problem: FileProblem | null }[]
  /** Those that were left out: too many. */
  moreAttachments: number
}

type Keys = Pick<House, 'keys'>

/** Names and addresses stand in one table only: what waits is packed and sealed, under a key of its own for each mail. */
export const sealMail = ({ keys }: Keys, draft: string, mail: WaitingMail): Buffer =>
  keys.seal(purposeOf(draft), gzipSync(JSON.stringify(mail)))

/** What was sealed for this mail; null when it was written by another installation, or changed. */
export function openMail({ keys }: Keys, draft: string, sealed: Uint8Array): WaitingMail | null {
  const packed = keys.open(purposeOf(draft), sealed)
  return packed === null ? null : (JSON.parse(gunzipSync(packed).toString('utf8')) as WaitingMail)
}

/** The form of a mail that waits as somebody left it, and the key of the form by which they did. */
export type TypedKept = { fields: Fields; once: string | null }

export const sealTyped = ({ keys }: Keys, draft: string, kept: TypedKept): Buffer =>
  keys.seal(`${purposeOf(draft)} typed`, gzipSync(JSON.stringify(kept)))

export function openTyped({ keys }: Keys, draft: string, sealed: Uint8Array): TypedKept | null {
  const packed = keys.open(`${purposeOf(draft)} typed`, sealed)
  return packed === null ? null : (JSON.parse(gunzipSync(packed).toString('utf8')) as TypedKept)
}

export const sealAttachment = ({ keys }: Keys, draft: string, number: number, bytes: Uint8Array): Buffer =>
  keys.seal(`${purposeOf(draft)} ${number}`, bytes)

export const openAttachment = ({ keys }: Keys, draft: string, number: number, sealed: Uint8Array): Buffer | null =>
  keys.open(`${purposeOf(draft)} ${number}`, sealed)

const purposeOf = (draft: string) => `mail that waits ${draft}`

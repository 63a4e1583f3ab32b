import { ownMails } from '#convene/messages/own-mails.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** What a kind of mail is called; the name of the template when it is not one of ours. */
export function mailName(template: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = ownMails[locale].names
  return names[template] ?? template
}

import { mailingsWords } from '#convene/messages/mailings.ts'
import type { MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { MailText } from '#ground/web/parts/mail.tsx'

type MailPreviewProps = { locale: Locale; language: Locale; words: MailWords | null }

/** A mailing as its reader gets it; said when it has no words. */
export function MailPreview({ locale, language, words }: MailPreviewProps) {
  const m = mailingsWords[locale].one
  return words ? (
    <MailText locale={locale} language={language} words={words} attached={m.attachments} />
  ) : (
    <p>{m.nothing}</p>
  )
}

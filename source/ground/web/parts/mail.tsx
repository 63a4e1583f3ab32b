import type { MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Paragraphs } from './text.tsx'

type MailTextProps = {
  /** Of whoever looks at it. */
  locale: Locale
  /** Of the mail. */
  language: Locale
  words: MailWords
  /** Says which files go with it. */
  attached: (names: string) => string
}

/** A mail as its reader gets it, without the frame of all mails. The button leads nowhere: it is the reader's own. */
export function MailText({ locale, language, words, attached }: MailTextProps) {
  const lang = language === locale ? undefined : language
  return (
    <div class="card">
      <p lang={lang} dir="auto">
        <strong>{words.subject}</strong>
      </p>
      <div class="prose">
        <Paragraphs text={words.paragraphs.join('\n\n')} language={lang} />
      </div>
      {words.action ? (
        <p class="buttons" lang={lang}>
          <span class="button secondary">{words.action.label}</span>
        </p>
      ) : null}
      <div class="small">
        <Paragraphs text={(words.after ?? []).join('\n\n')} language={lang} />
      </div>
      {words.attachments?.length ? (
        <p class="small">{attached(words.attachments.map(({ name }) => name).join(', '))}</p>
      ) : null}
    </div>
  )
}

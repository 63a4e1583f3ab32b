import { mailingsWords } from '#convene/messages/mailings.ts'
import type { MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Paragraphs } from '#ground/web/parts/text.tsx'

/** A mail as its reader gets it, without the frame of all mails. The button leads nowhere: it is the reader's own. */
export function MailPreview({
  locale,
  language,
  words,
}: {
  locale: Locale
  language: Locale
  words: MailWords | null
}) {
  const m = mailingsWords[locale].one
  if (!words) return <p>{m.nothing}</p>
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
        <p class="small">{m.attachments(words.attachments.map(part => part.name).join(', '))}</p>
      ) : null}
    </div>
  )
}

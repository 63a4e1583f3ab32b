import type { Locale } from '#ground/languages/locales.ts'
import { Words } from './text.tsx'

type ContactProps = {
  locale: Locale
  /** What the contact is for; what stands in brackets at its end is where one finds it. */
  label: { text: string; language: Locale }
  email?: string | null | undefined
  telephone?: string | null | undefined
}

/** Whom to write to or to call: what for, where, the mail and the telephone, each on a line of its own. */
export function Contact({ locale, label, email, telephone }: ContactProps) {
  const [, name = label.text, place] = /^(.*?)(?:\s*\(([^()]+)\))?$/s.exec(label.text) ?? []
  const said = (text: string) => <Words locale={locale} shown={{ text, language: label.language }} />
  return (
    <div class="contact">
      <p>
        <strong>{said(name)}</strong>
      </p>
      {place ? <p>{said(place)}</p> : null}
      {email ? (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      ) : null}
      {telephone ? (
        <p>
          <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone.replaceAll(' ', '\u00a0')}</a>
        </p>
      ) : null}
    </div>
  )
}

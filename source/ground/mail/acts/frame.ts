import type { Look, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { mail as messages } from '#ground/languages/messages/mail.ts'
import { accentOf } from '#ground/web/accent.ts'

export type Framed = { subject: string; text: string; html: string }

/**
 * Puts the frame of all mails around the words of one: as text, and as HTML that needs nothing from elsewhere, keeps
 * its order when styles are thrown away, and leaves colours to the reader's own light or dark.
 *
 * @param site our public address
 * @param look the name and the colour of the installation, when it has its own
 */
export function frameMail(words: MailWords, locale: Locale, site: URL, look?: Pick<Look, 'name' | 'accent'>): Framed {
  const t = messages[locale].frame
  const subject = oneLine(words.subject)
  const privacy = new URL(`/${locale}/privacy`, site).href
  const because = t.because(look?.name ? `${look.name} (${site.host})` : site.host)
  const colour = look?.accent ? accentOf(look.accent).light.act : usualColour
  const { action, after = [] } = words

  const text = [
    ...words.paragraphs,
    ...(action ? [`${action.label}\n${action.url}`] : []),
    ...after,
    `-- \n${because}\n${t.privacy}${colon(locale)} ${privacy}`,
  ]
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>:root { color-scheme: light dark }</style>
</head>
<body style="margin:0;padding:0">
<main style="max-width:36rem;margin:0 auto;padding:1.5rem 1rem;font-family:Georgia,'Times New Roman',serif;font-size:1.0625rem;line-height:1.5">
${words.paragraphs.map(paragraph => asParagraph(paragraph, '', words.links)).join('\n')}
${action ? button(action, t.openAddress, colour) : ''}
${after.map(paragraph => asParagraph(paragraph, small)).join('\n')}
</main>
<footer style="max-width:36rem;margin:0 auto;padding:0 1rem 1.5rem;${small}">
<hr style="border:0;border-top:1px solid;opacity:.4">
<p style="margin:.75rem 0">${escapeHtml(because)} <a href="${escapeHtml(privacy)}">${escapeHtml(t.privacy)}</a></p>
</footer>
</body>
</html>
`
  return { subject, text: `${text.join('\n\n')}\n`, html }
}

const small = 'font-family:system-ui,sans-serif;font-size:.875rem;line-height:1.45'

const colon = (locale: Locale) => (locale === 'fr' ? '\u00a0:' : ':')

// A mail cannot follow the reader's light or dark with a colour of its own: white on this one is read in both.
const usualColour = '#1f4e5f'

const button = ({ label, url }: { label: string; url: string }, explain: string, colour: string) =>
  `<p style="margin:1.5rem 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:.75rem 1.25rem;border-radius:.25rem;background:${colour};color:#ffffff;font-family:system-ui,sans-serif;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:1rem 0;${small};overflow-wrap:anywhere">${escapeHtml(explain)}<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`

const asParagraph = (text: string, style = '', links = false) =>
  `<p dir="auto" style="margin:1rem 0;overflow-wrap:break-word${style ? `;${style}` : ''}">${(links ? withLinks(text) : escapeHtml(text)).replaceAll('\n', '<br>')}</p>`

// Web addresses only: `javascript:` and the like stay words. What ends a sentence or closes a bracket is no part of them.
const webAddress = /\bhttps?:\/\/[^\s<>"«»“”]+/giu
const withLinks = (text: string) => {
  let html = ''
  let after = 0
  for (const match of text.matchAll(webAddress)) {
    const address = withoutEnding(match[0])
    if (!URL.canParse(address)) continue
    html += escapeHtml(text.slice(after, match.index))
    html += `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`
    after = match.index + address.length
  }
  return html + escapeHtml(text.slice(after))
}

function withoutEnding(address: string): string {
  const bare = address.replace(/[.,;:!?'’…]+$/u, '')
  // A closing bracket belongs to the address when it was opened in it.
  const closes = bare.endsWith(')') && bare.split(')').length > bare.split('(').length
  const shorter = closes ? bare.slice(0, -1) : bare
  return shorter === address ? address : withoutEnding(shorter)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, character => entities[character] ?? character)

// A line break in a subject would begin another header. Spaces that hold words together stay.
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim()

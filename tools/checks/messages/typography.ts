import type { Locale } from '../../../source/ground/languages/locales.ts'

type Rule = { found: RegExp; says: string }

const inAll: readonly Rule[] = [
  { found: /\p{L}'|'\p{L}/u, says: 'a straight apostrophe; expected ’' },
  { found: /"/, says: 'a straight quotation mark; expected those of the language' },
  { found: /\.\.\./, says: 'three dots; expected …' },
  { found: /[ \u00a0\u202f]{2}/, says: 'two spaces in a row' },
  { found: /^\s|\s$/, says: 'a space at the beginning or the end' },
]

// Addresses and hours have colons and question marks of their own.
const inFrench: readonly Rule[] = [
  { found: /(?<=.)(?<![\u202f.…?!])[;!?](?![\w=&])/u, says: '; ! or ? without U+202F before it' },
  { found: /[^\u00a0\d]:(?!\/\/)(?=\s|$)|\d:(?=\s)/u, says: ': without U+00A0 before it' },
  { found: /«(?!\u00a0)|(?<!\u00a0)»/u, says: '« » without U+00A0 inside' },
  { found: /[“”]/u, says: '“ ”; expected « »' },
]

const inOthers: readonly Rule[] = [{ found: /[ \u00a0\u202f][;:!?](?=\s|$)/u, says: 'a space before ; : ! or ?' }]

// Lines of a file, told as they must be typed: `fr: …`, "09:30".
const codeQuoted = /«\u00a0[a-z_]+: [^»]*\u00a0»|"[\d:]+"/g

/** What is not set as a language sets it; empty when all is well. */
export function typographyProblems(locale: Locale, written: string): string[] {
  const text = written.replace(codeQuoted, '')
  const rules = [...inAll, ...(locale === 'fr' ? inFrench : inOthers)]
  const problems = rules.filter(rule => rule.found.test(text)).map(rule => rule.says)
  if (locale === 'es') {
    for (const [open, close] of [
      ['¿', '?'],
      ['¡', '!'],
    ] as const) {
      if (count(text, open) !== count(text, close)) problems.push(`${open} and ${close} do not come in pairs`)
    }
  }
  return [...new Set(problems)]
}

const count = (text: string, sign: string) => text.split(sign).length - 1

import { foldName } from '#convene/registration/rules/fold.ts'
import { guessLanguage } from '../../sheets/rules/language-of-text.ts'

// How people greet and take leave in one of the four languages and in none of the others; folded.
const greetings: Readonly<Record<string, RegExp>> = {
  fr: /\b(bonjour|bonsoir|madame|monsieur|mesdames|messieurs|cher|chere|chers|cheres|cordialement|salutations|merci|amities|bien a (vous|toi))\b/g,
  es: /\b(estimad[oa]s?|hola|buen dia|buenos dias|buenas tardes|querid[oa]s? (amig[oa]s?|colegas?)|un saludo|saludos|gracias|un abrazo)\b/g,
  pt: /\b(prezad[oa]s?|ola|bom dia|boa tarde|car[oa]s? (colegas?|senhor(a|es|as)?|amig[oa]s?)|atenciosamente|obrigad[oa]|um abraco|abracos|cumprimentos)\b/g,
  en: /\b(dear|hello|good (morning|afternoon)|kind regards|best regards|regards|sincerely|thanks|thank you|best wishes)\b/g,
}

/**
 * The language of a mail, ISO 639-1: by its words where there are enough of them, else by how it greets, else by its subject and
 * its words together. Null when none of the four is clear.
 */
export function languageOfMail(subject: string, text: string): string | null {
  return guessLanguage(text) ?? greetedIn(text) ?? guessLanguage(`${subject} ${text}`)
}

function greetedIn(text: string): string | null {
  const folded = foldName(text)
  const counted = Object.entries(greetings)
    .map(([language, known]) => ({ language, count: folded.match(known)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first && first.count > (second?.count ?? 0) ? first.language : null
}

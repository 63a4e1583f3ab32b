// What makes a cell of a CSV a formula: = + - @ and the minus sign, in each form that folds to one of them (Unicode NFKC:
// wide, small, raised, lowered), since some versions fold. OWASP "CSV Injection", ASVS 5 §1.2.10, CWE-1236.
const signs = '=+\\-@\u2212\u207A-\u207C\u208A-\u208C\u2A75\u2A76\uFB29\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20'
const sign = new RegExp(`[${signs}]`, 'u')
// What a reader may pass over before it: spaces, what is invisible, and the quotation marks of CSV itself.
const passedOver = /[\s"\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u
// Where a cell begins for a reader that takes another separator than ours, and therefore sees our quotation marks as text.
const separator = /[,;|\t\r\n]/
// At the very beginning these count by themselves.
const leading = /^'*[\t\r\n\0]/
const suspicious = new RegExp(`[${signs}\t\r\n\0]`, 'u')

/**
 * A text as a CSV may hold it: no spreadsheet takes it, or what stands after a separator in it, for a formula. An
 * apostrophe goes before the sign, as a person would type it; `fuse` takes it out again. Other texts stay as they are.
 */
export function defuse(text: string): string {
  if (!suspicious.test(text)) return text
  const inside = atBeginnings(text, apostrophes => `${apostrophes}'`)
  return leading.test(inside) ? `'${inside}` : inside
}

/** What `defuse` was given. Of a text that was never defused, it takes an apostrophe that stands before a sign. */
export function fuse(text: string): string {
  if (!text.includes("'")) return text
  const inside = text.startsWith("'") && leading.test(text) ? text.slice(1) : text
  return atBeginnings(inside, apostrophes => apostrophes.slice(1))
}

// Each place where a cell may begin: what is passed over, apostrophes, a sign. One pass, however long the spaces are.
function atBeginnings(text: string, change: (apostrophes: string) => string): string {
  let written = ''
  let apostrophes = ''
  let beginning = true
  for (const character of text) {
    if (beginning && character === "'") {
      apostrophes += character
      continue
    }
    const isSign: boolean = beginning && sign.test(character)
    written += (isSign ? change(apostrophes) : apostrophes) + character
    if (separator.test(character)) beginning = true
    else if (beginning) beginning = !isSign && apostrophes === '' && passedOver.test(character)
    apostrophes = ''
  }
  return written + apostrophes
}

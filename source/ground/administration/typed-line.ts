/** What was typed after a verb. */
export type TypedLine = {
  /** Arguments that are no options. */
  words: string[]
  json: boolean
  options: Record<string, string>
  /** The first thing that is no option of this command, or has no value that it may have, in one sentence. */
  wrong: string | null
}

/**
 * Takes apart what was typed after a verb: words, `--json`, and options with a value, `--prefer file` or `--prefer=file`, in
 * whatever order.
 *
 * @param known the options of the command, with the values that each may have
 */
export function readTyped(typed: readonly string[], known: Readonly<Record<string, readonly string[]>>): TypedLine {
  const words: string[] = []
  const options: Record<string, string> = {}
  let json = false
  let wrong: string | null = null
  const left = [...typed]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--json') json = true
    else if (!word.startsWith('--')) words.push(word)
    else {
      const [name = '', given] = word.slice(2).split('=', 2)
      const values = Object.hasOwn(known, name) ? known[name] : undefined
      const value = values && (given ?? left.shift())
      if (!values) wrong ??= `unknown option ${word}.`
      else if (value === undefined || !values.includes(value)) wrong ??= `--${name} is ${values.join(' or ')}.`
      else options[name] = value
    }
  }
  return { words, json, options, wrong }
}

/** A record as its form holds it: field → what stands in it. Ticks are `yes`, several choices are joined by spaces. */
export type Fields = Readonly<Record<string, string>>

/** Where a record is: in which memory, under which other record, and which; null makes a new one. */
export type Place = { space: string; parent: string | null; id: string | null }

/** What a form sent, as fields: several answers of one name joined, what belongs to the form kit left out. */
export function fieldsTyped(typed: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith('_')) continue
    if (typeof value === 'string') fields[name] = [fields[name], value].filter(Boolean).join(' ')
    else fields[name.replace(/\[\]$/, '')] = [fields[name.replace(/\[\]$/, '')], ...value].filter(Boolean).join(' ')
  }
  return fields
}

/** The choices that a field joins, each once. */
export const choicesIn = (value: string | undefined): string[] => [...new Set((value ?? '').split(' ').filter(Boolean))]

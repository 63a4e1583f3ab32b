import type { Finding } from '../doctor/index.ts'
import type { AdministrationMessages } from '../languages/messages/administration.en.ts'

/** What the doctor found, in words. The advice is there only when there is something to put right. */
export type Told = { name: Finding['name']; ok: boolean; title: string; found: string; advice: string | null }

export function tell(t: AdministrationMessages, finding: Finding): Told {
  // The words of a check take the facts of that check: the type checker cannot follow a name through both unions.
  const words = t.checks[finding.name] as { title: string; found: (facts: Finding['facts']) => string; advice: string }
  const { name, ok } = finding
  return { name, ok, title: words.title, found: words.found(finding.facts), advice: ok ? null : words.advice }
}

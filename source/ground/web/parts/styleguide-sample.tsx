import type { Child } from 'hono/jsx'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'

/** What people really type: names of invented persons, other scripts, and what must break nothing. */
export const specimens = {
  person: 'Inés Arancibia Vidal',
  other: 'Bastien Kerouédan',
  emoji: 'Zoë 🌍 Łukasz 漢字 Ὀδυσσεύς 👩🏽‍💼',
  rightToLeft: 'بلدية تونس، مكتب العلاقات الدولية',
  longWord: 'internationalisation'.repeat(25),
  long: (t: PartsMessages) => `${t.styleguide.sample.paragraph} ${t.styleguide.sample.nobodyNext}`,
}

export function Sample({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="sample">
      <h3>{title}</h3>
      {children}
    </div>
  )
}

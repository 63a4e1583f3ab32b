import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, DateField, RadiosField, TextField } from '#ground/web/parts/form.tsx'
import { commitmentWords } from '../../messages/commitments.ts'
import { journalWords } from '../../messages/journal.ts'
import type { Fields } from '../../rules/typed.ts'

/** What was promised at that occasion, folded until something is: fields `owed`, `what`, `due`. */
export function PromiseFields({ visit, typed, errors }: { visit: Visit; typed: Fields; errors: FieldErrors }) {
  const { locale } = visit
  const c = commitmentWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  const promised = ['owed', 'what', 'due'].some(name => (typed[name] ?? '') !== '' || errors[name])
  return (
    <details class="optional" open={promised}>
      <summary>{journalWords[locale].new.promise}</summary>
      <div class="stack">
        <RadiosField
          {...field('owed')}
          value={typed.owed ?? ''}
          label={c.owedBy}
          optional
          choices={[
            // Only to take back what was chosen: who opens this part has something to write down.
            ...(typed.owed ? [{ value: '', label: c.nobody }] : []),
            { value: 'us', label: c.owed.us },
            { value: 'them', label: c.owed.them },
          ]}
        />
        <TextField {...field('what')} label={c.what} optional />
        <DateField {...field('due')} label={c.due} optional />
      </div>
    </details>
  )
}

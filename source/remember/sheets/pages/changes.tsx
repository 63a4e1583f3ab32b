import type { Visit } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { Facts, State } from '#ground/web/parts/text.tsx'
import { memoryWords } from '../../messages/memory.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import { RecordName, SaidOf } from '../../pages/record-name.tsx'
import { type Circle, changesForeseen, type FieldChange, type RecordChange } from '../acts/changes.ts'
import type { DryRun } from '../acts/dry-run.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'
import { bareLabel } from '../acts/words.ts'
import { nameIn } from './frame.ts'
import { valueInWords } from './problem-words.ts'

const shownAtFirst = 50
/** A page of more would be read by nobody. */
export const mostChanges = 2_000
const longest = 300

type Props = { visit: Visit; opened: WaitingBatch; here: string; run: DryRun; all: boolean }

/** What becomes of records that are known: field by field, before and after, and who sees it. */
export function Changes({ visit, opened, here, run, all }: Props) {
  const m = sheetsLook[visit.locale].changes
  const changes = changesForeseen(run)
  if (changes.length === 0) return null
  const shown = changes.slice(0, all ? mostChanges : shownAtFirst)
  return (
    <section class="stack" id="changes">
      {all ? null : <h2>{m.title}</h2>}
      <p>{m.lead}</p>
      {shown.map(change => (
        <Change visit={visit} opened={opened} run={run} change={change} />
      ))}
      {shown.length < changes.length ? (
        <p>
          {m.shortened(shown.length, changes.length)}{' '}
          {all ? null : <a href={`${here}?changes=all`}>{m.all(changes.length)}</a>}
        </p>
      ) : null}
      {all ? (
        <p>
          <a href={here}>{m.back}</a>
        </p>
      ) : null}
    </section>
  )
}

// Two sentences in one line are read as one.
const isLong = ({ before, after }: FieldChange) => before !== '' && before.length + after.length > 80

type OfChange = { visit: Visit; opened: WaitingBatch; run: DryRun; change: RecordChange }

// One below the other, each over the whole width: two texts beside each other would have no room on a telephone.
function Change({ visit, opened, run, change }: OfChange) {
  const { locale } = visit
  const m = sheetsLook[locale].changes
  const name = nameIn(locale, change.name, change.language)
  const { kind } = opened.table
  const value = (said: string, { field, language }: FieldChange) => {
    if (said === '') return m.nothing
    const words = valueInWords(locale, kind, field, said, run.names)
    return (
      <bdi lang={isLocale(language) && language !== locale ? language : undefined}>
        {words.length > longest ? `${words.slice(0, longest)}…` : words}
      </bdi>
    )
  }
  return (
    <div class="stack">
      <h3>
        {name === undefined ? (
          '–'
        ) : change.agreement ? (
          <SaidOf locale={locale} say={m.ofAgreement} name={name} />
        ) : (
          <RecordName locale={locale} name={name} otherwise="–" quiet />
        )}
      </h3>
      <p class="small">
        {sheetsWords[locale].look.inRow(change.row)}
        {change.isNew ? ` · ${m.newAgreement}` : ''} · <span class="hidden-text">{m.who}</span>{' '}
        <CircleState visit={visit} circle={change.circle} />
      </p>
      <Facts
        facts={change.fields.map(one => ({
          term: bareLabel(locale, one.field),
          value: (
            <>
              {isLong(one) ? (
                <>
                  {m.before} {value(one.before, one)}
                  <br />
                  {m.after} <strong>{value(one.after, one)}</strong>{' '}
                </>
              ) : (
                <>
                  {value(one.before, one)} → <strong>{value(one.after, one)}</strong>{' '}
                </>
              )}
              {one.circle === change.circle ? null : <CircleState visit={visit} circle={one.circle} />}
            </>
          ),
        }))}
      />
    </div>
  )
}

function CircleState({ visit, circle }: { visit: Visit; circle: Circle }) {
  return <State kind={circle === 2 ? 'waiting' : 'neutral'}>{memoryWords[visit.locale].circles[circle]}</State>
}

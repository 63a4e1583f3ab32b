import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmeChecksList } from '#convene/messages/programme-checks-list.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, bindFields, Form, TextareaField } from '#ground/web/parts/form.tsx'
import { Facts, Words } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { elsewhereInWords, foundInWords, namedByFile, nameOfFinding, whenOf } from '../acts/checks-in-words.ts'
import { partNamed } from '../acts/part-named.ts'
import { longestReason } from '../acts/set-aside.ts'
import type { Finding } from '../rules/findings.ts'
import type { ProgrammeSlot } from '../rules/programme.ts'
import type { DraftFindings } from '../store/findings-of.ts'

/** What was sent to set a finding aside, and what is wrong with it. */
export type Refused = { code: string; subject: string; typed: Typed; errors: FieldErrors; once: string | null }

type FindingProps = {
  visit: Visit
  /** The address of the seminar in the office. */
  desk: string
  findings: DraftFindings
  finding: Finding
  /** Its place on the page: each form has fields of its own. */
  place: number
  refused: Refused | undefined
}

/** A finding: what, where, why it matters, what to do, and a form to set it aside. */
export function FindingCard({ visit, desk, findings, finding, place, refused }: FindingProps) {
  const { locale } = visit
  const m = programmeChecks[locale]
  const words = m.codes[finding.code]
  const said = foundInWords(finding, namedByFile(findings.seminar.file), locale)
  return (
    <article class="card close finding" aria-labelledby={`finding-${place}`}>
      <h3 id={`finding-${place}`}>{words.title}</h3>
      {said === null ? null : <p dir="auto">{said}</p>}
      <Facts
        facts={[
          { term: m.where, value: <Where visit={visit} desk={desk} findings={findings} finding={finding} /> },
          { term: m.why, value: words.why },
          {
            term: m.todo,
            value: (
              <>
                {words.todo} <Way visit={visit} desk={desk} finding={finding} />
              </>
            ),
          },
        ]}
      />
      <AsideForm visit={visit} desk={desk} findings={findings} finding={finding} place={place} refused={refused} />
    </article>
  )
}

type AlikeProps = Omit<FindingProps, 'finding' | 'place' | 'refused'> & {
  /** At least one, all of one code, each with its place on the page. */
  alike: readonly Pick<FindingProps, 'finding' | 'place' | 'refused'>[]
}

/** So many of one kind are shown; the others stand behind a line that says how many they are. */
const shownAtOnce = 4

/** Findings of one kind: what it is, why it matters and what to do are said once, and where for each of them. */
export function AlikeCard({ visit, desk, findings, alike }: AlikeProps) {
  const m = programmeChecks[visit.locale]
  const [first] = alike
  if (!first) return null
  if (alike.length === 1) return <FindingCard {...{ visit, desk, findings }} {...first} />
  const words = m.codes[first.finding.code]
  const [shown, folded] =
    alike.length > shownAtOnce + 1 ? [alike.slice(0, shownAtOnce), alike.slice(shownAtOnce)] : [alike, []]
  const list = (some: AlikeProps['alike']) => (
    <ul class="findings">
      {some.map(one => (
        <FoundItem {...{ visit, desk, findings }} {...one} />
      ))}
    </ul>
  )
  return (
    <article class="card close finding" aria-labelledby={`finding-${first.place}`}>
      <h3 id={`finding-${first.place}`}>{`${words.title} (${alike.length})`}</h3>
      <Facts
        facts={[
          { term: m.why, value: words.why },
          { term: m.todo, value: words.todo },
        ]}
      />
      {list(shown)}
      {folded.length > 0 ? (
        <details class="optional" open={folded.some(({ refused }) => refused !== undefined)}>
          <summary>
            {programmeChecksList[visit.locale].more(folded.length)}
            <span class="hidden-text"> – {words.title}</span>
          </summary>
          {list(folded)}
        </details>
      ) : null}
    </article>
  )
}

function FoundItem({ visit, desk, findings, finding, place, refused }: FindingProps) {
  const said = foundInWords(finding, namedByFile(findings.seminar.file), visit.locale)
  return (
    <li class="close">
      {said === null ? null : <p dir="auto">{said}</p>}
      <Where {...{ visit, desk, findings, finding }} />
      <Way {...{ visit, desk, finding }} />
      <AsideForm {...{ visit, desk, findings, finding, place, refused }} />
    </li>
  )
}

/** To the page where it is put right, when that is not the form of the slot itself. */
function Way({ visit, desk, finding }: Pick<FindingProps, 'visit' | 'desk' | 'finding'>) {
  const m = programmeChecks[visit.locale].ways
  const [slot] = finding.slots
  switch (finding.code) {
    case 'overlap':
    case 'two-places':
      return <a href={`${desk}/edit/timetable`}>{m.timetable}</a>
    case 'gap':
      return <a href={`${desk}/edit/slots/~new?day=${finding.span.day}`}>{m.slot}</a>
    case 'outside-hours':
      return <a href={`${desk}/edit/days`}>{m.days}</a>
    case 'panel-unbalanced':
      return <a href={`${desk}/edit/slots/${slot}/panel`}>{m.seats}</a>
    case 'declined-still-on':
    case 'part-declined':
    case 'part-unanswered':
    case 'seat-unanswered':
      return <a href={`${desk}/panel`}>{m.asked}</a>
    case 'translation-missing':
    case 'translation-stale':
      return <a href={`${desk}/programme/translate/${finding.language}?show=to-do`}>{m.translate}</a>
    case 'document-unknown':
    case 'no-moderator':
    case 'repeated-title':
      return null
  }
}

function Where({ visit, desk, findings, finding }: Pick<FindingProps, 'visit' | 'desk' | 'findings' | 'finding'>) {
  const { locale } = visit
  const { programme } = findings
  const slots = finding.slots.flatMap(key => programme.slots.find(slot => slot.key === key) ?? [])
  return (
    <ul>
      {slots.map(slot => (
        <li>
          {whenOf(slot, locale)} ·{' '}
          <a href={`${desk}/edit/slots/${slot.key}`}>
            <TitleOf slot={slot} visit={visit} source={programme.source} />
          </a>
        </li>
      ))}
      {elsewhereInWords(finding, locale).map(text => (
        <li>{text}</li>
      ))}
    </ul>
  )
}

function TitleOf({
  slot,
  visit,
  source,
}: {
  slot: ProgrammeSlot
  visit: Visit
  source: DraftFindings['programme']['source']
}) {
  const language = slot.title[visit.locale] === undefined ? source : visit.locale
  const text = partNamed(slot.part, slot.title[language] ?? slot.key, language)
  return <Words locale={visit.locale} shown={{ text, language }} />
}

function AsideForm({ visit, desk, findings, finding, place, refused }: FindingProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = programmeChecks[locale].aside
  const field = bindFields(t, refused?.typed, refused?.errors)
  const { slots, source } = findings.programme
  return (
    <details class="optional" open={refused !== undefined}>
      <summary>
        {m.open}
        <span class="hidden-text"> – {nameOfFinding(finding, slots, locale, source)}</span>
      </summary>
      <div class="inside">
        <Form
          t={t}
          action={`${desk}/checks`}
          once={refused?.once ?? newOnceKey(house.keys)}
          hidden={{ code: finding.code, subject: finding.subject, place: String(place) }}
          errors={refused?.errors}
          short
        >
          <TextareaField {...field(reasonField(place))} label={m.reason} hint={m.hint} most={longestReason} rows={2} />
          <Button kind="secondary" name="do" value="aside">
            {m.button}
          </Button>
        </Form>
      </div>
    </details>
  )
}

/** The field of the reason in the form of a finding. */
export const reasonField = (place: number | string) => `reason-${place}`

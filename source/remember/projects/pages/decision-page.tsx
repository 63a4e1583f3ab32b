import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, MultilingualText, Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { decisionsWords } from '../../messages/decisions.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeRecord } from '../acts/remove-record.ts'
import { secondLevel, subjectInWords, subjects } from '../rules/actes.ts'
import { oddVotes } from '../rules/votes.ts'
import { type OneDecision, readDecision } from '../store/decisions.ts'
import { Named } from './parts.tsx'
import { missingOfOne } from './scdl-missing.tsx'

async function decisionIn(visit: Visit, memory: Memory): Promise<OneDecision> {
  const id = idIn(visit)
  const decision = await reading(visit, memory, tx => readDecision(tx, memory.id, id, visit.locale))
  if (!decision) throw notFound()
  return decision
}

// Its object is its name; a longer one is a text, and stands under its number.
const mostOfATitle = 160

/** GET /:l/territories/:slug/decisions/:id: one decision, how it was voted on, and what hangs on it. */
export async function showDecision(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const decision = await decisionIn(visit, memory)
  const missing = await missingOfOne(visit, memory, decision)
  const words = decisionsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const object = decision.shownObject
  const titled = object && object.text.length <= mostOfATitle ? object : null
  const odd = oddVotes({
    voters: decision.voters,
    voted: decision.voted,
    for: decision.votesFor,
    against: decision.votesAgainst,
    abstentions: decision.abstentions,
  })
  return memoryPage(
    visit,
    memory,
    {
      title: titled ? `${decision.number} · ${titled.text}` : words.heading(decision.number),
      ...(titled
        ? {
            heading: (
              <>
                {`${decision.number} · `}
                <Multilingual t={t} locale={locale} shown={titled} />
              </>
            ),
          }
        : {}),
      section: 'decisions',
    },
    <>
      {object && !titled ? <MultilingualText t={t} locale={locale} shown={object} /> : null}
      {odd.length > 0 ? (
        <Note>
          <p>{words.oddLead}</p>
          <ul>
            {odd.map(one => (
              <li>{words.odd[one]}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Facts facts={factsOf(visit, memory, decision)} />
      {memory.inside ? (
        <Buttons>
          {memory.edits ? <LinkButton href={at(`/decisions/${decision.id}/edit`)}>{words.edit}</LinkButton> : null}
          <a href={at(`/records/decision/${decision.id}`)}>{words.history}</a>
          {memory.edits ? <a href={at(`/decisions/${decision.id}/remove`)}>{words.remove}</a> : null}
        </Buttons>
      ) : null}
      {decision.about.length > 0 ? (
        <section class="stack">
          <h2>{words.about}</h2>
          <p>
            <AboutLinks visit={visit} memory={memory} refs={decision.about} />
          </p>
        </section>
      ) : null}
      {decision.events.length > 0 ? (
        <section class="stack">
          <h2>{words.events}</h2>
          <ul>
            {decision.events.map(event => (
              <li>
                <a href={at(`/agreements/${event.agreement}`)}>
                  {event.title ? <Multilingual t={t} locale={locale} shown={event.title} quiet /> : words.untitled}
                </a>
                <span class="small">
                  {' – '}
                  {agreementsWords[locale].happen[event.kind as 'signed']}, {edtfInWords(locale, event.on)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {decision.told.length > 0 ? (
        <section class="stack">
          <h2>{words.told}</h2>
          <ul>
            {decision.told.map(one => (
              <li>
                <a href={at(`/${folders[one.table]}/${one.id}`)}>
                  <Named locale={locale} name={one.name} otherwise={words.untitled} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {missing}
    </>,
  )
}

const folders = { interaction: 'journal', memory_document: 'documents', note: 'notes' } as const

function factsOf({ locale }: Visit, memory: Memory, decision: OneDecision) {
  const words = decisionsWords[locale]
  const facts: { term: string; value: Child }[] = [
    { term: words.decidedOn, value: dayOf(locale, decision.decidedOn) },
    { term: words.bodyName, value: decision.bodyName ?? memory.name },
  ]
  const add = (term: string, value: Child) => {
    if (value !== null && value !== '') facts.push({ term, value })
  }
  add(words.bodySiret, decision.bodySiret)
  const { subjectCode, subjectName } = decision
  add(
    words.subject,
    [subjectCode, subjectInWords(subjectName ?? subjects.get(secondLevel(subjectCode ?? '')) ?? '')]
      .filter(Boolean)
      .join(' – '),
  )
  const { budgetYear, budgetYearLast } = decision
  const years = budgetYearLast === null ? budgetYear : `${budgetYear}–${budgetYearLast}`
  add(words.budget, [years, decision.budgetName].filter(Boolean).join(' – '))
  add(words.prefectureId, decision.prefectureId)
  add(words.prefectureOn, decision.prefectureOn ? dayOf(locale, decision.prefectureOn) : null)
  for (const name of ['voters', 'voted', 'votesFor', 'votesAgainst', 'abstentions'] as const)
    add(words[name], decision[name])
  add(words.url, decision.url ? <a href={decision.url}>{decision.url}</a> : null)
  add(fieldsWords[locale].circle, memory.inside ? memoryWords[locale].circles[decision.visibility] : null)
  return facts
}

/** GET …/decisions/:id/remove */
export async function showRemoveDecision(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const decision = await decisionIn(visit, memory)
  const { removal } = decisionsWords[visit.locale]
  return confirmPage(visit, memory, {
    section: 'decisions',
    title: removal.title(decision.number),
    told: <p>{removal.text}</p>,
    button: removal.button,
    back: `/decisions/${decision.id}`,
  })
}

/** POST …/decisions/:id/remove */
export async function sendRemoveDecision(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/decisions')
  await removeRecord(visit.house, withWhy(visit, sent, 'why-removed'), {
    kind: 'decision',
    at: { space: memory.id, parent: null, id: idIn(visit) },
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: decisionsWords[visit.locale].removal.done })
}

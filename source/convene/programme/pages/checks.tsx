import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmeChecksList } from '#convene/messages/programme-checks-list.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { inWords, readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { nameOfFinding } from '../acts/checks-in-words.ts'
import { longestReason, setAside } from '../acts/set-aside.ts'
import { takeBack } from '../acts/take-back.ts'
import type { Finding, Severity } from '../rules/findings.ts'
import { type DraftFindings, findingsOf } from '../store/findings-of.ts'
import { AlikeCard, type Refused, reasonField } from './checks-finding.tsx'

const groups: readonly Severity[] = ['error', 'warning', 'notice']

/** GET /:l/desk/seminars/:slug/checks: what the checks find in the draft of the programme, and what was set aside. */
export async function showChecks(visit: Visit): Promise<Response> {
  return checksPage(visit, await draftToCheck(visit))
}

/** POST: sets one of them aside with a reason (`do=aside`), or brings it back (`do=back`). */
export async function sendChecks(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const findings = await draftToCheck(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = programmeChecks[locale].aside
  const { slug } = findings.seminar.file
  const location = `${deskOf(visit, slug)}/checks`
  const remember = { once: sent.once, location }
  const finding = { code: textOf(sent.typed, 'code'), subject: textOf(sent.typed, 'subject') }
  if (textOf(sent.typed, 'do') === 'back') {
    await takeBack(house, actor, slug, finding, remember)
    return redirect(visit, location, { tone: 'done', text: m.backDone })
  }
  const typed = textOf(sent.typed, reasonField(textOf(sent.typed, 'place')))
  const reason = typed.trim()
  const error = reason === '' ? 'reason' : reason.length > longestReason ? 'reason-long' : null
  if (error !== null && findings.open.some(one => one.code === finding.code && one.subject === finding.subject))
    return checksPage(visit, findings, {
      ...finding,
      typed: { reason: typed },
      errors: { reason: error },
      once: sent.once,
    })
  if (error !== null) return redirect(visit, location, { tone: 'problem', text: m.gone })
  const outcome = await setAside(house, actor, slug, { ...finding, reason }, remember)
  switch (outcome) {
    case 'set-aside':
      return redirect(visit, location, { tone: 'done', text: m.done })
    case 'already':
      return redirect(visit, location, { tone: 'note', text: m.already })
    case 'gone':
      return redirect(visit, location, { tone: 'note', text: m.gone })
  }
}

const deskOf = (visit: Visit, slug: string) => `/${visit.locale}/desk/seminars/${slug}`

/** The findings, for somebody who may edit the seminar; 404 for whoever does not work on it, refused to others who do. */
function draftToCheck(visit: Visit): Promise<DraftFindings> {
  return as(visit.house.db, visit.actor, async tx => {
    const found = await findingsOf(tx, visit.param('slug'))
    if (!found || !may(visit, 'read', found.seminar.id)) throw notFound()
    if (!may(visit, 'edit', found.seminar.id)) throw new Refusal('forbidden', programmeChecks[visit.locale].mayNot)
    return found
  })
}

async function checksPage(visit: Visit, findings: DraftFindings, refused?: Refused): Promise<Response> {
  const { locale } = visit
  const m = programmeChecks[locale]
  const { file, textAt } = findings.seminar
  const desk = deskOf(visit, file.slug)
  const title = wordsOf(textAt('title'), locale) || file.slug
  const element = layout(
    visit,
    {
      title: `${m.title} – ${title}`,
      office: true,
      failed: refused !== undefined,
      breadcrumb: [
        { label: registration[locale].desk.title, href: `/${locale}/desk` },
        { label: title, href: desk },
        { label: m.title },
      ],
    },
    <div class="stack">
      <PageHead kicker={title} title={m.title} lead={m.lead}>
        {findings.open.length > 0 ? <p>{m.count(findings.open.length)}</p> : null}
      </PageHead>
      {findings.open.length === 0 ? <Nothing visit={visit} desk={desk} findings={findings} /> : null}
      <Kinds visit={visit} findings={findings} />
      {groups.map(severity => (
        <Group visit={visit} desk={desk} findings={findings} severity={severity} refused={refused} />
      ))}
      {findings.aside.length > 0 ? <Aside visit={visit} desk={desk} findings={findings} /> : null}
    </div>,
  )
  return page(visit, element, refused === undefined ? 200 : 422)
}

type Given = { visit: Visit; desk: string; findings: DraftFindings }

function Nothing({ visit, desk, findings }: Given) {
  const m = programmeChecks[visit.locale]
  const isEmpty = findings.programme.slots.length === 0
  return (
    <div class="empty">
      <h2>{isEmpty ? m.emptyTitle : m.noneTitle}</h2>
      <p>{isEmpty ? m.empty : findings.aside.length > 0 ? m.onlyAside : m.none}</p>
      <p class="buttons">
        <LinkButton href={`${desk}/edit/programme`} kind="secondary">
          {m.toProgramme}
        </LinkButton>
      </p>
    </div>
  )
}

/** From so many on, what was found is told by kind before it is told one by one. */
const many = 8

/** What was found, by kind and with how many, as ways down the page: nobody scrolls through sixty points to see the last. */
function Kinds({ visit, findings }: Pick<Given, 'visit' | 'findings'>) {
  const m = programmeChecks[visit.locale]
  if (findings.open.length < many) return null
  const kinds = groups.flatMap(severity => byCode(placedOf(findings).filter(one => one.finding.severity === severity)))
  return (
    <nav aria-label={programmeChecksList[visit.locale].byKind}>
      <ul class="kinds">
        {kinds.map(alike =>
          alike.slice(0, 1).map(({ finding, place }) => (
            <li>
              <a href={`#finding-${place}`}>{`${m.codes[finding.code].title} (${alike.length})`}</a>
            </li>
          )),
        )}
      </ul>
    </nav>
  )
}

type Placed = { finding: Finding; place: number }
const placedOf = ({ open }: DraftFindings): Placed[] => open.map((finding, place) => ({ finding, place }))
const byCode = (placed: readonly Placed[]): Placed[][] => [
  ...Map.groupBy(placed, ({ finding }) => finding.code).values(),
]

function Group({
  visit,
  desk,
  findings,
  severity,
  refused,
}: Given & { severity: Severity; refused: Refused | undefined }) {
  const m = programmeChecks[visit.locale]
  const errorWords = m.aside.errors
  const group = placedOf(findings).filter(({ finding }) => finding.severity === severity)
  if (group.length === 0) return null
  return (
    <section class="stack">
      <h2>{m.severities[severity]}</h2>
      {byCode(group).map(alike => (
        <AlikeCard
          visit={visit}
          desk={desk}
          findings={findings}
          alike={alike.map(({ finding, place }) => {
            const isRefused = refused?.code === finding.code && refused.subject === finding.subject
            // The field is named by the place that the finding has now.
            const shown = isRefused && {
              ...refused,
              typed: { [reasonField(place)]: refused.typed.reason ?? '' },
              errors: inWords(errorWords, { [reasonField(place)]: refused.errors.reason ?? '' }),
            }
            return { finding, place, refused: shown || undefined }
          })}
        />
      ))}
    </section>
  )
}

function Aside({ visit, desk, findings }: Given) {
  const { locale, house } = visit
  const m = programmeChecks[locale].aside
  const { programme, seminar } = findings
  const nameOf = ({ finding }: DraftFindings['aside'][number]) =>
    nameOfFinding(finding, programme.slots, locale, programme.source)
  return (
    <DataTable
      t={parts[locale]}
      caption={m.title}
      address={`${desk}/checks`}
      rows={findings.aside}
      columns={[
        { key: 'what', heading: m.what, cell: row => <span dir="auto">{nameOf(row)}</span> },
        { key: 'reason', heading: m.reason, cell: row => <Paragraphs text={row.as.reason} /> },
        { key: 'by', heading: m.by, cell: row => <span dir="auto">{row.as.setBy ?? m.somebody}</span> },
        {
          key: 'when',
          heading: m.when,
          kind: 'moment',
          cell: row => moment(locale, row.as.setAt, seminar.file.time_zone),
        },
        {
          key: 'back',
          heading: m.act,
          cell: row => (
            <Form
              t={parts[locale]}
              action={`${desk}/checks`}
              once={newOnceKey(house.keys)}
              hidden={{ code: row.finding.code, subject: row.finding.subject }}
              short
            >
              <Button kind="secondary" name="do" value="back">
                {m.back}
                <span class="hidden-text"> – {nameOf(row)}</span>
              </Button>
            </Form>
          ),
        },
      ]}
      empty={{ title: m.title, text: m.title }}
    />
  )
}

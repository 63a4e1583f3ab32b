import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  DateField,
  Form,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { dayOf } from '#remember/acts/edtf-in-words.ts'
import { joiningWords } from '#remember/messages/joining.ts'
import { memoryChecks } from '#remember/messages/memory-checks.ts'
import { addressIn, type Memory, memoryOf, now, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { SaidOf } from '#remember/pages/record-name.tsx'
import { type FindingInWords, readChecks } from '../acts/read-checks.ts'
import { ruleFields } from '../acts/tend-checks.ts'
import { type CheckCode, isCheckCode, thresholdOf } from '../rules/checks.ts'
import { pathOf } from '../rules/paths.ts'
import { readAside } from '../store/rules.ts'
import { Name, remarkIn, wordsOfRule } from './lines.tsx'

/** What was typed into one of the two forms of the page, with what there is to put right. */
export type SentBack = { form: 'rule' | 'aside'; typed: Typed; errors: FieldErrors; version: string | null }

/** GET /:l/territories/:slug/checks/:code: all that one rule finds, what was set aside, and how the rule is set here. */
export async function showCheck(visit: Visit): Promise<Response> {
  const { memory, code } = await checkOf(visit)
  return checkPage(visit, memory, code, null)
}

/** The memory and the rule of an address, for those inside. @throws Refusal `not-found` */
export async function checkOf(visit: Visit): Promise<{ memory: Memory; code: CheckCode }> {
  const memory = await memoryOf(visit)
  const code = visit.param('code')
  if (!memory.inside || !isCheckCode(code)) throw notFound()
  return { memory, code }
}

export async function checkPage(visit: Visit, memory: Memory, code: CheckCode, back: SentBack | null) {
  const { locale, url } = visit
  const t = parts[locale]
  const words = memoryChecks[locale]
  const rule = wordsOfRule(locale, memory.kind, code)
  const [one] = await reading(visit, memory, tx => readChecks(tx, memory.id, locale, memory.day.toString(), [code]))
  if (!one) throw notFound()
  const path = addressIn(visit, memory, `/checks/${code}`)
  const wanted = back?.form === 'aside' ? String(back.typed.record ?? '') : url.searchParams.get('aside')
  // Set aside by somebody else meanwhile: what is being written about it goes on.
  const offered = back?.form === 'aside' ? [...one.found, ...one.aside] : one.found
  const chosen = memory.edits ? offered.find(({ id }) => id === wanted) : undefined
  const asideVersion = chosen
    ? (back?.version ?? versionOf(await now(visit, tx => readAside(tx, memory.id, code, chosen.id))))
    : null
  const columns = [
    { key: 'record', heading: words.record, cell: (row: FindingInWords) => <Name locale={locale} name={row.name} /> },
    ...(one.found.some(row => remarkIn(locale, row) !== null)
      ? [{ key: 'remark', heading: words.remark, cell: (row: FindingInWords) => remarkOf(visit, memory, code, row) }]
      : []),
  ]
  const aside = {
    key: 'aside',
    heading: words.setAside,
    cell: (row: FindingInWords) => (
      <a href={`${path}?aside=${row.id}`}>
        {words.setAside}
        <span class="hidden-text">
          {' – '}
          <Name locale={locale} name={row.name} />
        </span>
      </a>
    ),
  }
  return memoryPage(
    visit,
    memory,
    {
      title: rule.name,
      lead: rule.why,
      section: 'checks',
      failed: back !== null && Object.keys(back.errors).length > 0,
    },
    <>
      <p>
        <strong>{words.advice}</strong> {rule.advice}
      </p>
      {chosen ? (
        <AsideForm visit={visit} memory={memory} code={code} row={chosen} version={asideVersion} back={back} />
      ) : null}
      <DataTable
        t={t}
        caption={words.count(one.found.length)}
        columns={memory.edits ? [...columns, aside] : columns}
        rows={one.found}
        rowLink={row => addressIn(visit, memory, pathOf(row.table, row.page))}
        address={path}
        empty={{ title: one.off ? words.off : words.none, text: words.noneText }}
      />
      {one.aside.length > 0 ? (
        <section class="stack">
          <h2>{words.asideTitle}</h2>
          <ul class="entries">
            {one.aside.map(row => (
              <li>
                <a href={addressIn(visit, memory, pathOf(row.table, row.page))}>
                  <Name locale={locale} name={row.name} />
                </a>
                <p>{row.reason}</p>
                <p class="small">{row.until ? words.asideUntil(dayOf(locale, row.until)) : words.asideForGood}</p>
                {memory.edits ? (
                  <Form
                    t={t}
                    action={addressIn(visit, memory, `/checks/${code}/taken-up`)}
                    once={newOnceKey(visit.house.keys)}
                    hidden={{ record: row.id }}
                    short
                  >
                    <Buttons>
                      <Button kind="secondary">
                        {words.takeUp}
                        <span class="hidden-text">
                          {' – '}
                          <Name locale={locale} name={row.name} />
                        </span>
                      </Button>
                    </Buttons>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {memory.edits ? <RuleForm visit={visit} memory={memory} code={code} rule={one} back={back} /> : null}
    </>,
  )
}

// Where two records may be one, both are there to be opened.
function remarkOf(visit: Visit, memory: Memory, code: CheckCode, row: FindingInWords) {
  const { table, other } = row
  const remark = remarkIn(visit.locale, row)
  const isPair = code === 'relationship-twice' || code === 'duplicate-actor'
  if (remark === null || other === null || !isPair) return remark
  return (
    <>
      <a href={addressIn(visit, memory, pathOf(table, other))}>{remark}</a>
      {code === 'relationship-twice' && memory.edits ? (
        <>
          {' – '}
          <a href={addressIn(visit, memory, `/relationships/${row.page}/join?with=${other}`)}>
            {joiningWords[visit.locale].joinThese}
            <span class="hidden-text">
              {' – '}
              <Name locale={visit.locale} name={row.name} />
            </span>
          </a>
        </>
      ) : null}
    </>
  )
}

type Forms = { visit: Visit; memory: Memory; code: CheckCode; back: SentBack | null }

function AsideForm({
  visit,
  memory,
  code,
  row,
  version,
  back,
}: Forms & { row: FindingInWords; version: string | null }) {
  const { locale, house } = visit
  const t = parts[locale]
  const words = memoryChecks[locale]
  const errors = back?.form === 'aside' ? back.errors : {}
  const field = bindFields(t, back?.form === 'aside' ? back.typed : {}, errors)
  return (
    <section class="stack measure">
      <h2>
        <SaidOf locale={locale} say={words.setAsideTitle} name={row.name} />
      </h2>
      <p>{words.setAsideText}</p>
      <Form
        t={t}
        action={addressIn(visit, memory, `/checks/${code}/aside`)}
        errors={errors}
        version={version ?? undefined}
        once={newOnceKey(house.keys)}
        hidden={{ record: row.id }}
        short
      >
        <TextareaField {...field('reason')} label={words.reason} hint={words.reasonHint} rows={3} />
        <DateField {...field('until')} label={words.until} hint={words.untilHint} optional />
        <Buttons>
          <Button>{words.setAside}</Button>
          <a href={addressIn(visit, memory, `/checks/${code}`)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </section>
  )
}

function RuleForm(props: Forms & { rule: { off: boolean; threshold: number | null } }) {
  const { visit, memory, code, rule, back } = props
  const { locale, house } = visit
  const t = parts[locale]
  const words = memoryChecks[locale]
  const errors = back?.form === 'rule' ? back.errors : {}
  const kept = { threshold: String(rule.threshold ?? ''), 'off[]': rule.off ? ['yes'] : [] }
  const field = bindFields(t, back?.form === 'rule' ? back.typed : kept, errors)
  const usual = thresholdOf(code)
  const version = (back?.form === 'rule' ? back.version : null) ?? versionOf(ruleFields(rule))
  return (
    <section class="stack measure">
      <h2>{words.rule}</h2>
      <Form
        t={t}
        action={addressIn(visit, memory, `/checks/${code}`)}
        errors={errors}
        version={version}
        once={newOnceKey(house.keys)}
        short
      >
        {usual ? (
          <TextField
            {...field('threshold')}
            label={words.threshold[usual.unit]}
            hint={words.usual(usual.usual)}
            inputMode="numeric"
            short
          />
        ) : null}
        <CheckboxesField
          {...field('off[]')}
          label={words.off}
          optional
          choices={[{ value: 'yes', label: words.offChoice }]}
        />
        <Buttons>
          <Button>{words.save}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

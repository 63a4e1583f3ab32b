import { as, job } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { page, redirect } from '../../../web/answer.ts'
import { readForm, textOf } from '../../../web/form.ts'
import { layout } from '../../../web/layout.tsx'
import { Button, Buttons, Form, LinkButton } from '../../../web/parts/form.tsx'
import { DataTable } from '../../../web/parts/table.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { Refusal } from '../../../web/refusal.ts'
import { fullName } from '../../store/persons.ts'
import { setSecondFactorRule } from '../acts/set-rule.ts'
import { type Holder, holdersOnAPage, listHolders, secondFactorRule } from '../store/rule.ts'
import { ownFactorsPath, whoIs, wordsFor } from './parts.tsx'

const path = (visit: Visit) => `/${visit.locale}/administration/security`

/**
 * GET /:l/administration/security: the rule, and who has no second factor. Read as a job: a second factor is seen by its own
 * person alone, and this page says only whether there is one.
 */
export async function showSecurity(visit: Visit): Promise<Response> {
  const { t, words } = wordsFor(visit)
  const number = Math.min(Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1), 10_000)
  const { rule, rows, total, without } = await as(visit.house.db, job('second-factor'), async tx => ({
    rule: await secondFactorRule(tx),
    ...(await listHolders(tx, number)),
  }))
  return page(
    visit,
    layout(
      visit,
      { title: words.security.title, office: true },
      <div class="stack">
        <PageHead title={words.security.title} lead={words.security.lead} />
        <div class="stack measure">
          <h2>{words.security.rule}</h2>
          <p>{words.security[rule]}</p>
          <Form t={t} action={path(visit)} hidden={{ rule: rule === 'required' ? 'offered' : 'required' }} short>
            {rule === 'offered' && without > 0 ? <p class="hint">{words.security.requireHint(without)}</p> : null}
            <Buttons>
              <Button kind="secondary">{rule === 'required' ? words.security.offer : words.security.require}</Button>
            </Buttons>
          </Form>
        </div>
        <DataTable
          t={t}
          caption={words.security.caption}
          address={path(visit)}
          rows={rows}
          columns={[
            {
              key: 'person',
              heading: words.security.person,
              cell: row => <span dir="auto">{fullName(row) || row.email}</span>,
            },
            { key: 'email', heading: words.security.email, cell: row => <span dir="ltr">{row.email}</span> },
            { key: 'factor', heading: words.security.factor, cell: row => factorsOf(visit, row) },
            { key: 'reset', heading: words.security.reset, cell: row => <ResetLink visit={visit} row={row} /> },
          ]}
          paging={{ page: number, pages: Math.max(1, Math.ceil(total / holdersOnAPage)), size: holdersOnAPage, total }}
          empty={{ title: words.security.none, text: words.security.noneText }}
        />
      </div>,
    ),
  )
}

function factorsOf(visit: Visit, row: Holder): string {
  const { words } = wordsFor(visit)
  const found = [
    row.generators > 0 ? words.security.generator : '',
    row.passkeys > 0 ? words.security.passkeys(row.passkeys) : '',
  ].filter(Boolean)
  return found.length > 0 ? found.join(', ') : words.security.without
}

function ResetLink({ visit, row }: { visit: Visit; row: Holder }) {
  if (row.generators + row.passkeys === 0 || row.id === whoIs(visit).personId) return <>–</>
  return (
    <a href={`/${visit.locale}/administration/people/${row.id}/second-factor`}>
      {wordsFor(visit).words.security.reset}
      <span class="hidden-text"> {fullName(row)}</span>
    </a>
  )
}

export async function sendSecurity(visit: Visit): Promise<Response> {
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const rule = textOf(typed, 'rule')
  if (rule !== 'required' && rule !== 'offered') throw new Refusal('unprocessable')
  const outcome = await setSecondFactorRule(visit.house, whoIs(visit), rule)
  if (outcome === 'own-first') return ownFirst(visit)
  const text = outcome === 'changed' ? words.security.changed : words.security.asItWas
  return redirect(visit, path(visit), { tone: outcome === 'changed' ? 'done' : 'note', text })
}

function ownFirst(visit: Visit): Promise<Response> {
  const { words } = wordsFor(visit)
  return page(
    visit,
    layout(
      visit,
      { title: words.security.title, office: true, failed: true },
      <div class="stack measure">
        <PageHead title={words.security.title} lead={words.security.ownFirst} />
        <p class="buttons">
          <LinkButton href={`${ownFactorsPath(visit)}?then=${encodeURIComponent(path(visit))}`}>
            {words.security.setOwn}
          </LinkButton>
        </p>
      </div>,
    ),
    409,
  )
}

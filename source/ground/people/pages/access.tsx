import { as } from '../../database/actor.ts'
import type { SpaceKind } from '../../database/tables.ts'
import type { Visit } from '../../house.ts'
import { list } from '../../languages/format.ts'
import { parts } from '../../languages/messages/parts.ts'
import { accessWords } from '../../languages/messages/people-access.ts'
import { page, redirect } from '../../web/answer.ts'
import { readForm, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, Form, LinkButton, TextField } from '../../web/parts/form.tsx'
import { DataTable } from '../../web/parts/table.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { notFound } from '../../web/refusal.ts'
import { may } from '../../web/visit.ts'
import { endRight } from '../acts/end-right.ts'
import { isUuid } from '../rules/uuid.ts'
import { fullName } from '../store/persons.ts'
import { explainRoles, type ListedRight, listRights, rightsOnAPage, roles } from '../store/rights.ts'
import { namedSpaces } from '../store/spaces.ts'
import { RightsTable } from './rights-table.tsx'

export const accessPath = (visit: Visit) => `/${visit.locale}/administration/access`
const kinds: readonly SpaceKind[] = ['installation', 'network', 'seminar', 'territory']

/** Who may do what, and why: what the visitor may see of it. */
export async function showAccess(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = accessWords[locale]
  const query = visit.url.searchParams
  const role = roles.find(known => known === query.get('role')) ?? ''
  const spaceId = isUuid(query.get('space') ?? '') ? (query.get('space') ?? '') : ''
  const when = query.get('when') === 'ended' ? 'ended' : 'now'
  const number = Math.min(Math.max(1, Math.trunc(Number(query.get('page'))) || 1), 10_000)
  const { rights, spaces, explained } = await as(house.db, visit.actor, async tx => ({
    rights: await listRights(tx, { role: role || undefined, spaceId: spaceId || undefined, when }, number),
    spaces: await namedSpaces(tx, locale),
    explained: await explainRoles(tx),
  }))
  const gives = may(visit, 'rights')
  return page(
    visit,
    layout(
      visit,
      { title: words.title, office: true },
      <div class="stack">
        <PageHead title={words.title} lead={words.lead} />
        {gives ? (
          <p>
            <LinkButton href={`${accessPath(visit)}/give`}>{words.give}</LinkButton>
          </p>
        ) : null}
        <RightsTable
          visit={visit}
          rights={rights.rows}
          spaces={spaces}
          mayEnd={right => mayEnd(visit, right, explained)}
          address={accessPath(visit)}
          filters={[
            {
              name: 'role',
              label: words.role,
              value: role,
              choices: [{ value: '', label: words.all }, ...roles.map(value => ({ value, label: words.roles[value] }))],
            },
            {
              name: 'space',
              label: words.space,
              value: spaceId,
              choices: [{ value: '', label: words.all }, ...spaces.map(one => ({ value: one.id, label: one.name }))],
            },
            {
              name: 'when',
              label: words.when,
              value: when === 'now' ? '' : when,
              choices: [
                { value: '', label: words.whenNow },
                { value: 'ended', label: words.whenEnded },
              ],
            },
          ]}
          paging={{
            page: number,
            pages: Math.max(1, Math.ceil(rights.total / rightsOnAPage)),
            size: rightsOnAPage,
            total: rights.total,
          }}
          empty={{ title: words.none, text: words.noneText }}
        />
        <h2>{words.rolesTitle}</h2>
        <DataTable
          t={parts[locale]}
          caption={words.rolesCaption}
          quiet
          address={accessPath(visit)}
          rows={explained}
          columns={[
            { key: 'role', heading: words.role, cell: row => words.roles[row.role] },
            { key: 'explain', heading: words.rolesTitle, cell: row => words.explain[row.role] },
            {
              key: 'capabilities',
              heading: words.caption,
              cell: row =>
                list(
                  locale,
                  row.capabilities.map(one => words.capabilities[one]),
                ),
            },
            {
              key: 'kinds',
              heading: words.for,
              cell: row =>
                kinds
                  .filter(kind => row.kinds.includes(kind))
                  .map(kind => words.kinds[kind])
                  .join(', '),
            },
          ]}
          empty={{ title: words.none, text: words.noneText }}
        />
      </div>,
    ),
  )
}

// What the policy will answer, so that no link is offered that leads to a refusal.
function mayEnd(visit: Visit, right: ListedRight, explained: Awaited<ReturnType<typeof explainRoles>>): boolean {
  if (!may(visit, 'rights', right.space_id)) return false
  const role = explained.find(known => known.role === right.role)
  return role?.capabilities.every(capability => may(visit, capability, right.space_id)) ?? false
}

/** The page before a right is ended. */
export async function askEndRight(visit: Visit, problem?: string): Promise<Response> {
  const { locale } = visit
  const words = accessWords[locale]
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const found = await as(visit.house.db, visit.actor, async tx => {
    const right = (await listRights(tx, { id, when: 'all' })).rows[0]
    return right ? { right, spaces: await namedSpaces(tx, locale, [right.space_id]) } : null
  })
  if (!found || !may(visit, 'rights', found.right.space_id)) throw notFound()
  const { right, spaces } = found
  const title = words.endTitle(words.roles[right.role], fullName(right) || words.nameless)
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed: problem !== undefined },
      <div class="stack measure">
        <PageHead title={title} lead={words.endText(spaces[0]?.name ?? '')} />
        <Form
          t={parts[locale]}
          action={`${accessPath(visit)}/${id}/end`}
          errors={problem === undefined ? {} : { _form: problem }}
          short
        >
          <TextField
            t={parts[locale]}
            name="reason"
            label={words.endReason}
            hint={words.endReasonHint}
            maxLength={500}
            optional
          />
          <Buttons>
            <Button kind="danger">{words.endButton}</Button>
            <a href={accessPath(visit)}>{parts[locale].form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    problem === undefined ? 200 : 409,
  )
}

export async function sendEndRight(visit: Visit): Promise<Response> {
  const words = accessWords[visit.locale]
  if (!isUuid(visit.param('id'))) throw notFound()
  const { typed } = await readForm(visit.request)
  const reason = textOf(typed, 'reason').trim().slice(0, 500)
  const result = await endRight(visit.house, visit.actor, visit.param('id'), reason)
  if (result === 'last-administrator') return askEndRight(visit, words.lastAdministrator)
  const text = result === 'ended' ? words.ended : words.endedBefore
  return redirect(visit, accessPath(visit), { tone: result === 'ended' ? 'done' : 'note', text })
}

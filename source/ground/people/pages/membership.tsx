import { z } from 'zod'
import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { date } from '../../languages/format.ts'
import { parts } from '../../languages/messages/parts.ts'
import { spacesWords } from '../../languages/messages/people-spaces.ts'
import { page, redirect } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import {
  Button,
  Buttons,
  bindFields,
  DateField,
  Form,
  LinkButton,
  SelectField,
  StaleSave,
} from '../../web/parts/form.tsx'
import { DataTable } from '../../web/parts/table.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { notFound } from '../../web/refusal.ts'
import { alreadySent, newOnceKey } from '../../web/sent-once.ts'
import { membershipVersion, saveMembership } from '../acts/save-membership.ts'
import { readDay } from '../rules/last-day.ts'
import { isUuid } from '../rules/uuid.ts'
import { listMembershipsOf, type Membership } from '../store/memberships.ts'
import { type NamedSpace, namedSpaces } from '../store/spaces.ts'
import { spacesPath } from './spaces.tsx'

const territoryPath = (visit: Visit, id: string) => `${spacesPath(visit)}/territories/${id}`
const day = z.string().refine(typed => typed === '' || readDay(typed) !== null, 'date')
const schema = z
  .object({ network: z.uuid('network'), startsOn: day, endsOn: day })
  .refine(typed => typed.startsOn === '' || typed.endsOn === '' || typed.startsOn <= typed.endsOn, {
    message: 'order',
    path: ['endsOn'],
  })

/** On the page of a territory: the networks it belongs to. */
export function Memberships(props: {
  visit: Visit
  territoryId: string
  rows: readonly Membership[]
  networks: readonly NamedSpace[]
}) {
  const { visit } = props
  const words = spacesWords[visit.locale]
  const base = `${territoryPath(visit, props.territoryId)}/memberships`
  const shown = (value: string | null, empty: string) =>
    value === null ? empty : date(visit.locale, Temporal.PlainDate.from(value))
  return (
    <section class="stack">
      <h2>{words.memberships}</h2>
      <DataTable
        t={parts[visit.locale]}
        caption={words.memberships}
        address={base}
        rows={props.rows}
        columns={[
          {
            key: 'network',
            heading: words.network,
            cell: row => props.networks.find(network => network.id === row.space_id)?.name ?? '–',
          },
          { key: 'from', heading: words.from, cell: row => shown(row.starts_on, words.unknown) },
          { key: 'until', heading: words.until, cell: row => shown(row.ends_on, words.stillMember) },
        ]}
        rowLink={row => `${base}/${row.id}`}
        empty={{ title: words.none, text: words.noMemberships }}
      />
      <p>
        <LinkButton kind="secondary" href={`${base}/new`}>
          {words.addMembership}
        </LinkButton>
      </p>
    </section>
  )
}

export async function showMembership(visit: Visit): Promise<Response> {
  const { there } = await read(visit)
  const typed = { network: there?.space_id ?? '', startsOn: there?.starts_on ?? '', endsOn: there?.ends_on ?? '' }
  return membershipPage(visit, typed, {}, there ? membershipVersion(there) : null, newOnceKey(visit.house.keys))
}

export async function sendMembership(visit: Visit): Promise<Response> {
  const { house } = visit
  const words = spacesWords[visit.locale]
  const { there, networks } = await read(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed: Typed = { startsOn: '', endsOn: '', ...sent.typed, ...(there ? { network: there.space_id } : {}) }
  const checked = check(schema, typed)
  if (!checked.ok) return membershipPage(visit, typed, checked.errors, sent.version, once, 422)
  if (!networks.some(network => network.id === checked.value.network)) {
    return membershipPage(visit, typed, { network: 'network' }, sent.version, once, 422)
  }
  if (textOf(typed, '_next') === 'edit') return membershipPage(visit, typed, {}, sent.version, once)
  const remove = there !== null && textOf(typed, '_next') === 'remove'
  const location = territoryPath(visit, visit.param('id'))
  const now = await saveMembership(house, visit.actor, {
    territoryId: visit.param('id'),
    id: there?.id ?? null,
    networkId: checked.value.network,
    startsOn: checked.value.startsOn || null,
    endsOn: checked.value.endsOn || null,
    remove,
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (now) return stalePage(visit, typed, now, once)
  return redirect(visit, location, { tone: 'done', text: remove ? words.removed : words.saved })
}

async function read(visit: Visit): Promise<{ there: Membership | null; networks: NamedSpace[]; name: string }> {
  const id = visit.param('id')
  const wanted = visit.param('membership')
  if (!isUuid(id) || (wanted !== 'new' && !isUuid(wanted))) throw notFound()
  return as(visit.house.db, visit.actor, async tx => {
    const spaces = await namedSpaces(tx, visit.locale)
    const territory = spaces.find(space => space.id === id && space.kind === 'territory')
    const there = (await listMembershipsOf(tx, id)).find(one => one.id === wanted) ?? null
    if (!territory || (wanted !== 'new' && !there)) throw notFound()
    return { there, networks: spaces.filter(space => space.kind === 'network'), name: territory.name }
  })
}

async function membershipPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string,
  status = 200,
) {
  const { there, networks, name } = await read(visit)
  const t = parts[visit.locale]
  const words = spacesWords[visit.locale]
  const said = inWords(words.errors, errors)
  const field = bindFields(t, typed, said)
  const title = there ? words.editMembership : words.addMembership
  const back = territoryPath(visit, visit.param('id'))
  return page(
    visit,
    layout(
      visit,
      {
        title,
        office: true,
        failed: status !== 200,
        breadcrumb: [{ label: words.title, href: spacesPath(visit) }, { label: name, href: back }, { label: title }],
      },
      <div class="stack measure">
        <PageHead title={title} lead={<span dir="auto">{name}</span>} />
        <Form t={t} action={visit.url.pathname} errors={said} version={version ?? undefined} once={once}>
          {there ? (
            <p dir="auto">{networks.find(network => network.id === there.space_id)?.name ?? '–'}</p>
          ) : (
            <SelectField
              {...field('network')}
              label={words.network}
              choices={networks.map(network => ({ value: network.id, label: network.name }))}
            />
          )}
          <DateField {...field('startsOn')} label={words.from} optional />
          <DateField {...field('endsOn')} label={words.until} optional />
          <Buttons>
            <Button>{words.save}</Button>
            {there ? (
              <Button kind="danger" name="_next" value="remove">
                {words.removeMembership}
              </Button>
            ) : null}
            <a href={back}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    status,
  )
}

function stalePage(visit: Visit, typed: Typed, now: Membership, once: string) {
  const words = spacesWords[visit.locale]
  const sides = [
    { name: 'startsOn', label: words.from, theirs: now.starts_on ?? '', yours: textOf(typed, 'startsOn') },
    { name: 'endsOn', label: words.until, theirs: now.ends_on ?? '', yours: textOf(typed, 'endsOn') },
  ]
  const differ = sides.filter(side => side.theirs !== side.yours)
  return page(
    visit,
    layout(
      visit,
      { title: words.editMembership, office: true, failed: true },
      <div class="stack">
        <PageHead title={words.editMembership} />
        <StaleSave
          t={parts[visit.locale]}
          action={visit.url.pathname}
          version={membershipVersion(now)}
          once={once}
          changes={differ.map(({ name, label, theirs, yours }) => ({
            name,
            label,
            theirs: { value: theirs },
            yours: { value: yours },
          }))}
          kept={sides.filter(side => side.theirs === side.yours).map(({ name, theirs }) => [name, theirs] as const)}
          cancel={visit.url.pathname}
        />
      </div>,
    ),
    409,
  )
}

import { deskPlaces } from '#convene/messages/desk-places.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { list, moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { namedSpaces } from '#ground/people/store/spaces.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, State } from '#ground/web/parts/text.tsx'
import { overall, type Quota } from '../../rules/places.ts'
import { type Admission, admissionOf } from '../../store/admission.ts'
import { type Invitation, listInvitations } from '../../store/desk-invitations.ts'
import { placesAndLine } from '../../store/desk-places.ts'
import { type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { QuotaTable, quotaName } from './quota-table.tsx'

/** The places of a seminar as they stand, how they are given, and who is invited. */
export async function showPlaces(visit: Visit): Promise<Response> {
  const { locale } = visit
  const words = deskPlaces[locale]
  const seminar = await peopleSeminar(visit)
  const read = await as(visit.house.db, visit.actor, async tx => {
    const found = await placesAndLine(tx, seminar.id)
    const territories = found.places.quotas.flatMap(({ territoryId }) => territoryId ?? [])
    return {
      ...found,
      admission: await admissionOf(tx, seminar.id),
      invitations: await listInvitations(tx, seminar.id),
      territories: new Map((await namedSpaces(tx, locale, territories)).map(({ id, name }) => [id, name])),
    }
  })
  const { places, names, waiting, admission, invitations, territories } = read
  const at = `/${locale}/desk/seminars/${seminar.slug}/places`
  const remarks = places.quotas.flatMap(quota =>
    remarksOn(visit, quota, quotaName(locale, names, quota.key), waiting.get(quota.key) ?? 0, admission),
  )
  return deskPage(
    visit,
    seminar,
    { title: words.title, lead: words.lead },
    <>
      <QuotaTable
        visit={visit}
        slug={seminar.slug}
        places={places}
        names={names}
        waiting={waiting}
        whom={quota => whomItCounts(visit, quota, territories)}
      />
      {remarks.length > 0 ? (
        <Note tone="warning">
          <ul class="close">
            {remarks.map(remark => (
              <li>{remark}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <p class="small measure">{words.overlap}</p>
      <section class="stack">
        <Rules visit={visit} seminar={seminar} admission={admission} />
        <p>
          <LinkButton href={`${at}/edit`} kind="secondary">
            {words.edit}
          </LinkButton>
        </p>
      </section>
      <Invitations visit={visit} seminar={seminar} invitations={invitations} at={at} />
    </>,
  )
}

/** Whom a quota counts, in words. */
function whomItCounts(visit: Visit, quota: Quota, territories: ReadonlyMap<string, string>): string {
  const { locale } = visit
  const m = registration[locale]
  const conditions = [
    ...(quota.categories
      ? [
          list(
            locale,
            quota.categories.map(category => m.categoriesShort[category]),
          ),
        ]
      : []),
    ...(quota.regions
      ? [
          list(
            locale,
            quota.regions.map(region => m.regions[region]),
          ),
        ]
      : []),
    ...(quota.territoryId ? [territories.get(quota.territoryId) ?? deskPlaces[locale].unknownTerritory] : []),
  ]
  return conditions.length === 0 ? deskPlaces[locale].everybody : conditions.join(' · ')
}

/** What can surprise about a quota, each explained. */
function remarksOn(visit: Visit, quota: Quota, name: string, waiting: number, admission: Admission): string[] {
  const { remarks } = deskPlaces[visit.locale]
  const { capacity, taken, held } = quota
  const free = capacity - taken - held
  const found: string[] = []
  if (taken > capacity) found.push(remarks.below(name, capacity, taken))
  else if (taken + held > capacity) found.push(remarks.belowKept(name, capacity, taken, held))
  if (free > 0 && waiting > 0)
    found.push(
      Temporal.Instant.compare(admission.now, admission.promoteUntil) < 0
        ? remarks.freeAndWaiting(name, free, waiting)
        : remarks.freeAfterCutOff(name, free, waiting),
    )
  if (capacity === 0) found.push(quota.key === overall ? remarks.noPlaceAtAll : remarks.noPlace(name))
  return found
}

function Rules({ visit, seminar, admission }: { visit: Visit; seminar: OfficeSeminar; admission: Admission }) {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPlaces[locale]
  const at = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  return (
    <DataTable
      t={parts[locale]}
      caption={words.rules}
      address={visit.url.pathname}
      rows={[
        {
          term: words.approval,
          value:
            admission.approvalFor.length === 0
              ? words.noApproval
              : words.approvalFor(
                  list(
                    locale,
                    admission.approvalFor.map(category => m.categories[category]),
                  ),
                ),
        },
        {
          term: words.perOrganisation,
          value:
            admission.perOrganisation === null ? words.noLimitWord : words.perOrganisationIs(admission.perOrganisation),
        },
        {
          term: words.promotion,
          value: admission.promotion === 'direct' ? words.direct : words.offer(admission.offerHours),
        },
        { term: words.promoteUntil, value: words.promoteUntilIs(at(admission.promoteUntil)) },
        { term: words.changeUntil, value: at(admission.changeUntil) },
        { term: words.perForm, value: words.perFormIs(admission.perForm) },
      ]}
      columns={[
        { key: 'rule', heading: words.rule, cell: row => row.term },
        { key: 'value', heading: words.holds, cell: row => row.value },
      ]}
      empty={{ title: words.rules, text: words.lead }}
    />
  )
}

type InvitationsProps = { visit: Visit; seminar: OfficeSeminar; invitations: readonly Invitation[]; at: string }

function Invitations({ visit, seminar, invitations, at }: InvitationsProps) {
  const { locale, house } = visit
  const words = deskPlaces[locale].invitations
  const when = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  return (
    <section class="stack">
      <DataTable
        t={parts[locale]}
        caption={words.title}
        address={at}
        rows={invitations}
        rowLink={row => `${at}/invitations/${row.id}`}
        columns={[
          { key: 'label', heading: words.label, cell: row => <span dir="auto">{row.label}</span> },
          {
            key: 'address',
            heading: words.address,
            cell: row =>
              row.endedAt || row.isOver ? (
                <code>{row.code}</code>
              ) : (
                <code>{publicAddress(house, `/${locale}/seminars/${seminar.slug}/register?code=${row.code}`)}</code>
              ),
          },
          { key: 'taken', heading: words.taken, kind: 'number', cell: row => number(locale, row.taken) },
          {
            key: 'left',
            heading: words.left,
            kind: 'number',
            cell: row => (row.places === null ? words.anyNumber : number(locale, Math.max(0, row.places - row.taken))),
          },
          { key: 'state', heading: words.state, cell: row => <InvitationState visit={visit} row={row} when={when} /> },
        ]}
        empty={{ title: words.noneTitle, text: words.none }}
      />
      <p>
        <LinkButton href={`${at}/invitations/new`} kind="secondary">
          {words.add}
        </LinkButton>
      </p>
    </section>
  )
}

type InvitationStateProps = { visit: Visit; row: Invitation; when: (instant: Temporal.Instant) => string }

function InvitationState({ visit, row, when }: InvitationStateProps) {
  const words = deskPlaces[visit.locale].invitations
  if (row.endedAt) return <State kind="no">{words.ended(when(row.endedAt))}</State>
  if (row.isOver && row.validUntil) return <State kind="no">{words.over(when(row.validUntil))}</State>
  const kept = row.reserved && row.releasedAt === null
  const lines = [
    ...(row.validUntil ? [words.validUntilIs(when(row.validUntil))] : []),
    ...(kept ? [row.reservedUntil ? words.keptUntil(when(row.reservedUntil)) : words.kept] : []),
    ...(row.reserved && row.releasedAt ? [words.released(when(row.releasedAt))] : []),
    ...(row.places !== null && row.taken >= row.places ? [words.usedUp] : []),
  ]
  return (
    <>
      <State kind="ok">{words.open}</State>
      {lines.map(line => (
        <div class="small">{line}</div>
      ))}
    </>
  )
}

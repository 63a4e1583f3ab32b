import { as } from '#ground/database/actor.ts'
import { namesOf } from '#ground/history/store/versions.ts'
import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { lastDay } from '#ground/people/rules/last-day.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page, publicAddress, redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Form } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { sharingWords } from '#remember/messages/sharing.ts'
import { addressIn, memoryOf, now } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { RecordName } from '#remember/pages/record-name.tsx'
import { recordAddress } from '../../rules/record-address.ts'
import { type ShownName, shownNamesOfRecords } from '../../store/names.ts'
import { endShareNow } from '../acts/end-share.ts'
import { type Share, sharedWith, sharesOf } from '../store/shares.ts'

/** GET /:l/territories/:slug/shares: what of this memory is shown to whom, for those inside. */
export async function showShares(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  const { locale, house } = visit
  const m = sharingWords[locale]
  const t = parts[locale]
  const { shares, names, people } = await now(visit, async tx => {
    const shares = await sharesOf(tx, memory.id)
    const ids = shares.map(share => share.record)
    const persons = shares.flatMap(share => [share.named, share.sharedBy].filter(id => id !== null))
    return {
      shares,
      names: await shownNamesOfRecords(tx, memory.id, ids, locale),
      people: await namesOf(tx, [...new Set(persons)]),
    }
  })
  const isLive = (share: Share) => Temporal.Instant.compare(share.endsAt, house.clock.now()) > 0
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: house.settings.smtpUrl === null ? m.lead : `${m.lead} ${m.leadSent}`, section: null },
    <>
      {house.settings.smtpUrl === null ? <GiveLink visit={visit} /> : null}
      <DataTable
        t={t}
        caption={m.title}
        quiet
        address={addressIn(visit, memory, '/shares')}
        rows={shares}
        columns={[
          {
            key: 'record',
            heading: m.record,
            cell: share => {
              const name = <RecordName locale={locale} name={names.get(share.record)} otherwise={m.unnamed} />
              const at = recordAddress(share.table, share.record)
              return at === null ? name : <a href={addressIn(visit, memory, at)}>{name}</a>
            },
          },
          { key: 'person', heading: m.person, cell: share => <bdi>{people.get(share.named ?? '') || '–'}</bdi> },
          {
            key: 'until',
            heading: m.until,
            cell: share => (
              <div class="stack">
                <span>{`${longDate(locale, lastDay(share.endsAt))}${isLive(share) ? '' : ` (${m.ended})`}`}</span>
                {isLive(share) && memory.edits ? (
                  <Form t={t} action={addressIn(visit, memory, '/shares')} hidden={{ share: share.id }} short>
                    <Button kind="secondary">
                      {m.end}
                      <span class="hidden-text"> – {people.get(share.named ?? '') ?? ''}</span>
                    </Button>
                  </Form>
                ) : null}
              </div>
            ),
          },
          { key: 'reason', heading: m.reason, cell: share => <bdi>{share.reason ?? ''}</bdi> },
          {
            key: 'by',
            heading: m.sharedBy,
            cell: share => <bdi>{share.sharedBy ? people.get(share.sharedBy) || '–' : '–'}</bdi>,
          },
        ]}
        empty={{ title: m.none, text: m.noneText }}
      />
    </>,
  )
}

/** Where no mail leaves, nobody is told: the address under which everybody finds what is shared with them. */
function GiveLink({ visit }: { visit: Visit }) {
  const { locale, house } = visit
  return (
    <Note>
      <p>{sharingWords[locale].giveLink}</p>
      <p>
        <code class="long-code">{publicAddress(house, `/${locale}/shared`)}</code>
      </p>
    </Note>
  )
}

/** POST of the same: ends one. */
export async function sendEndShare(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  if (!memory.edits) throw forbidden()
  const { typed } = await readForm(visit.request)
  const id = textOf(typed, 'share')
  if (isUuid(id)) await endShareNow(visit.house, visit.actor, memory.id, id)
  return redirect(visit, addressIn(visit, memory, '/shares'), {
    tone: 'done',
    text: sharingWords[visit.locale].endDone,
  })
}

/** GET /:l/shared: what is shared with whoever is signed in. */
export async function showSharedWithMe(visit: Visit): Promise<Response> {
  const { locale, house, signedIn } = visit
  // Whoever must set up a second factor first reads nothing of a memory before.
  if (signedIn?.toSetUp)
    return redirect(visit, `/${locale}/account/second-factor?then=${encodeURIComponent(visit.url.pathname)}`)
  const m = sharingWords[locale]
  const { shares, names, places } = await as(house.db, visit.actor, async tx => {
    const shares = signedIn ? await sharedWith(tx, signedIn.personId, house.clock.now()) : []
    const names = new Map<string, ShownName>()
    for (const space of new Set(shares.map(share => share.space))) {
      const ids = shares.filter(share => share.space === space).map(share => share.record)
      for (const [id, name] of await shownNamesOfRecords(tx, space, ids, locale)) names.set(id, name)
    }
    return { shares, names, places: await textsOf(tx, [...new Set(shares.map(share => share.space))]) }
  })
  return page(
    visit,
    layout(
      visit,
      { title: m.mineTitle, noIndex: true, breadcrumb: [{ label: m.mineTitle }] },
      <div class="stack">
        <PageHead title={m.mineTitle} lead={m.mineLead} />
        <DataTable
          t={parts[locale]}
          caption={m.mineTitle}
          quiet
          address={`/${locale}/shared`}
          rows={shares}
          rowLink={share => `/${locale}/territories/${share.slug}${recordAddress(share.table, share.record) ?? ''}`}
          columns={[
            {
              key: 'record',
              heading: m.record,
              cell: share => <RecordName locale={locale} name={names.get(share.record)} otherwise={m.unnamed} />,
            },
            {
              key: 'place',
              heading: m.place,
              cell: share => (
                <RecordName
                  locale={locale}
                  name={show(places.get(share.space)?.name, locale) ?? undefined}
                  otherwise={share.slug}
                  quiet
                />
              ),
            },
            { key: 'until', heading: m.until, cell: share => longDate(locale, lastDay(share.endsAt)) },
            { key: 'reason', heading: m.reason, cell: share => <bdi>{share.reason ?? ''}</bdi> },
          ]}
          empty={{ title: m.mineNone, text: m.mineNoneText }}
        />
      </div>,
    ),
  )
}

import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { peopleWords } from '../../../languages/messages/people.ts'
import { page } from '../../../web/answer.ts'
import { layout } from '../../../web/layout.tsx'
import { Button, Buttons, Form, LinkButton } from '../../../web/parts/form.tsx'
import { Note } from '../../../web/parts/notices.tsx'
import { DataTable } from '../../../web/parts/table.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { type Identity, listIdentities } from '../../oidc/store/identities.ts'
import { type Factor, listFactors } from '../store/authenticators.ts'
import { countRecoveryCodes } from '../store/recovery-codes.ts'
import { at, ownFactorsPath, thenOf, thenQuery, whoIs, wordsFor } from './parts.tsx'

/** GET /:l/account/second-factor: every way in that a person has, and the doors to add and remove them. */
export async function showOwnFactors(visit: Visit): Promise<Response> {
  const me = whoIs(visit)
  const { words } = wordsFor(visit)
  const own = await as(visit.house.db, visit.actor, async tx => ({
    factors: await listFactors(tx, me.personId),
    codes: await countRecoveryCodes(tx, me.personId),
    identities: await listIdentities(tx, me.personId),
  }))
  const generator = own.factors.find(({ kind }) => kind === 'totp')
  const passkeys = own.factors.filter(({ kind }) => kind === 'passkey')
  return page(
    visit,
    layout(
      visit,
      { title: words.title, office: true, breadcrumb: breadcrumb(visit) },
      <div class="stack">
        <PageHead title={words.title} lead={words.lead} />
        {me.toSetUp ? (
          <Note tone="warning" title={words.toSetUp}>
            {words.toSetUpText}
          </Note>
        ) : null}
        <Generator visit={visit} generator={generator} />
        <Passkeys visit={visit} passkeys={passkeys} />
        <RecoveryCodes visit={visit} codes={own.codes} />
        {visit.house.settings.oidc || own.identities.length > 0 ? (
          <Identities visit={visit} identities={own.identities} />
        ) : null}
        <p class="small">{peopleWords[visit.locale].account.utc}</p>
      </div>,
    ),
  )
}

const breadcrumb = (visit: Visit) => [
  { label: peopleWords[visit.locale].account.title, href: `/${visit.locale}/account` },
  { label: wordsFor(visit).words.title },
]

const removePath = (visit: Visit, id: string) => `${ownFactorsPath(visit)}/remove/${id}`

function Generator({ visit, generator }: { visit: Visit; generator: Factor | undefined }) {
  const { words } = wordsFor(visit)
  return (
    <section class="stack measure">
      <h2>{words.app.title}</h2>
      <p>{words.app.lead}</p>
      {generator ? (
        <>
          <p>{words.app.set(at(visit, generator.created_at), at(visit, generator.used_at ?? generator.created_at))}</p>
          <p class="buttons">
            <LinkButton kind="secondary" href={removePath(visit, generator.id)}>
              {words.remove.link}
              <span class="hidden-text"> {words.app.title}</span>
            </LinkButton>
          </p>
        </>
      ) : (
        <p class="buttons">
          <LinkButton href={`${ownFactorsPath(visit)}/app${thenQuery(thenOf(visit))}`}>{words.app.add}</LinkButton>
        </p>
      )}
    </section>
  )
}

function Passkeys({ visit, passkeys }: { visit: Visit; passkeys: readonly Factor[] }) {
  const { t, words } = wordsFor(visit)
  return (
    <section class="stack">
      <div class="stack measure">
        <h2>{words.passkeys.title}</h2>
        <p>{words.passkeys.lead}</p>
      </div>
      {passkeys.length === 0 ? null : (
        <DataTable
          t={t}
          caption={words.passkeys.caption}
          quiet
          address={ownFactorsPath(visit)}
          rows={passkeys}
          columns={[
            { key: 'name', heading: words.passkeys.named, cell: row => <span dir="auto">{row.name}</span> },
            { key: 'added', heading: words.passkeys.added, kind: 'moment', cell: row => at(visit, row.created_at) },
            {
              key: 'used',
              heading: words.passkeys.used,
              kind: 'moment',
              cell: row => (row.used_at ? at(visit, row.used_at) : words.passkeys.never),
            },
            { key: 'remove', heading: words.remove.link, cell: row => <RemoveLink visit={visit} row={row} /> },
          ]}
          empty={{ title: words.passkeys.none, text: words.passkeys.noneText }}
        />
      )}
      <p class="buttons">
        <LinkButton href={`${ownFactorsPath(visit)}/passkeys${thenQuery(thenOf(visit))}`}>
          {words.passkeys.add}
        </LinkButton>
      </p>
    </section>
  )
}

function RemoveLink({ visit, row }: { visit: Visit; row: { id: string; name: string } }) {
  return (
    <a href={removePath(visit, row.id)}>
      {wordsFor(visit).words.remove.link}
      <span class="hidden-text"> {row.name}</span>
    </a>
  )
}

function RecoveryCodes({ visit, codes }: { visit: Visit; codes: { left: number; since: Temporal.Instant } | null }) {
  const { t, words } = wordsFor(visit)
  return (
    <section class="stack measure">
      <h2>{words.codes.title}</h2>
      <p>{words.codes.lead}</p>
      {codes === null ? (
        <p>{words.codes.none}</p>
      ) : (
        <>
          <p>
            {words.codes.left(codes.left)} {words.codes.since(at(visit, codes.since))}
          </p>
          <Form t={t} action={`${ownFactorsPath(visit)}/codes`} short>
            <p class="hint">{words.codes.renewHint}</p>
            <Buttons>
              <Button kind="secondary">{words.codes.renew}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </section>
  )
}

function Identities({ visit, identities }: { visit: Visit; identities: readonly Identity[] }) {
  const { words } = wordsFor(visit)
  return (
    <section class="stack">
      <div class="stack measure">
        <h2>{words.identities.title}</h2>
        {identities.length === 0 ? <p>{words.identities.none}</p> : null}
        <p>{words.identities.noneText}</p>
      </div>
      {identities.length === 0 ? null : <IdentitiesTable visit={visit} identities={identities} />}
    </section>
  )
}

function IdentitiesTable({ visit, identities }: { visit: Visit; identities: readonly Identity[] }) {
  const { t, words } = wordsFor(visit)
  return (
    <DataTable
      t={t}
      caption={words.identities.caption}
      quiet
      address={ownFactorsPath(visit)}
      rows={identities}
      columns={[
        { key: 'issuer', heading: words.identities.issuer, cell: row => <span dir="ltr">{row.issuer}</span> },
        { key: 'linked', heading: words.identities.linked, kind: 'moment', cell: row => at(visit, row.created_at) },
        {
          key: 'used',
          heading: words.identities.used,
          kind: 'moment',
          cell: row => (row.used_at ? at(visit, row.used_at) : words.passkeys.never),
        },
        {
          key: 'remove',
          heading: words.remove.link,
          cell: row => <RemoveLink visit={visit} row={{ id: row.id, name: row.issuer }} />,
        },
      ]}
      empty={{ title: words.identities.none, text: words.identities.noneText }}
    />
  )
}

import { z } from 'zod'
import { as, type Tx } from '../../database/actor.ts'
import type { SignedIn, Visit } from '../../house.ts'
import { moment } from '../../languages/format.ts'
import { factorsWords } from '../../languages/messages/factors.ts'
import { accessWords } from '../../languages/messages/people-access.ts'
import { isSecure, page, redirect } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, bindFields, Form, TelephoneField, TextField } from '../../web/parts/form.tsx'
import { DataTable } from '../../web/parts/table.tsx'
import { Facts, PageHead } from '../../web/parts/text.tsx'
import { forbidden } from '../../web/refusal.ts'
import { sessionHeader } from '../session.ts'
import { listOwnSessions, ownDetails, removeOwnSessions, saveOwnDetails } from '../store/account.ts'
import { listRights } from '../store/rights.ts'
import { namedSpaces } from '../store/spaces.ts'
import { LanguageField, namesSchema, wordsFor } from './form-parts.tsx'
import { RightsTable } from './rights-table.tsx'

const schema = namesSchema.omit({ email: true }).extend({ telephone: z.string().trim().max(200, 'tooLong') })

export async function showAccount(visit: Visit): Promise<Response> {
  return accountPage(visit, null, {})
}

export async function saveAccount(visit: Visit): Promise<Response> {
  const me = whoIs(visit)
  const { typed } = await readForm(visit.request)
  const checked = check(schema, { telephone: '', ...typed })
  if (!checked.ok) return accountPage(visit, typed, checked.errors)
  await as(visit.house.db, visit.actor, tx => saveOwnDetails(tx, me.personId, checked.value))
  const { words } = wordsFor(visit)
  return redirect(visit, `/${visit.locale}/account`, { tone: 'done', text: words.account.saved })
}

export async function endSessions(visit: Visit): Promise<Response> {
  const me = whoIs(visit)
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const which = textOf(typed, 'session')
  await as(visit.house.db, visit.actor, tx => removeOwnSessions(tx, me.personId, which === 'all' ? null : which))
  if (which !== 'all' && which !== me.sessionId) {
    return redirect(visit, `/${visit.locale}/account`, { tone: 'done', text: words.account.ended })
  }
  visit.headers.append('set-cookie', sessionHeader('', isSecure(visit)))
  const text = which === 'all' ? words.account.allEnded : words.account.ended
  return redirect(visit, `/${visit.locale}/sign-in`, { tone: 'done', text })
}

function whoIs(visit: Visit): SignedIn {
  if (!visit.signedIn) throw forbidden()
  return visit.signedIn
}

async function accountPage(visit: Visit, typed: Typed | null, errors: FieldErrors): Promise<Response> {
  const me = whoIs(visit)
  const { t, words } = wordsFor(visit)
  const access = accessWords[visit.locale]
  const ways = factorsWords[visit.locale].account
  const known = await as(visit.house.db, visit.actor, tx => readAll(tx, visit, me.personId))
  const said = inWords(words.errors, errors)
  const field = bindFields(t, typed ?? known.details, said)
  const failed = typed !== null
  return page(
    visit,
    layout(
      visit,
      { title: words.account.title, office: true, failed },
      <div class="stack">
        <PageHead title={words.account.title} />
        <h2>{words.account.own}</h2>
        <div class="stack measure">
          <Facts facts={[{ term: words.fields.email, value: <span dir="ltr">{me.email}</span> }]} />
          <p class="small">{words.account.emailFixed}</p>
          <Form t={t} action={`/${visit.locale}/account`} errors={said}>
            <TextField {...field('givenName')} label={words.fields.givenName} autocomplete="given-name" />
            <TextField {...field('familyName')} label={words.fields.familyName} autocomplete="family-name" />
            <TelephoneField {...field('telephone')} label={words.fields.telephone} optional />
            <LanguageField field={field('language')} label={words.fields.language} locale={visit.locale} />
            <Buttons>
              <Button>{words.account.save}</Button>
            </Buttons>
          </Form>
        </div>
        <h2>{words.account.rights}</h2>
        <RightsTable
          visit={visit}
          rights={known.rights}
          spaces={known.spaces}
          own
          address={`/${visit.locale}/account`}
          empty={{ title: words.account.noRights, text: words.account.noRightsNext }}
        />
        {known.rights.length > 0 ? (
          <ul>
            {[...new Set(known.rights.map(right => right.role))].map(role => (
              <li>
                <strong>{access.roles[role]}</strong> – {access.explain[role]}
              </li>
            ))}
          </ul>
        ) : null}
        <h2>{ways.title}</h2>
        <p>
          {ways.text} <a href={`/${visit.locale}/account/second-factor`}>{ways.link}</a>
        </p>
        <h2>{words.account.sessions}</h2>
        <Sessions visit={visit} sessions={known.sessions} current={me.sessionId} />
      </div>,
    ),
    failed ? 422 : 200,
  )
}

type Session = Awaited<ReturnType<typeof listOwnSessions>>[number]

function Sessions({ visit, sessions, current }: { visit: Visit; sessions: readonly Session[]; current: string }) {
  const { t, words } = wordsFor(visit)
  const at = (instant: Temporal.Instant) => moment(visit.locale, instant, 'UTC')
  const action = `/${visit.locale}/account/sessions`
  return (
    <div class="stack">
      <DataTable
        t={t}
        caption={words.account.sessions}
        quiet
        address={`/${visit.locale}/account`}
        rows={sessions}
        columns={[
          {
            key: 'session',
            heading: words.account.session,
            cell: row => (row.id === current ? words.account.thisOne : words.account.otherOne),
          },
          { key: 'since', heading: words.account.since, cell: row => at(row.created_at) },
          { key: 'seen', heading: words.account.lastSeen, cell: row => at(row.seen_at) },
          { key: 'until', heading: words.account.until, cell: row => at(row.expires_at) },
          {
            key: 'end',
            heading: words.account.end,
            cell: row => (
              <form method="post" action={action}>
                <input type="hidden" name="session" value={row.id} />
                <button type="submit" class="button secondary" aria-label={words.account.endOne(at(row.created_at))}>
                  {words.account.end}
                </button>
              </form>
            ),
          },
        ]}
        empty={{ title: words.account.sessions, text: words.account.utc }}
      />
      <p class="small">{words.account.utc}</p>
      <Form t={t} action={action} hidden={{ session: 'all' }} short>
        <p class="hint">{words.account.endAllHint}</p>
        <Buttons>
          <Button kind="secondary">{words.account.endAll}</Button>
        </Buttons>
      </Form>
    </div>
  )
}

async function readAll(tx: Tx, visit: Visit, personId: string) {
  const rights = (await listRights(tx, { personId, when: 'now' })).rows
  return {
    rights,
    details: await ownDetails(tx, personId),
    spaces: await namedSpaces(
      tx,
      visit.locale,
      rights.map(right => right.space_id),
    ),
    sessions: await listOwnSessions(tx, personId),
  }
}

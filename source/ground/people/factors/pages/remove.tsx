import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { page, redirect } from '../../../web/answer.ts'
import { layout } from '../../../web/layout.tsx'
import { Confirm } from '../../../web/parts/form.tsx'
import { notFound } from '../../../web/refusal.ts'
import { listIdentities, removeIdentity } from '../../oidc/store/identities.ts'
import { isUuid } from '../../rules/uuid.ts'
import { removeOwnFactor } from '../acts/remove-factor.ts'
import { listFactors } from '../store/authenticators.ts'
import { secondFactorRule } from '../store/rule.ts'
import { ownFactorsPath, showItFirst, whoIs, wordsFor } from './parts.tsx'

/** GET /:l/account/second-factor/remove/:id: what it means to remove one of one's own ways in. */
export async function askRemove(visit: Visit): Promise<Response> {
  const { t, words } = wordsFor(visit)
  const { factors, identity, factor, required } = await readOwn(visit)
  const first = showItFirst(visit, factors.length > 0)
  if (first) return first
  const last = factor !== undefined && factors.length === 1
  const title = identity
    ? words.remove.identityTitle(identity.issuer)
    : factor?.kind === 'totp'
      ? words.remove.appTitle
      : words.remove.passkeyTitle(factor?.name ?? '')
  const means = identity ? words.remove.identityText : words.remove.text
  return page(
    visit,
    layout(
      visit,
      { title, office: true },
      <Confirm
        t={t}
        title={title}
        text={[means, last ? (required ? words.remove.requiredText : words.remove.lastText) : ''].join(' ').trim()}
        action={`${ownFactorsPath(visit)}/remove/${visit.param('id')}`}
        cancel={ownFactorsPath(visit)}
        button={words.remove.button}
      />,
    ),
  )
}

export async function sendRemove(visit: Visit): Promise<Response> {
  const me = whoIs(visit)
  const { factors, identity } = await readOwn(visit)
  const first = showItFirst(visit, factors.length > 0)
  if (first) return first
  if (identity) await as(visit.house.db, visit.actor, tx => removeIdentity(tx, me.personId, identity.id))
  else if ((await removeOwnFactor(visit.house, me.personId, visit.param('id'))) === null) throw notFound()
  return redirect(visit, ownFactorsPath(visit), { tone: 'done', text: wordsFor(visit).words.remove.done })
}

/** @throws Refusal `not-found` when the person has no way in with this id */
async function readOwn(visit: Visit) {
  const me = whoIs(visit)
  const id = visit.param('id')
  if (!isUuid(id)) throw notFound()
  const own = await as(visit.house.db, visit.actor, async tx => ({
    factors: await listFactors(tx, me.personId),
    identities: await listIdentities(tx, me.personId),
    required: (await secondFactorRule(tx)) === 'required' && me.may.size > 0,
  }))
  const factor = own.factors.find(one => one.id === id)
  const identity = own.identities.find(one => one.id === id)
  if (!factor && !identity) throw notFound()
  return { ...own, factor, identity }
}

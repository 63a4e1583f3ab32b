import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { page, redirect } from '../../../web/answer.ts'
import { layout } from '../../../web/layout.tsx'
import { Button, Buttons, Form } from '../../../web/parts/form.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { notFound } from '../../../web/refusal.ts'
import { isUuid } from '../../rules/uuid.ts'
import { fullName } from '../../store/persons.ts'
import { resetFactors } from '../acts/reset-factors.ts'
import { listFactors } from '../store/authenticators.ts'
import { showItFirst, whoIs, wordsFor } from './parts.tsx'

/** GET /:l/administration/people/:id/second-factor: what it means to take a colleague's second factor away. */
export async function askReset(visit: Visit): Promise<Response> {
  const { t, words } = wordsFor(visit)
  const first = await firstShown(visit)
  if (first) return first
  const id = visit.param('id')
  const someone = await as(visit.house.db, visit.actor, tx =>
    tx
      .selectFrom('person')
      .select(['given_name', 'family_name', 'email'])
      .where('id', '=', id)
      .where('erased_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!someone) throw notFound()
  const title = words.reset.title(fullName(someone) || (someone.email ?? ''))
  return page(
    visit,
    layout(
      visit,
      { title, office: true },
      <div class="stack measure">
        <PageHead title={title} lead={words.reset.text} />
        {someone.email ? <p dir="ltr">{someone.email}</p> : null}
        <p>{words.reset.noted}</p>
        <Form t={t} action={visit.url.pathname} short>
          <Buttons>
            <Button kind="danger">{words.reset.button}</Button>
            <a href={`/${visit.locale}/administration/security`}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
  )
}

export async function sendReset(visit: Visit): Promise<Response> {
  const { words } = wordsFor(visit)
  const first = await firstShown(visit)
  if (first) return first
  const outcome = await resetFactors(visit.house, visit.actor, visit.param('id'))
  const flash = {
    reset: { tone: 'done', text: words.reset.done },
    none: { tone: 'note', text: words.reset.none },
    own: { tone: 'problem', text: words.reset.own },
  } as const
  return redirect(visit, `/${visit.locale}/administration/security`, flash[outcome])
}

/** An administrator who has a second factor has shown it lately: this opens somebody else's account to their mail alone. */
async function firstShown(visit: Visit): Promise<Response | null> {
  if (!isUuid(visit.param('id'))) throw notFound()
  const me = whoIs(visit)
  const own = await as(visit.house.db, visit.actor, tx => listFactors(tx, me.personId))
  return showItFirst(visit, own.length > 0)
}

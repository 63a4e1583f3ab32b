import type { Visit } from '../../house.ts'
import { page } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, Form, LinkButton } from '../../web/parts/form.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { isFirstLinkOpen, makeFirstAdministrator } from '../acts/first-administrator.ts'
import { openSession } from '../session.ts'
import { NamesFields, namesSchema, wordsFor } from './form-parts.tsx'
import { enter } from './sign-in.tsx'

export async function showFirst(visit: Visit): Promise<Response> {
  if (!(await isFirstLinkOpen(visit.house, visit.param('token')))) return closed(visit)
  return firstPage(visit, {}, {})
}

export async function becomeFirst(visit: Visit): Promise<Response> {
  const { house } = visit
  const token = visit.param('token')
  if (!(await isFirstLinkOpen(house, token))) return closed(visit)
  const { typed } = await readForm(visit.request)
  const checked = check(namesSchema, typed)
  if (!checked.ok) return firstPage(visit, typed, checked.errors, 422)
  const { words } = wordsFor(visit)
  const personId = await makeFirstAdministrator(house, token, checked.value, words.first.reason)
  if (personId === null) return closed(visit)
  const session = await openSession(house.db, personId)
  return enter(visit, session, `/${checked.value.language}/setup`, words.first.done)
}

function firstPage(visit: Visit, typed: Typed, errors: FieldErrors, status = 200) {
  const { t, words } = wordsFor(visit)
  const said = inWords(words.errors, errors)
  visit.headers.set('cache-control', 'no-store')
  return page(
    visit,
    layout(
      visit,
      { title: words.first.title, failed: status !== 200, noIndex: true },
      <div class="stack measure">
        <PageHead title={words.first.title} lead={words.first.lead} />
        <Form t={t} action={visit.url.pathname} errors={said}>
          <NamesFields visit={visit} typed={typed} errors={said} own />
          <Buttons>
            <Button>{words.first.button}</Button>
          </Buttons>
        </Form>
      </div>,
    ),
    status,
  )
}

function closed(visit: Visit) {
  const { words } = wordsFor(visit)
  return page(
    visit,
    layout(
      visit,
      { title: words.first.closed, noIndex: true },
      <div class="stack measure">
        <PageHead title={words.first.closed} lead={words.first.closedText} />
        <p>
          <LinkButton href={`/${visit.locale}/sign-in`}>{words.signIn.title}</LinkButton>
        </p>
      </div>,
    ),
    410,
  )
}

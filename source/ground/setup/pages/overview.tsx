import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { endFirstVisit, readInstallation } from '../store/installation.ts'
import { progressOf, setupPath, steps, wordsFor } from './steps.tsx'

/** GET /:l/setup */
export async function showSteps(visit: Visit): Promise<Response> {
  const words = wordsFor(visit)
  const { done, installation } = await progressOf(visit)
  const next = steps.find(step => !done.has(step))
  return page(
    visit,
    layout(
      visit,
      { title: words.title, office: true },
      <div class="stack measure">
        <PageHead title={words.title} lead={words.lead} kicker={words.progress(done.size, steps.length)} />
        <ol class="first-steps">
          {steps.map(step => (
            <li>
              <div>
                {step === 'you' ? (
                  <strong>{words.steps.you.title}</strong>
                ) : (
                  <a href={setupPath(visit, step)}>{words.steps[step].title}</a>
                )}{' '}
                <span class="word">({done.has(step) ? words.done : words.toDo})</span>
                <p class="small">{words.steps[step].text}</p>
              </div>
            </li>
          ))}
        </ol>
        {next ? (
          <p class="buttons">
            <LinkButton href={setupPath(visit, next)}>{words.open(words.steps[next].title)}</LinkButton>
          </p>
        ) : null}
        {installation.setUpAt === null ? (
          <Form t={parts[visit.locale]} action={setupPath(visit, 'end')} short>
            <p class="small">{words.endText}</p>
            <Buttons>
              <Button kind="secondary">{words.end}</Button>
            </Buttons>
          </Form>
        ) : null}
      </div>,
    ),
  )
}

/** POST /:l/setup/end */
export async function leave(visit: Visit): Promise<Response> {
  await readForm(visit.request)
  await as(visit.house.db, visit.actor, endFirstVisit)
  return redirect(visit, `/${visit.locale}/desk`, { tone: 'done', text: wordsFor(visit).ended })
}

/** On the home page of whoever administers, until the first visit is over. */
export async function setupCard(visit: Visit) {
  if (!may(visit, 'administer')) return null
  const { setUpAt } = await as(visit.house.db, visit.actor, readInstallation)
  if (setUpAt !== null || visit.house.settings.mode === 'demo') return null
  const { card } = wordsFor(visit)
  return (
    <section class="note plain" aria-labelledby="first-visit">
      <h2 id="first-visit">{card.title}</h2>
      <p>{card.text}</p>
      <p class="buttons">
        <LinkButton href={setupPath(visit)}>{card.button}</LinkButton>
      </p>
    </section>
  )
}

import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, MultilingualText, Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { projectsWords } from '../../messages/projects.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeRecord } from '../acts/remove-record.ts'
import { isPastItsEnd } from '../rules/publishing.ts'
import { type OneProject, readProject } from '../store/one-project.ts'
import { Named } from './parts.tsx'
import { Money, Parties, Places, Themes } from './project-parts.tsx'
import { Missing, Ties } from './project-ties.tsx'

/** A project of the address, as this visitor may see it. @throws Refusal `not-found` */
async function projectIn(visit: Visit, memory: Memory): Promise<OneProject> {
  const id = idIn(visit)
  const project = await reading(visit, memory, tx => readProject(tx, memory.id, id, visit.locale, memory.day))
  if (!project) throw notFound()
  return project
}

/** GET /:l/territories/:slug/projects/:id: one project, with all that belongs to it. */
export async function showProject(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const project = await projectIn(visit, memory)
  const words = projectsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const title = project.title?.text ?? project.identifier ?? words.untitled
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: project.title ? <Multilingual t={t} locale={locale} shown={project.title} /> : title,
      section: 'projects',
    },
    <>
      <State visit={visit} memory={memory} project={project} />
      {memory.inside ? (
        <Buttons>
          {memory.edits ? <LinkButton href={at(`/projects/${project.id}/edit`)}>{words.edit}</LinkButton> : null}
          <a href={at(`/records/activity/${project.id}`)}>{words.history}</a>
          {memory.edits ? <a href={at(`/projects/${project.id}/remove`)}>{words.remove}</a> : null}
        </Buttons>
      ) : null}
      {project.description ? <MultilingualText t={t} locale={locale} shown={project.description} /> : null}
      <Parties visit={visit} memory={memory} project={project} />
      <Places visit={visit} memory={memory} project={project} />
      <Themes visit={visit} memory={memory} project={project} />
      <Money visit={visit} memory={memory} project={project} />
      <Ties visit={visit} memory={memory} project={project} />
      {memory.inside ? <Missing visit={visit} memory={memory} project={project} /> : null}
    </>,
  )
}

function State({ visit, memory, project }: { visit: Visit; memory: Memory; project: OneProject }) {
  const { locale } = visit
  const words = projectsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const facts: { term: string; value: Child }[] = [{ term: words.status, value: words.statuses[project.status] }]
  const add = (term: string, there: unknown, value: () => Child) => {
    if (there) facts.push({ term, value: value() })
  }
  for (const day of ['plannedStart', 'actualStart', 'plannedEnd', 'actualEnd'] as const)
    add(words[day], project[day], () => edtfInWords(locale, project[day] ?? ''))
  add(words.scope, project.scope, () => words.scopes[project.scope ?? '1'])
  add(words.identifier, project.identifier, () => project.identifier)
  const { relationship, parent } = project
  add(words.relationship, relationship, () => (
    <a href={at(`/relationships/${relationship?.id}`)}>
      <Named locale={locale} name={relationship?.name ?? null} otherwise={words.untitled} />
    </a>
  ))
  add(words.parent, parent, () => (
    <a href={at(`/projects/${parent?.id}`)}>
      <Named locale={locale} name={parent?.name ?? null} otherwise={words.untitled} />
    </a>
  ))
  add(fieldsWords[locale].circle, memory.inside, () => memoryWords[locale].circles[project.visibility])
  return (
    <>
      {isPastItsEnd(project, memory.day.toString()) ? (
        <Note>
          <p>{words.pastItsEndNote(words.statuses[project.status], edtfInWords(locale, project.plannedEnd ?? ''))}</p>
        </Note>
      ) : null}
      <Facts facts={facts} />
    </>
  )
}

/** GET …/projects/:id/remove */
export async function showRemoveProject(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const project = await projectIn(visit, memory)
  const { removal, untitled } = projectsWords[visit.locale]
  return confirmPage(visit, memory, {
    section: 'projects',
    title: removal.title(project.title?.text ?? project.identifier ?? untitled),
    told: [removal.text, removal.instead].map(text => <p>{text}</p>),
    button: removal.button,
    back: `/projects/${project.id}`,
  })
}

/** POST …/projects/:id/remove */
export async function sendRemoveProject(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/projects')
  await removeRecord(visit.house, withWhy(visit, sent, 'why-removed'), {
    kind: 'project',
    at: { space: memory.id, parent: null, id: idIn(visit) },
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: projectsWords[visit.locale].removal.done })
}

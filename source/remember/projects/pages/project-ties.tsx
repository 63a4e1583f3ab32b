import type { Child } from 'hono/jsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { projectsWords } from '../../messages/projects.ts'
import { addressIn } from '../../pages/memory.ts'
import { whatIsLacking } from '../rules/publishing.ts'
import type { ProjectMention } from '../store/one-project.ts'
import { Named } from './parts.tsx'
import { type Given, Section } from './project-parts.tsx'

/** What hangs on it: sub-projects, who answers for it, and what tells of it. */
export function Ties({ visit, memory, project }: Given) {
  const { locale } = visit
  const words = projectsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const about = `about=activity:${project.id}`
  const list = (title: string, folder: string, rows: readonly ProjectMention[], add: Child = null) =>
    rows.length === 0 && !add ? null : (
      <Section title={title}>
        <ul>
          {rows.map(row => (
            <li>
              <a href={at(`/${folder}/${row.id}`)}>
                <Named locale={locale} name={row.name} otherwise={words.untitled} />
              </a>
              {row.during ? <span class="small"> – {edtfInWords(locale, row.during)}</span> : null}
            </li>
          ))}
        </ul>
        {add ? <p>{add}</p> : null}
      </Section>
    )
  return (
    <>
      {project.below.length === 0 ? null : (
        <Section title={words.below}>
          <ul>
            {project.below.map(one => (
              <li>
                <a href={at(`/projects/${one.id}`)}>
                  <Named locale={locale} name={one.name} otherwise={words.untitled} />
                </a>
                <span class="small"> – {words.statuses[one.status]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {memory.inside || project.duties.length > 0 ? (
        <Section
          title={words.duties}
          add={memory.edits ? { href: at(`/services/new?project=${project.id}`), label: words.addDuty } : null}
        >
          {project.duties.length === 0 ? <p>{words.noDuties}</p> : null}
          <ul>
            {project.duties.map(duty => (
              <li>
                <Named locale={locale} name={duty.name} otherwise={words.notNamed} />
                <span class="small">
                  {' – '}
                  {[words.dutyRoles[duty.role as 'leads'], duty.contact].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {list(
        words.journal,
        'journal',
        project.journal,
        memory.edits ? <a href={at(`/journal/new?${about}`)}>{words.writeDown}</a> : null,
      )}
      {list(words.decisions, 'decisions', project.decisions)}
      {list(words.documents, 'documents', project.documents)}
      {list(words.notes, 'notes', project.notes)}
    </>
  )
}

/** What keeps it from being published in IATI, told to those inside. */
export function Missing({ visit, memory, project }: Given) {
  const words = projectsWords[visit.locale]
  const missing = whatIsLacking(
    {
      ...project,
      title: project.title !== null,
      description: project.description !== null,
      parties: project.parties.length,
      countries: project.places.flatMap(({ country, percentage }) =>
        country === null ? [] : [{ country, percentage }],
      ),
      sectors: project.themes.filter(theme => theme.vocabulary === 'sector'),
      markers: project.themes.flatMap(({ vocabulary, significance }) =>
        vocabulary === 'marker' ? [significance] : [],
      ),
      ownThemes: project.themes.filter(theme => theme.vocabulary === 'own').length,
    },
    memory.day.toString(),
  )
  return (
    <Section title={words.toPublish}>
      {missing.length === 0 ? (
        <p>{words.nothingMissing}</p>
      ) : (
        <>
          <p class="small">{words.toPublishHint}</p>
          <ul>
            {missing.map(lack => (
              <li>{words.lacks[lack]}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

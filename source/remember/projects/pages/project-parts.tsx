import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { memoryWords } from '../../messages/memory.ts'
import { projectsWords } from '../../messages/projects.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { themeInWords, themeLists } from '../acts/theme-in-words.ts'
import { vocabularies } from '../rules/codes.ts'
import type { OneProject, ProjectMoney, ProjectParty } from '../store/one-project.ts'
import { shortened } from '../store/part-fields.ts'
import { amountInWords, Named, shareInWords } from './parts.tsx'
import { TotalsTable } from './totals.tsx'

export type Given = { visit: Visit; memory: Memory; project: OneProject }

/** A part of the page of a project, with what can be added to it. */
export function Section(props: { title: string; add?: { href: string; label: string } | null; children?: Child }) {
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      {props.children}
      {props.add ? (
        <p>
          <a href={props.add.href}>{props.add.label}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Who takes part, part by part. */
export function Parties({ visit, memory, project }: Given) {
  const { locale } = visit
  const words = projectsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const nameOf = (party: ProjectParty) =>
    party.organisation === null ? memory.name : (party.organisation.name?.text ?? words.notNamed)
  return (
    <Section
      title={words.organisations}
      add={
        memory.edits ? { href: at(`/projects/${project.id}/organisations/new`), label: words.addOrganisation } : null
      }
    >
      {project.parties.length === 0 ? <p>{words.noOrganisations}</p> : null}
      <ul>
        {project.parties.map(party => (
          <li>
            {party.organisation?.name && memory.inside ? (
              <a href={at(`/actors/${party.organisation.id}`)}>
                <Named locale={locale} name={party.organisation.name} otherwise={words.notNamed} />
              </a>
            ) : party.organisation?.name ? (
              <Named locale={locale} name={party.organisation.name} otherwise={words.notNamed} />
            ) : (
              nameOf(party)
            )}
            <span class="small"> – {words.roles[party.role]}</span>
            {memory.edits ? (
              <>
                {' '}
                <ChangeLink
                  href={at(`/projects/${project.id}/organisations/${party.id}`)}
                  words={words}
                  what={`${nameOf(party)}, ${words.roles[party.role]}`}
                />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ChangeLink(props: {
  href: string
  words: { change: (what: string) => string; changeShort: string }
  what: string
}) {
  return (
    <a href={props.href} class="small" aria-label={props.words.change(props.what)}>
      {props.words.changeShort}
    </a>
  )
}

/** Where it is done. */
export function Places({ visit, memory, project }: Given) {
  const { locale } = visit
  const words = projectsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const lines = project.places.map(place => ({
    id: place.id,
    text: [place.name, place.country ? countryName(locale, place.country) : null].filter(Boolean).join(', '),
    more: [
      place.latitude === null ? '' : `${shortened(place.latitude)}, ${shortened(place.longitude ?? '')}`,
      place.percentage === null ? '' : shareInWords(locale, place.percentage),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <Section
      title={words.places}
      add={memory.edits ? { href: at(`/projects/${project.id}/places/new`), label: words.addPlace } : null}
    >
      {lines.length === 0 ? <p>{words.noPlaces}</p> : null}
      <ul>
        {lines.map(line => (
          <li>
            {line.text}
            {line.more ? <span class="small"> – {line.more}</span> : null}
            {memory.edits ? (
              <>
                {' '}
                <ChangeLink href={at(`/projects/${project.id}/places/${line.id}`)} words={words} what={line.text} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What it is about, list by list. */
export function Themes({ visit, memory, project }: Given) {
  const { locale } = visit
  const words = projectsWords[locale]
  const title = themeLists(locale)
  const href = addressIn(visit, memory, `/projects/${project.id}/themes`)
  return (
    <Section title={words.themes} add={memory.edits ? { href, label: words.changeThemes } : null}>
      {project.themes.length === 0 ? <p>{words.noThemes}</p> : null}
      {vocabularies.map(vocabulary => {
        const those = project.themes.filter(theme => theme.vocabulary === vocabulary)
        return those.length === 0 ? null : (
          <>
            <h3>{title[vocabulary]}</h3>
            <ul>
              {those.map(theme => (
                <li>
                  {themeInWords(locale, theme)}
                  {theme.percentage === null ? '' : `, ${shareInWords(locale, theme.percentage)}`}
                </li>
              ))}
            </ul>
          </>
        )
      })}
    </Section>
  )
}

/** Each amount, and their totals by kind and currency. */
export function Money({ visit, memory, project }: Given) {
  const { locale } = visit
  const words = projectsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const named = (one: ProjectMoney['provider']) =>
    one === null ? '' : <Named locale={locale} name={one.name} otherwise={words.notNamed} />
  const period = ({ periodStart, periodEnd }: ProjectMoney) =>
    periodStart || periodEnd ? [periodStart, periodEnd].map(day => (day ? dayOf(locale, day) : '…')).join(' – ') : '–'
  return (
    <Section
      title={words.money}
      add={memory.edits ? { href: at(`/projects/${project.id}/money/new`), label: words.addMoney } : null}
    >
      {project.money.length === 0 ? (
        <p>{words.noMoney}</p>
      ) : (
        <>
          <TotalsTable locale={locale} caption={words.totals} totals={project.totals} />
          <p class="small">{words.totalsHint}</p>
          <DataTable<ProjectMoney>
            t={parts[locale]}
            caption={words.money}
            quiet
            address=""
            rows={project.money}
            {...(memory.edits ? { rowLink: row => at(`/projects/${project.id}/money/${row.id}`) } : {})}
            columns={[
              {
                key: 'kind',
                heading: words.moneyKind,
                cell: row => `${words.moneyKinds[row.kind]}, ${dayOf(locale, row.valueDate)}`,
              },
              {
                key: 'amount',
                heading: words.amount,
                kind: 'number',
                cell: row => (
                  <>
                    {amountInWords(locale, row.value, row.currency)}
                    {row.atMost < project.visibility ? (
                      <span class="small"> ({memoryWords[locale].circles[row.atMost]})</span>
                    ) : null}
                  </>
                ),
              },
              { key: 'period', heading: words.period, cell: period },
              { key: 'provider', heading: words.provider, cell: row => named(row.provider) || '–' },
              { key: 'receiver', heading: words.receiver, cell: row => named(row.receiver) || '–' },
              ...(project.money.some(row => row.description)
                ? [
                    {
                      key: 'remark',
                      heading: words.remark,
                      cell: (row: ProjectMoney) => <span dir="auto">{row.description ?? '–'}</span>,
                    },
                  ]
                : []),
            ]}
            empty={{ title: words.noMoney, text: '' }}
          />
        </>
      )}
    </Section>
  )
}

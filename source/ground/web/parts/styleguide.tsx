import type { Child } from 'hono/jsx'
import type { Locale } from '#ground/languages/locales.ts'
import type { ErrorStatus, PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { Programme, type ProgrammeSlot } from './programme.tsx'
import { ButtonSamples, ChoiceSamples, FieldSamples, StaleSample } from './styleguide-fields.tsx'
import { Sample, specimens } from './styleguide-sample.tsx'
import { DataTable } from './table.tsx'
import {
  Card,
  EmptyPage,
  Facts,
  Figures,
  Flashes,
  Meter,
  Multilingual,
  MultilingualText,
  Note,
  PageHead,
  Paragraphs,
  Region,
  State,
} from './text.tsx'

type Given = { t: PartsMessages; locale: Locale }

/** Every component in each of its states, in the reader's language: to look at, to test, to choose from. */
export function Styleguide({ t, locale }: Given) {
  const { sections, title, lead } = t.styleguide
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div class="stack">
        <Part title={sections.text}>
          <TextSamples t={t} locale={locale} />
        </Part>
        <Part title={sections.fields}>
          <FieldSamples t={t} />
        </Part>
        <Part title={sections.choices}>
          <ChoiceSamples t={t} pageLanguage={locale} />
        </Part>
        <Part title={sections.buttons}>
          <ButtonSamples t={t} />
        </Part>
        <Part title={sections.table}>
          <TableSamples t={t} />
        </Part>
        <Part title={sections.places}>
          <PlaceSamples t={t} />
        </Part>
        <Part title={sections.programme}>
          <ProgrammeSamples t={t} locale={locale} />
        </Part>
        <Part title={sections.messages}>
          <MessageSamples t={t} />
        </Part>
        <Part title={sections.stale}>
          <StaleSample t={t} />
        </Part>
        <Part title={sections.errors}>
          <ErrorSamples t={t} />
        </Part>
      </div>
    </>
  )
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function TextSamples({ t, locale }: Given) {
  const { states, sample } = t.styleguide
  const other: Locale = locale === 'fr' ? 'es' : 'fr'
  const inOther = { fr: 'Vers une action internationale durable', es: 'Hacia una acción internacional sostenible' }[
    other
  ]
  return (
    <>
      <Sample title={states.plain}>
        <div class="prose">
          <Paragraphs text={`${sample.paragraph}\n\n${sample.nobodyNext}`} />
        </div>
      </Sample>
      <Sample title={states.missingLanguage}>
        <p class="lead">
          <Multilingual t={t} locale={locale} shown={{ text: inOther, language: other }} />
        </p>
        <MultilingualText t={t} locale={locale} shown={{ text: sample.paragraph, language: locale, stale: true }} />
      </Sample>
      <Sample title={states.rightToLeft}>
        <div class="prose">
          <Paragraphs text={specimens.rightToLeft} />
        </div>
      </Sample>
      <Sample title={states.longWord}>
        <Card title={sample.seminar}>
          <Facts facts={[{ term: sample.person, value: specimens.longWord }]} />
        </Card>
      </Sample>
    </>
  )
}

function TableSamples({ t }: { t: PartsMessages }) {
  const { states, sample } = t.styleguide
  const rows = [
    {
      id: 1,
      name: specimens.person,
      region: 'america' as const,
      kind: 'ok' as const,
      state: sample.confirmed,
      places: 2,
    },
    {
      id: 2,
      name: specimens.other,
      region: 'europe' as const,
      kind: 'waiting' as const,
      state: sample.waiting,
      places: 1,
    },
    {
      id: 3,
      name: specimens.emoji,
      region: 'other' as const,
      kind: 'neutral' as const,
      state: sample.toExamine,
      places: 1,
    },
    {
      id: 4,
      name: specimens.longWord,
      region: 'europe' as const,
      kind: 'no' as const,
      state: sample.refused,
      places: 0,
    },
  ]
  const list = {
    t,
    address: 'styleguide',
    columns: [
      { key: 'name', heading: sample.person, sortable: true, cell: (row: (typeof rows)[number]) => row.name },
      {
        key: 'region',
        heading: sample.region,
        cell: (row: (typeof rows)[number]) => <Region t={t} region={row.region} />,
      },
      {
        key: 'state',
        heading: sample.state,
        sortable: true,
        cell: (row: (typeof rows)[number]) => <State kind={row.kind}>{row.state}</State>,
      },
      {
        key: 'places',
        heading: sample.places,
        kind: 'number' as const,
        cell: (row: (typeof rows)[number]) => row.places,
      },
    ],
    empty: { title: sample.nobody, text: sample.nobodyNext, action: { href: '#content', label: sample.seminar } },
  }
  return (
    <>
      <Sample title={states.filled}>
        <DataTable
          {...list}
          caption={sample.person}
          rows={rows}
          rowLink={row => `#row-${row.id}`}
          sorting={{ key: 'name', descending: false }}
          paging={{ page: 3, pages: 12, size: 4, total: 46 }}
          filters={[
            { name: 'q', label: sample.person, value: '' },
            { name: 'state', label: sample.state, value: '', choices: [{ value: '', label: sample.all }] },
          ]}
        />
      </Sample>
      <Sample title={sample.nobody}>
        <DataTable {...list} caption={sample.person} rows={[]} />
      </Sample>
    </>
  )
}

function PlaceSamples({ t }: { t: PartsMessages }) {
  const { states, sample } = t.styleguide
  const shared = [
    { region: 'europe' as const, count: 77 },
    { region: 'america' as const, count: 65 },
  ]
  return (
    <>
      <Sample title={states.plain}>
        <div class="form">
          <Meter t={t} taken={142} capacity={200} regions={shared} />
          <Meter t={t} taken={0} capacity={200} />
          <Meter t={t} taken={200} capacity={200} />
          <Meter t={t} taken={3} capacity={null} />
        </div>
      </Sample>
      <Sample title={sample.state}>
        <Figures
          figures={[
            { label: sample.confirmed, value: '142', of: '200' },
            { label: sample.toExamine, value: '11', href: '#content' },
            { label: sample.waiting, value: '23', explain: sample.confirmText },
          ]}
        />
        <p class="buttons">
          <State kind="ok">{sample.confirmed}</State> <State kind="waiting">{sample.waiting}</State>{' '}
          <State kind="no">{sample.refused}</State> <State kind="neutral">{sample.toExamine}</State>
        </p>
        <ul class="seats">
          {(['america', 'europe', 'other'] as const).flatMap(region => [
            <li>
              <Region t={t} region={region} seat />
            </li>,
            <li>
              <Region t={t} region={region} seat pending />
            </li>,
          ])}
        </ul>
      </Sample>
    </>
  )
}

function ProgrammeSamples({ t, locale }: Given) {
  const { sample } = t.styleguide
  const own = (text: string) => ({ text, language: locale })
  const nobody = { moderators: [], coordination: [] }
  const slots: ProgrammeSlot[] = [
    { key: 'a', kind: 'welcome', from: '9:30', to: '9:40', title: own(sample.saved), themes: [], ...nobody },
    {
      ...{ key: 'b', kind: 'part', part: 'I', from: '11:20', to: '13:20', title: own(sample.seminar) },
      themes: [own(sample.paragraph), { text: 'Regards croisés : deux rives', language: 'fr' }],
      moderators: ['AL-LAs'],
      coordination: [specimens.person, specimens.other],
      seats: [{ region: 'america' }, { region: 'europe', pending: true }],
    },
    { key: 'c', kind: 'talk', from: '15:00', to: '17:00', title: own(specimens.longWord), themes: [], ...nobody },
  ]
  return <Programme t={t} locale={locale} title={own(t.styleguide.sections.programme)} provisional slots={slots} />
}

function MessageSamples({ t }: { t: PartsMessages }) {
  const { sample, states } = t.styleguide
  return (
    <>
      <Flashes
        t={t}
        flashes={[
          { tone: 'done', text: sample.saved },
          { tone: 'note', text: sample.confirmText },
          { tone: 'problem', text: sample.nameError },
        ]}
      />
      <Note title={states.plain}>{sample.paragraph}</Note>
      <Note tone="warning">
        <p>{sample.confirmText}</p>
      </Note>
      <EmptyPage level={3} title={sample.nobody} text={sample.nobodyNext} />
    </>
  )
}

/** The words of each error page; the pages themselves are one at a time. */
function ErrorSamples({ t }: { t: PartsMessages }) {
  const statuses = Object.keys(t.errors).map(Number) as ErrorStatus[]
  return (
    <>
      {statuses.map(status => (
        <Sample title={String(status)}>
          <p class="lead">{t.errors[status].title}</p>
          <div class="prose">
            <Paragraphs text={t.errors[status].sentences.join('\n\n')} />
          </div>
        </Sample>
      ))}
    </>
  )
}

import { setTimeout as sleep } from 'node:timers/promises'
import { keepBackup } from '../backup/scheduled.ts'
import { as, job } from '../database/actor.ts'
import { examineHouse, type Finding } from '../doctor/index.ts'
import type { MenuEntry, Route, Visit } from '../house.ts'
import { shortMoment } from '../languages/format.ts'
import type { AdministrationMessages } from '../languages/messages/administration.en.ts'
import { administration } from '../languages/messages/administration.ts'
import { bytes } from '../languages/messages/administration-values.ts'
import { parts } from '../languages/messages/parts.ts'
import { page, redirect } from '../web/answer.ts'
import type { Flash } from '../web/flash.ts'
import { readForm } from '../web/form.ts'
import { layout } from '../web/layout.tsx'
import { Button, Buttons, Form } from '../web/parts/form.tsx'
import { Note } from '../web/parts/notices.tsx'
import { DataTable } from '../web/parts/table.tsx'
import { get, post } from '../web/route.ts'
import { alreadySent, newOnceKey, rememberSent } from '../web/sent-once.ts'
import { may } from '../web/visit.ts'
import { type BackupRun, lastBackups } from './backups.ts'
import { tell } from './words.ts'

const here = (visit: Visit) => `/${visit.locale}/administration`

/** Most installations are written within this time; a larger one goes on while the page already answers. */
const patience = 5000

async function showPage(visit: Visit): Promise<Response> {
  const t = administration[visit.locale]
  const [findings, runs] = await Promise.all([
    examineHouse(visit.house),
    as(visit.house.db, visit.actor, tx => lastBackups(tx)),
  ])
  const about = { title: t.title, office: true, breadcrumb: [{ label: t.title }] }
  return page(
    visit,
    layout(
      visit,
      about,
      <div class="stack">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Links visit={visit} t={t} />
        <Health visit={visit} t={t} findings={findings} />
        <Backups visit={visit} t={t} runs={runs} />
      </div>,
    ),
  )
}

type Part = { visit: Visit; t: AdministrationMessages }

function Links({ visit, t }: Part) {
  const places = {
    access: `${here(visit)}/access`,
    people: `${here(visit)}/people`,
    spaces: `${here(visit)}/spaces`,
    mails: `${here(visit)}/mails`,
    texts: `/${visit.locale}/desk/texts`,
    look: `/${visit.locale}/setup/look`,
    mailTest: `/${visit.locale}/setup/mail`,
  }
  return (
    <nav aria-labelledby="look-after" class="stack">
      <h2 id="look-after">{t.links.title}</h2>
      <ul>
        {(Object.keys(places) as (keyof typeof places)[]).map(place => (
          <li>
            <a href={places[place]}>{t.links[place]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Health({ visit, t, findings }: Part & { findings: readonly Finding[] }) {
  const told = findings.map(finding => tell(t, finding))
  // What needs somebody comes first.
  const rows = [...told.filter(one => !one.ok), ...told.filter(one => one.ok)]
  const ill = told.filter(one => !one.ok).length
  return (
    <section aria-labelledby="health" class="stack">
      <h2 id="health">{t.health.title}</h2>
      <Note tone={ill === 0 ? 'success' : 'problem'}>
        <p>{ill === 0 ? t.health.allWell(told.length) : t.health.someIll(ill, told.length)}</p>
      </Note>
      <DataTable
        t={parts[visit.locale]}
        caption={t.health.caption}
        address={here(visit)}
        rows={rows}
        columns={[
          { key: 'check', heading: t.health.check, cell: row => row.title },
          {
            key: 'found',
            heading: t.health.found,
            cell: row => (
              <>
                <strong>{row.ok ? t.health.well : t.health.ill}</strong>
                {' – '}
                {row.found}
                {row.advice === null ? null : <p>{row.advice}</p>}
              </>
            ),
          },
        ]}
        empty={{ title: t.health.title, text: '' }}
      />
    </section>
  )
}

function Backups({ visit, t, runs }: Part & { runs: readonly BackupRun[] }) {
  const words = t.backups
  const { locale } = visit
  return (
    <section aria-labelledby="backups" class="stack">
      <h2 id="backups">{words.title}</h2>
      <p class="measure">{words.lead}</p>
      <Form t={parts[locale]} action={`${here(visit)}/backups`} once={newOnceKey(visit.house.keys)} short>
        <Buttons>
          <Button kind="secondary">{words.now}</Button>
        </Buttons>
      </Form>
      <DataTable
        t={parts[locale]}
        caption={words.caption}
        address={here(visit)}
        rows={runs}
        columns={[
          { key: 'when', heading: words.when, cell: run => shortMoment(locale, run.startedAt, 'UTC') },
          {
            key: 'result',
            heading: words.result,
            cell: run => (run.error === null ? words.good : words.failed(run.error)),
          },
          { key: 'file', heading: words.file, cell: run => run.file ?? '–' },
          {
            key: 'size',
            heading: words.size,
            kind: 'number',
            cell: run => (run.bytes === null ? '–' : bytes(locale, run.bytes)),
          },
        ]}
        empty={words.none}
      />
    </section>
  )
}

async function backUpNow(visit: Visit): Promise<Response> {
  const { house } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  await as(house.db, job('forms'), tx => rememberSent(tx, sent.once, here(visit)))
  return redirect(visit, here(visit), await begin(visit))
}

/** Says what became of it when that is known soon; a longer one tells its end in the list and in the log. */
async function begin(visit: Visit): Promise<Flash> {
  const words = administration[visit.locale].backups
  const making = keepBackup(visit.house).then(
    ({ file, bytes }): Flash => ({ tone: 'done', text: words.made(file, bytes) }),
    (error): Flash => ({ tone: 'problem', text: words.notMade((error as Error).message) }),
  )
  return Promise.race([making, sleep(patience, { tone: 'note', text: words.begun } as const, { ref: false })])
}

export const administrationRoutes: readonly Route[] = [
  get('/:l/administration', 'administrators', showPage),
  post('/:l/administration/backups', 'administrators', backUpNow),
]

export const administrationMenu: readonly MenuEntry[] = [
  {
    place: 'office',
    path: '/administration',
    label: locale => administration[locale].menu,
    shownTo: visit => may(visit, 'administer'),
  },
]

import { readFile } from 'node:fs/promises'
import { disposition } from '#ground/files/rules/name.ts'
import type { House, Route, Visit } from '#ground/house.ts'
import { cityOfZone, hour, longDate } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { home } from '#ground/languages/messages/home.ts'
import { openSession, sessionHeader } from '#ground/people/session.ts'
import { programFolder } from '#ground/program.ts'
import { xlsxMediaType } from '#ground/sheets/index.ts'
import { json, page, redirect, text } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, LinkButton } from '#ground/web/parts/buttons.tsx'
import { Card, PageHead } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { get, post } from '#ground/web/route.ts'
import { sampleWorkbook } from '#remember/rules/sample.ts'
import { isMoment, type Moment, momentKeys } from './moments.ts'
import { aboutPerson, demoPersons, findDemoPerson, isDemoPerson, keptTerritory } from './persons.ts'

/** Where the seminar of the demo is held. */
const demoZone = 'Europe/Paris'

export type DemoStage = {
  /** Puts a fresh copy of a moment in the place of what visitors did. */
  jump: (moment: Moment) => Promise<void>
  seminarSlug: string
}

/** The addresses that only `npm run demo` has: the tour, one-click sign-in, and the jump between moments. */
export function demoRoutes(stage: DemoStage): Route[] {
  return [
    get('/:l/demo', 'everyone', visit => tour(visit, stage)),
    post('/demo/sign-in', 'everyone', signIn),
    post('/demo/moment', 'everyone', visit => jump(visit, stage)),
    get(sampleWorkbook, 'everyone', sendWorkbook),
  ]
}

/** The workbook of an invented office, to be tried on the page that reads spreadsheets. */
async function sendWorkbook(visit: Visit): Promise<Response> {
  const file = new Uint8Array(await readFile(new URL('samples/office-brecourt.xlsx', programFolder)))
  return text(visit, file, xlsxMediaType, { 'content-disposition': disposition('attachment', 'office-brecourt.xlsx') })
}

async function tour(visit: Visit, stage: DemoStage): Promise<Response> {
  const t = home[visit.locale].demo
  const body = (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <div class="stack">
        <section class="stack">
          <h2>{t.tourTitle}</h2>
          <h3>{t.tourSeminar}</h3>
          <Steps steps={t.tour} />
          <p class="buttons">
            <LinkButton href={`/${visit.locale}/seminars/${stage.seminarSlug}`}>{t.seminar}</LinkButton>
          </p>
          <h3>{t.tourMemory}</h3>
          <Steps steps={t.memoryTour} />
          <p class="buttons">
            <LinkButton href={`/${visit.locale}/territories/${keptTerritory}`}>{t.memory}</LinkButton>
          </p>
        </section>
        <section class="stack">
          <h2>{t.personsTitle}</h2>
          <p>{t.personsText}</p>
          <div class="cards">
            {demoPersons.map(key => {
              const about = aboutPerson[key]
              return (
                <Card title={`${about.given} ${about.family}`}>
                  <p>{t.persons[key]}</p>
                  <p class="small">
                    <span lang={about.language}>{nameOfLocale[about.language]}</span>
                  </p>
                  <form method="post" action="/demo/sign-in">
                    <input type="hidden" name="person" value={key} />
                    <input type="hidden" name="locale" value={visit.locale} />
                    <Buttons>
                      <Button kind="secondary">{t.enter(about.given)}</Button>
                    </Buttons>
                  </form>
                </Card>
              )
            })}
          </div>
        </section>
        <section class="stack">
          <h2>{t.momentsTitle}</h2>
          <p>{t.momentsText}</p>
          <ul class="entries">
            {momentKeys.map(key => (
              <li>
                <p class="kicker">{t.moments[key].when}</p>
                <form method="post" action="/demo/moment" class="close">
                  <input type="hidden" name="key" value={key} />
                  <input type="hidden" name="locale" value={visit.locale} />
                  <p>{t.moments[key].what}</p>
                  {key === 'closed' ? (
                    <p>
                      <a href={`/${visit.locale}/seminars/${stage.seminarSlug}/changes`}>{t.moments[key].changes}</a>
                    </p>
                  ) : null}
                  <Buttons>
                    <Button kind="secondary">{t.go}</Button>
                  </Buttons>
                </form>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
  return page(visit, layout(visit, { title: t.title, noIndex: true }, body))
}

const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol class="steps">
    {steps.map(step => (
      <li>{step}</li>
    ))}
  </ol>
)

async function signIn(visit: Visit): Promise<Response> {
  const sent = await read(visit)
  const locale = localeOf(sent.locale, visit)
  if (!isDemoPerson(sent.person)) throw new Refusal('unprocessable', home[locale].demo.unknown)
  const personId = await findDemoPerson(visit.house, sent.person)
  if (!personId) throw new Refusal('unprocessable', home[locale].demo.unknown)
  // One click, whatever a visitor has tried out on this person's account: the demonstration has nothing to keep.
  const { token } = await openSession(visit.house.db, personId, { secondFactor: true })
  visit.headers.append('set-cookie', sessionHeader(token, false))
  if (wantsJson(visit)) return json(visit, { person: sent.person })
  return redirect(visit, `/${locale}${aboutPerson[sent.person].opens ?? '/desk'}`)
}

async function jump(visit: Visit, stage: DemoStage): Promise<Response> {
  const sent = await read(visit)
  const locale = localeOf(sent.locale, visit)
  if (!isMoment(sent.key)) throw new Refusal('unprocessable', home[locale].demo.unknown)
  await stage.jump(sent.key)
  visit.headers.append('set-cookie', sessionHeader('', false))
  if (wantsJson(visit)) return json(visit, { moment: sent.key })
  return redirect(visit, `/${locale}/demo`, { tone: 'note', text: home[locale].demo.dropped })
}

/** Programs send JSON, the tour sends a form. */
async function read(visit: Visit): Promise<Record<string, unknown>> {
  try {
    if (wantsJson(visit)) return (await visit.request.json()) as Record<string, unknown>
    return Object.fromEntries(await visit.request.formData())
  } catch {
    throw new Refusal('unprocessable')
  }
}

const wantsJson = (visit: Visit) => (visit.request.headers.get('content-type') ?? '').includes('json')
const localeOf = (value: unknown, visit: Visit): Locale =>
  typeof value === 'string' && value in home ? (value as Locale) : visit.locale

/** Above every page of the demo: that it is one, and what its clock says, which goes on from the moment. */
export function banner(): NonNullable<House['banner']> {
  return visit => {
    const { house, locale } = visit
    const t = home[locale].demo
    const now = house.clock.now().toZonedDateTimeISO(demoZone)
    const said = `${longDate(locale, now.toPlainDate())}, ${hour(locale, now.toPlainTime())}`
    return (
      <>
        {t.banner(t.momentIn(said, cityOfZone(locale, demoZone)))} <a href={`/${visit.locale}/demo`}>{t.bannerLink}</a>
      </>
    )
  }
}

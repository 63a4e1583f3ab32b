import { programmeLanguages } from '#convene/messages/programme-languages.ts'
import { shownIn } from '#convene/programme/rules/shown.ts'
import { textsOfProgramme } from '#convene/programme/rules/texts.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Note, Words } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { publishLanguage, versionOfOffer } from '../acts/publish.ts'
import type { Fitting, LeftWhy } from '../rules/fitting.ts'
import { fittingIn, isOpen } from '../store/languages-of.ts'
import { languagePage } from './language-page.tsx'
import {
  deskOf,
  languageHere,
  languagesPath,
  programmeToTranslate,
  publishPath,
  type Translating,
  translatePath,
} from './languages-load.ts'

const whys: readonly LeftWhy[] = ['missing', 'other-original']

/** GET /:l/desk/seminars/:slug/programme/publish/:language: what would be published of the last version, and what would not. */
export async function showPublish(visit: Visit): Promise<Response> {
  return publishPage(visit, await programmeToTranslate(visit, 'edit'))
}

/** POST of the same: publishes it. */
export async function sendPublish(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const language = languageHere(visit)
  const of = await programmeToTranslate(visit, 'edit')
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = programmeLanguages[locale]
  const location = languagesPath(visit, of.slug)
  const { once } = sent
  const done = await publishLanguage(house, actor, of.slug, language, sent.version ?? '', { once, location })
  switch (done.outcome) {
    case 'published':
      return redirect(visit, location, {
        tone: 'done',
        text: m.done(languageName(locale, language), done.texts),
      })
    case 'already':
      return redirect(visit, location, { tone: 'note', text: m.already(languageName(locale, language)) })
    case 'stale':
      return publishPage(visit, await programmeToTranslate(visit, 'edit'), m.stale)
    case 'nothing':
    case 'not-released':
    case 'not-offered':
      return publishPage(visit, await programmeToTranslate(visit, 'edit'), '')
  }
}

/** @param refusal why nothing was published; empty when the page says it anyhow */
function publishPage(visit: Visit, of: Translating, refusal?: string) {
  const { locale } = visit
  const m = programmeLanguages[locale]
  const language = languageHere(visit)
  const title = m.publishTitle(languageName(locale, language))
  const fitting = fittingIn(of, language)
  return languagePage(
    visit,
    of,
    { title, lead: m.publishLead, status: refusal === undefined ? 200 : 409 },
    <>
      {refusal ? <Note tone="warning">{<p>{refusal}</p>}</Note> : null}
      <Offer visit={visit} of={of} fitting={fitting} language={language} />
    </>,
  )
}

type OfferProps = { visit: Visit; of: Translating; fitting: Fitting | null; language: Locale }

function Offer({ visit, of, fitting, language }: OfferProps) {
  const { locale, house } = visit
  const m = programmeLanguages[locale]
  const { version } = of
  const desk = deskOf(visit, of.slug)
  if (!version || !fitting) return <Refused text={m.notReleasedYet} href={`${desk}/programme`} label={m.toRelease} />
  if (!of.seminar.file.languages.includes(language))
    return <Refused text={m.notOffered} href={`${desk}/edit/languages`} label={m.toLanguages} />
  if (!isOpen(of, language, fitting))
    return <Refused text={m.already(languageName(locale, language))} href={`${desk}/programme`} label={m.toRelease} />
  const { count } = fitting
  const name = shownIn(version.programme, new Map(), locale).name?.text ?? version.slug
  return (
    <>
      {count === 0 ? (
        <Note tone="warning" title={m.nothing}>
          <p>{m.nothingNext}</p>
        </Note>
      ) : (
        <section class="stack measure">
          <p>
            {m.count(count, name)} {fitting.drafts > 0 ? m.drafts(fitting.drafts) : null}
          </p>
          {fitting.stale > 0 ? (
            <p>
              {m.older(fitting.stale)}{' '}
              <a href={`${translatePath(visit, of.slug, language)}?show=to-do`}>{m.translate}</a>
            </p>
          ) : null}
          {fitting.left.length > 0 ? <p>{m.anyhow}</p> : null}
          <p class="small">{m.onceExplained}</p>
          <Form
            t={parts[locale]}
            action={publishPath(visit, of.slug, language)}
            version={versionOfOffer(version, fitting)}
            once={newOnceKey(house.keys)}
            short
          >
            <Buttons>
              <Button>{m.publishButton(languageName(locale, language))}</Button>
              <a href={languagesPath(visit, of.slug)}>{parts[locale].form.cancel}</a>
            </Buttons>
          </Form>
        </section>
      )}
      {fitting.left.length > 0 ? <Left visit={visit} of={of} fitting={fitting} language={language} /> : null}
    </>
  )
}

const Refused = ({ text, href, label }: { text: string; href: string; label: string }) => (
  <Note tone="warning">
    <p>{text}</p>
    <p class="buttons">
      <a href={href}>{label}</a>
    </p>
  </Note>
)

/** What readers go on finding in the language it was written in, by why. */
function Left({ visit, of, fitting, language }: OfferProps & { fitting: Fitting }) {
  const { locale } = visit
  const m = programmeLanguages[locale]
  const released = of.version ? textsOfProgramme(of.version.programme) : new Map()
  const { source } = of.draft
  return (
    <section class="stack">
      <h2>{m.left}</h2>
      {whys.map(why => {
        const those = fitting.left.filter(one => one.why === why)
        if (those.length === 0) return null
        return (
          <section class="close">
            <h3>{m.why[why](those.length)}</h3>
            <ul>
              {those.map(({ place }) => (
                <li>
                  <Words locale={locale} shown={{ text: released.get(place)?.[source] ?? place, language: source }} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <p class="buttons">
        <a href={`${translatePath(visit, of.slug, language)}?show=to-do`}>{m.toTranslate}</a>
      </p>
    </section>
  )
}

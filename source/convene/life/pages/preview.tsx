import { lifeDesk } from '#convene/messages/life-desk.ts'
import { seminarMessages } from '#convene/messages/seminar.ts'
import { sampleRecipient } from '#convene/registration/acts/mail-sample.ts'
import type { LifeStep, NoticeKind } from '#convene/seminar/rules/life.ts'
import { as } from '#ground/database/actor.ts'
import type { MailWords, Visit } from '#ground/house.ts'
import { cityOfZone, hours, languageName, longDate, moment } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Facts, PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { movedTo } from '../rules/new-day.ts'
import type { Reason } from '../store/notices.ts'
import { lifeMails, type TellingPreview } from './mails.ts'
import { lifeAddress, type OfficeSeminar, trail } from './office-seminar.ts'
import { concernedInWords } from './overview.tsx'
import { deadlineOn, languagesOf, type StepFields } from './step-fields.ts'
import { type Filled, fieldOf, stepPage } from './step-page.tsx'

const kindOf: Readonly<Partial<Record<LifeStep, NoticeKind>>> = {
  postpone: 'postponed',
  move: 'moved',
  'new-day': 'moved',
  'hold-again': 'held-again',
  cancel: 'cancelled',
}

/** Before everyone is told: how many they are, and the mail in each of their languages, with the button that sends it. */
export async function previewPage(
  visit: Visit,
  seminar: OfficeSeminar,
  step: LifeStep,
  { reason, newDay }: StepFields,
  filled: Filled,
) {
  const { locale } = visit
  const t = parts[locale]
  const m = lifeDesk[locale]
  const words = m.steps[step]
  if (newDay) {
    const checked = movedTo(seminar, newDay, seminar.now)
    if (!checked.ok)
      return stepPage(visit, seminar, step, { ...filled, errors: { [fieldOf[checked.problem]]: checked.problem } })
  }
  const mails = await mailsInEach(visit, seminar, kindOf[step] ?? 'cancelled', {
    heldOn: seminar.heldOn.toString(),
    movedTo: newDay?.date.toString() ?? null,
    ...(newDay ? { from: newDay.hoursFrom.toString(), to: newDay.hoursTo.toString() } : {}),
    reason: textOfReason(reason),
  })
  const hidden = Object.fromEntries(
    Object.entries(filled.typed).flatMap(([name, value]) =>
      name.startsWith('_') || name === 'sure' || typeof value !== 'string' ? [] : [[name, value]],
    ),
  )
  const action = `${lifeAddress(visit, seminar)}/${step}`
  return page(
    visit,
    layout(
      visit,
      { title: `${m.lookTitle} – ${seminar.title}`, office: true, breadcrumb: trail(visit, seminar, words.label) },
      <div class="stack measure">
        <PageHead kicker={words.label} title={m.lookTitle} lead={m.lookLead} />
        <p>{seminar.people === 0 ? m.toldNobody : m.told(seminar.people)}</p>
        {seminar.people === 0 ? null : <p class="small">{concernedInWords(seminar, locale)}</p>}
        {newDay ? (
          <Facts
            facts={[
              {
                term: m.newDay,
                value: seminarMessages[locale].page.whenIn(
                  longDate(locale, newDay.date),
                  hours(locale, newDay.hoursFrom, newDay.hoursTo),
                  cityOfZone(locale, seminar.timeZone),
                ),
              },
              { term: m.newCloses, value: moment(locale, deadlineOn(seminar, newDay), seminar.timeZone) },
            ]}
          />
        ) : null}
        <p class="small">{m.previewFor}</p>
        {mails.map(({ language, words: mail }, index) => (
          <details open={index === 0}>
            <summary>
              {m.preview(
                languageName(locale, language),
                seminar.concerned.find(one => one.language === language)?.people ?? 0,
              )}
            </summary>
            <div class="card" lang={language === locale ? undefined : language}>
              <h2>{mail.subject}</h2>
              {mail.paragraphs.map(text => (
                <Paragraphs text={text} />
              ))}
              {mail.action ? <p class="small">{mail.action.label}</p> : null}
            </div>
          </details>
        ))}
        <Form
          t={t}
          action={action}
          version={filled.version}
          once={filled.once}
          hidden={{ ...hidden, sure: 'yes' }}
          short
        >
          <Buttons>
            <Button kind={step === 'cancel' ? 'danger' : 'primary'}>{words.button}</Button>
            <Button kind="secondary" name="_next" value="edit">
              {m.goBack}
            </Button>
            <a href={lifeAddress(visit, seminar)}>{m.leave}</a>
          </Buttons>
        </Form>
      </div>,
    ),
  )
}

type Preview = { language: Locale; words: MailWords }

/** The mail as it will be, in each language that somebody reads it in; in those of the seminar when nobody does yet. */
function mailsInEach(
  { house, actor }: Visit,
  seminar: OfficeSeminar,
  kind: NoticeKind,
  telling: TellingPreview,
): Promise<Preview[]> {
  const read = seminar.concerned.map(({ language }) => language).filter(isLocale)
  const languages = read.length > 0 ? read : languagesOf(seminar)
  return as(house.db, actor, async tx => {
    const found: Preview[] = []
    for (const language of languages) {
      const to = sampleRecipient(language)
      const data = { sample: seminar.id, telling }
      const words = await lifeMails[`seminar-${kind}`]?.words(house, tx, data, language, to)
      if (words) found.push({ language, words })
    }
    return found
  })
}

const textOfReason = (reason: Reason): MultilingualText | null =>
  reason && {
    source: reason.source,
    bodies: Object.fromEntries(
      Object.entries(reason.bodies).map(([language, body]) => [
        language,
        { body, state: language === reason.source ? 'source' : 'reviewed', stale: false },
      ]),
    ),
  }

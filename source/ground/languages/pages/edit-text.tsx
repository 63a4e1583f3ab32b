import type { Child } from 'hono/jsx'
import type { Visit } from '../../house.ts'
import { type FieldErrors, type Typed, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, bindFields, Form, RadiosField, TextareaField, TextField } from '../../web/parts/form.tsx'
import { Note, PageHead } from '../../web/parts/text.tsx'
import { newOnceKey } from '../../web/sent-once.ts'
import { longestText } from '../acts/save-text.ts'
import { languageName } from '../format.ts'
import { type Locale, locales } from '../locales.ts'
import { parts } from '../messages/parts.ts'
import { texts } from '../messages/texts.ts'
import type { OneText, Version } from '../store/one-text.ts'
import { versionOf } from '../version.ts'
import { TextState } from './texts.tsx'
import { fieldInWords, isLong } from './words-of-records.ts'

export type TextToEdit = {
  text: OneText
  may: { translate: boolean; edit: boolean }
  /** Former wordings of the original, by their hash. */
  former: ReadonlyMap<string, string>
  /** Somebody agreed to these words or answered them: what is there stays, what is missing may be added. */
  settled: boolean
}

/** What somebody typed into the form of one language, and what there is to put right. */
export type Attempt = { language: Locale; typed: Typed; errors: FieldErrors; notice?: string }

export const addressOfText = (visit: Visit, text: { table: string; record: string; field: string }) =>
  `/${visit.locale}/desk/texts/${text.table}/${text.record}/${encodeURIComponent(text.field)}`

/** One text, its original beside each translation, each language a form of its own. */
export function editTextPage(visit: Visit, given: TextToEdit, attempt?: Attempt) {
  const { locale } = visit
  const { text } = given
  const t = texts[locale]
  const title = fieldInWords(visit.house, locale, text.table, text.field)
  const others = locales.filter(language => language !== text.source)
  return layout(
    visit,
    {
      title,
      office: true,
      failed: attempt !== undefined && Object.keys(attempt.errors).length > 0,
      breadcrumb: [{ label: t.title, href: `/${locale}/desk/texts` }, { label: title }],
    },
    <>
      <PageHead title={title} lead={t.editLead} />
      <div class="stack">
        {given.settled ? (
          <Note title={t.settledTitle}>
            <p>{t.settled}</p>
          </Note>
        ) : null}
        {attempt?.notice ? (
          <Note tone="warning">
            <p>{attempt.notice}</p>
          </Note>
        ) : null}
        {[...(given.may.edit ? [text.source] : []), ...others].map(language => (
          <OneLanguage
            visit={visit}
            given={given}
            language={language}
            attempt={attempt?.language === language ? attempt : undefined}
          />
        ))}
      </div>
    </>,
  )
}

type OneLanguageProps = { visit: Visit; given: TextToEdit; language: Locale; attempt: Attempt | undefined }

function OneLanguage({ visit, given, language, attempt }: OneLanguageProps) {
  const { locale } = visit
  const t = texts[locale]
  const { text } = given
  const source = text.bodies[text.source] as Version
  const present = text.bodies[language]
  const isSource = language === text.source
  const isStale = present !== undefined && !isSource && present.sourceHash !== source.hash
  const then = isStale && present.sourceHash !== null ? given.former.get(present.sourceHash) : undefined
  return (
    <section class="versions" id={`text-${language}`} aria-labelledby={`text-${language}-title`}>
      <h2 id={`text-${language}-title`}>{isSource ? t.original(language) : t.translation(language)}</h2>
      <p>
        <TextState locale={locale} state={isStale ? 'stale' : (present?.state ?? 'missing')} />
      </p>
      <div class="sides">
        {isSource ? null : (
          <div class="side">
            <h3>{isStale ? t.originalNow : t.original(text.source)}</h3>
            <Quoted language={text.source}>{source.body}</Quoted>
            {then === undefined ? null : (
              <>
                <h3>{t.originalThen}</h3>
                <Quoted language={text.source}>{then}</Quoted>
              </>
            )}
          </div>
        )}
        <div class="card">
          {isStale ? <StillValid visit={visit} text={text} language={language} /> : null}
          {given.settled && present ? (
            <SettledWords visit={visit} text={text} language={language} present={present} attempt={attempt} />
          ) : (
            <Words visit={visit} text={text} language={language} attempt={attempt} />
          )}
        </div>
      </div>
    </section>
  )
}

const Quoted = ({ language, children }: { language: Locale; children?: Child }) => (
  <blockquote lang={language} dir="auto">
    {children}
  </blockquote>
)

const versionShown = (text: OneText, language: Locale) =>
  versionOf({ source: text.bodies[text.source]?.body ?? '', translation: text.bodies[language] ?? null })

type PartProps = { visit: Visit; text: OneText; language: Locale }

function StillValid({ visit, text, language }: PartProps) {
  const t = texts[visit.locale]
  return (
    <Form
      t={parts[visit.locale]}
      action={`${addressOfText(visit, text)}/keep`}
      version={versionShown(text, language)}
      once={newOnceKey(visit.house.keys)}
      hidden={{ language }}
      short
    >
      <p>{t.changedSince}</p>
      <Buttons>
        <Button kind="secondary">{t.stillValid}</Button>
      </Buttons>
      <p class="small">{t.stillValidHint}</p>
    </Form>
  )
}

type SettledProps = PartProps & { present: Version; attempt: Attempt | undefined }

/** Words that stay; a translation of them can still be said to be reviewed. What was typed meanwhile is not lost. */
function SettledWords({ visit, text, language, present, attempt }: SettledProps) {
  const { house, locale } = visit
  const t = texts[locale]
  const typed = textOf(attempt?.typed ?? {}, `body_${language}`)
  const field = bindFields(parts[locale], {
    [`state_${language}`]: present.state === 'reviewed' ? 'reviewed' : 'draft',
  })
  return (
    <>
      <Quoted language={language}>{present.body}</Quoted>
      {typed !== '' && typed !== present.body ? (
        <>
          <h3>{t.settledTyped}</h3>
          <Quoted language={language}>{typed}</Quoted>
        </>
      ) : null}
      {language === text.source ? null : (
        <Form
          t={parts[locale]}
          action={addressOfText(visit, text)}
          version={versionShown(text, language)}
          once={newOnceKey(house.keys)}
          hidden={{ language, [`body_${language}`]: present.body }}
          short
        >
          <StateField {...{ locale, field, language }} />
          <Buttons>
            <Button>
              {t.save} <span class="hidden-text">({languageName(locale, language)})</span>
            </Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}

/** Whether a translation is a draft or somebody has reviewed it. */
function StateField(props: { locale: Locale; field: ReturnType<typeof bindFields>; language: Locale }) {
  const t = texts[props.locale]
  return (
    <RadiosField
      {...props.field(`state_${props.language}`)}
      label={t.stateOf}
      choices={[
        { value: 'draft', label: t.draft },
        { value: 'reviewed', label: t.reviewed },
      ]}
    />
  )
}

function Words({ visit, text, language, attempt }: PartProps & { attempt: Attempt | undefined }) {
  const { house, locale } = visit
  const t = texts[locale]
  const isSource = language === text.source
  const present = text.bodies[language]
  const kept = attempt?.typed ?? {
    [`body_${language}`]: present?.body ?? '',
    [`state_${language}`]: present?.state === 'reviewed' ? 'reviewed' : 'draft',
  }
  const field = bindFields(parts[locale], kept, attempt?.errors)
  const shared = {
    ...field(`body_${language}`),
    label: t.inLanguage(language),
    hint: isSource ? t.originalHint : undefined,
  }
  const several =
    isLong(house, text.table, text.field) ||
    [text.bodies[text.source]?.body, present?.body, shared.value].some(
      body => body !== undefined && /\n|.{120}/.test(body),
    )
  return (
    <Form
      t={parts[locale]}
      action={addressOfText(visit, text)}
      version={versionShown(text, language)}
      once={newOnceKey(house.keys)}
      hidden={{ language }}
      errors={attempt?.errors}
      short
    >
      {several ? <TextareaField {...shared} rows={8} most={longestText} /> : <TextField {...shared} />}
      {isSource ? null : <StateField {...{ locale, field, language }} />}
      <Buttons>
        <Button>
          {isSource ? t.saveOriginal : t.save} <span class="hidden-text">({languageName(locale, language)})</span>
        </Button>
      </Buttons>
    </Form>
  )
}

import { programmeTell } from '#convene/messages/programme-tell.ts'
import { registration } from '#convene/messages/registration.ts'
import { changesInWords } from '#convene/programme/acts/changes-in-words.ts'
import { ChangesList } from '#convene/programme/pages/changes-list.tsx'
import { FoldedMails, NoteFields } from '#convene/programme/pages/mail-parts.tsx'
import { shownIn } from '#convene/programme/rules/shown.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, type Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form } from '#ground/web/parts/form.tsx'
import { Note, PageHead, Paragraphs, Words } from '#ground/web/parts/text.tsx'
import { canTell } from '../acts/tell.ts'
import { asKnown } from '../rules/to-tell.ts'
import { changeParagraphs, loudOnly, type Readers } from './lines.ts'
import { TellLog } from './log.tsx'
import {
  deskOf,
  type Group,
  groupKey,
  mostNote,
  noteField,
  notNow,
  type Plan,
  type Preview,
  type SeminarToTell,
  tellAddress,
  versionName,
} from './office.ts'

/** The page as it stands: what was typed, and whose mail is shown. */
type Filled = {
  typed: Typed
  errors: FieldErrors
  previews: readonly Preview[]
  group: Group | null
  once: string
  version: string
  said: { tone: 'done' | 'problem'; text: string } | null
  status: 200 | 409 | 422
}

/** Who would be told of what, the mail as it would leave, and the form that sends it. */
export function tellPage(visit: Visit, seminar: SeminarToTell, filled: Filled) {
  const { locale } = visit
  const m = programmeTell[locale]
  const { plan } = seminar
  const errors = inWords(m.errors, filled.errors)
  const failed = filled.status !== 200
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.title} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: [
          { label: registration[locale].desk.title, href: `/${locale}/desk` },
          { label: seminar.title, href: deskOf(visit, seminar) },
          { label: m.title },
        ],
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
        {filled.said ? (
          <div role={filled.said.tone === 'problem' ? 'alert' : 'status'}>
            <Note tone={filled.said.tone === 'problem' ? 'warning' : 'plain'}>
              <p>{filled.said.text}</p>
            </Note>
          </div>
        ) : null}
        {!canTell(seminar.life) ? (
          <Nothing title={m.notNow.title} text={notNow(seminar, locale)} />
        ) : plan === null ? (
          <Nothing {...m.noVersion} />
        ) : plan.people === 0 ? (
          <Nothing {...m.nobody} />
        ) : (
          <>
            <Who visit={visit} seminar={seminar} plan={plan} shown={filled.group} />
            <Mails visit={visit} previews={filled.previews} />
            {seminar.maySend ? (
              <Send visit={visit} seminar={seminar} plan={plan} filled={{ ...filled, errors }} />
            ) : (
              <p>{m.mayNotTell}</p>
            )}
          </>
        )}
        {canTell(seminar.life) && plan !== null && plan.unasked > 0 ? (
          <Note title={m.unasked(plan.unasked)}>
            <p>{m.unaskedText}</p>
            <p>
              <a href={`${deskOf(visit, seminar)}/panel`}>{m.toPanel}</a>
            </p>
          </Note>
        ) : null}
        <p>
          <a href={`${deskOf(visit, seminar)}/programme`}>{m.toProgramme}</a>
        </p>
        <TellLog visit={visit} seminar={seminar} />
      </div>,
    ),
    filled.status,
  )
}

function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <section class="close">
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  )
}

type PlanProps = { visit: Visit; seminar: SeminarToTell; plan: Plan }

const everything: Readers = { slots: null, own: new Set() }

/** People by the version that they know, with what is different for them since; in full for those whose mail is shown. */
function Who({ visit, seminar, plan, shown }: PlanProps & { shown: Group | null }) {
  const { locale } = visit
  const m = programmeTell[locale]
  const at = `/${locale}/seminars/${seminar.slug}/versions`
  const { programme } = plan.to
  return (
    <section class="stack">
      <h2>{m.who}</h2>
      <p>{m.people(plan.people)}</p>
      <p class="small">{m.hours(cityOfZone(locale, seminar.timeZone))}</p>
      {plan.groups.map(group => {
        const known = asKnown(group.base?.programme ?? null, programme)
        const changes = loudOnly(changesInWords(known, programme, seminar.names, locale), null)
        return (
          <details open={group === shown}>
            <summary>
              {group.base
                ? m.group(group.people, versionName(group.base, seminar, locale))
                : m.groupOfNone(group.people)}
            </summary>
            <div class="card stack">
              {group === shown ? (
                <ChangesList
                  changes={changes}
                  locale={locale}
                  earlier={`${at}/${(group.base ?? plan.to).slug}`}
                  later={`${at}/${plan.to.slug}`}
                />
              ) : (
                <>
                  <Paragraphs text={changeParagraphs(changes, locale, everything).join('\n\n')} />
                  <p>
                    <a href={`${tellAddress(visit, seminar)}?known=${encodeURIComponent(groupKey(group))}`}>
                      {m.readMail}
                    </a>
                  </p>
                </>
              )}
            </div>
          </details>
        )
      })}
      {plan.onProgramme.length > 0 ? <OnProgramme {...{ visit, seminar, plan }} /> : null}
    </section>
  )
}

/** Whose slots are concerned, by their slots: who they are stands in the draft. */
function OnProgramme({ visit, seminar, plan }: PlanProps) {
  const { locale } = visit
  const m = programmeTell[locale]
  const keys = new Set(plan.onProgramme.flatMap(({ slots }) => slots))
  const all = [plan.to, ...seminar.versions.toReversed()].flatMap(
    ({ programme }) => shownIn(programme, seminar.names, locale).slots,
  )
  const titles = [...keys].flatMap(key => all.find(slot => slot.key === key)?.title ?? [])
  return (
    <details>
      <summary>{m.onProgramme(plan.onProgramme.length)}</summary>
      <div class="card stack">
        <p>{m.onProgrammeText}</p>
        <ul>
          {titles.map(title => (
            <li>
              <Words locale={locale} shown={title} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function Mails({ visit, previews }: { visit: Visit; previews: readonly Preview[] }) {
  const { locale } = visit
  const m = programmeTell[locale]
  const own = previews.findIndex(({ language }) => language === locale)
  return (
    <section class="stack measure">
      <h2>{m.mail}</h2>
      <FoldedMails
        locale={locale}
        mails={previews.map(({ language, people, onProgramme, words }) => {
          const named = languageName(locale, language)
          return { language, words, said: onProgramme ? m.mailOnProgramme(named) : m.mailOf(named, people) }
        })}
        open={Math.max(0, own)}
        attached={m.attached}
      />
    </section>
  )
}

function Send({ visit, seminar, plan, filled }: PlanProps & { filled: Filled }) {
  const { locale } = visit
  const m = programmeTell[locale]
  const { sourceLanguage, languages } = seminar
  const field = bindFields(parts[locale], filled.typed, filled.errors)
  return (
    <section class="stack measure">
      <h2>{m.add}</h2>
      <Form
        t={parts[locale]}
        action={tellAddress(visit, seminar)}
        version={filled.version}
        once={filled.once}
        errors={filled.errors}
        hidden={{ to: plan.to.id, known: filled.group ? groupKey(filled.group) : '' }}
        short
      >
        <NoteFields
          locale={locale}
          languages={languages}
          field={field}
          nameOf={noteField}
          label={m.note}
          hint={one => (one === sourceLanguage ? m.noteHint : m.noteOther(languageName(locale, sourceLanguage)))}
          rows={2}
          most={mostNote}
        />
        <Buttons>
          <Button name="do" value="tell">
            {m.tell(plan.people)}
          </Button>
          <Button kind="secondary" name="do" value="look">
            {m.look}
          </Button>
          <Button kind="secondary" name="do" value="test">
            {m.test}
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}

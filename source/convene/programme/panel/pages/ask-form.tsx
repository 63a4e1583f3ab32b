import { programmePanel } from '#convene/messages/programme-panel.ts'
import type { Visit } from '#ground/house.ts'
import { languageName, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import type { PanelAsking } from '../acts/invite.ts'
import { daysToReminder, mostReminders, reminderDue } from '../rules/panel.ts'
import { deskOf, type ListedPerson, nameOf, type OfficePanel } from './office.ts'

type Props = {
  visit: Visit
  panel: OfficePanel
  kind: PanelAsking
  people: readonly ListedPerson[]
  typed: Typed
  errors: FieldErrors
}

/** Choosing whom to ask, or to ask once more: the mail is looked at before it leaves. */
export function AskForm({ visit, panel, kind, people, typed, errors }: Props) {
  const { locale } = visit
  const m = programmePanel[locale]
  const words = m[kind]
  const t = parts[locale]
  const last = ({ lastSentAt }: ListedPerson) =>
    kind === 'invite'
      ? []
      : [lastSentAt === null ? m.remind.noMail : m.remind.last(shortMoment(locale, lastSentAt, panel.timeZone))]
  return (
    <section class="card">
      <h2>{words.title}</h2>
      {people.length === 0 ? (
        <p>{m.invite.none}</p>
      ) : (
        <Form t={t} action={`${deskOf(visit, panel.slug)}/panel`} hidden={{ kind }} errors={errors} short>
          <CheckboxesField
            {...bindFields(t, typed, errors)(`${kind}[]`)}
            label={words.choose}
            choices={people.map(person => ({
              value: person.id,
              label: `${nameOf(person)} (${languageName(locale, person.language)})`,
              hint: [...person.does, ...last(person)].join(' · '),
            }))}
          />
          <Buttons>
            <Button kind={kind === 'invite' ? 'primary' : 'secondary'} name="_next" value="look">
              {words.look}
            </Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}

/** Who has not answered and is left in peace for now: from when on they may be asked once more. */
export function NotYet({ visit, panel }: Pick<Props, 'visit' | 'panel'>) {
  const { locale } = visit
  const m = programmePanel[locale].remind
  const later = panel.people.flatMap(person => {
    const due = reminderDue(person.asked, panel.now)
    return due === null || due === 'now' ? [] : [{ name: nameOf(person), due }]
  })
  if (later.length === 0) return null
  return (
    <Note title={m.laterTitle(later.length)}>
      <p>{m.pause(daysToReminder, mostReminders)}</p>
      <ul class="close">
        {later.map(({ name, due }) => (
          <li>{due === 'never' ? m.never(name) : m.from(name, shortMoment(locale, due, panel.timeZone))}</li>
        ))}
      </ul>
    </Note>
  )
}

import type { Child } from 'hono/jsx'
import { mailingsWords } from '#convene/messages/mailings.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  DateField,
  Form,
  LinkButton,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { shownVersion } from '../acts/start-mailing.ts'
import type { MailingState } from '../rules/mailing-state.ts'
import type { Mailing } from '../store/mailings.ts'
import { mailingsAddress, type OfficeSeminar } from './office.tsx'

/** What was typed when a time was chosen, and what is wrong with it. */
export type Wrong = { typed: Typed; errors: FieldErrors }

type ActionsProps = {
  visit: Visit
  seminar: OfficeSeminar
  mailing: Mailing
  state: MailingState
  wrong: Wrong | undefined
}

/** What can be done with a message that has not left: try it, change it, send it now or later, give it up. */
export function Actions({ visit, seminar, mailing, state, wrong }: ActionsProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = mailingsWords[locale].one
  const here = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const field = bindFields(t, wrong?.typed, wrong?.errors)
  const form = (children: Child, errors?: FieldErrors) => (
    <Form t={t} action={here} version={shownVersion(mailing)} once={newOnceKey(house.keys)} errors={errors} short>
      {children}
    </Form>
  )
  return (
    <>
      <p>
        <LinkButton href={`${here}/edit`} kind="secondary">
          {m.edit}
        </LinkButton>
      </p>
      {form(
        <>
          <SelectField
            {...field('language')}
            value={mailing.body?.bodies[locale] ? locale : (mailing.body?.source ?? locale)}
            label={m.testIn}
            choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
            noEmpty
          />
          <Button kind="secondary" name="do" value="test">
            {m.test}
          </Button>
        </>,
      )}
      {form(
        <Button name="do" value="send">
          {m.send}
        </Button>,
      )}
      {form(
        <>
          <DateField {...field('at-day')} label={m.day} />
          <TextField
            {...field('at-time')}
            label={m.time}
            hint={m.timeHint(cityOfZone(locale, seminar.timeZone))}
            maxLength={8}
            short
          />
          <Button kind="secondary" name="do" value="schedule">
            {m.schedule}
          </Button>
        </>,
        wrong?.errors,
      )}
      {form(
        <Buttons>
          {state === 'draft' ? null : (
            <Button kind="secondary" name="do" value="unschedule">
              {m.unschedule}
            </Button>
          )}
          <Button kind="danger" name="do" value="cancel">
            {m.cancel}
          </Button>
        </Buttons>,
      )}
    </>
  )
}

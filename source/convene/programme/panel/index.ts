import { programmePanel } from '#convene/messages/programme-panel.ts'
import type { LogColumn, LogWords, MailTemplate, Route } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { number } from '#ground/languages/say.ts'
import { get, post } from '#ground/web/route.ts'
import { panelInvitation } from './acts/mail.ts'
import { sendPanel, showPanel } from './pages/desk.tsx'
import { showOwnPanel } from './pages/own.tsx'
import { sendOwnPage } from './pages/own-data.tsx'
import { sendErasePanel, showErasePanel } from './pages/own-erase.tsx'

export { panelCard } from './pages/card.tsx'

/** Asking people for the panels, and the page on which they answer by their signed link. */
export const panelRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/panel', 'office', showPanel),
  post('/:l/desk/seminars/:slug/panel', 'office', sendPanel),
  get('/:l/panel/:token', 'link', showOwnPanel),
  post('/:l/panel/:token', 'link', sendOwnPage),
  get('/:l/panel/:token/erase', 'link', showErasePanel),
  post('/:l/panel/:token/erase', 'link', sendErasePanel),
]

export const panelMails: Readonly<Record<string, MailTemplate>> = { 'panel-invitation': panelInvitation }

const words = (locale: Locale) => programmePanel[locale].log
const sent = (locale: Locale, { sent }: Record<string, unknown>) => number(locale, Number(sent))

const stateColumn: LogColumn = {
  label: locale => words(locale).state,
  words: (locale, value) => {
    const { states } = programmePanel[locale]
    return states[value as keyof typeof states] ?? String(value)
  },
}

/** Who was asked and what was answered, in the log of who did what; answers are told in the name of the link. */
export const panelLog: LogWords = {
  tables: {
    slot_seat: {
      part: 'people',
      name: locale => words(locale).slot_seat,
      knownBy: 'key',
      columns: {
        state: stateColumn,
      },
    },
    slot_person: {
      part: 'people',
      name: locale => words(locale).slot_person,
      columns: { state: stateColumn },
    },
    programme_person: {
      part: 'people',
      name: locale => words(locale).programme_person,
      knownBy: 'key',
      columns: { named: { label: locale => words(locale).named } },
    },
  },
  noted: {
    'panel-invited': { part: 'mails', say: (locale, detail) => words(locale).invited(sent(locale, detail)) },
    'panel-reminded': { part: 'mails', say: (locale, detail) => words(locale).reminded(sent(locale, detail)) },
  },
}

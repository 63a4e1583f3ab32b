import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { as } from '#ground/database/actor.ts'
import type { House, MailTemplate, Visit } from '#ground/house.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, State, type StateKind } from '#ground/web/parts/text.tsx'
import { type StateOfWords, stateOfWords } from '../rules/own-words.ts'
import { mailWordsOf } from '../store/mail-words.ts'
import { officePage, officeSeminar, seminarAddress } from './office.tsx'

export const kindOfWords: Record<StateOfWords, StateKind> = {
  usual: 'neutral',
  own: 'ok',
  missing: 'no',
  stale: 'waiting',
  wrong: 'no',
}

/** The mails whose words organisers may write, in the order in which the rooms enrol them. */
export const ownableMails = (house: House): [name: string, template: MailTemplate][] =>
  house.rooms.flatMap(room => Object.entries(room.mails ?? {})).filter(([, template]) => template.usual)

/** GET /:l/desk/seminars/:slug/words: each mail of the seminar, and whose words it has in which language. */
export async function showWords(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const m = mailWordsPages[locale]
  const seminar = await officeSeminar(visit, 'edit')
  const own = await as(house.db, visit.actor, tx => mailWordsOf(tx, seminar.id))
  const rows = ownableMails(house).map(([name, template]) => ({
    name,
    label: template.name?.(locale) ?? name,
    states: locales.map(language => stateOfWords(own.get(name), language)),
  }))
  const troubled = rows.flatMap(row => row.states).filter(state => state !== 'usual' && state !== 'own')
  const address = seminarAddress(visit, seminar, '/words')
  return officePage(
    visit,
    seminar,
    { title: m.title, lead: m.lead },
    <>
      {troubled.length > 0 ? (
        <Note tone="warning">
          <p>{m.missingCount(troubled.length)}</p>
          <ul class="close">
            {(['missing', 'stale', 'wrong'] as const)
              .filter(state => troubled.includes(state))
              .map(state => (
                <li>
                  <State kind={kindOfWords[state]}>{m.states[state]}</State> {m.explain[state]}
                </li>
              ))}
          </ul>
        </Note>
      ) : null}
      <DataTable
        t={parts[locale]}
        caption={m.caption}
        quiet
        address={address}
        rows={rows}
        rowLink={row => `${address}/${row.name}`}
        columns={[
          { key: 'mail', heading: m.mail, cell: row => row.label },
          ...locales.map((language, index) => ({
            key: language,
            heading: nameOfLocale[language],
            cell: (row: (typeof rows)[number]) => {
              const state = row.states[index] ?? 'usual'
              return state === 'usual' ? m.states.usual : <State kind={kindOfWords[state]}>{m.states[state]}</State>
            },
          })),
        ]}
        empty={{ title: m.caption, text: m.lead }}
      />
    </>,
  )
}

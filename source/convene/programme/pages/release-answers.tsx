import { programmeAwaited } from '#convene/messages/programme-awaited.ts'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { partNamed } from '../acts/part-named.ts'
import type { Programme } from '../rules/programme.ts'
import type { GivenAnswer } from '../rules/released.ts'

type AnswersNoteProps = {
  programme: Programme
  answers: readonly GivenAnswer[]
  file: SeminarFile
  locale: Locale
  /** Of the page of all that were asked. */
  panel: string
}

/** Of those who moderate or speak: whom a release leaves out, and whom it says to be confirmed. */
export function AnswersNote({ programme, answers, file, locale, panel }: AnswersNoteProps) {
  const m = programmeAwaited[locale]
  const { title, roles } = programmePanel[locale]
  const inWords = (words: Partial<Record<Locale, string>>) => words[locale] ?? words[file.source]
  const linesOf = (state: GivenAnswer['state']) =>
    programme.slots.flatMap(slot => {
      const said = partNamed(slot.part ?? null, inWords(slot.title) ?? slot.key, locale)
      return answers.flatMap(one => {
        const who = file.people.find(({ key }) => key === one.person)
        if (one.slot !== slot.key || one.state !== state || !who) return []
        return [m.who(`${who.givenName} ${who.familyName}`.trim(), roles[one.role](said))]
      })
    })
  const told = [
    { tone: 'warning', lines: linesOf('declined'), words: m.declined },
    { tone: 'plain', lines: linesOf('invited'), words: m.awaited },
  ] as const
  return (
    <>
      {told.map(({ tone, lines, words }) =>
        lines.length === 0 ? null : (
          <Note tone={tone} title={words.title(lines.length)}>
            <ul>
              {lines.map(line => (
                <li>{line}</li>
              ))}
            </ul>
            <p>{words.text}</p>
            <p class="buttons">
              <a href={panel}>{title}</a>
            </p>
          </Note>
        ),
      )}
    </>
  )
}

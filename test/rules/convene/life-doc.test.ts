import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { eventStatus, lifeSteps, lifeStepsFrom, lives, meaning } from '../../../source/convene/seminar/rules/life.ts'

const code = (value: string) => `\`${value}\``
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')

// What docs/life.md must say, written from the table that the program reads.
const means = table(
  ['', 'page', 'form', 'own pages', 'places', 'mails', 'letters', 'retention', 'calendar', 'schema.org'],
  lives.map(life => {
    const { page, form, ownPage, places, mails, letters, retention, calendar, linkedData } = meaning[life]
    return [
      code(life),
      page,
      form,
      ownPage,
      places,
      mails.reminders ? 'all' : mails.standing ? 'no reminders' : 'none of before',
      letters ? 'from the day on' : 'none',
      retention ? 'counted' : 'rests',
      `${calendar.status}, ${calendar.method}`,
      `${eventStatus(life, false)}, ${linkedData.offer}`,
    ]
  }),
)
const steps = table(
  ['step', 'from'],
  lifeSteps.map(step => [code(step), lifeStepsFrom[step].map(code).join(' ')]),
)

test('docs/life.md has the table that page, form, mails and calendar read', async () => {
  const document = await readFile(new URL('../../../docs/life.md', import.meta.url), 'utf8')
  expect(document).toContain(means)
  expect(document).toContain(steps)
})

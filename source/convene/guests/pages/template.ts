import { guests } from '#convene/messages/guests.ts'
import { registration } from '#convene/messages/registration.ts'
import { categories } from '#convene/registration/rules/answers.ts'
import { currentQuestions, type WordedQuestion } from '#convene/registration/store/questions.ts'
import { as } from '#ground/database/actor.ts'
import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { csvMediaType, inOnePiece, writeCsv, writeXlsx, xlsxMediaType } from '#ground/sheets/index.ts'
import { text } from '#ground/web/answer.ts'
import { guestFields } from '../rules/fields.ts'
import { type PeopleSeminar, peopleSeminar } from './frame.tsx'

/** GET …/guests/template.csv: the headings, in the reader's language. */
export async function templateCsv(visit: Visit): Promise<Response> {
  const { seminar, columns } = await read(visit)
  const rows = [columns.map(({ heading }) => heading)]
  return sent(visit, seminar, 'csv', await inOnePiece(writeCsv(rows, visit.locale)))
}

/** GET …/guests/template.xlsx: the same with a sheet that says how to fill it in. */
export async function templateXlsx(visit: Visit): Promise<Response> {
  const { seminar, columns } = await read(visit)
  const m = guests[visit.locale].template
  const file = await inOnePiece(
    writeXlsx([
      { name: m.sheet, rows: [columns.map(({ heading }) => heading)], widths: columns.map(() => 24) },
      {
        name: m.helpSheet,
        rows: [[m.column, m.write], ...columns.map(({ heading, help }) => [heading, help])],
        widths: [28, 90],
      },
    ]),
  )
  return sent(visit, seminar, 'xlsx', file)
}

async function read(visit: Visit) {
  const seminar = await peopleSeminar(visit)
  const questions = await as(visit.house.db, visit.actor, tx => currentQuestions(tx, seminar.id))
  return { seminar, columns: templateColumns(visit.locale, questions) }
}

/** The columns of a list to fill in. */
export function templateColumns(locale: Locale, questions: readonly WordedQuestion[]) {
  const m = guests[locale]
  const { help } = m.template
  const either = (words: readonly string[]) => words.join(' · ')
  const explained: Record<string, string> = {
    ...help,
    category: help.category(either(categories.map(key => registration[locale].categoriesShort[key]))),
    language: help.language(either(locales.map(one => nameOfLocale[one]))),
  }
  return [
    ...guestFields
      .filter(field => field !== 'fullName')
      .map(field => ({ heading: m.fields[field], help: explained[field] ?? '' })),
    ...questions.map(question => ({
      heading: wordsOf(question.label, locale) || question.key,
      help:
        question.choices.length > 0
          ? help.category(either(question.choices.map(choice => wordsOf(choice.label, locale) || choice.key)))
          : help.question,
    })),
  ]
}

const sent = (visit: Visit, seminar: PeopleSeminar, format: 'csv' | 'xlsx', file: Uint8Array<ArrayBuffer>) =>
  text(visit, file, format === 'csv' ? csvMediaType : xlsxMediaType, {
    'content-disposition': disposition('attachment', `${seminar.slug} ${guests[visit.locale].template.file}.${format}`),
    'cache-control': 'no-store',
  })

import { describe, expect, test } from 'vitest'
import { subjects } from '../../../../source/remember/projects/rules/actes.ts'
import { type DecisionKept, isLuhn, scdlLacking } from '../../../../source/remember/projects/rules/scdl.ts'

const body = { name: 'Ville', siret: '21990001600011' }
const whole: DecisionKept = {
  bodyName: null,
  bodySiret: null,
  number: '2018-001',
  decidedOn: '2018-02-01',
  subjectCode: '9.1',
  subjectName: null,
  object: 'Convention',
  budgetYear: null,
  budgetYearLast: null,
  budgetName: null,
  prefectureId: null,
  prefectureOn: null,
  voters: 35,
  voted: 33,
  votesFor: 30,
  votesAgainst: 1,
  abstentions: 2,
  url: null,
}

test('the nomenclature has the subjects that the schema counts, each named by its chapter', () => {
  const counted = [7, 3, 6, 5, 8, 5, 10, 9, 4]
  expect([...subjects.keys()]).toEqual(
    counted.flatMap((many, chapter) => Array.from({ length: many }, (_, index) => `${chapter + 1}.${index + 1}`)),
  )
  expect(subjects.get('8.4')).toBe('domaines de compétences par thèmes/aménagement du territoire')
  for (const name of subjects.values()) expect(name).toMatch(/^[^/,()]+\/[^/,() ][^/,()]*$/)
})

describe('what is missing before a decision can be published', () => {
  test.each([
    ['nothing', {}, body, []],
    ['no number of whoever decided', {}, { ...body, siret: null }, ['siret']],
    ['a number whose sum is wrong', { bodySiret: '21990001600018' }, body, ['siret-sum']],
    ['no subject', { subjectCode: null, subjectName: 'eau' }, body, ['subject']],
    ['a subject that is none', { subjectCode: '9.7' }, body, ['subject-unknown']],
    ['a subject of a deeper level', { subjectCode: '9.1.2' }, body, []],
    ['a chapter alone', { subjectCode: '9' }, body, ['subject-unknown']],
    ['no object', { object: ' ' }, body, ['object']],
    ['votes that do not add up', { votesFor: 31 }, body, ['votes']],
    ['votes that are not all known', { abstentions: null }, body, []],
  ])('%s', (_, more, who, lacks) => {
    expect(scdlLacking({ ...whole, ...more }, who)).toEqual(lacks)
  })

  test('the sum of Luhn', () => {
    for (const right of ['21860194600013', '219900016', '0']) expect(isLuhn(right)).toBe(true)
    for (const wrong of ['21860194600031', '219900017']) expect(isLuhn(wrong)).toBe(false)
  })
})

import { versionsOfEach } from '../memory/ground.ts'
import { openGround } from '../registration/hall.ts'
import { type Bound, type Figure, figureOf, median, type Row } from '../row.ts'
import { openIndex } from '../search/ground.ts'
import { openPast } from '../search/past.ts'

const territories = 1000
const fewer = 100
/** Of territories whose history stands beside that of the one that is asked for its past. */
const histories = 20_000
const fewerHistories = 2000
/** Records of the memory that is asked for its past, as many as each of the others has in the index. */
const records = 100
const rounds = 20

/** What somebody asks in French, each widened by the words of three other languages and by what fields say. */
const questions = [
  'eau',
  'jumelage',
  'logement social',
  'jeunesse',
  'port',
  'mairie',
  'santé',
  'formation',
  'budget participatif',
  'migration',
]

const percentile95 = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY

type Answer = { milliseconds: number; found: number; widened: number }
type Asked = (question: string) => Promise<Answer>

/** The same questions among many and among fewer, in turn: half of the answers, and 95 of 100. */
async function inTurn(
  name: string,
  many: Asked,
  few: Asked,
  below: number,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const measured: number[] = []
  const ceiling: number[] = []
  let found = 0
  for (let round = -3; round < rounds; round++) {
    for (const question of questions) {
      const before = round % 2 === 0 ? await few(question) : null
      const ours = await many(question)
      const beside = before ?? (await few(question))
      if (ours.found !== beside.found || ours.widened !== beside.widened)
        throw new Error(`${name}, ${question}: ${ours.found} records among many, ${beside.found} among fewer`)
      found += ours.widened
      if (round < 0) continue
      measured.push(ours.milliseconds)
      ceiling.push(beside.milliseconds)
    }
  }
  if (found === 0) throw new Error(`${name}: no question was answered in other words`)
  const half = { measured: median(measured), ceiling: median(ceiling) }
  const most = { measured: percentile95(measured), ceiling: percentile95(ceiling) }
  tell(`${name}: half within ${half.measured.toFixed(2)} ms, 95 of 100 within ${most.measured.toFixed(2)} ms`)
  const bound: Bound = { ratioBelow: 1.5 }
  return [
    figureOf(`${name}: half of the answers within`, 'ms', [half], bound),
    figureOf(`${name}: 95 of 100 within`, 'ms', [most], { ...bound, below }),
  ]
}

/** One search by the keeper of one territory among 1,000 with 100 records each, beside the same among 100; and one in its past. */
export const search: Row = {
  name: 'search',
  what: `a widened question among ${territories * 100} records in four languages beside ${fewer * 100}, and in the past of ${records} records among ${histories * versionsOfEach} versions beside ${fewerHistories * versionsOfEach}, under all policies (${rounds * questions.length} times each in turn)`,
  async run(tell) {
    const ground = await openGround()
    const opened: { close(): Promise<void> }[] = []
    const open = async <T extends { close(): Promise<void> }>(opening: Promise<T>, tells: (one: T) => string) => {
      const one = await opening
      opened.push(one)
      tell(`${tells(one)} are there`)
      return one
    }
    try {
      const few = await open(openIndex(ground, 'fewer', fewer), one => `${one.records} records`)
      const many = await open(openIndex(ground, 'many', territories), one => `${one.records} records`)
      const figures: Figure[] = []
      for (const [where, name] of [
        ['everywhere', 'search, all that one may see'],
        ['one memory', 'search, one memory'],
      ] as const)
        figures.push(
          ...(await inTurn(
            name,
            question => many.asked(question, where),
            question => few.asked(question, where),
            30,
            tell,
          )),
        )
      const fewPast = await open(
        openPast(ground, 'fewerpast', fewerHistories, records),
        one => `${one.versions} versions`,
      )
      const manyPast = await open(openPast(ground, 'past', histories, records), one => `${one.versions} versions`)
      figures.push(...(await inTurn('search, one memory in its past', manyPast.asked, fewPast.asked, 50, tell)))
      return figures
    } finally {
      for (const one of opened) await one.close()
      await ground.remove()
    }
  },
}

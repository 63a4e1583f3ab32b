import { type Memories, openMemories } from '../memory/ground.ts'
import { openGround } from '../registration/hall.ts'
import { type Bound, type Figure, figureOf, median, type Row } from '../row.ts'

const territories = 20_000
const fewer = 2_000
const rounds = 200

/** The design's: milliseconds in SQL, and ten times the data of others. */
const questions = [
  ['everything then', 'memory, all of a territory as it was known on a date', { ratioBelow: 1.5, below: 5 }],
  [
    'a page then',
    'memory, the relationships of a territory with their names as they were known',
    { ratioBelow: 1.5, below: 5 },
  ],
  ['difference', 'memory, what is different between two dates', { ratioBelow: 1.5, below: 10 }],
] as const satisfies readonly (readonly [Parameters<Memories['asked']>[0], string, Bound])[]

/** The past of one territory among 20,000 with 80 versions each, beside the same among 2,000. */
export const memory: Row = {
  name: 'memory',
  what: `the past of one territory among ${territories * 80} versions beside ${fewer * 80}, under all policies (${rounds} times each in turn)`,
  async run(tell) {
    const ground = await openGround()
    const opened: Memories[] = []
    try {
      const open = async (name: string, number: number) => {
        const one = await openMemories(ground, name, number)
        opened.push(one)
        tell(`${one.versions} versions are there`)
        return one
      }
      const few = await open('fewer', fewer)
      const many = await open('many', territories)
      const figures: Figure[] = []
      for (const [question, name, bound] of questions) {
        const found: { measured: number; ceiling: number }[] = []
        for (let round = -10; round < rounds; round++) {
          const before = round % 2 === 0 ? await few.asked(question) : null
          const measured = await many.asked(question)
          const ceiling = before ?? (await few.asked(question))
          if (measured.rows === 0 || measured.rows !== ceiling.rows)
            throw new Error(`${question}: ${measured.rows} rows among many, ${ceiling.rows} among fewer`)
          if (round >= 0) found.push({ measured: measured.milliseconds, ceiling: ceiling.milliseconds })
        }
        const pair = {
          measured: median(found.map(one => one.measured)),
          ceiling: median(found.map(one => one.ceiling)),
        }
        tell(`${question}: ${pair.measured.toFixed(2)} ms beside ${pair.ceiling.toFixed(2)} ms`)
        figures.push(figureOf(name, 'ms', [pair], bound))
      }
      return figures
    } finally {
      for (const one of opened) await one.close()
      await ground.remove()
    }
  },
}

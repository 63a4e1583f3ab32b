import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSeminar, versionOf } from '../../../source/convene/seminar/acts/change-seminar.ts'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { asKept } from '../../../source/convene/seminar/rules/as-kept.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { textsOfFile } from '../../../source/convene/seminar/rules/texts-of-file.ts'
import { writeSeminarFile } from '../../../source/convene/seminar/rules/write-seminar-file.ts'
import { seminarAsFile } from '../../../source/convene/seminar/store/seminar-as-file.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { anyFile } from './any-file.ts'
import { sample, seminarRoom, slug, smallFile } from './room.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('test')
const parsed = (text: string) => {
  const read = parseSeminarFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.file
}
async function given(text: string, options = {}) {
  const result = await importSeminar(house, who, text, { prefer: 'file', ...options })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}
async function now(of: string): Promise<SeminarFile> {
  const found = await as(house.db, who, tx => seminarAsFile(tx, of))
  if (!found) throw new Error(`no ${of}`)
  return found.file
}
const versions = async () =>
  (await house.database.owner.query('select count(*)::int as n from perenne.record_version')).rows[0].n as number

/** What says that nothing is so (`cancelled: false`, no answers, no marks) is not said by a file that comes back. */
function comesBack(file: SeminarFile): SeminarFile {
  const { older = {}, programme, ...rest } = asKept(file)
  const { answers = [], ...said } = programme
  return {
    ...rest,
    ...(Object.keys(older).length > 0 ? { older } : {}),
    programme: answers.length > 0 ? { ...said, answers } : said,
  }
}

test('the sample comes back as it was written, and importing it changes nothing', async () => {
  await given(await sample(), { announce: true })
  expect(await now(slug)).toEqual(comesBack(parsed(await sample())))
  const before = await versions()
  expect((await given(writeSeminarFile(await now(slug)))).changes).toEqual([])
  expect(await versions()).toBe(before)
  await given(smallFile({ slots: 3, organisations: 3 }))
  expect(await now('small')).toEqual(comesBack(parsed(smallFile({ slots: 3, organisations: 3 }))))
})

test('one file after another, whatever they say: each comes back, and importing what comes back changes nothing', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(anyFile('x'), anyFile('x'), async (one, other) => {
      // Each pair has organisations of its own: those of a network stay and are shared.
      const slug = `pair-${++count}`
      const network = { slug: `net-${count}`, name: one.network.name }
      const files = [one, { ...other, network: { ...network, name: other.network.name } }].map(file => ({
        ...file,
        slug,
        network: { ...network, name: file.network.name },
      }))
      let last: SeminarFile | null = null
      for (const file of files) {
        await given(writeSeminarFile(file))
        const found = await now(slug)
        expect(withoutShared(found)).toEqual(withoutShared(comesBack(withOutOfDate(file, last))))
        last = found
        const before = await versions()
        expect((await given(writeSeminarFile(found))).changes).toEqual([])
        expect(await versions()).toBe(before)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

/** Besides what it says itself: words that a file leaves as they are under another original are out of date. */
function withOutOfDate(file: SeminarFile, last: SeminarFile | null): SeminarFile {
  if (last === null) return file
  const [was, is] = [textsOfFile(last), textsOfFile(file)]
  const older: Record<string, string[] | undefined> = { ...file.older }
  for (const [place, words] of is) {
    const before = was.get(place)
    for (const [language, body] of Object.entries(words)) {
      const stays = body !== undefined && before?.[language] === body && language !== file.source
      if (!stays || last.source !== file.source || before?.[file.source] === words[file.source]) continue
      if (place.startsWith('organisations.')) continue
      older[language] = [...new Set([...(older[language] ?? []), place])]
    }
  }
  return { ...file, older }
}

/** An organisation keeps what a file leaves out; a network its first name; a cancellation until it is taken back. */
function withoutShared({ network: _, cancelled: __, ...file }: SeminarFile) {
  const organisations = file.organisations.map(({ key, kind, roles }) => ({ key, kind, roles }))
  return { ...file, organisations }
}

test('an edit that says another file whole leads to that file', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(anyFile('x'), anyFile('x'), async (one, other) => {
      const slug = `edit-${++count}`
      const network = { slug: `edit-net-${count}`, name: one.network.name }
      await given(writeSeminarFile({ ...one, slug, network }))
      const before = await now(slug)
      const changed = await changeSeminar(house, who, slug, versionOf(before), () => ({ ...other, slug, network }))
      expect(changed).toMatchObject({ outcome: 'changed' })
      const after = await now(slug)
      // An edit says nothing of which translations are out of date: that follows from what it changes.
      const { network: _, cancelled: __, older: ___, ...wanted } = comesBack({ ...other, slug })
      const { network: ____, cancelled: _____, older: ______, ...found } = after
      expect(found).toEqual(wanted)
      expect(await changeSeminar(house, who, slug, versionOf(after), file => file)).toMatchObject({ changes: [] })
    }),
    { numRuns: 12 },
  )
}, 120_000)

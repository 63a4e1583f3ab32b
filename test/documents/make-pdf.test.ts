import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDocuments, type DocumentToMake, makePdf } from '../../source/ground/documents/index.ts'
import type { Locale } from '../../source/ground/languages/locales.ts'
import { readPdf } from './read-pdf.ts'

afterAll(closeDocuments)

// Templates stand under source/; the one of the attendance letter is the one there is.
const written = (text: string, language: Locale = 'fr') => ({ text, language })
const letter = (person: string, more: Partial<DocumentToMake> = {}): DocumentToMake => ({
  template: 'convene/letters/pages/letter.typ',
  data: {
    heading: 'Lettre de participation',
    organisers: [written('AL-LAs')],
    'number-word': 'Numéro',
    number: '2018-0007',
    attests: 'atteste que',
    person: written(person),
    standing: [written('Ville de Brécourt')],
    'took-part': 'a participé au séminaire',
    seminar: written('Hacia una acción', 'es'),
    subtitle: null,
    facts: [{ term: 'Date', value: written('jeudi 5 juillet 2018') }],
    issued: 'Délivrée.',
    check: ['Pour vérifier'],
    demonstration: null,
  },
  language: 'fr',
  title: 'Lettre 2018-0007',
  date: Temporal.Instant.from('2018-07-06T09:30:00Z'),
  ...more,
})

describe('a document', () => {
  test('is tagged, for archives, in its language, with its title and its business date', async () => {
    const made = await makePdf(letter('Awa Solidaire'))
    expect(made).toMatchObject({ standard: 'a-3b', missing: [] })
    const read = await readPdf(made.pdf)
    expect(read).toMatchObject({
      tagged: true,
      language: 'fr',
      title: 'Lettre 2018-0007',
      archive: { part: '3', conformance: 'B' },
      pages: 1,
    })
    expect(read.created).toMatch(/^D:20180706093000/)
    expect(read.text).toContain('Awa Solidaire')
    expect(read.text).toContain('Ville de Brécourt')
    // What is in another language than the page is marked: a screen reader changes its voice.
    expect(read.dictionaries).toMatch(/\/Lang ?\(es\)/)
    expect(read.dictionaries).toMatch(/\/S ?\/H1\b/)
  })

  test('says the variant of its language that the house writes', async () => {
    const languages = await Promise.all(
      (['fr', 'es', 'pt', 'en'] as const).map(
        async language => (await readPdf((await makePdf(letter('Ana', { language }))).pdf)).language,
      ),
    )
    expect(languages).toEqual(['fr', 'es', 'pt-BR', 'en-GB'])
  })

  test('is the same bytes for the same data', async () => {
    const [one, other] = await Promise.all([makePdf(letter('Ana')), makePdf(letter('Ana'))])
    expect(one.pdf.equals(other.pdf)).toBe(true)
  })

  test.each([
    'Оксана Коваленко',
    'Đorđe Ђорђевић',
    'Ελευθερία Παπαδοπούλου',
    'محمد نور الدين',
    'שרה כהן',
    'आशा शर्मा',
    '张伟 張偉',
    '渋谷 さくら',
    'Nguyễn Thị Hồng Ánh',
    'Meꞌphaa Ñuu Savi g̃uarani',
    'Ana 🌍 👩🏽‍💻 🇫🇷',
    'Þórunn Şükrü Łukasz Ő',
  ])('for archives with %s', async name => {
    const made = await makePdf(letter(name))
    expect(made).toMatchObject({ standard: 'a-3b', missing: [] })
  })

  test.each(['Оксана Коваленко', 'Ελευθερία', '张伟', 'Nguyễn Thị Hồng', 'आशा'])(
    'gives %s back to a reader',
    async name => {
      const read = await readPdf((await makePdf(letter(name))).pdf)
      expect(read.text.normalize('NFC')).toContain(name)
    },
  )

  test('is a plain tagged one when no font has a character, and says so in the answer and on the page', async () => {
    // Not assigned in Unicode, and the half of a pair: no font has either.
    const made = await makePdf(letter('Ana \u0378 Duarte \ud800'))
    expect(made.standard).toBe('plain')
    expect(made.missing).toContain('\u0378')
    const read = await readPdf(made.pdf)
    expect(read).toMatchObject({ tagged: true, language: 'fr', archive: null })
    expect(read.text).toContain('U+0378')
    expect(read.text).toContain('PDF/A')
    expect(read.text).toContain('Duarte')
  })

  test('never reads a name as Typst', async () => {
    const name = '#eval("1+1") #read("/ground/keys.ts") ] $x$ *b* _i_ // <a> @b \\ `c` "d" #{panic()}'
    const made = await makePdf(letter(name))
    expect(made.standard).toBe('a-3b')
    expect((await readPdf(made.pdf)).text).toContain('#eval("1+1") #read("/ground/keys.ts") ] $x$ *b* _i_ // <a> @b')
  })

  test('stays on one sheet with the longest name, organisation and title', async () => {
    const long = letter(`${'Wilhelmina-Maria '.repeat(5)} ${'Oyarzábal-Würtemberg '.repeat(5)}`)
    const data = long.data as Record<string, unknown>
    const made = await makePdf({
      ...long,
      data: {
        ...data,
        standing: [written('Mitglied '.repeat(22))],
        seminar: written('Verantwortung der Gemeinden '.repeat(7)),
        subtitle: written('Querblicke zwischen Lateinamerika und Europa '.repeat(3)),
      } as DocumentToMake['data'],
    })
    expect((await readPdf(made.pdf)).pages).toBe(1)
  })
})

describe('the process that sets documents', () => {
  test('a mistake is told, and the next document is made all the same', async () => {
    await expect(makePdf(letter('Ana', { template: 'nowhere/nothing.typ' }))).rejects.toThrow(/not found/)
    await expect(makePdf(letter('Ana', { data: {} }))).rejects.toThrow(/does not contain key/)
    expect((await makePdf(letter('Ana'))).standard).toBe('a-3b')
  })

  test('reads nothing outside source/', async () => {
    await expect(makePdf(letter('Ana', { template: '../package.json' }))).rejects.toThrow(/workspace/)
  })

  test('is ended and started again; what waited is told', async () => {
    await makePdf(letter('Ana'))
    const waiting = makePdf(letter('Bia'))
    waiting.catch(() => {})
    await closeDocuments()
    await expect(waiting).rejects.toThrow(/closing/)
    expect((await makePdf(letter('Caio'))).standard).toBe('a-3b')
  })

  test('killed from outside, it comes back with the next document', async () => {
    await makePdf(letter('Ana'))
    const [pid] = childrenWithTypesetter()
    expect(pid).toBeDefined()
    // Stopped first: it must not have answered before it is killed, however busy the machine is.
    process.kill(pid as number, 'SIGSTOP')
    const waiting = makePdf(letter('Bia'))
    process.kill(pid as number, 'SIGKILL')
    await expect(waiting).rejects.toThrow(/ended/)
    expect((await makePdf(letter('Caio'))).standard).toBe('a-3b')
  })

  test('beside many documents at once the server goes on', async () => {
    await makePdf(letter('Ana'))
    const made: string[] = []
    // At each beat: how many are done. Set in this very process, none would be seen between the first and the last.
    const seen = new Set<number>()
    const beat = setInterval(() => seen.add(made.length), 5)
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => made.push((await makePdf(letter(`Ana ${n}`))).standard)),
    )
    clearInterval(beat)
    expect(made).toEqual(Array.from({ length: 100 }, () => 'a-3b'))
    expect([...seen].filter(done => done > 0 && done < 100).length).toBeGreaterThan(1)
  })

  test('with two hundred waiting the next one is asked to come back', async () => {
    const many = Array.from({ length: 200 }, () => makePdf(letter('Ana')))
    await expect(makePdf(letter('Bia'))).rejects.toMatchObject({ kind: 'unavailable' })
    await Promise.all(many)
  })

  test('holds no program back from ending, and ends with it', async () => {
    const script = `
      import { makePdf } from ${JSON.stringify(new URL('../../source/ground/documents/index.ts', import.meta.url).href)}
      const made = await makePdf({ ...${JSON.stringify({ ...letter('Ana'), date: null })}, date: Temporal.Instant.from('2018-07-06T00:00Z') })
      console.log(made.standard)`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 15_000,
    })
    expect(stdout.trim()).toBe('a-3b')
  })
})

/** Our own children that set documents, found in /proc. */
function childrenWithTypesetter(): number[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .filter(pid => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('typesetter'))
}

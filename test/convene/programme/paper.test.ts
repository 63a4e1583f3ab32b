import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programmeOnPaper } from '../../../source/convene/programme/pages/paper.ts'
import { type OnPaper, sheetData } from '../../../source/convene/programme/pages/paper-data.ts'
import type { PaperForm } from '../../../source/convene/programme/rules/paper.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { closeDocuments } from '../../../source/ground/documents/index.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import { sample, smallFile } from '../seminar/room.ts'
import { fileOnPaper, fullFile, namesOf, onPaper } from './paper-support.ts'

const house = {
  settings: { publicUrl: new URL('https://perenne.example.org') },
  clock: { now: () => Temporal.Instant.from('2018-06-05T07:00:00Z') },
} as unknown as Parameters<typeof programmeOnPaper>[0]

let text: string
let full: SeminarFile
beforeAll(async () => {
  text = await sample()
  full = fullFile(text)
})
afterAll(closeDocuments)

const plain = (said: string) => said.replace(/[\u00a0\u202f\s]+/g, ' ').replaceAll('\u200b', '')
async function made(about: OnPaper, locale: Locale, form: PaperForm = 'sheet') {
  const { pdf, standard } = await programmeOnPaper(house, about, locale, form)
  const read = await readPdf(pdf)
  return { ...read, standard, text: plain(read.text) }
}
const fullIn = (locale: Locale, form: PaperForm) => made(fileOnPaper(full, locale, namesOf(full)), locale, form)

const inEach = {
  fr: {
    title: 'Programme : Vers une action internationale durable',
    language: 'fr',
    said: [
      'Jeudi 5 juillet 2018, 9 h – 17 h (heure de Paris)',
      'Modération : AL-LAs',
      '11 h 20 – 11 h 40',
      'Version 1 (Programme provisoire), publiée le 4 juin 2018',
      'Démonstration.',
    ],
  },
  es: {
    title: 'Programa: Hacia una acción internacional sostenible',
    language: 'es',
    said: [
      '9:40 – 11:20',
      'Parte III',
      'Moderación: Platforma',
      'Versión 1 (Programa provisional), publicada el',
      'Demostración.',
    ],
  },
  pt: {
    title: 'Programa: Rumo a uma ação internacional duradoura',
    language: 'pt-BR',
    said: ['9h40 – 11h20', 'Almoço livre', 'Versão 1 (Programa provisório), publicada em', 'Demonstração.'],
  },
  en: {
    title: 'Programme: Towards lasting international action',
    language: 'en-GB',
    said: [
      'Thursday 5 July 2018, 9:00 – 17:00 (Paris time)',
      'Version 1 (Provisional programme), released on 4 June 2018',
      'Demonstration.',
    ],
  },
}

describe('the page to pin up', () => {
  test.each(['fr', 'es', 'pt', 'en'] as const)('holds the sample on exactly one page, whole, in %s', async locale => {
    const about = onPaper(text, locale)
    const read = await made(about, locale)
    const { title, language, said } = inEach[locale]
    expect({ ...read, title: plain(read.title ?? '') }).toMatchObject({
      pages: 1,
      tagged: true,
      standard: 'a-3b',
      language,
      title,
    })
    expect(read.dictionaries).toMatch(/\/S ?\/H1\b/)
    expect(read.dictionaries).toMatch(/\/S ?\/H3\b/)
    for (const one of said) expect(read.text).toContain(one)
    for (const { title, themes } of about.version.programme.slots) {
      for (const words of [title, ...themes]) expect(read.text).toContain(plain(words[locale] ?? ''))
    }
    expect(read.text).toContain(`https://perenne.example.org/${locale}/seminars/${about.seminar.slug}/programme`)
  })

  test('holds two days, panels, rooms and people on one page too, regions and what is not sure in words', async () => {
    const read = await fullIn('en', 'sheet')
    expect(read.pages).toBe(1)
    for (const said of [
      'Friday 6 July 2018',
      'Announced hours: 9:30 – 12:00',
      'Latin America Ana Duarte (Prefeitura de Rio Claro)',
      'Coordination des réseaux (Platforma)',
      'Mercociudades (to be confirmed)',
      'Europe 2 seats to be filled',
      'Room: Salle sous les toits',
      'With Ελευθερία Παπαδοπούλου (Platforma)',
      'until Saturday 7 July 2018',
      'Atelier de cartographie in French; not yet in English',
    ])
      expect(read.text).toContain(said)
    expect(read.text).toContain('Conclusions and closing by Cités Unies France to be confirmed')
    for (const secret of ['Secreta', 'Persona', 'Nadie', 'Ninguno']) expect(read.text).not.toContain(secret)
    expect(read.text).not.toContain('Des questions, puis')
  })

  test('of sixty slots goes over several pages, says so on each, and loses none', async () => {
    const slots = Array.from(
      { length: 60 },
      (_, n) =>
        `    - {key: s-${n}, kind: talk, from: "${String(8 + Math.floor(n / 6)).padStart(2, '0')}:${(n % 6) * 10 || '00'}", to: "23:00", title: {en: Talk number ${n}.}, themes: [{en: "A first theme of it, in so many words that a line is filled and the next one begins, number ${n};"}, {en: Another one}], moderators: [org-1]}`,
    ).join('\n')
    const about = onPaper(smallFile({ slots: 0, more: slots }), 'en')
    const read = await made(about, 'en')
    expect(about.version.programme.slots).toHaveLength(60)
    expect(read.pages).toBeGreaterThan(1)
    for (let n = 0; n < 60; n++) {
      expect(read.text.split(`Talk number ${n}.`)).toHaveLength(2)
      expect(read.text).toContain(`number ${n};`)
    }
    for (let page = 1; page <= read.pages; page++) expect(read.text).toContain(`Page ${page} of ${read.pages}`)
    expect(read.text.split('Version 1, released on')).toHaveLength(read.pages + 1)
    expect((await made(about, 'en', 'booklet')).text).toContain('Talk number 59.')
  })

  test('of three dozen short slots still is one page', async () => {
    const slots = Array.from(
      { length: 36 },
      (_, n) =>
        `    - {key: s-${n}, kind: break, from: "${String(8 + Math.floor(n / 6)).padStart(2, '0')}:00", to: "23:00", title: {en: Pause ${n}.}}`,
    ).join('\n')
    expect((await made(onPaper(smallFile({ slots: 0, more: slots }), 'en'), 'en')).pages).toBe(1)
  })

  test('of an empty programme says that there is nothing in it yet', async () => {
    const about = onPaper(smallFile({ slots: 0 }).replace(/programme:\s+slots:\s*$/m, ''), 'fr')
    expect(about.version.programme.slots).toEqual([])
    for (const form of ['sheet', 'booklet'] as const) {
      expect((await made(about, 'fr', form)).text).toContain('Cette version n’a pas encore de créneau.')
    }
  })

  test('says the language of a programme that exists in another one, once', async () => {
    const read = await made(onPaper(smallFile({ slots: 3, organisations: 3 }), 'pt'), 'pt')
    expect(read.text).toContain('Talk 1')
    // Below the title, and below the name of the programme.
    expect(read.text.split('em inglês; ainda não em português')).toHaveLength(3)
    expect([...new Set(read.dictionaries.match(/\/Lang \([\w-]+\)/g))].sort()).toEqual([
      '/Lang (en-GB)',
      '/Lang (pt-BR)',
    ])
    const french = await made(onPaper(smallFile({ slots: 1 }), 'fr'), 'fr')
    expect(french.text).toContain('Un petit séminaire')
    expect(french.text).toContain('en anglais ; pas encore en français')
  })

  test('marks what is provisional, unless its name says so', async () => {
    const named = (name: string) => onPaper(smallFile({ more: `  name: {en: ${name}}\n  provisional: true` }), 'en')
    expect((await made(named('Draft for comments'), 'en')).text).toContain('Draft for comments provisional')
    expect((await made(named('A provisional plan'), 'en')).text).not.toContain('A provisional plan provisional')
    const final = onPaper(smallFile({ more: '  provisional: false' }), 'en')
    expect((await made(final, 'en')).text).not.toContain('provisional')
  })

  test('says which translations are older than their original, or unread', async () => {
    const about = onPaper(text, 'es')
    about.version.programme.older = { es: ['slots.part-1.title'] }
    const read = await made(about, 'es')
    expect(read.text).toContain('Algunas traducciones son más antiguas que su original')
    expect(read.text).toContain('el original cambió después de esta traducción')
    expect((await made(onPaper(text, 'es'), 'es')).text).not.toContain('más antiguas')
  })

  test('of a cancelled, postponed or moved seminar says so above everything, and why', async () => {
    const notice = (kind: 'cancelled' | 'postponed' | 'moved') => ({
      kind,
      heldOn: Temporal.PlainDate.from('2018-07-05'),
      movedTo: kind === 'moved' ? Temporal.PlainDate.from('2018-09-06') : null,
      reason: { text: 'La salle est inondée.', language: 'fr' as const, stale: false, state: 'source' as const },
    })
    const at = Temporal.Instant.from('2018-06-05T06:00:00Z')
    const cancelled = onPaper(text, 'en', new Map(), { cancelledAt: at, notice: notice('cancelled') })
    for (const form of ['sheet', 'booklet'] as const) {
      const read = await made(cancelled, 'en', form)
      expect(read.text).toContain('This seminar is cancelled')
      expect(read.text).toContain('It will not be held on 5 July 2018.')
      expect(read.text).toContain('La salle est inondée.')
      expect(read.text.indexOf('cancelled')).toBeLessThan(read.text.indexOf('Towards lasting'))
    }
    expect((await made(cancelled, 'en')).pages).toBe(1)
    // One that was cancelled before notices were kept.
    expect((await made(onPaper(text, 'fr', new Map(), { cancelledAt: at }), 'fr')).text).toContain(
      'Ce séminaire est annulé',
    )
    const postponed = await made(onPaper(text, 'en', new Map(), { postponedAt: at, notice: notice('postponed') }), 'en')
    expect(postponed.text).toContain('This seminar is postponed')
    expect(postponed.text).toContain('Its page online will give the new day.')
    expect(postponed.text).not.toContain('This page')
    const moved = await made(onPaper(text, 'en', new Map(), { notice: notice('moved') }), 'en')
    expect(moved.text).toContain('It was announced for 5 July 2018. It will be held on 6 September 2018.')
    expect((await made(onPaper(text, 'en'), 'en')).text).not.toContain('cancelled')
  })

  test('never reads a text as Typst, nor a placeholder of its own in it', async () => {
    const hostile = '#eval("1+1") #read("/ground/keys.ts") ] $x$ *b* _i_ // <a> @b \\ `c` "d" #{panic()} {page} {pages}'
    const file = structuredClone(full)
    file.title.en = hostile
    file.people[1] = { ...file.people[1], givenName: '#panic()', familyName: '] "$' } as SeminarFile['people'][number]
    for (const slot of file.programme.slots) slot.title.en = `${hostile} ${slot.key}`
    file.programme.name = { en: hostile }
    const about = fileOnPaper(file, 'en', namesOf(file))
    for (const form of ['sheet', 'booklet'] as const) {
      const read = await made(about, 'en', form)
      expect(read.standard).toBe('a-3b')
      expect(
        read.text.split('#eval("1+1") #read("/ground/keys.ts") ] $x$ *b* _i_ // <a> @b \\ `c` "d"').length,
      ).toBeGreaterThan(9)
      expect(read.text).toContain('#panic() ] "$')
    }
  })

  test.each(['محمد نور الدين', 'שרה כהן', 'आशा शर्मा', '张伟 張偉', 'Оксана Коваленко', '🌍 👩🏽‍💻', 'x'.repeat(290)])(
    'is for archives with the title %s',
    async title => {
      const file = structuredClone(full)
      file.title.en = title
      for (const slot of file.programme.slots) slot.title.en = title
      for (const form of ['sheet', 'booklet'] as const)
        expect(await made(fileOnPaper(file, 'en'), 'en', form)).toMatchObject({ standard: 'a-3b', tagged: true })
    },
  )

  test('is the same bytes for the same version, and kept; another when a name is gone', async () => {
    const about = fileOnPaper(full, 'en', namesOf(full))
    const first = programmeOnPaper(house, about, 'en', 'sheet')
    expect(programmeOnPaper(house, fileOnPaper(full, 'en', namesOf(full)), 'en', 'sheet')).toBe(first)
    const erased = await made(fileOnPaper(full, 'en'), 'en')
    expect(erased.text).not.toContain('Duarte')
    expect(erased.text).toContain('Mayor (Prefeitura de Rio Claro)')
    expect((await made(fileOnPaper(full, 'en'), 'en', 'booklet')).text).not.toContain(
      'She opened her city to the world',
    )
    expect(JSON.stringify(sheetData({ house, about: fileOnPaper(full, 'en'), locale: 'en' }))).not.toContain('Duarte')
  })
})

describe('the booklet', () => {
  test.each(['fr', 'es', 'pt', 'en'] as const)(
    'is tagged and whole in %s, version and page at each foot',
    async locale => {
      const read = await fullIn(locale, 'booklet')
      expect(read).toMatchObject({ tagged: true, standard: 'a-3b', language: inEach[locale].language })
      expect(read.pages).toBeGreaterThan(3)
      const version = {
        fr: 'publiée le 4 juin 2018',
        es: 'publicada el 4 de junio de 2018',
        pt: 'publicada em 4 de junho de 2018',
        en: 'released on 4 June 2018',
      }
      expect(read.text.split(version[locale])).toHaveLength(read.pages + 1)
      const about = fileOnPaper(full, locale)
      for (const { title, themes } of about.version.programme.slots) {
        for (const words of [title, ...themes]) expect(read.text).toContain(plain(words[locale] ?? words.fr ?? ''))
      }
      expect(read.text).toContain(inEach[locale].said.at(-1))
    },
  )

  test('tells how to come, who takes part, rooms, documents, contacts, and the method', async () => {
    const read = await fullIn('en', 'booklet')
    for (const said of [
      'Cités Unies France (CUF)',
      'Practical information',
      'Métro lines 1 and 11: Hôtel de Ville',
      'Interpretation into Spanish',
      'The discussion builds on the thinking of Cahier no. 8',
      'Des questions, puis un dialogue. in French; not yet in English',
      'Panel Latin America Ana Duarte',
      'Ana Duarte Mayor, Prefeitura de Rio Claro She opened her city to the world.',
      'Coordination des réseaux, Platforma',
      'Grand auditorium, for 200 people',
      'Summary of the Cahier https://documents.example.org/cahier-8.pdf',
      'https://perenne.example.org/en/files/01234567-89ab-cdef-0123-456789abcdef',
      'amerique-latine@example.org',
      '01 99 00 00 82',
    ])
      expect(read.text).toContain(said)
    for (const secret of ['Secreta', 'Persona', 'Nadie', 'Ninguno']) expect(read.text).not.toContain(secret)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareAddress, isAddress, suggestedAddress } from '#convene/guests/rules/address.ts'
import { readAddressLines } from '#convene/guests/rules/address-lines.ts'
import { guestFields, isFamilyFirst, meaningsOf } from '#convene/guests/rules/fields.ts'
import { splitName } from '#convene/guests/rules/full-name.ts'
import { findTable, lackingFields } from '#convene/guests/rules/guest-table.ts'
import {
  type GuestDefaults,
  type GuestsRead,
  type ReadableQuestion,
  readGuests,
} from '#convene/guests/rules/read-guests.ts'
import { cellAddress, Grid, type Merged, type Sheet, type SheetCell } from '#convene/guests/rules/sheet.ts'
import { addressLinesOf } from '#convene/guests/rules/sheet-of-addresses.ts'
import { readCategory, readCountry, readLanguages, readMailLanguage } from '#convene/guests/rules/words-of-cells.ts'
import { guests } from '#convene/messages/guests.ts'
import { locales } from '#ground/languages/locales.ts'

type Cells = (string | number | { date: string } | null)[]

/** A sheet as it stands on the screen, row by row. */
function sheet(rows: Cells[], merged: string[] = []): Sheet {
  return {
    name: 'Sheet',
    hidden: false,
    rows: rows.flatMap((cells, index) => {
      const held = cells.flatMap((cell, column): SheetCell[] => {
        if (cell === null || cell === '') return []
        if (typeof cell === 'number') return [{ column: column + 1, kind: 'number', text: String(cell) }]
        if (typeof cell === 'object') return [{ column: column + 1, kind: 'date', text: cell.date }]
        return [{ column: column + 1, kind: 'text', text: cell }]
      })
      return held.length > 0 ? [{ number: index + 1, cells: held }] : []
    }),
    merged: merged.map(rangeOf),
  }
}

function rangeOf(range: string): Merged {
  const [, a = '', b = '', c = '', d = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
  const column = (letter: string) => letter.charCodeAt(0) - 64
  return { row: Number(b), column: column(a), toRow: Number(d), toColumn: column(c) }
}

const none: GuestDefaults = { category: null, country: null, language: null, organisation: null }
const usual: GuestDefaults = { category: 'staff', country: 'FR', language: 'fr', organisation: null }

function read(one: Sheet, defaults = usual, questions: ReadableQuestion[] = []): GuestsRead {
  const grid = new Grid(one)
  const table = findTable(grid, questions)
  const reading = readGuests(grid, table, { defaults, questions, categoryLabels: [], seminarId: 's' })
  for (;;) {
    const next = reading.next()
    if (next.done) return next.value
  }
}

const told = ({ problems }: GuestsRead) =>
  problems.map(({ row, column, code, detail }) => [column === null ? row : cellAddress(row, column), code, detail])

describe('headings', () => {
  test.each([
    [
      ['Nom', 'Prénom', 'Courriel', 'Collectivité', 'Pays'],
      ['familyName', 'givenName', 'email', 'organisation', 'country'],
    ],
    [
      ['NOM DE FAMILLE', 'prenom', 'E-mail * (obligatoire)'],
      ['familyName', 'givenName', 'email'],
    ],
    [
      ['Nombres', 'Apellidos', 'Correo electrónico', 'País'],
      ['givenName', 'familyName', 'email', 'country'],
    ],
    [
      ['Nombre', 'Apellidos', 'correo'],
      ['givenName', 'familyName', 'email'],
    ],
    [
      ['Nome', 'Sobrenome', 'Endereço de e-mail'],
      ['givenName', 'familyName', 'email'],
    ],
    [
      ['Name', 'First name', 'Mail'],
      ['familyName', 'givenName', 'email'],
    ],
    [
      ['Nom', 'Courriel'],
      ['fullName', 'email'],
    ],
    [
      ['Nombre', 'Correo'],
      ['fullName', 'email'],
    ],
    [
      ['Nom et prénom', 'Adresse électronique'],
      ['fullName', 'email'],
    ],
    [
      ['Organizaton', 'Email adress'],
      ['organisation', 'email'],
    ],
    [
      ['Email', 'E-mail', 'Remarks'],
      ['email', null, null],
    ],
    [
      ['Nombre', 'Nom', 'Mail'],
      ['givenName', 'familyName', 'email'],
    ],
  ])('%j are recognised', (headings, meanings) => {
    expect(meaningsOf(headings, [])).toEqual(meanings)
  })

  test('each heading that we write into an empty list is recognised, in each language', () => {
    for (const locale of locales) {
      const fields = guestFields.filter(field => field !== 'fullName')
      expect(
        meaningsOf(
          fields.map(field => guests[locale].fields[field]),
          [],
        ),
      ).toEqual(fields)
      expect(meaningsOf([guests[locale].fields.fullName], [])).toEqual(['fullName'])
    }
  })

  test('a question is named by its key or its words', () => {
    const questions = [{ key: 'arrival', labels: ['Quand arrivez-vous ?', 'When do you arrive?'] }]
    expect(meaningsOf(['Mail', 'When do you arrive ?'], questions)).toEqual(['email', 'question:arrival'])
    expect(meaningsOf(['ARRIVAL'], questions)).toEqual(['question:arrival'])
  })

  test('no meaning is given twice, whatever the headings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Nom', 'Prénom', 'Nombre', 'Name', 'Mail', 'Courriel', 'Full name', '', 'x')),
        row => {
          const found = meaningsOf(row, []).filter(one => one !== null)
          expect(new Set(found).size).toBe(found.length)
        },
      ),
    )
  })

  test('what puts the family name first', () => {
    expect(isFamilyFirst('Nom et prénom')).toBe(true)
    expect(isFamilyFirst('Apellidos y nombres')).toBe(true)
    expect(isFamilyFirst('Nom complet')).toBe(false)
    expect(isFamilyFirst('Nombre y apellido')).toBe(false)
  })
})

describe('where the headings are', () => {
  test('under a title, and in two rows of which some are merged', () => {
    const one = sheet(
      [
        ['Liste des invités', null, null, null],
        ['Courriel', 'Identité', null, 'Organisation'],
        [null, 'Prénom', 'Nom', null],
        ['ana@example.org', 'Ana', 'Prado', 'Rio Claro'],
      ],
      ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'],
    )
    const table = findTable(new Grid(one), [])
    expect(table).toMatchObject({ headingRow: 3, from: 4 })
    expect(table.columns.map(({ meaning }) => meaning)).toEqual(['email', 'givenName', 'familyName', 'organisation'])
    expect(read(one).rows).toMatchObject([{ row: 4, guest: { givenName: 'Ana', organisation: 'Rio Claro' } }])
  })

  test('a heading over several columns says nothing of any of them, and is told', () => {
    const one = sheet(
      [
        ['Mail', 'Name', null],
        ['ana@example.org', 'Ana', 'Prado'],
      ],
      ['B1:C1'],
    )
    const { columns } = findTable(new Grid(one), [])
    expect(columns.map(({ heading, meaning, merged }) => [heading, meaning, merged !== null])).toEqual([
      ['Mail', 'email', false],
      ['Name', null, true],
      ['Name', null, true],
    ])
    expect(lackingFields(columns, usual)).toEqual(['givenName', 'familyName', 'organisation'])
    const meanings = { 2: 'givenName', 3: 'familyName' } as const
    expect(lackingFields(findTable(new Grid(one), [], { meanings }).columns, { ...usual, organisation: 'X' })).toEqual(
      [],
    )
  })

  test('a list without headings begins with its first row', () => {
    const one = sheet([
      ['Ana', 'Prado', 'ana@example.org'],
      ['Luis', 'Vega', 'luis@example.org'],
    ])
    expect(findTable(new Grid(one), [])).toMatchObject({ headingRow: null, from: 1 })
    expect(findTable(new Grid(one), []).columns.map(({ meaning }) => meaning)).toEqual([null, null, 'email'])
  })
})

describe('rows', () => {
  const headings: Cells = ['Prénom', 'Nom', 'Courriel', 'Organisation', 'Pays', 'Catégorie', 'Langue', 'Fonction']

  test('every error by its cell, with what may have been meant', () => {
    const found = read(
      sheet([
        headings,
        ['Ana', 'Prado', 'ana@rioclaro.example', 'Rio Claro', 'Brésil', 'Élue', 'pt', null],
        ['Luis', 'Vega', 'luis@', 'Rio Claro', 'Brasil', 'elected', 'pt', null],
        ['Eva', 'Sol', 'eva@example,org', 'Montreuil', 'Atlantide', 'roi', 'klingon', null],
        [null, 'Roy', null, null, null, null, null, 'Maire'],
      ]),
      none,
    )
    expect(told(found)).toEqual([
      ['C3', 'email-form', 'luis@rioclaro.example'],
      ['C4', 'email-form', 'eva@example.org'],
      ['F4', 'category-unknown', ''],
      ['E4', 'country-unknown', ''],
      ['G4', 'language-unknown', null],
      ['A5', 'given-name-missing', null],
      ['C5', 'email-missing', null],
      ['F5', 'category-missing', null],
      ['E5', 'country-missing', null],
      ['G5', 'language-missing', null],
      ['D5', 'organisation-missing', null],
    ])
    expect(found.rows.map(({ row, guest }) => [row, guest?.country ?? null])).toEqual([
      [2, 'BR'],
      [3, null],
      [4, null],
      [5, null],
    ])
  })

  test('the same person twice is one; another name at one address is told and stays', () => {
    const found = read(
      sheet([
        headings,
        ['José', 'García', 'j@example.org', 'A', 'ES', 'staff', 'es', null],
        ['JOSE', 'Garcia', 'J@example.org', 'A', 'ES', 'staff', 'es', null],
        ['Eva', 'García', 'j@example.org', 'A', 'ES', 'staff', 'es', null],
      ]),
    )
    expect(found).toMatchObject({ repeated: 1, rows: [{ row: 2 }, { row: 4 }] })
    expect(told(found)).toEqual([
      [3, 'duplicate', '2'],
      ['C4', 'same-address', '2'],
    ])
  })

  test('decimal commas, figures and days are kept as the text they are, and told', () => {
    const found = read(
      sheet([
        headings,
        ['Ana', 'Prado', 'ana@example.org', '12,5', 'BR', 'staff', 'pt', 75_004],
        ['Eva', 'Sol', 'eva@example.org', { date: '2018-07-05' }, 'BR', 'staff', 'pt', 12.5],
      ]),
    )
    expect(found.rows.map(({ guest }) => [guest?.organisation, guest?.role])).toEqual([
      ['12,5', '75004'],
      ['2018-07-05', '12.5'],
    ])
    expect(told(found)).toEqual([
      ['D2', 'number', null],
      ['H2', 'number', null],
      ['D3', 'date', null],
      ['H3', 'number', null],
    ])
  })

  test('a cell merged over several rows says the same in each; a title across the list is nobody', () => {
    const found = read(
      sheet(
        [
          headings,
          ['Délégation de Rio Claro'],
          ['Ana', 'Prado', 'ana@example.org', 'Rio Claro', 'BR', 'staff', 'pt', null],
          ['Luis', 'Vega', 'luis@example.org', null, 'BR', 'staff', 'pt', null],
          headings,
          [null, null, null, null, null, null, null, null, 'Total: 2'],
        ],
        ['A2:H2', 'D3:D4'],
      ),
    )
    expect(found.rows.map(({ guest }) => guest?.organisation)).toEqual(['Rio Claro', 'Rio Claro'])
    expect(found.passedOver).toBe(3)
    expect(told(found)).toEqual([
      ['A2', 'passed-over', null],
      ['D3', 'merged', '3 4'],
      ['A5', 'heading-again', null],
      ['I6', 'passed-over', null],
    ])
  })

  test('what can only be one country or category is read so, and told', () => {
    const found = read(
      sheet([headings, ['Ana', 'Prado', 'ana@example.org', 'A', 'Brazill', 'Universty', 'portugues', null]]),
    )
    expect(found.rows[0]?.guest).toMatchObject({ country: 'BR', category: 'university', language: 'pt' })
    expect(told(found)).toEqual([
      ['F2', 'category-like', 'university'],
      ['E2', 'country-like', 'BR'],
    ])
  })

  test('a language we have no mails in becomes the usual one, and is told', () => {
    const found = read(sheet([headings, ['Ana', 'Prado', 'ana@example.org', 'A', 'DE', 'staff', 'Deutsch', null]]))
    expect(found.rows[0]?.guest?.language).toBe('fr')
    expect(told(found)).toEqual([['G2', 'language-other', 'fr']])
  })

  test('answers to the organisers’ questions: words of options, a decimal comma, a day', () => {
    const question = (key: string, kind: ReadableQuestion['kind'], options: string[] = []): ReadableQuestion => ({
      id: `id-${key}`,
      key,
      kind,
      required: true,
      condition: null,
      options,
      labels: [],
      choices: options.map(option => ({ key: option, labels: [`Option ${option}`] })),
    })
    const questions = [question('nights', 'number'), question('bus', 'choice', ['yes', 'no']), question('day', 'date')]
    const row = (...more: Cells): Cells => ['Ana', 'Prado', 'ana@example.org', 'A', ...more]
    const found = read(
      sheet([
        ['Prénom', 'Nom', 'Courriel', 'Organisation', 'nights', 'bus', 'day'],
        row('2,5', 'option YES', { date: '2018-07-05' }),
        ['Eva', 'Sol', 'eva@example.org', 'A', '1.000', 'maybe', '5/7/2018'],
        ['Luis', 'Vega', 'luis@example.org', 'A', null, null, null],
      ]),
      usual,
      questions,
    )
    expect(found.rows[0]?.guest?.answers).toEqual({ nights: 2.5, bus: 'yes', day: '2018-07-05' })
    // What the list does not say, the person answers on their own page.
    expect(found.rows[2]?.guest?.answers).toEqual({})
    expect(told(found)).toEqual([
      ['E3', 'answer-number', null],
      ['F3', 'answer-choice', null],
      ['G3', 'answer-date', null],
    ])
  })

  test('a column of other things, said to be countries, is told in a moment', () => {
    const rows: Cells[] = Array.from({ length: 3000 }, (_, n) => [
      'Ana',
      `P${n}`,
      `a${n}@example.org`,
      'A',
      `Something ${n} else`,
      `Other ${n}`,
      `Tongue ${n}`,
      null,
    ])
    const started = performance.now()
    const found = read(sheet([headings, ...rows]))
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(found.problems.filter(({ code }) => code === 'country-unknown')).toHaveLength(3000)
    // What is a country stays one, however many are none.
    const last = read(sheet([headings, ...rows, ['Eva', 'Sol', 'e@example.org', 'A', 'Brésil', 'staff', 'pt', null]]))
    expect(last.rows.at(-1)?.guest?.country).toBe('BR')
  })

  test('a name is no place for a link', () => {
    const found = read(
      sheet([headings, ['Win at evil.com', 'Prado', 'ana@example.org', 'A', 'FR', 'staff', 'fr', null]]),
    )
    expect(found.rows[0]?.guest).toBeNull()
    expect(told(found)).toEqual([['A2', 'said-nameLink', null]])
  })

  test('every row that holds anything is somebody, repeated, or passed over', () => {
    const cell = fc.constantFrom(null, 'Ana', 'Prado', 'ana@example.org', 'x@', 'Rio', 'BR', 'elected', 'pt', '12,5')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell, cell, cell), { maxLength: 30 }), rows => {
        const found = read(sheet([headings, ...rows]), none)
        const held = rows.filter(row => row.some(one => one !== null)).length
        expect(found.rows.length + found.repeated + found.passedOver).toBe(held)
        const wrong = new Set(found.problems.flatMap(({ tone, row }) => (tone === 'error' ? [row] : [])))
        for (const { row, guest } of found.rows) expect(guest === null).toBe(wrong.has(row))
      }),
    )
  })
})

describe('words', () => {
  test('countries by name in four languages, by code, for short', () => {
    for (const word of ['Brasil', 'Brésil', 'BRAZIL', 'br', 'Brazilia']) {
      const found = readCountry(word)
      expect('is' in found ? found.is : 'like' in found ? found.like : null).toBe('BR')
    }
    expect(readCountry('EE.UU.')).toEqual({ is: 'US' })
    expect(readCountry('Royaume-Uni')).toEqual({ is: 'GB' })
    // Between two that are near nobody chooses.
    expect(readCountry('Nigera')).toMatchObject({ unknown: expect.arrayContaining(['NG', 'NE']) })
  })
  test('categories', () => {
    expect(readCategory('élue')).toEqual({ is: 'elected' })
    expect(readCategory('civil-society')).toEqual({ is: 'civil-society' })
    expect(readCategory('Funcionaria')).toEqual({ is: 'staff' })
    expect(readCategory('zzz')).toEqual({ unknown: [] })
  })
  test('languages', () => {
    expect(readMailLanguage('Français')).toEqual({ is: 'fr' })
    expect(readMailLanguage('pt-BR')).toEqual({ is: 'pt' })
    expect(readMailLanguage('inglés')).toEqual({ is: 'en' })
    expect(readMailLanguage('allemand')).toEqual({ other: 'de' })
    expect(readMailLanguage('???')).toEqual({ unknown: true })
    expect(readLanguages('français et espagnol, en; Elfish')).toEqual({
      codes: ['fr', 'es', 'en'],
      unknown: ['Elfish'],
    })
  })
  test.each([
    ['Prado Lima, Ana', false, 'Ana', 'Prado Lima'],
    ['Ana PRADO LIMA', false, 'Ana', 'PRADO LIMA'],
    ['PRADO LIMA Ana', false, 'Ana', 'PRADO LIMA'],
    ['Ana Prado', false, 'Ana', 'Prado'],
    ['Prado Ana', true, 'Ana', 'Prado'],
    ['Ana J. Prado', false, 'Ana J.', 'Prado'],
  ])('%s', (name, familyFirst, givenName, familyName) => {
    expect(splitName(name, familyFirst)).toEqual({ givenName, familyName })
  })
  test('one word is no full name', () => {
    expect(splitName('Ana')).toBeNull()
  })
})

describe('addresses', () => {
  test.each([
    ['mailto:ana@example.org', 'ana@example.org'],
    ['Ana Prado <ana@example.org>', 'ana@example.org'],
    ['\u200bana@example.org ', 'ana@example.org'],
  ])('%s is read', (typed, address) => {
    expect(bareAddress(typed)).toBe(address)
    expect(isAddress(bareAddress(typed))).toBe(true)
  })
  test.each([
    ['ana@gmial.com', null, 'ana@gmail.com'],
    ['ana @example.org', null, 'ana@example.org'],
    ['ana(at)example.org', null, 'ana@example.org'],
    ['ana@@example.org', null, 'ana@example.org'],
    ['ana@gmailcom', null, 'ana@gmail.com'],
    ['ana@example.org; luis@example.org', null, 'ana@example.org'],
    ['ana@', 'ville.example', 'ana@ville.example'],
    ['ana', 'ville.example', 'ana@ville.example'],
    ['ana@', null, null],
    ['ana@example.org', null, null],
  ])('%s (of %s) may be %s', (typed, domain, suggestion) => {
    expect(suggestedAddress(typed, domain)).toBe(suggestion)
  })
  test('what is suggested is always an address', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const suggestion = suggestedAddress(typed, 'ville.example')
        expect(suggestion === null || isAddress(suggestion)).toBe(true)
      }),
    )
  })
  test('lines as people paste them', () => {
    const { invitees, problems } = readAddressLines(
      [
        'Ana Prado <ana@example.org>',
        'luis@example.org es',
        '"Vega, Eva" <eva@example.org>; Rui Sol <rui@example.org>, pt',
        'a@example.org, b@example.org c@example.org',
        'ana@EXAMPLE.org',
        'nobody',
        '',
        'x@example.org <x@example.org>',
      ].join('\n'),
      'fr',
    )
    expect(
      invitees.map(({ line, email, givenName, familyName, language }) => [
        line,
        email,
        givenName,
        familyName,
        language,
      ]),
    ).toEqual([
      [1, 'ana@example.org', 'Ana', 'Prado', 'fr'],
      [2, 'luis@example.org', '', '', 'es'],
      [3, 'eva@example.org', 'Eva', 'Vega', 'fr'],
      [3, 'rui@example.org', 'Rui', 'Sol', 'pt'],
      [4, 'a@example.org', '', '', 'fr'],
      [4, 'b@example.org', '', '', 'fr'],
      [4, 'c@example.org', '', '', 'fr'],
      [8, 'x@example.org', '', '', 'fr'],
    ])
    expect(problems).toEqual([
      { line: 5, code: 'twice', found: 'ana@EXAMPLE.org', detail: '1' },
      { line: 6, code: 'form', found: 'nobody', detail: null },
    ])
  })
  test('a spreadsheet becomes such lines', () => {
    const one = sheet([
      ['Prénom', 'Nom', 'Courriel', 'Langue'],
      ['Ana', 'Prado', 'mailto:ana@example.org', 'pt'],
      [null, null, 'luis@example.org', null],
    ])
    expect(addressLinesOf([one])).toEqual(['Ana Prado <ana@example.org> pt', 'luis@example.org'])
    expect(addressLinesOf([sheet([['x', 'y']])])).toBeNull()
    const { invitees, problems } = readAddressLines((addressLinesOf([one]) ?? []).join('\n'), 'fr')
    expect(problems).toEqual([])
    expect(invitees).toMatchObject([{ familyName: 'Prado', language: 'pt' }, { email: 'luis@example.org' }])
  })
})

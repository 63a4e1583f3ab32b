import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../source/ground/files/rules/kind.ts'
import { cleanName, disposition } from '../../../source/ground/files/rules/name.ts'
import { checkText } from '../../../source/ground/files/rules/text-check.ts'

describe('names', () => {
  test.each([
    ['rapport.pdf', 'rapport.pdf'],
    ['C:\\Users\\ana\\Rapport.PDF', 'Rapport.PDF'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['facture\r\nSet-Cookie: a=b.pdf', 'factureSet-Cookie: a=b.pdf'],
    ['facture\u202efdp.exe', 'facturefdp.exe.pdf'],
    ['👩‍🌾 année.pdf', '👩‍🌾 année.pdf'],
    ['تقرير.pdf', 'تقرير.pdf'],
    ['', 'document.pdf'],
    ['...', 'document.pdf'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanName(typed, ['pdf'])).toBe(kept)
  })

  test('whatever is typed, the name fits the table, keeps its ending and cannot break a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), typed => {
        const name = cleanName(typed, ['jpg', 'jpeg'])
        expect([...name].length).toBeLessThanOrEqual(200)
        expect(name).toMatch(/\.jpe?g$/i)
        const header = disposition('attachment', name)
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
        const [, plain, encoded] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S*)$/.exec(header) ?? []
        expect(plain).toMatch(/^[\x20-\x7e]*$/)
        expect(decodeURIComponent(encoded ?? '')).toBe(name)
      }),
    )
  })
})

const bytes = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))
const kind = (text: string, name: string, entries: string[] | null = null, whole: 'utf-8' | 'other' | null = null) =>
  kindOf({ head: bytes(text), name, entries, text: whole })?.mediaType ?? null

describe('kinds', () => {
  test.each([
    ['%PDF-1.7\n', 'a.exe', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'a', 'image/png'],
    ['\xff\xd8\xff\xe0', 'a.png', 'image/jpeg'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'a', 'image/webp'],
    ['RIFF\x10\x00\x00\x00WAVEfmt ', 'a.webp', null],
    ['MZ\x90\x00', 'a.pdf', null],
    ['GIF89a', 'a.gif', null],
  ])('%j named %s is %s', (head, name, expected) => {
    expect(kind(head, name)).toBe(expected)
  })

  test('a text is told by its name, a page that could act as ours is not kept', () => {
    expect(kind('a;b', 'a.csv', null, 'utf-8')).toBe('text/csv; charset=utf-8')
    expect(kind('a;b', 'a.csv', null, 'other')).toBe('text/csv')
    expect(kind('a: b', 'a.yml', null, 'utf-8')).toBe('application/yaml; charset=utf-8')
    expect(kind('hello', 'a.exe', null, 'utf-8')).toBe('text/plain; charset=utf-8')
    expect(kind('<svg onload="x()">', 'a.txt', null, 'utf-8')).toBeNull()
    expect(kind('\xef\xbb\xbf  <!DOCTYPE html>', 'a.txt', null, 'utf-8')).toBeNull()
    expect(kind('hello', 'a.html', null, 'utf-8')).toBeNull()
    expect(kind('hello', 'a.svg', null, 'utf-8')).toBeNull()
  })

  test('a zip is what its directory says; a macro or a damaged directory makes it nothing', () => {
    const word = ['[Content_Types].xml', 'word/document.xml']
    expect(kind('PK\x03\x04', 'a.zip', word)).toContain('wordprocessingml')
    expect(kind('PK\x03\x04', 'a.docx', [...word, 'word/vbaProject.bin'])).toBeNull()
    expect(kind('PK\x03\x04', 'a.docx', null)).toBeNull()
    expect(kind('PK\x03\x04', 'a.docx', ['a.txt'])).toBeNull()
    const odt = `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`
    expect(kind(odt, 'a', ['mimetype', 'content.xml'])).toBe('application/vnd.oasis.opendocument.text')
    expect(kind(odt.replace('text', 'text-template'), 'a', ['mimetype'])).toBeNull()
  })
})

test('a text is a text wherever its characters are cut, and no other bytes are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, step) => {
      const all = Buffer.from(text.replace(/\p{Cc}/gu, ''))
      const check = checkText()
      for (let at = 0; at < all.length; at += step) check.see(all.subarray(at, at + step))
      return check.end() === 'utf-8'
    }),
  )
  const latin = checkText()
  latin.see(Uint8Array.of(0x63, 0xe9))
  expect(latin.end()).toBe('other')
  const program = checkText()
  program.see(Uint8Array.of(0x63, 0))
  expect(program.end()).toBeNull()
})

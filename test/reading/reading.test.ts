import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReadingBounds, readSavedMail, readWords } from '../../source/ground/reading/index.ts'
import { mostWords } from '../../source/ground/reading/order.ts'
import { docxOf, odtOf, pdfOf, pdfWithPassword } from './files.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'
let folder: string
let number = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perenne-reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function words(content: string | Uint8Array, mediaType: string, bounds?: ReadingBounds) {
  const path = join(folder, String(number++))
  await writeFile(path, content)
  return readWords(path, mediaType, bounds)
}
const mail = (content: string | Uint8Array<ArrayBuffer>, bounds?: ReadingBounds) =>
  readSavedMail(folder, new Blob([content]), bounds)

/** The most resident memory of the processes that this one started, while some work is done; in MB. */
async function mostMemoryDuring(work: () => Promise<unknown>): Promise<number> {
  let most = 0
  const look = async () => {
    const own = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').catch(() => '')
    for (const pid of own.split(' ').filter(Boolean)) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
      most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
    }
  }
  const timer = setInterval(look, 10)
  await work()
  clearInterval(timer)
  return most
}

describe('words of documents', () => {
  test('of a PDF, a .docx and an .odt, a line for each paragraph', async () => {
    expect(await words(pdfOf('BT /F1 12 Tf 72 700 Td (Convention de 1998) Tj ET'), 'application/pdf')).toEqual({
      read: { words: 'Convention de 1998', cut: false },
    })
    const body =
      '<w:p><w:r><w:t>Mémoire</w:t><w:tab/><w:t>d’un port</w:t></w:r></w:p><w:p><w:r><w:delText>effacé</w:delText><w:t>Água &amp; lúz</w:t></w:r></w:p>'
    expect(await words(await docxOf(body), docx)).toEqual({
      read: { words: 'Mémoire d’un port\nÁgua & lúz', cut: false },
    })
    const odf =
      '<office:text><text:h>Acta</text:h><text:p>Primero<text:s/>segundo<text:span> tercero</text:span></text:p></office:text>'
    expect(await words(await odtOf(odf), odt)).toEqual({ read: { words: 'Acta\nPrimero segundo tercero', cut: false } })
  })

  test('of a text in the encoding of old machines; none of a picture', async () => {
    expect(await words(Buffer.from('d\xe9lib\xe9ration', 'latin1'), 'text/plain')).toEqual({
      read: { words: 'délibération', cut: false },
    })
    expect(await words(Buffer.from('\x89PNG'), 'image/png')).toEqual({ read: null })
  })

  test('no more than are kept', async () => {
    const long = await docxOf(`<w:p><w:t>${'mot '.repeat(mostWords / 3)}</w:t></w:p>`)
    const found = await words(long, docx)
    expect(found).toMatchObject({ read: { cut: true } })
    expect('read' in found && found.read?.words.length).toBeLessThanOrEqual(mostWords)
  })

  test('a password, damage, and what only looks like a document', async () => {
    expect(await words(pdfWithPassword(), 'application/pdf')).toEqual({ notRead: 'encrypted' })
    expect(await words('%PDF-1.4 and nothing more', 'application/pdf')).toEqual({ notRead: 'damaged' })
    expect(await words(Buffer.from('PK\x03\x04rubbish'), docx)).toEqual({ notRead: 'damaged' })
    const locked = await odtOf('<office:text/>', {
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:x"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    })
    expect(await words(locked, odt)).toEqual({ notRead: 'encrypted' })
  })

  test('entities that would grow are refused with their document type', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><w:document xmlns:w="w"><w:t>&b;</w:t></w:document>`
    expect(await words(await docxOf('', { 'word/document.xml': bomb }), docx)).toEqual({ notRead: 'damaged' })
    const external = '<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><office:x xmlns:office="o"/>'
    expect(await words(await odtOf('', { 'content.xml': external }), odt)).toEqual({ notRead: 'damaged' })
  })
})

describe('bombs', () => {
  test('a .docx that unpacks to 100 MB of markup stops at the bound', async () => {
    const bomb = await docxOf('<w:r></w:r>'.repeat(9_000_000))
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    let found: unknown
    const most = await mostMemoryDuring(async () => {
      found = await words(bomb, docx)
    })
    expect(found).toEqual({ notRead: 'too-much' })
    expect(most).toBeGreaterThan(20)
    expect(most).toBeLessThan(500)
  })

  test('a PDF whose page unpacks to 400 MB does not take the machine with it, nor this process', async () => {
    const bomb = pdfOf(Buffer.alloc(400 * 1024 * 1024, ' '))
    const before = process.memoryUsage.rss()
    let found: unknown
    const most = await mostMemoryDuring(async () => {
      found = await words(bomb, 'application/pdf', { milliseconds: 10_000, memory: 200 * 1024 * 1024 })
    })
    expect(found).toEqual({ notRead: 'too-much' })
    // Memory is looked at every 50 ms: what is taken between two looks comes on top.
    expect(most).toBeLessThan(800)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024)
  })

  test('one that never ends is ended, and the next file is read', async () => {
    const slow = pdfOf(`BT /F1 1 Tf ${'1 0 0 1 1 1 Tm (a) Tj '.repeat(3_000_000)} ET`)
    expect(await words(slow, 'application/pdf', { milliseconds: 400, memory: 900 * 1024 * 1024 })).toEqual({
      notRead: 'too-much',
    })
    expect(await words('après', 'text/plain')).toMatchObject({ read: { words: 'après' } })
  })
})

describe('saved mails', () => {
  test('date, subject, addresses, text, attachments; pictures of a signature are none', async () => {
    const eml = [
      'From: =?utf-8?q?In=C3=A9s_Almeida?= <ines@example.org>',
      'To: "Bureau" <bureau@example.org>, Amis: a@example.org, b@example.org;',
      'Cc: Elu <elu@example.org>',
      'Subject: =?iso-8859-1?q?Compte_rendu_de_la_r=E9union?=',
      'Date: Tue, 5 Jun 2018 09:30:00 +0200',
      'Message-ID: <abc@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bonjour,',
      '--x',
      'Content-Type: text/plain; name="note.txt"',
      'Content-Disposition: attachment; filename="note.txt"',
      '',
      'pièce',
      '--x',
      'Content-Type: image/png',
      'Content-Disposition: inline; filename="logo.png"',
      'Content-ID: <logo>',
      '',
      'x',
      '--x--',
    ].join('\r\n')
    const found = await mail(eml)
    expect(found).toMatchObject({
      read: {
        messageId: 'abc@example.org',
        subject: 'Compte rendu de la réunion',
        sentOn: '2018-06-05',
        from: [{ name: 'Inés Almeida', address: 'ines@example.org' }],
        to: ['bureau@example.org', 'a@example.org', 'b@example.org', 'elu@example.org'].map(address => ({ address })),
        moreAddresses: 0,
        text: expect.stringContaining('Bonjour,'),
        attachments: [{ name: 'note.txt' }],
      },
    })
  })

  test('without a date, HTML only, in an encoding that does not exist', async () => {
    const html =
      'From: a@example.org\r\nSubject: x\r\nDate: hier soir\r\nContent-Type: text/html; charset=martian\r\n\r\n<style>p{}</style><p>Bonjour &amp; merci</p><script>alert(1)</script><p>À bient\xf4t</p>'
    const found = await mail(Buffer.from(html, 'latin1'))
    expect(found).toMatchObject({
      read: { sentOn: null, messageId: null, text: expect.stringContaining('Bonjour & merci') },
    })
    expect('read' in found && found.read.text).not.toMatch(/alert|p\{/)
  })

  test.each([
    ['Mon, 4 Jun 2018 00:10:00 +0900', '2018-06-04'],
    ['Sun, 3 Jun 2018 23:50:00 -0300', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50 -0300 (Hora de Chile (CLT))', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50:00 EST', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50:00 GMT', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50:00 -0000', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50:00', '2018-06-03'],
    ['Sun, 3 Jun 2018 23:50:00 +2359', '2018-06-03'],
    ['2018-06-03T23:50:00-03:00', '2018-06-03'],
    ['Sun, 34 Jun 2018 23:50:00 +0100', null],
  ])('the day of a mail is its sender’s: %s', async (date, day) => {
    expect(await mail(`From: a@example.org\r\nSubject: x\r\nDate: ${date}\r\n\r\nx`)).toMatchObject({
      read: { sentOn: day },
    })
  })

  test('what is no mail', async () => {
    expect(await mail('')).toEqual({ notRead: 'damaged' })
    expect(await mail('just a text\n\nand more')).toEqual({ notRead: 'damaged' })
    expect(await mail(Buffer.alloc(100_000, 0))).toEqual({ notRead: 'damaged' })
  })

  test('10,000 recipients are counted, not all carried', async () => {
    const to = Array.from({ length: 10_000 }, (_, n) => `P${n} <p${n}@example.org>`).join(',\r\n ')
    const found = await mail(`From: a@example.org\r\nTo: ${to}\r\nSubject: x\r\n\r\nx`)
    expect(found).toMatchObject({ read: { moreAddresses: 9_500 } })
  })

  test('parts within parts, without end, and headers without end', async () => {
    let nested = 'Content-Type: text/plain\r\n\r\nend'
    for (let n = 0; n < 2_000; n++)
      nested = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${nested}\r\n--b${n}--`
    expect(await mail(`From: a@example.org\r\n${nested}`)).toEqual({ notRead: 'damaged' })
    const headers = Array.from({ length: 200_000 }, (_, n) => `X-${n}: ${'y'.repeat(40)}`).join('\r\n')
    expect(await mail(`From: a@example.org\r\n${headers}\r\n\r\nx`)).toEqual({ notRead: 'damaged' })
  })

  test('with 14 MB attached it is read; a text of a million lines goes past the bound; this process grows by neither', async () => {
    const attached = Buffer.alloc(14 * 1024 * 1024, 'Perenne ')
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')
    const head = 'From: a@example.org\r\nSubject: x\r\n'
    const part = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nx\r\n--x\r\nContent-Disposition: attachment; filename=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--x--`
    let size = 0
    const most = await mostMemoryDuring(async () => {
      const found = await mail(part)
      size = 'read' in found ? (found.read.attachments[0]?.bytes.length ?? 0) : 0
    })
    expect(size).toBe(14 * 1024 * 1024)
    expect(most).toBeLessThan(500)
    // The mail itself is the test's own memory.
    const lines = new Blob([`${head}\r\n${'une ligne de texte\r\n'.repeat(1_000_000)}`])
    const before = process.memoryUsage.rss()
    const worst = await mostMemoryDuring(async () => {
      const bounds = { milliseconds: 20_000, memory: 250 * 1024 * 1024 }
      expect(await readSavedMail(folder, lines, bounds)).toEqual({ notRead: 'too-much' })
    })
    expect(worst).toBeLessThan(700)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024)
  })
})

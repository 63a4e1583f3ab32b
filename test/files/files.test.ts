import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import type { Visibility } from '../../source/ground/database/tables.ts'
import { fileProblem, fileRoutes, forgetUnnamedBytes, storeFile } from '../../source/ground/files/index.ts'
import { receiveBytes } from '../../source/ground/files/store/bytes.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { makeNetwork, signIn } from '../support/organisations.ts'

let house: TestHouse
let network: string
let elsewhere: string
let organiser: Awaited<ReturnType<typeof signIn>>
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])

beforeAll(async () => {
  house = await openTestHouse([{ name: 'files', routes: fileRoutes }])
  network = await makeNetwork(house, 'north')
  elsewhere = await makeNetwork(house, 'south')
  organiser = await signIn(house, 'organiser', network)
})
afterAll(() => house?.close())

const keep = (name: string, content: Uint8Array | string, visibility: Visibility = 0, more = {}) =>
  storeFile(house, person(organiser.id), {
    spaceId: network,
    visibility,
    name,
    content: new Blob([content as Uint8Array<ArrayBuffer>]),
    ...more,
  })

async function kept(name: string, content: Uint8Array | string, visibility: Visibility = 0) {
  const result = await keep(name, content, visibility)
  if (!result.ok) throw new Error(result.problem)
  return result.file
}

const everything = async () =>
  (await readdir(join(house.settings.dataFolder, 'files'), { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )

/** A zip archive of stored entries, as an office program would write its skeleton. */
function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name + content))
    centrals.push(central, Buffer.from(name))
    at += 30 + name.length + content.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

describe('keeping', () => {
  test('bytes come back as they were sent, to be saved, under a sandbox', async () => {
    const file = await kept('Rapport.pdf', pdf)
    const answer = await house.ask(`/fr/files/${file.id}`, { headers: organiser.headers })
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="Rapport.pdf"; filename*=UTF-8''Rapport.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    const again = await house.ask(`/fr/files/${file.id}`, {
      headers: { ...organiser.headers, 'if-none-match': answer.headers.get('etag') as string },
    })
    expect(again.status).toBe(304)
  })

  test('a text is compressed on its way and comes back whole', async () => {
    const content = 'ville;pays\n'.repeat(1000)
    const file = await kept('lista.csv', content, 2)
    const answer = await house.ask(`/es/files/${file.id}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await answer.text()).toBe(content)
  })

  test('documents of office programs are known by what is inside', async () => {
    const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })
    expect((await kept('lettre.zip', docx)).name).toBe('lettre.zip.docx')
    const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })
    expect((await kept('carta.odt', odt)).mediaType).toBe('application/vnd.oasis.opendocument.text')
    const macro = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' })
    expect(await keep('lettre.docx', macro)).toEqual({ ok: false, problem: 'not-kept' })
    expect(await keep('lettre.docx', docx.subarray(0, docx.length - 30))).toEqual({ ok: false, problem: 'not-kept' })
    expect(await keep('tout.zip', zip({ 'a.txt': 'a' }))).toEqual({ ok: false, problem: 'not-kept' })
  })

  test.each([
    ['0 bytes', 'a.pdf', '', 'empty'],
    ['a renamed program', 'rapport.pdf', 'MZ\x90\x00\x03', 'not-kept'],
    ['a page', 'a.txt', '<html><script>alert(1)</script>', 'not-kept'],
    ['an SVG', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-kept'],
  ])('%s is refused with a sentence, and nothing is left', async (_, name, content, problem) => {
    const before = (await everything()).length
    const result = await keep(name, content)
    expect(result).toEqual({ ok: false, problem })
    for (const locale of ['fr', 'es', 'pt', 'en'] as const) {
      expect(fileProblem(locale, problem as 'empty')).toMatch(/^\p{Lu}.{20,}\.$/u)
    }
    expect((await everything()).length).toBe(before)
  })

  test('one that is too large is refused as soon as it is, and the rest is not read', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(1000)]))
      },
    })
    const before = (await everything()).length
    expect(await keep('a.pdf', '', 0, { content: endless, most: 10_000 })).toEqual({ ok: false, problem: 'too-large' })
    expect(sent).toBeLessThan(20)
    expect((await everything()).length).toBe(before)
    expect(fileProblem('fr', 'too-large')).toContain('20')
  })

  test('names in any script, with line breaks and marks that turn direction', async () => {
    for (const [typed, name] of [
      ['a\r\nSet-Cookie: x=y.pdf', 'aSet-Cookie: x=y.pdf'],
      ['تقرير 🙂.pdf', 'تقرير 🙂.pdf'],
      ['gpj\u202efdp.exe', 'gpjfdp.exe.pdf'],
    ] as const) {
      const file = await kept(typed, pdf, 2)
      expect(file.name).toBe(name)
      const answer = await house.ask(`/fr/files/${file.id}`)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
      await answer.arrayBuffer()
    }
  })

  test('a disk without room is said so, and nothing is left', async () => {
    const before = (await everything()).length
    const full = new ReadableStream<Uint8Array>({
      start: controller => controller.enqueue(Buffer.from('%PDF-')),
      pull: controller => controller.error(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
    })
    await expect(keep('a.pdf', '', 0, { content: full })).rejects.toMatchObject({ kind: 'no-room' })
    expect((await everything()).length).toBe(before)
    await expect(receiveBytes('/dev/full', new Blob(['%PDF-']).stream(), 1000, () => null)).rejects.toMatchObject({
      code: 'ENOTDIR',
    })
  })
})

describe('who may', () => {
  test('an internal file is no file for anybody else', async () => {
    const file = await kept('interne.pdf', pdf)
    const outsider = await signIn(house, 'organiser', elsewhere)
    for (const headers of [{}, outsider.headers]) {
      const answer = await house.ask(`/fr/files/${file.id}`, { headers })
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('interne')
    }
    expect((await house.ask('/fr/files/nothing')).status).toBe(404)
    const reader = await signIn(house, 'moderator', await makeSeminarIn(network))
    expect((await house.ask(`/fr/files/${file.id}`, { headers: reader.headers })).status).toBe(404)
  })

  test('without the right to change a space, nothing is received, on the disk or in the table', async () => {
    const before = (await everything()).length
    for (const who of [
      { kind: 'anonymous' } as const,
      person((await signIn(house, 'translator', network)).id),
      person((await signIn(house, 'organiser', elsewhere)).id),
    ]) {
      await expect(
        storeFile(house, who, { spaceId: network, visibility: 2, name: 'a.pdf', content: new Blob([pdf]) }),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    }
    expect((await everything()).length).toBe(before)
  })
})

async function makeSeminarIn(parent: string): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'seminar', parent_id: parent, slug: 'one-seminar' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

test('bytes that no file names go after a day; those of a file, and of its history, stay', async () => {
  const { dataFolder } = house.settings
  const current = await kept('a.txt', 'is kept', 2)
  const former = await kept('b.txt', 'was kept', 2)
  await as(house.db, job('test'), tx => tx.deleteFrom('file').where('id', '=', former.id).execute())
  await mkdir(join(dataFolder, 'files', '00'), { recursive: true })
  const orphan = join(dataFolder, 'files', '00', '0'.repeat(62))
  const arriving = join(dataFolder, 'files', 'coming', 'cut-off')
  await writeFile(orphan, 'x')
  await writeFile(arriving, 'x')
  const day = Temporal.Duration.from({ hours: 24 })
  expect(await forgetUnnamedBytes(house, day)).toBe(0)
  for (const entry of await everything()) await utimes(join(entry.parentPath, entry.name), 1, 1)
  expect(await forgetUnnamedBytes(house, day)).toBe(2)
  for (const file of [current, former]) {
    const place = join(dataFolder, 'files', file.sha256.slice(0, 2), file.sha256.slice(2))
    expect(await readFile(place, 'utf8')).toMatch(/kept$/)
  }
})

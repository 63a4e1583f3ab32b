import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importVerb } from '#convene/seminar/acts/import-verb.ts'
import { at, house, openHouse, organiser, slug, turnTo } from './house.ts'
import { importProgramme, programmeRooms, sendWithFile, slotNow } from './slots-support.ts'
import { ask, fieldsOf, fileOf, fill, send, wordsOn } from './support.ts'

openHouse({ rooms: programmeRooms, fresh: { slug: 'fichiers', make: importProgramme } })

const importing = '/en/desk/import'

/** A file is uploaded to a slot of the seminar; its address. */
async function upload(key: string): Promise<string> {
  const path = at(`slots/${key}`)
  const fields = { ...fieldsOf((await ask(house, path, organiser)).html, path), 'documents.0.title.fr': 'Un rapport' }
  const pdf = new File(['%PDF-1.7\nquelques mots'], 'Rapport.pdf', { type: 'application/pdf' })
  const sent = await sendWithFile(house, path, organiser, fields, { 'documents.0.file': pdf })
  expect(sent.status).toBe(303)
  return (await slotNow(house, slug, key))?.documents[0]?.url ?? ''
}
/** The file of the seminar as text, under another address. */
async function textAs(other: string): Promise<string> {
  const { text } = await yamlOf()
  return text.replace(`slug: ${slug}`, `slug: ${other}`)
}
const yamlOf = async () => {
  const answer = await house.ask(`/en/desk/seminars/${slug}/seminar.yaml`, { headers: { cookie: organiser } })
  return { text: await answer.text() }
}
const look = (text: string) => fill(house, importing, organiser, { text, step: 'look' })

test('a file of another seminar: the look says which slot, which document, why and what to do; it imports all the same', async () => {
  const url = await upload('visit')
  expect(url).toMatch(/^\/files\//)
  // In its own seminar it is known.
  expect(wordsOn((await look((await yamlOf()).text)).html)).not.toContain('leads nowhere')
  const other = `${slug}-ailleurs`
  const text = await textAs(other)
  const looked = await look(text)
  expect(looked.status).toBe(200)
  const said = wordsOn(looked.html)
  for (const words of [
    '1 document leads nowhere',
    'uploaded to another seminar or installation',
    `Slot “visit”, document “Un rapport”: ${url}`,
    'open the slot, empty the address of the document, and choose the file again',
  ])
    expect(said).toContain(words)
  const saved = await send(house, importing, organiser, { ...fieldsOf(looked.html, importing), step: 'save' })
  expect(saved.status).toBe(303)
  turnTo(other)
  expect((await fileOf(house, slug)).programme.slots.find(({ key }) => key === 'visit')?.documents).toHaveLength(1)
  const desk = wordsOn((await ask(house, at('programme'), saved.cookie)).html)
  expect(desk).toContain('1 document names a file that this seminar does not have')

  // The checks say it as long as it is so; put right, they say it no more.
  const checks = () => ask(house, `/en/desk/seminars/${slug}/checks`, organiser)
  for (const words of ['Document that leads nowhere', '“Un rapport” names a file', 'choose the file again', 'Visite'])
    expect(wordsOn((await checks()).html)).toContain(words)
  expect(wordsOn((await ask(house, at('slots/visit'), organiser)).html)).toContain('deserve')
  const path = at('slots/visit')
  const again = { ...fieldsOf((await ask(house, path, organiser)).html, path), 'documents.0.url': '' }
  const pdf = new File(['%PDF-1.7\nquelques mots'], 'Rapport.pdf', { type: 'application/pdf' })
  expect((await sendWithFile(house, path, organiser, again, { 'documents.0.file': pdf })).status).toBe(303)
  expect(wordsOn((await checks()).html)).not.toContain('Document that leads nowhere')
})

test('a file of no installation is told in the language of the reader, and on the command line', async () => {
  const nowhere = '/files/0c0ffee0-0000-4000-8000-000000000009'
  const { text } = await yamlOf()
  const dead = text.replace('https://ville.example/note', nowhere)
  expect(dead).toContain(nowhere)
  for (const [locale, words] of [
    ['fr', '1 document ne mène nulle part'],
    ['es', '1 documento no lleva a ninguna parte'],
    ['pt', '1 documento não leva a lugar nenhum'],
  ]) {
    const page = `/${locale}/desk/import`
    expect(wordsOn((await fill(house, page, organiser, { text: dead, step: 'look' })).html)).toContain(words)
  }
  const told: string[] = []
  const verb = importVerb(async (_, work) => work(house))
  const folder = await mkdtemp(join(tmpdir(), 'unknown-files-'))
  const file = join(folder, 'seminar.yaml')
  await writeFile(file, dead)
  const line = { words: [file, 'dry-run'], say: () => {}, complain: (one: string) => told.push(one) }
  expect(await verb.run(line as never)).toBe(0)
  await rm(folder, { recursive: true })
  expect(told).toEqual([
    `${slug}: document 1 of the slot part opens nothing: there is no file ${nowhere} in this seminar.`,
  ])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeAwaited } from '#convene/messages/programme-awaited.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmeRelease } from '#convene/messages/programme-release.ts'
import { programmeFileRoutes } from '#convene/programme/pages/files-routes.ts'
import { programmePaperRoutes } from '#convene/programme/pages/paper-routes.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, fieldsOf, send, wordsOn } from '../registration/desk-support.ts'
import { edited, query } from '../seminar/support.ts'
import { answer, before, invite, mailTo, type PanelSeminar, panelSeminar, rooms } from './support.ts'

// Whoever was asked to moderate or to speak, from the question to the version that names them, or does not.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([...rooms, { name: 'files', routes: [...programmeFileRoutes, ...programmePaperRoutes] }])
  await house.setClock(before)
})
afterAll(async () => {
  await house?.close()
  await closeDocuments()
})

const m = programmeAwaited.en
const toConfirm = m.people(1)
const form = ({ slug }: PanelSeminar) => `/en/desk/seminars/${slug}/programme`
const releasePage = async (seminar: PanelSeminar) => (await ask(house, form(seminar), seminar.cookie)).html

/** Releases the draft by the page, as an organiser does. */
async function release(seminar: PanelSeminar, name: string, html?: string) {
  const fields = fieldsOf(html ?? (await releasePage(seminar)), form(seminar))
  return send(house, form(seminar), seminar.cookie, { ...fields, 'name.en': name, provisional: 'no' })
}
/** Eva moderates the first panel, and everybody may read her name and her post. */
async function evaNamed({ slug }: PanelSeminar) {
  await edited(house, slug, file => {
    const eva = file.people.find(({ key }) => key === 'eva')
    Object.assign(eva ?? {}, { named: true, role: { en: 'Mayor of the sea' }, organisation: 'org-2' })
  })
}
const text = async (path: string) => (await house.ask(path)).text()
/** All that everybody reads of the programme that stands. */
async function everywhere({ slug }: PanelSeminar, version: string) {
  const at = `/en/seminars/${slug}`
  const page = await text(`${at}/versions/${version}`)
  const linked = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(await text(`${at}?again=${version}`))
  const pdf = async (more: string) => {
    const response = await house.ask(`${at}/programme.pdf?${more}`)
    const read = await readPdf(Buffer.from(await response.arrayBuffer()))
    return read.text.replace(/[\s\u00a0\u202f]+/g, ' ')
  }
  return {
    page: wordsOn(page),
    byRoom: wordsOn(await text(`${at}/programme?by=room&again=${version}`)),
    calendar: (await text(`${at}/programme.ics?again=${version}`)).replace(/\r\n /g, ''),
    xml: await text(`${at}/schedule.xml?again=${version}`),
    json: await text(`${at}/schedule.json?again=${version}`),
    linked: linked?.[1] ?? '',
    sheet: await pdf(`again=${version}`),
    booklet: await pdf(`form=booklet&again=${version}`),
  }
}
const contents = async ({ id }: PanelSeminar) =>
  (
    await query<{ content: string }>(
      house,
      'select content::text from perenne.programme_version where seminar_id = $1 order by number',
      [id],
    )
  ).map(({ content }) => content)
const changesFrom = async ({ slug }: PanelSeminar, from: string, to: string) =>
  wordsOn(await text(`/en/seminars/${slug}/changes?from=${from}&to=${to}`))
const eva = /Okonkwo|Mayor of the sea/

test('asked: to be confirmed in every place, and named once they have said yes and it was released', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await evaNamed(seminar)
  expect((await release(seminar, 'Typed in')).status).toBe(303)
  // The team has answered for her: she stands there as before.
  const typed = await everywhere(seminar, 'typed-in')
  for (const said of Object.values(typed)) expect(said).toContain('Okonkwo')
  expect((await contents(seminar)).join()).not.toContain('Awaited')

  await invite(house, seminar, ['eva'])
  const html = await releasePage(seminar)
  const said = wordsOn(html)
  expect(said).toContain(m.awaited.title(1))
  expect(said).toContain('Eva Okonkwo: moderates “Part I – Cities that remember”')
  // What a release would change.
  expect(said).toMatch(/Who moderates.*Eva Okonkwo.*1 person \(to be confirmed\)/)
  expect((await release(seminar, 'Asked', html)).status).toBe(303)
  const asked = await everywhere(seminar, 'asked')
  for (const [place, words] of Object.entries(asked)) {
    expect(words, place).not.toMatch(eva)
    // Data for machines know performers or none.
    if (place !== 'linked') expect(words, place).toContain(toConfirm)
  }
  expect(asked.page).toContain(`Moderated by ${toConfirm}`)
  expect(asked.linked).not.toContain('performer')
  // The same again is nothing to release.
  expect(wordsOn(await releasePage(seminar))).toContain(programmeRelease.en.same)

  expect((await answer(house, (await mailTo(house, seminar, 'eva')).path, 'confirmed')).status).toBe(303)
  const still = await everywhere(seminar, 'asked')
  expect(still.page).toContain(toConfirm)
  expect(wordsOn(await releasePage(seminar))).not.toContain(m.awaited.title(1))
  await release(seminar, 'Sure')
  const sure = await everywhere(seminar, 'sure')
  for (const [place, words] of Object.entries(sure)) {
    expect(words, place).toMatch(eva)
    expect(words, place).not.toContain(toConfirm)
  }
  expect(await changesFrom(seminar, 'asked', 'sure')).toMatch(
    /Who moderates.*1 person \(to be confirmed\).*Eva Okonkwo, City of Rosario/,
  )
  // The version before stays as it was, also now that her name may be read.
  expect((await everywhere(seminar, 'asked')).page).not.toMatch(eva)
}, 60_000)

test('declined: not released, said before; neither a version nor the list of changes tells who it was', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await evaNamed(seminar)
  await invite(house, seminar, ['eva'])
  await release(seminar, 'Asked')
  await answer(house, (await mailTo(house, seminar, 'eva')).path, 'declined')

  const html = await releasePage(seminar)
  expect(wordsOn(html)).toContain(m.declined.title(1))
  expect(wordsOn(html)).toContain('Eva Okonkwo: moderates')
  const checks = wordsOn((await ask(house, `/en/desk/seminars/${seminar.slug}/checks`, seminar.cookie)).html)
  for (const code of ['part-declined', 'no-moderator'] as const)
    expect(checks).toContain(programmeChecks.en.codes[code].title)
  expect(checks).toContain(programmeChecks.en.codes['part-declined'].why)
  await release(seminar, 'Without', html)
  const without = await everywhere(seminar, 'without')
  for (const [place, words] of Object.entries(without)) {
    expect(words, place).not.toMatch(eva)
    expect(words, place).not.toContain(toConfirm)
  }
  expect(without.page).toContain('Cities that remember')
  const all = await contents(seminar)
  expect(all.at(-1)).not.toContain('"eva"')
  for (const content of all.slice(1)) expect(content).not.toMatch(eva)
  const changes = await changesFrom(seminar, 'asked', 'without')
  expect(changes).toContain(toConfirm)
  expect(changes).not.toMatch(eva)
  // She is still in the draft: the team decides who takes her place.
  expect((await query(house, "select from perenne.slot_person where state = 'declined'")).length).toBe(1)
}, 60_000)

test('an answer between the page and its form: what would be released is shown again before it is', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await evaNamed(seminar)
  await invite(house, seminar, ['eva'])
  const seen = await releasePage(seminar)
  await answer(house, (await mailTo(house, seminar, 'eva')).path, 'declined')
  const refused = await release(seminar, 'Too early', seen)
  expect(refused.status).toBe(409)
  expect(wordsOn(refused.html)).toContain(programmeRelease.en.stale)
  expect(wordsOn(refused.html)).toContain(m.declined.title(1))
  expect(await contents(seminar)).toHaveLength(1)
  expect((await release(seminar, 'Now', refused.html)).status).toBe(303)
})

test('before the announcement too: the draft shows to its team what will be released', async () => {
  const seminar = await panelSeminar(house)
  await evaNamed(seminar)
  const draft = async () => wordsOn((await ask(house, `/en/seminars/${seminar.slug}/programme`, seminar.cookie)).html)
  expect(await draft()).toContain('Okonkwo')
  await invite(house, seminar, ['eva'])
  expect(await draft()).toContain(`Moderated by ${toConfirm}`)
  expect(await draft()).not.toMatch(eva)
})

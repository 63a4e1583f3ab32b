import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { as, job } from '#ground/database/actor.ts'
import { dayOn } from '../life/support.ts'
import {
  type Announced,
  announced,
  flat,
  house,
  leaving,
  moveSlot,
  noticesOf,
  openTelling,
  query,
  queued,
  registrant,
  released,
  tell,
  tellRooms,
  waiting,
} from './support.ts'

openTelling()

const program = job('test')
const french = (text: string) => ({ source: 'fr' as const, bodies: { fr: text } })
const addresses = async (seminar: Announced) =>
  (await queued(house, seminar)).map(({ email, language, template }) => [email, language, template.slice(17)].join(' '))

describe('who is told, of what', () => {
  test('everybody registered and whoever has a part in it, once, in their language; later registrants are not', async () => {
    const seminar = await announced(house, 'moved')
    for (const [name, language] of [
      ['Fe', 'fr'],
      ['Es', 'es'],
      ['Pt', 'pt'],
      ['En', 'en'],
    ] as const)
      await registrant(house, seminar, name, language)
    expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
    await released(house, seminar, 'Deuxième version', moveSlot('two', '14:00', '15:30'))
    await registrant(house, seminar, 'Late', 'pt')
    expect(await waiting(house, seminar)).toBe(5)
    expect(await tell(house, seminar, french('La salle était prise.'))).toEqual({ outcome: 'told', people: 5 })
    expect(await addresses(seminar)).toEqual([
      'bo.lin@example.org en -on-it',
      'en@example.org en ',
      'es@example.org es ',
      'fe@example.org fr ',
      'pt@example.org pt ',
    ])
    expect(await waiting(house, seminar)).toBe(0)
    expect(await noticesOf(house, seminar)).toEqual([{ told: 5, number: 2 }])
    expect(await tell(house, seminar)).toEqual({ outcome: 'already' })
    const mails = await queued(house, seminar)
    for (const { data } of mails) {
      expect(Object.keys(data).sort()).toEqual(['base', 'notice', data.person ? 'person' : 'registration'].sort())
      expect(JSON.stringify(data)).not.toMatch(/@|Lin|Fe/)
    }
    const spanish = await leaving(house, mails[2]?.id ?? '')
    expect(flat(spanish)).toBe(
      [
        'Cambios en el programa: Un séminaire',
        'Hola, Es Test:',
        'El programa de “Un séminaire” ha cambiado desde la última vez que supo de él. Esto es lo que cambia para usted.',
        '1 bloque trasladado',
        '– Deuxième (en francés)',
        'Cuándo: 14:00 – 15:30 (antes: 11:00 – 12:00)',
        'El archivo adjunto actualiza estos bloques en su calendario.',
        'Las horas son las de Bogotá.',
        'Lo que agrega el equipo organizador (en francés):',
        'La salle était prise.',
        'Todos los cambios, con los textos:',
        `${house.settings.publicUrl.origin}/es/seminars/moved/changes?from=programme&to=deuxieme-version`,
      ].join('\n'),
    )
    expect(spanish?.action?.url).toContain('/es/me/')
    expect(spanish?.links).toBe(true)
    const [file] = spanish?.attachments ?? []
    expect(file).toMatchObject({
      name: 'moved-programme.ics',
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    })
    expect(file?.content.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(file?.content).toMatch(/SEQUENCE:1\r\n/)
    expect(file?.content).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m)
    expect(file?.content).toContain('METHOD:PUBLISH')
    const bo = await leaving(house, mails[0]?.id ?? '')
    expect(flat(bo)).toContain('Your slots have changed: A seminar')
    expect(bo?.action?.url).not.toContain('/me/')
  })

  test('the net of several releases: moved and back is nothing, each from what they know', async () => {
    const seminar = await announced(house, 'net')
    await registrant(house, seminar, 'First')
    await released(house, seminar, 'Deux', moveSlot('one', '08:00', '08:45'))
    await registrant(house, seminar, 'Second')
    await released(house, seminar, 'Trois', moveSlot('one', '09:00', '10:00'))
    await registrant(house, seminar, 'Third')
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
    expect(await addresses(seminar)).toEqual(['second@example.org fr '])
    // A later release starts from here for all three, and says it once.
    await released(house, seminar, 'Quatre', moveSlot('three', '10:00', '10:30'))
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 3 })
    const last = (await queued(house, seminar)).slice(1)
    expect(last.map(({ email }) => email).sort()).toEqual([
      'first@example.org',
      'second@example.org',
      'third@example.org',
    ])
    for (const { id } of last) expect(flat(await leaving(house, id))).toContain('from=trois&to=quatre')
  })

  test('another title is told, in a translation that is behind it too, with the new original', async () => {
    const seminar = await announced(house, 'another-title')
    await registrant(house, seminar, 'Fe', 'fr')
    await registrant(house, seminar, 'En', 'en')
    await released(house, seminar, 'Deux', ({ programme }) => {
      const [slot] = programme.slots
      if (slot) slot.title = { ...slot.title, fr: 'La dette des villes' }
    })
    expect(await tell(house, seminar)).toMatchObject({ outcome: 'told' })
    const mails = await queued(house, seminar)
    const to = async (address: string) =>
      flat(await leaving(house, mails.find(({ email }) => email === address)?.id ?? ''))
    expect(await to('fe@example.org')).toContain('La dette des villes')
    expect(await to('en@example.org')).toContain('La dette des villes (in French) (before: First)')
    const page = await (await house.ask('/en/seminars/another-title/changes?from=programme&to=deux')).text()
    expect(page).toContain('<p lang="fr" dir="auto">La dette des villes</p>')
    expect(page).toContain('the original has changed · in French; not yet in English')
    expect(page).toContain(`<h2 id="changes-changed">${programmeChanges.en.groups.changed(1)}</h2>`)
  })

  test('corrections wake nobody, and whoever gave their place back is not told', async () => {
    const seminar = await announced(house, 'words')
    const gone = await registrant(house, seminar, 'Gone')
    await registrant(house, seminar, 'Stays')
    await released(house, seminar, 'Deux', ({ programme }) => {
      const [slot] = programme.slots
      if (slot) slot.title = { fr: 'PREMIERS !' }
    })
    expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
    expect(await noticesOf(house, seminar)).toEqual([])
    await cancelRegistration(house, program, gone)
    await released(house, seminar, 'Trois', moveSlot('three', '10:15', '11:00'))
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
    expect(await addresses(seminar)).toEqual(['stays@example.org fr '])
  })

  test('whoever is registered and on the programme gets one mail, which says where they are', async () => {
    const seminar = await announced(house, 'both')
    await query(house, 'update perenne.person set email = $1 where email = $2', [
      'Both@Example.org ',
      'ana.ruiz@example.org',
    ])
    await registrant(house, seminar, 'Both')
    await released(house, seminar, 'Deux', moveSlot('one', '09:15', '10:00'))
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
    const [mail] = await queued(house, seminar)
    expect(mail).toMatchObject({ template: 'programme-changed' })
    expect(flat(await leaving(house, mail?.id ?? ''))).toContain('– Premier (vous y figurez)')
  })

  test('whoever registered before there was a programme is told that it is out', async () => {
    const seminar = await announced(house, 'first')
    await registrant(house, seminar, 'Early')
    await query(house, `update perenne.programme_version set released_at = '2030-03-02' where seminar_id = $1`, [
      seminar.id,
    ])
    await house.setClock('2030-03-03T10:00:00Z')
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
    const [mail] = await queued(house, seminar)
    const words = flat(await leaving(house, mail?.id ?? ''))
    expect(words).toContain('Le programme est publié : Un séminaire')
    expect(words).toContain('/fr/seminars/first/programme')
    expect(words).toContain('– Pause : 10 h – 11 h')
  })

  test('a seminar that was moved is told by itself, and its programme not again', async () => {
    const seminar = await announced(house, 'other-day')
    await registrant(house, seminar, 'One')
    await postponeSeminar(house, program, seminar.slug, { reason: null, newDay: dayOn('2030-06-03') })
    expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
  })

  test('five thousand people are one statement', async () => {
    const seminar = await announced(house, 'many')
    await query(
      house,
      `with p as (insert into perenne.person (given_name, email, language)
         select 'P', 'many' || n || '@example.org', 'fr' from generate_series(1, 5000) n returning id)
       insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state, requested_at)
       select $1, p.id, p.id::text, 'staff', 'O', 'CO', 'latin-america', 'fr', 'requested', '2030-03-01T11:00:00Z' from p`,
      [seminar.id],
    )
    await house.setClock('2030-03-02T10:00:00Z')
    await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 5000 })
    const asked = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
    spy.mockRestore()
    // One for registrants, one for people on the programme; and few others, however many people.
    expect(asked.filter(text => /insert into perenne\.mail/.test(text))).toHaveLength(2)
    expect(asked.length).toBeLessThan(30)
    const [row] = await query<{ n: number; people: number }>(
      house,
      `select count(*)::int as n, count(distinct person_id)::int as people from perenne.mail where space_id = $1 and template = 'programme-changed'`,
      [seminar.id],
    )
    expect(row).toEqual({ n: 5000, people: 5000 })
  })

  test('what its organisers may write themselves: the beginning, and never the list', async () => {
    const seminar = await announced(house, 'own-words')
    const template = tellRooms.flatMap(({ mails }) => mails?.['programme-changed'] ?? [])[0]
    const usual = () => as(house.db, program, async tx => template?.usual?.(house, tx, seminar.id, 'es'))
    const words = {
      subject: 'Cambios en el programa: {seminar}',
      body: 'El programa de “{seminar}” ha cambiado desde la última vez que supo de él. Esto es lo que cambia para usted.',
    }
    expect(await usual()).toEqual(words)
    await released(house, seminar, 'Deux', moveSlot('one', '08:00', '08:45'))
    expect(await usual()).toEqual(words)
  })

  test('the version that each of them knows, beside a recount', async () => {
    const seminar = await announced(house, 'bases')
    const registeredAt: { name: string; after: number }[] = []
    for (let version = 1; version <= 4; version++) {
      await registrant(house, seminar, `R${version}`)
      registeredAt.push({ name: `r${version}@example.org`, after: version })
      if (version === 3) expect(await tell(house, seminar)).toMatchObject({ outcome: 'told' })
      if (version < 4)
        await released(house, seminar, `V${version + 1}`, moveSlot('three', '10:00', `10:${10 + version}`))
    }
    const bases = await query<{ email: string; base: number }>(
      house,
      `select p.email, t.base from perenne.registrants_to_tell($1, perenne.told_up_to($1)) t
       join perenne.person p on p.id = t.person order by p.email`,
      [seminar.id],
    )
    expect(bases).toEqual(registeredAt.map(({ name, after }) => ({ email: name, base: Math.max(3, after) })))
  })
})

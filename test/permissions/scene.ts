import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { register } from '../../source/convene/registration/index.ts'
import { importSeminar } from '../../source/convene/seminar/acts/import-seminar.ts'
import { as, job } from '../../source/ground/database/actor.ts'
import type { Role, SpaceKind } from '../../source/ground/database/tables.ts'
import { storeFile } from '../../source/ground/files/index.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { sealMail } from '../../source/remember/journal/acts/waiting-mail.ts'
import { addDraft } from '../../source/remember/journal/store/mail-drafts.ts'
import { rooms } from '../../source/rooms.ts'
import { type Memory, makeMemory } from '../remember/support/memory.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

/**
 * Whoever may come to an address. `elsewhere` organises another network; `nobody` has an account and no right; `keeper` keeps
 * the memory of a territory of the network.
 */
export const visitors = [
  'anonymous',
  'nobody',
  'elsewhere',
  'evaluator',
  'steward',
  'translator',
  'organiser',
  'administrator',
  'keeper',
] as const
export type Visitor = (typeof visitors)[number]

export const slug = 'vers-une-action-internationale-durable'

export type Scene = {
  house: TestHouse
  /** A cookie of a new session, or nothing for the anonymous visitor. */
  cookieOf(visitor: Visitor): Promise<Record<string, string>>
  /** One record of each kind, internal to the territory. */
  memory: Memory
  ids: Record<
    'mail' | 'right' | 'person' | 'registration' | 'network' | 'territory' | 'member' | 'file' | 'seminar' | 'draft',
    string
  >
  /** A link of its own for each visit: some of them end what they lead to. */
  tokens: { me(): string; notMe(): string; first: string; signIn: string }
}

/** The whole house on a fresh database: the seminar of 2018, one registration, and one person of each kind. */
export async function openScene(): Promise<Scene> {
  const house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00+02:00')
  const yaml = await readFile(new URL('../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
  const imported = await importSeminar(house, job('test'), yaml, { announce: true })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const registered = await register(house, {
    seminar: slug,
    origin: 'form',
    givenName: 'Awa',
    familyName: 'Solidaire',
    email: 'awa@example.org',
    category: 'elected',
    organisation: 'Ville de Brécourt',
    country: 'FR',
    language: 'fr',
    consents: ['data'],
  })
  if (registered.outcome !== 'registered') throw new Error(registered.outcome)
  const many = await Promise.all(
    Array.from({ length: 190 }, (_, n) =>
      register(house, {
        seminar: slug,
        origin: 'form',
        givenName: 'Awa',
        familyName: `Solidaire ${n}`,
        email: `awa${n}@example.org`,
        category: 'elected',
        organisation: `Ville ${n % 40}`,
        country: n % 2 === 0 ? 'FR' : 'BR',
        language: 'fr',
        consents: ['data'],
      }),
    ),
  )
  const registrations = many.map(one => {
    if (one.outcome !== 'registered' || one.told.state !== 'confirmed') throw new Error('not confirmed')
    return one.id
  })
  const another = () => {
    const id = registrations.pop()
    if (id === undefined) throw new Error('the scene has too few registrations for these routes')
    return id
  }

  const stored = await storeFile(house, job('test'), {
    spaceId: imported.id,
    name: 'note.txt',
    content: new Blob(['Note interne']),
    visibility: 0,
  })
  if (!stored.ok) throw new Error(stored.problem)

  return as(house.db, job('test'), async tx => {
    const space = async (kind: SpaceKind, name: string, parent: string | null) =>
      (
        await tx
          .insertInto('space')
          .values({ kind, slug: name, parent_id: parent })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const installation = (
      await tx.selectFrom('space').select('id').where('kind', '=', 'installation').executeTakeFirstOrThrow()
    ).id
    const { network_id: network } = await tx
      .selectFrom('seminar')
      .select('network_id')
      .where('id', '=', imported.id)
      .executeTakeFirstOrThrow()
    const otherNetwork = await space('network', 'elsewhere', installation)
    const territory = await space('territory', 'brecourt', installation)
    await tx
      .insertInto('territory')
      .values({ id: territory, country: 'FR', region: 'europe', government: 'municipality', successor_id: null })
      .execute()
    await tx.updateTable('space').set({ visibility: 2 }).where('id', '=', territory).execute()
    await tx.updateTable('territory').set({ visibility: 2 }).where('id', '=', territory).execute()
    const memory = await makeMemory(tx, territory)
    const draft = randomUUID()
    await addDraft(tx, {
      id: draft,
      space: territory,
      mailHash: house.keys.hash('mail of a memory', 'essai@example.org'),
      waiting: sealMail(house, draft, {
        messageId: 'essai@example.org',
        day: '2018-06-01',
        subject: 'Rapport annuel',
        from: [],
        to: [],
        moreAddresses: 0,
        text: 'Le rapport suit.',
        attachments: [],
        moreAttachments: 0,
      }),
      addresses: [],
      by: null,
      attachments: [],
    })
    const member = await tx
      .insertInto('network_member')
      .values({ space_id: network, member_id: territory, starts_on: null, ends_on: null })
      .returning('id')
      .executeTakeFirstOrThrow()

    const people = new Map<Visitor, string>()
    const account = async (name: string) =>
      (
        await tx
          .insertInto('person')
          .values({
            given_name: name,
            family_name: 'Essai',
            email: `${name}@example.org`,
            language: 'fr',
            has_account: true,
            telephone: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const right = async (person: string, role: Role, kind: SpaceKind, id: string) =>
      (
        await tx
          .insertInto('access_right')
          .values({ person_id: person, role, space_id: id, space_kind: kind, reason: 'essai', given_by: null })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const give = async (visitor: Visitor, role: Role, kind: SpaceKind, id: string) => {
      const person = await account(visitor)
      people.set(visitor, person)
      await right(person, role, kind, id)
    }
    people.set('nobody', await account('nobody'))
    await give('elsewhere', 'organiser', 'network', otherNetwork)
    await give('evaluator', 'evaluator', 'network', network)
    await give('steward', 'door_steward', 'seminar', imported.id)
    await give('translator', 'translator', 'seminar', imported.id)
    await give('organiser', 'organiser', 'network', network)
    await give('administrator', 'administrator', 'installation', installation)
    await give('keeper', 'territory_editor', 'territory', territory)
    const spare = await account('spare')
    const mail = await tx.selectFrom('mail').select('id').executeTakeFirstOrThrow()
    const link = await tx
      .insertInto('sign_in_link')
      .values({ person_id: spare, expires_at: Temporal.Now.instant().add({ hours: 1 }).toString(), return_to: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      house,
      memory,
      ids: {
        mail: mail.id,
        right: await right(spare, 'rapporteur', 'seminar', imported.id),
        person: spare,
        network,
        territory,
        member: member.id,
        file: stored.file.id,
        seminar: imported.id,
        draft,
        registration: registered.id,
      },
      tokens: {
        me: () => house.keys.sign('registration', another()),
        notMe: () => house.keys.sign('not-me', another()),
        first: house.keys.sign('first-administrator', '0'),
        signIn: house.keys.sign('sign-in', link.id),
      },
      async cookieOf(visitor): Promise<Record<string, string>> {
        const person = people.get(visitor)
        if (!person) return {}
        const { token } = await openSession(house.db, person)
        return { cookie: `${sessionCookie}=${token}` }
      },
    }
  })
}

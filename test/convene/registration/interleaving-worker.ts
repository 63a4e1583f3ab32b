import { sql } from 'kysely'
import { acceptOffer } from '#convene/registration/acts/accept-offer.ts'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeInvitation } from '#convene/registration/acts/change-invitation.ts'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { endInvitation, releaseInvitation } from '#convene/registration/acts/end-invitation.ts'
import { expireOffers } from '#convene/registration/acts/expire-offers.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { register } from '#convene/registration/acts/register.ts'
import { setPriority } from '#convene/registration/acts/set-priority.ts'
import type { Category } from '#convene/registration/rules/answers.ts'
import { readOwn } from '#convene/registration/store/own.ts'
import { readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import { openClock } from '#ground/clock.ts'
import { as, job, link } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import { keysFrom } from '#ground/keys.ts'
import { openLog } from '#ground/log.ts'
import { readSettings } from '#ground/settings.ts'
import { chance } from './chance.ts'
import { disagreementsOf } from './disagreements.ts'

// A server process of its own, with several requests under way at once: each client does one random thing after another.
export type InterleavingWork = {
  connection: object
  key: string
  slug: string
  seminarId: string
  territories: readonly string[]
  seed: number
  clients: number
  steps: number
  /** Whether registration is closed and the cut-off reached: all is tried there too, and must come to nothing. */
  afterCutOff: boolean
}

const work = JSON.parse(process.argv[2] ?? '') as InterleavingWork
const db = connect(work.connection)
const house: House = {
  settings: readSettings({}, 'test'),
  log: openLog('silent'),
  keys: keysFrom(Buffer.from(work.key, 'hex')),
  db,
  owner: {},
  clock: await openClock(db),
  rooms: [],
  mailsWritten: () => {},
}
const { slug, seminarId } = work
const program = job('interleaving')
const counted: Record<string, number> = {}
const count = (outcome: string) => {
  const what = work.afterCutOff ? `late: ${outcome}` : outcome
  counted[what] = (counted[what] ?? 0) + 1
}

const quotaKeys = ['overall', 'universities', 'europe', 'academic-europe'] as const
const categories = ['elected', 'staff', 'university', 'other'] as const
const countries = ['FR', 'BR', 'JP'] as const
const organisations = ['Ville A', 'Université B', 'Association C', 'Red D'] as const

const some = (states: readonly RegistrationState[], random: ReturnType<typeof chance>) =>
  as(db, program, async tx => {
    const rows = await tx
      .selectFrom('registration')
      .select('id')
      .where('seminar_id', '=', seminarId)
      .where('state', 'in', [...states])
      .execute()
    return random.shuffled(rows.map(row => row.id))
  })
const invitations = () =>
  as(db, program, tx =>
    tx.selectFrom('invitation').selectAll().where('seminar_id', '=', seminarId).where('ended_at', 'is', null).execute(),
  )

// After each act, whatever the others are doing: a statement sees one moment, and no moment may disagree.
async function agree(after: string): Promise<void> {
  const asked = disagreementsOf.replaceAll('$1', `'${seminarId}'::uuid`)
  const { rows } = await as(db, program, tx => sql.raw(asked).execute(tx))
  if (rows.length > 0) throw new Error(`counters and recount disagree after ${after}: ${JSON.stringify(rows)}`)
}

async function client(number: number): Promise<void> {
  const random = chance(work.seed * 31 + number)
  const alive = ['requested', 'waiting', 'offered', 'confirmed'] as const
  let n = 0
  const nobody = () => `p${work.seed}-${number}-${n++}@example.org`
  const one = async (states: readonly RegistrationState[], act: (id: string) => Promise<unknown>) => {
    const [id] = await some(states, random)
    if (id) await act(id)
  }
  // One quota at a time: the model promotes after each event, the program after each act.
  const setCapacity = async (key: string, next: (capacity: number) => number) => {
    // Another organiser was quicker, again and again: who is told so looks and does it again.
    for (let tries = 0; tries < 4; tries++) {
      const now = await as(db, program, tx => readPlacesSettings(tx, seminarId))
      const quotas = now.quotas.map(quota =>
        quota.key === key ? { ...quota, capacity: Math.max(0, next(quota.capacity)) } : quota,
      )
      const { outcome } = await changePlaces(house, program, slug, { ...now, quotas, version: placesVersion(now) })
      if (outcome === 'invalid') throw new Error('places were not taken')
      count(outcome)
      if (outcome !== 'stale') return
    }
  }
  const changeOneCapacity = (by: number) => setCapacity(random.of(quotaKeys) as string, capacity => capacity + by)
  const raiseAll = async () => {
    for (const key of quotaKeys) await setCapacity(key, capacity => capacity + 1)
  }
  const changeTo = (id: string, moved: { category?: Category; country?: string; territoryId?: string | null }) =>
    as(db, program, tx => readOwn(tx, id)).then(async own => {
      if (!own) return
      const answers = { ...own.answers, ...moved }
      const result = await changeRegistration(house, link(id), id, { version: own.version, answers })
      count(`change ${result.outcome}`)
    })
  const fields = (places: number, reserved: boolean) => ({
    label: 'Partner',
    places,
    reserved,
    reservedUntil: null,
    priority: 0,
    withoutApproval: true,
    validUntil: null,
  })
  const acts: Record<string, () => Promise<unknown>> = {
    async register() {
      const codes = await invitations()
      const code = random.below(4) === 0 ? (random.of(codes)?.code ?? null) : null
      const result = await register(house, {
        seminar: slug,
        origin: 'api',
        givenName: 'Ana',
        familyName: 'Silva',
        email: nobody(),
        category: random.of(categories) as Category,
        organisation: random.of(organisations) as string,
        country: random.of(countries) as string,
        territoryId: random.below(3) === 0 ? (random.of(work.territories) as string) : null,
        language: 'pt',
        consents: ['data'],
        invitation: code,
      })
      count(result.outcome === 'refused' ? result.why : `registered ${result.told.state}`)
    },
    async cancel() {
      await one(alive, async id => count(await cancelRegistration(house, random.below(2) ? link(id) : program, id)))
    },
    async approve() {
      const ids = (await some(['requested'], random)).slice(0, 1 + random.below(3))
      for (const { outcome } of await approveRegistrations(house, program, slug, ids)) count(`approve ${outcome}`)
    },
    async refuse() {
      await one(alive, async id => {
        for (const { outcome } of await refuseRegistrations(house, program, slug, [id], '')) count(outcome)
      })
    },
    async change() {
      await one(alive, id =>
        changeTo(id, {
          category: random.of(categories) as Category,
          country: random.of(countries) as string,
          ...(random.below(3) === 0 ? { territoryId: random.of([...work.territories, null]) ?? null } : {}),
        }),
      )
    },
    // Somebody wants to go where no place is left: the universities' quota is closed, then a participant moves into it.
    async moveIntoFull() {
      await setCapacity('universities', () => 0)
      await one(['confirmed'], id => changeTo(id, { category: 'university' }))
    },
    // The hall grows, the next in line are offered a place, and one of them answers or lets the hours pass.
    async offerAndAccept() {
      await raiseAll()
      await acts.accept?.()
    },
    async offerAndExpire() {
      await raiseAll()
      await acts.expire?.()
    },
    raise: () => changeOneCapacity(1 + random.below(2)),
    lower: () => changeOneCapacity(-1 - random.below(2)),
    async expire() {
      await one(['offered'], id =>
        as(db, program, tx =>
          tx
            .updateTable('registration')
            .set({ offered_until: sql<string>`perenne.now() - random() * interval '1 hour'` })
            .where('id', '=', id)
            .where('state', '=', 'offered')
            .execute(),
        ),
      )
      if ((await expireOffers(house)) > 0) count('expired')
    },
    async accept() {
      await one(['offered'], async id => count(`accept ${await acceptOffer(house, link(id), id)}`))
    },
    async handOn() {
      await one(['confirmed'], async id => {
        const colleague = { givenName: 'Bento', familyName: 'Lima', email: nobody(), language: 'pt' as const }
        count((await handOn(house, link(id), id, colleague)).outcome)
      })
    },
    async prioritise() {
      await one(['waiting'], async id => count(await setPriority(house, program, slug, id, random.below(5) - 2)))
    },
    async invite() {
      const all = await invitations()
      if (all.length < 3) {
        const made = await makeInvitation(house, program, slug, fields(1 + random.below(3), random.below(3) > 0))
        count(`invitation ${made.outcome}`)
        return
      }
      const { id } = random.of(all) as (typeof all)[number]
      const how = random.below(5)
      if (how === 0) count(await endInvitation(house, program, slug, id))
      else if (how === 1 || how === 4) count(await releaseInvitation(house, program, slug, id))
      else count((await changeInvitation(house, program, slug, id, fields(1 + random.below(4), how === 2))).outcome)
    },
  }
  const before =
    'register register register register register register register register approve approve approve change change moveIntoFull offerAndAccept offerAndExpire'
  // Fewer of them late, so that each act has its turns; none may change anything.
  const late =
    'register register approve approve approve change change change moveIntoFull offerAndAccept offerAndExpire'
  const always =
    'cancel cancel refuse raise raise lower lower expire expire accept accept accept handOn prioritise prioritise prioritise prioritise invite invite'
  const choices = `${work.afterCutOff ? late : before} ${always}`.split(' ')
  for (let step = 0; step < work.steps; step++) {
    const act = random.of(choices) as string
    await acts[act]?.()
    await agree(`client ${number}, step ${step}: ${act}`)
  }
}

await Promise.all(Array.from({ length: work.clients }, (_, number) => client(number)))
await db.destroy()
process.stdout.write(JSON.stringify(counted))

import { openGround } from '../registration/hall.ts'
import { correctPeers, type PeerName, racingPeers } from '../registration/peers.ts'
import { audit, auditPeer, oneByOne, rush, startServers } from '../registration/run.ts'
import { places, slug, warmSlug } from '../registration/seminar.ts'
import { type Figure, figureOf, median, type Row } from '../row.ts'

const tries = 20_000
const connections = 800
const rounds = 3
/** Connections to the database of both servers together: what a plain client gets too. */
const pools = 24

type Ours = Awaited<ReturnType<typeof ours>>

/** A rush for places through HTTP, beside the same POST not admitted, the peers' algorithms and single transactions. */
export const registration: Row = {
  name: 'registration',
  what: `${tries} tries for ${places} places, 3 quotas, two server processes, ${connections} connections, fsync on (${rounds} rounds)`,
  async run(tell) {
    const ground = await openGround()
    try {
      const own: Ours[] = []
      const parsed: number[] = []
      for (let round = 0; round < rounds; round++) {
        // In turn, so that a machine that slows down slows both.
        parsed.push(await notAdmitted(ground))
        const one = await ours(ground)
        own.push(one)
        tell(
          `${one.perSecond.toFixed(0)} accepted/s of ${parsed.at(-1)?.toFixed(0)} parsed/s; p99 ${one.p99.toFixed(0)} ms`,
        )
      }
      const peers: { name: PeerName; perSecond: number; oversold: number }[] = []
      for (const name of [...correctPeers, ...racingPeers]) {
        peers.push({ name, ...(await peer(ground, name)) })
        tell(`${name}: ${peers.at(-1)?.perSecond.toFixed(0)} accepted/s, ${peers.at(-1)?.oversold} too many`)
      }
      const single: number[] = []
      for (let round = 0; round < rounds; round++) {
        const { connection } = await ground.fresh()
        single.push((await oneByOne(connection, ground.key, pools, 3)).perSecond)
      }
      tell(`one by one: ${median(single).toFixed(0)} accepted/s`)
      const killed = await afterDeath(ground)
      tell(`killed after ${killed.answered} answers: ${killed.lost} lost, ${killed.oversold} too many`)
      return figures(own, parsed, peers, single, killed)
    } finally {
      await ground.remove()
    }
  },
}

function figures(
  own: readonly Ours[],
  parsed: readonly number[],
  peers: readonly { name: PeerName; perSecond: number; oversold: number }[],
  single: readonly number[],
  killed: Awaited<ReturnType<typeof afterDeath>>,
): Figure[] {
  const rate = own.map(({ perSecond }) => perSecond)
  const beside = (ceilings: readonly number[]) => rate.map((measured, i) => ({ measured, ceiling: ceilings[i] ?? 0 }))
  const correct = peers.filter(({ name }) => (correctPeers as readonly string[]).includes(name))
  const fastest = Math.max(...correct.map(({ perSecond }) => perSecond))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const none = (name: string, value: number): Figure => ({
    name,
    unit: 'registrations',
    measured: value,
    ceiling: null,
    ratio: null,
    bound: { below: 1 },
    ok: value === 0,
  })
  const told = (name: string, unit: string, values: readonly number[], bound: Figure['bound'] = null) =>
    figureOf(
      name,
      unit,
      values.map(measured => ({ measured, ceiling: null })),
      bound,
    )
  return [
    figureOf('rush, beside the same POST not admitted', 'accepted/s', beside(parsed), { ratioAtLeast: 0.4 }),
    figureOf('rush, beside the fastest correct peer', 'accepted/s', beside(rate.map(() => fastest)), {
      ratioAtLeast: 5,
    }),
    figureOf('rush, beside one transaction a person', 'accepted/s', beside(single), { ratioAtLeast: 2 }),
    told(
      'rush, half of the answers within',
      'ms',
      own.map(({ p50 }) => p50),
    ),
    told(
      'rush, 95 of 100 answers within',
      'ms',
      own.map(({ p95 }) => p95),
    ),
    told(
      'rush, 99 of 100 answers within',
      'ms',
      own.map(({ p99 }) => p99),
      { below: 2000 },
    ),
    none('rush, oversold', sum(own.map(({ oversold }) => oversold)) + killed.oversold),
    none('rush, counters that a recount denies', sum(own.map(({ wrong }) => wrong)) + killed.wrong),
    none(
      'rush, accepted and lost, after kill -9 of servers and database too',
      sum(own.map(({ lost }) => lost)) + killed.lost,
    ),
    none('rush, registered without a mail', sum(own.map(({ mails }) => mails)) + killed.mails),
    ...peers.map(({ name, perSecond, oversold }) =>
      told(`peer: ${name} (${oversold} too many)`, 'accepted/s', [perSecond]),
    ),
  ]
}

type Ground = Awaited<ReturnType<typeof openGround>>
const crowd = { slug, tries, connections, enough: null, untilDeath: false } as const

async function notAdmitted(ground: Ground): Promise<number> {
  const { connection } = await ground.fresh()
  const servers = await startServers(connection, ground.key, 'not-admitted')
  try {
    await rush({ ...crowd, slug: warmSlug, origins: servers.origins, tries: 4000 })
    const { answered, seconds } = await rush({ ...crowd, origins: servers.origins })
    return answered / seconds
  } finally {
    await servers.stop('SIGKILL')
  }
}

async function ours(ground: Ground) {
  const { connection, owner } = await ground.fresh()
  const servers = await startServers(connection, ground.key, 'perenne')
  try {
    await rush({ ...crowd, slug: warmSlug, origins: servers.origins, tries: 4000 })
    const done = await rush({ ...crowd, origins: servers.origins })
    if (done.confirmed !== places) throw new Error(`${done.confirmed} of ${places} places were given`)
    return { ...done, perSecond: done.confirmed / done.secondsToLastPlace, ...(await audit(owner, done.ids)) }
  } finally {
    await servers.stop('SIGKILL')
  }
}

async function peer(ground: Ground, name: PeerName) {
  const { connection, owner } = await ground.fresh()
  const servers = await startServers(connection, ground.key, name)
  try {
    const done = await rush({ ...crowd, origins: servers.origins, enough: places })
    return { perSecond: done.confirmed / done.secondsToLastPlace, ...(await auditPeer(owner)) }
  } finally {
    await servers.stop('SIGKILL')
  }
}

/** Kills both servers and PostgreSQL in the middle of the rush; every 2xx must be there when it has started again. */
async function afterDeath(ground: Ground) {
  const { connection, owner } = await ground.fresh()
  const servers = await startServers(connection, ground.key, 'perenne')
  const done = await rush({ ...crowd, origins: servers.origins, untilDeath: true }, async () => {
    await new Promise(resolve => setTimeout(resolve, 2000))
    await Promise.all([servers.stop('SIGKILL'), ground.crash()])
  })
  return { answered: done.answered, ...(await audit(owner, done.ids)) }
}

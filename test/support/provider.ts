import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Configuration, JWK } from 'oidc-provider'

/** What the provider says of somebody who signs in there, besides their number. */
export type Account = Record<string, unknown> & {
  email?: string
  email_verified?: unknown
  amr?: string[]
  acr?: string
}

export type RunningProvider = {
  issuer: string
  /** Who may sign in there, by number. Changed as a test needs it. */
  accounts: Map<string, Account>
  /** Other keys from now on, as after a rotation. */
  changeKeys(): void
  /** The published keys are others than those that tokens are signed with: a forged token. */
  publishOtherKeys(): void
  /** What was asked of it, method and path. */
  asked: string[]
  /** Answers nothing any more; the port stays ours. */
  fall(): void
  rise(): void
  close(): Promise<void>
}

const newKey = (): JWK => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' } as JWK
}

/**
 * A real OpenID Connect provider on loopback, with a page of its own on which one says who one is.
 *
 * @param options.redirectUri where it leads people back to
 * @param options.secret of the client; a public client without
 * @param options.addressInToken puts the address into the token, as some do; else it is told when asked for
 */
export async function startProvider(options: {
  redirectUri: () => string
  secret?: string
  addressInToken?: boolean
}): Promise<RunningProvider> {
  const { default: Provider } = await quietly(() => import('oidc-provider'))
  const accounts = new Map<string, Account>()
  const asked: string[] = []
  let keys = [newKey()]
  let published: JWK[] | null = null
  let up = true
  // Opened when it is first asked: who is to be led back, and where to, is often known later than who leads.
  let answer: ((request: IncomingMessage, response: ServerResponse) => unknown) | null = null

  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    if (!up) return void request.socket.destroy()
    if (published && request.url === '/jwks') {
      response.setHeader('content-type', 'application/json')
      return void response.end(JSON.stringify({ keys: published }))
    }
    answer ??= open()
    void answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  function open(): NonNullable<typeof answer> {
    let provider!: InstanceType<typeof Provider>
    void quietly(async () => {
      provider = new Provider(issuer, configurationOf(options, accounts, keys))
    })
    const callback = provider.callback()
    return async (request, response) => {
      const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1]
      if (uid === undefined) return callback(request, response)
      if (request.method !== 'POST') {
        response.setHeader('content-type', 'text/html; charset=utf-8')
        return response.end(whoAreYou(uid))
      }
      const form = new URLSearchParams(await bodyOf(request))
      if (form.has('abort')) {
        return provider.interactionFinished(request, response, { error: 'access_denied' })
      }
      const accountId = form.get('login') ?? ''
      // How one signed in is told of the session there, not of the account.
      const { amr, acr } = accounts.get(accountId) ?? {}
      const how = { ...(amr ? { amr } : {}), ...(acr ? { acr } : {}) }
      return provider.interactionFinished(request, response, { login: { accountId, remember: false, ...how } })
    }
  }

  return {
    issuer,
    accounts,
    asked,
    changeKeys() {
      keys = [newKey()]
      answer = null
    },
    publishOtherKeys() {
      const { d, p, q, dp, dq, qi, ...forged } = { ...newKey(), kid: keys[0]?.kid } as Record<string, unknown>
      published = [forged as JWK]
    },
    fall: () => {
      up = false
    },
    rise: () => {
      up = true
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function configurationOf(
  options: Parameters<typeof startProvider>[0],
  accounts: Map<string, Account>,
  keys: JWK[],
): Configuration {
  return {
    clients: [
      {
        client_id: 'perenne',
        redirect_uris: [options.redirectUri()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(options.secret === undefined
          ? { token_endpoint_auth_method: 'none' as const }
          : { client_secret: options.secret }),
      },
    ],
    jwks: { keys },
    cookies: { keys: [randomUUID()] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: options.addressInToken !== true,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const account = accounts.get(sub)
      return account && { accountId: sub, claims: async () => ({ sub, ...account }) }
    },
    // Whoever signs in has agreed to tell their address: the page that asks for it is no matter of ours.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

const whoAreYou = (uid: string) => `<!DOCTYPE html><html lang="en"><head><title>Who are you?</title></head><body><main>
<h1>Who are you?</h1><form method="post" action="/interaction/${uid}">
<label for="login">Number</label> <input id="login" name="login"> <button>Go on</button></form></main></body></html>`

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

// It warns of each version of Node that has no long support yet.
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await work()
  } finally {
    console.warn = warn
  }
}

/**
 * What a browser does at the provider, from the address that it is sent to up to where it is led back: with cookies, and
 * without ever leaving the provider.
 *
 * @returns the address at which it is to come back
 */
export async function signInThere(address: string, form: Record<string, string>): Promise<URL> {
  const { origin } = new URL(address)
  const cookies = new Map<string, string>()
  let next = address
  let body: URLSearchParams | null = null
  for (let step = 0; step < 10; step++) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    })
    body = null
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    const location = answer.headers.get('location')
    if (location === null) {
      const html = await answer.text()
      const action = /action="(\/interaction\/[^"]+)"/.exec(html)?.[1]
      if (!action) throw new Error(`${answer.status} at ${next}: ${html.slice(0, 500)}`)
      next = new URL(action, origin).href
      body = new URLSearchParams(form)
      continue
    }
    next = new URL(location, next).href
    if (new URL(next).origin !== origin) return new URL(next)
  }
  throw new Error('the provider leads in circles')
}

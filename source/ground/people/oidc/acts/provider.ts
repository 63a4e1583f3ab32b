import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ServerMetadata,
} from 'openid-client'
import type { House } from '../../../house.ts'
import type { OidcSettings } from '../../../settings.ts'

/** The provider does not answer, or not as one: nobody can sign in through it now. */
export class ProviderUnreachable extends Error {}

const patience = 5
const hour = 3_600_000

const found = new WeakMap<OidcSettings, { metadata: ServerMetadata; until: number }>()

/**
 * The provider as its own description tells it, asked when somebody wants to sign in there and kept for an hour. A provider
 * that is away at the start, or for a while, stops nothing else, and is asked again by the next who wants to sign in.
 *
 * Each answer is a configuration of its own, so that the provider's keys are fetched anew for each sign-in: one that changed
 * its keys a second ago is understood, and a key that it took back is not.
 *
 * @throws ProviderUnreachable
 */
export async function providerOf(house: House, oidc: OidcSettings): Promise<Configuration> {
  const known = found.get(oidc)
  const metadata = known && known.until > Date.now() ? known.metadata : await discover(house, oidc)
  const configuration = new Configuration(metadata, ...clientOf(oidc, metadata))
  configuration.timeout = patience
  // The signature is verified though the token comes straight from the provider.
  enableNonRepudiationChecks(configuration)
  if (metadata.issuer.startsWith('http:')) allowInsecureRequests(configuration)
  return configuration
}

/** What was learnt of the provider is asked again next time: it may have moved. */
export function forgetProvider(oidc: OidcSettings): void {
  found.delete(oidc)
}

async function discover(house: House, oidc: OidcSettings): Promise<ServerMetadata> {
  const issuer = new URL(oidc.issuer)
  try {
    const configuration = await discovery(issuer, oidc.clientId, undefined, None(), {
      timeout: patience,
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    })
    const metadata = { ...configuration.serverMetadata() }
    found.set(oidc, { metadata, until: Date.now() + hour })
    return metadata
  } catch (error) {
    house.log.warn({ issuer: oidc.issuer, error: describe(error) }, 'the sign-in provider cannot be reached')
    throw new ProviderUnreachable()
  }
}

function clientOf(oidc: OidcSettings, metadata: ServerMetadata): [string, object, ClientAuth] {
  return [oidc.clientId, { [clockTolerance]: 30 }, authenticationOf(oidc.clientSecret, metadata)]
}

// Basic is what a provider expects that says nothing (OpenID Connect Discovery 1.0, §3).
function authenticationOf(secret: string | null, metadata: ServerMetadata): ClientAuth {
  if (secret === null) return None()
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return methods.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
}

/** What went wrong, without what was sent: neither codes nor tokens belong in a log. */
export function describe(error: unknown): { message: string; code: unknown; cause: unknown } {
  const { message, code, cause } = error as { message?: unknown; code?: unknown; cause?: unknown }
  const { message: because } = (cause ?? {}) as { message?: unknown }
  return { message: String(message ?? error), code, cause: typeof because === 'string' ? because : undefined }
}

import type { Route } from '../../house.ts'
import { get, post } from '../../web/route.ts'
import { callbackPath } from './acts/begin.ts'
import { comeBack, goToProvider } from './pages/with-provider.tsx'

/** There without a provider too, and then nothing is at these addresses. Before those of the sign-in link. */
export const oidcRoutes: readonly Route[] = [
  post('/:l/sign-in/with-provider', 'everyone', goToProvider, { allowance: 'sign-in' }),
  get(callbackPath, 'everyone', comeBack, { allowance: 'sign-in' }),
]

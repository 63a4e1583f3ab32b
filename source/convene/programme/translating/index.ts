import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { showLanguages } from './pages/languages.tsx'
import { sendPublish, showPublish } from './pages/publish.tsx'
import { sendTranslations, showTranslations } from './pages/translate.tsx'

const programme = '/:l/desk/seminars/:slug/programme'

/** A hundred texts at once, some of them long. */
const large = { bodyLimit: 6 * 1024 * 1024 }

/** The languages of a programme at the desk: translating its draft, and publishing its last version in one more. */
export const programmeLanguageRoutes: Route[] = [
  get(`${programme}/languages`, 'office', showLanguages),
  get(`${programme}/translate/:language`, 'office', showTranslations),
  post(`${programme}/translate/:language`, 'office', sendTranslations, large),
  get(`${programme}/publish/:language`, 'office', showPublish),
  post(`${programme}/publish/:language`, 'office', sendPublish),
]

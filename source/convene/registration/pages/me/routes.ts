import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { ownCalendar } from './calendar.ts'
import { accept, cancel, showCancel } from './cancel.tsx'
import { codePicture } from './code.tsx'
import { sendConsents, showConsents } from './consents.tsx'
import { dataFile, showData } from './data.tsx'
import { erase, notMe, showErase, showNotMe } from './erase.tsx'
import { sendHandOn, showHandOn } from './hand-on.tsx'
import { sendChange, showChange } from './own-change.ts'

// As at the registration form: a pasted document comes back with its error beside it.
const bodyLimit = 1024 * 1024

/** What is done from a person's own page, by its signed link. */
export const ownRoutes: Route[] = [
  get('/:l/me/:token/change', 'link', showChange),
  post('/:l/me/:token/change', 'link', sendChange, { bodyLimit }),
  get('/:l/me/:token/cancel', 'link', showCancel),
  post('/:l/me/:token/cancel', 'link', cancel),
  post('/:l/me/:token/accept', 'link', accept),
  get('/:l/me/:token/hand-on', 'link', showHandOn),
  post('/:l/me/:token/hand-on', 'link', sendHandOn, { bodyLimit }),
  get('/:l/me/:token/consents', 'link', showConsents),
  post('/:l/me/:token/consents', 'link', sendConsents),
  get('/:l/me/:token/data', 'link', showData),
  get('/:l/me/:token/data.json', 'link', dataFile),
  get('/:l/me/:token/erase', 'link', showErase),
  post('/:l/me/:token/erase', 'link', erase),
  get('/:l/me/:token/calendar.ics', 'link', ownCalendar),
  get('/:l/me/:token/qr.svg', 'link', codePicture),
  get('/:l/not-me/:token', 'link', showNotMe),
  post('/:l/not-me/:token', 'link', notMe),
]

import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendColumns, showColumns } from './columns.tsx'
import { invitationBodyLimit, sendSending, showSending } from './invitation.tsx'
import { sendInvited, showInvited } from './invited.tsx'
import { askErase, sendErase } from './invited-list.tsx'
import { sendToList, showList } from './list.tsx'
import { listBodyLimit, sendList, showLists } from './lists.tsx'
import { templateCsv, templateXlsx } from './template.ts'

const seminar = '/:l/desk/seminars/:slug'
const sending = `${seminar}/places/invitations/:id/send`

export const guestRoutes: Route[] = [
  get(`${seminar}/guests`, 'office', showLists),
  post(`${seminar}/guests`, 'office', sendList, { bodyLimit: listBodyLimit }),
  get(`${seminar}/guests/template.csv`, 'office', templateCsv),
  get(`${seminar}/guests/template.xlsx`, 'office', templateXlsx),
  get(`${seminar}/guests/:id`, 'office', showList),
  post(`${seminar}/guests/:id`, 'office', sendToList),
  get(`${seminar}/guests/:id/columns`, 'office', showColumns),
  post(`${seminar}/guests/:id/columns`, 'office', sendColumns),
  get(sending, 'office', showSending),
  post(sending, 'office', sendSending, { bodyLimit: invitationBodyLimit }),
  get(`${sending}/:sent/erase`, 'office', askErase),
  post(`${sending}/:sent/erase`, 'office', sendErase),
  get('/:l/invited/:token', 'link', showInvited),
  post('/:l/invited/:token', 'link', sendInvited),
]

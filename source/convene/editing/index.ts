import type { MenuEntry, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { editingNew } from '../messages/editing-new.ts'
import { organises } from '../seminar/acts/organises.ts'
import { chooseToCopy, sendCopy, showCopy } from './pages/copy.tsx'
import { sendDays, showDays } from './pages/days/days.tsx'
import { sendItem, showItem } from './pages/item.tsx'
import { sendList, showList } from './pages/list.tsx'
import { sendNew, showNew } from './pages/new.tsx'
import { showOverview } from './pages/overview.tsx'
import { sendPanel, showPanel } from './pages/panel/panel.tsx'
import { sendPart, showPart } from './pages/part.tsx'
import { sendAnnouncement, showPreview } from './pages/preview.tsx'
import { showProgramme } from './pages/programme.tsx'
import { confirmRemoval, removeItem } from './pages/remove.tsx'
import { bringItemBack } from './pages/removed.tsx'
import { sendSlot, showSlot } from './pages/slots/slot.tsx'
import { confirmSlotRemoval, removeSlot } from './pages/slots/slot-remove.tsx'
import { largestForm } from './pages/slots/uploads.ts'
import { sendConsentsStep, showConsentsStep } from './pages/step-consents.tsx'
import { sendOrganisersStep, showOrganisersStep } from './pages/step-organisers.tsx'
import { sendPlacesStep, showPlacesStep } from './pages/step-places.tsx'
import { sendTimetable, showTimetable } from './pages/timetable.tsx'
import { listNames, partNames } from './rules/parts.ts'

export { deskChecklist } from './pages/checklist.tsx'

const desk = '/:l/desk/seminars'
const seminar = `${desk}/:slug`

/** Long texts in four languages, as a form sends them, and twice where two people saved at once. */
const large = { bodyLimit: 6 * 1024 * 1024 }

export const editingRoutes: Route[] = [
  get(`${desk}/new`, 'office', showNew),
  post(`${desk}/new`, 'office', sendNew),
  get(`${desk}/new/copy`, 'office', chooseToCopy),
  get(`${seminar}/copy`, 'office', showCopy),
  post(`${seminar}/copy`, 'office', sendCopy),
  get(`${seminar}/new/places`, 'office', showPlacesStep),
  post(`${seminar}/new/places`, 'office', sendPlacesStep),
  get(`${seminar}/new/organisers`, 'office', showOrganisersStep),
  post(`${seminar}/new/organisers`, 'office', sendOrganisersStep),
  get(`${seminar}/new/consents`, 'office', showConsentsStep),
  post(`${seminar}/new/consents`, 'office', sendConsentsStep, large),
  get(`${seminar}/preview`, 'office', showPreview),
  post(`${seminar}/preview`, 'office', sendAnnouncement),
  get(`${seminar}/edit`, 'office', showOverview),
  ...partNames.flatMap(part => [
    get(`${seminar}/edit/${part}`, 'office', showPart(part)),
    post(`${seminar}/edit/${part}`, 'office', sendPart(part), large),
  ]),
  get(`${seminar}/edit/programme`, 'office', showProgramme),
  get(`${seminar}/edit/slots/:item`, 'office', showSlot),
  post(`${seminar}/edit/slots/:item`, 'office', sendSlot, { bodyLimit: largestForm }),
  get(`${seminar}/edit/slots/:item/remove`, 'office', confirmSlotRemoval),
  post(`${seminar}/edit/slots/:item/remove`, 'office', removeSlot),
  post(`${seminar}/edit/slots/:item/bring-back`, 'office', bringItemBack('slots')),
  post(`${seminar}/edit/rooms/:item/bring-back`, 'office', bringItemBack('rooms')),
  get(`${seminar}/edit/slots/:item/panel`, 'office', showPanel),
  post(`${seminar}/edit/slots/:item/panel`, 'office', sendPanel),
  get(`${seminar}/edit/days`, 'office', showDays),
  post(`${seminar}/edit/days`, 'office', sendDays),
  get(`${seminar}/edit/timetable`, 'office', showTimetable),
  post(`${seminar}/edit/timetable`, 'office', sendTimetable, large),
  ...listNames.flatMap(list => [
    get(`${seminar}/edit/${list}`, 'office', showList(list)),
    post(`${seminar}/edit/${list}`, 'office', sendList(list)),
    get(`${seminar}/edit/${list}/:item`, 'office', showItem(list)),
    post(`${seminar}/edit/${list}/:item`, 'office', sendItem(list), large),
    get(`${seminar}/edit/${list}/:item/remove`, 'office', confirmRemoval(list)),
    post(`${seminar}/edit/${list}/:item/remove`, 'office', removeItem(list)),
  ]),
]

export const editingMenu: MenuEntry[] = [
  {
    place: 'office',
    path: '/desk/seminars/new',
    label: locale => editingNew[locale].menu,
    shownTo: organises,
  },
]

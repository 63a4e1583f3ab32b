import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { programmeCalendar } from './calendar.ts'
import { scheduleJsonFile, scheduleXmlFile } from './schedule.ts'

/** The files that calendars and conference apps read. */
export const programmeFileRoutes: Route[] = [
  get('/:l/seminars/:slug/programme.ics', 'everyone', programmeCalendar, { kept: true }),
  get('/:l/seminars/:slug/schedule.xml', 'everyone', scheduleXmlFile, { kept: true }),
  get('/:l/seminars/:slug/schedule.json', 'everyone', scheduleJsonFile, { kept: true }),
]

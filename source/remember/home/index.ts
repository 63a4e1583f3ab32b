import type { MenuEntry, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { memoryHome } from '../messages/memory-home.ts'
import { digestJobs, digestMail } from './acts/send-digests.ts'
import { showCheck } from './pages/check.tsx'
import { sendAside, sendRule, sendTakenUp } from './pages/check-forms.ts'
import { showChecks } from './pages/checks.tsx'
import { calendarFeed } from './pages/feed.ts'
import { showMemory } from './pages/home.tsx'
import { showMonday } from './pages/monday.tsx'
import { sendCalendar, sendReminders, showReminders } from './pages/reminders.tsx'
import { showTerritories } from './pages/territories.tsx'
import { showTimeline } from './pages/timeline.tsx'

export { memoriesOnDesk, ownMemories } from './pages/own-memories.tsx'

export const memoryHomeJobs = digestJobs
export const memoryHomeMails = { 'memory-digest': digestMail }

export const memoryHomeRoutes: Route[] = [
  get('/:l/territories', 'everyone', showTerritories),
  get('/:l/territories/:slug', 'everyone', showMemory),
  get('/:l/territories/:slug/monday', 'everyone', showMonday),
  get('/:l/territories/:slug/timeline', 'everyone', showTimeline),
  get('/:l/territories/:slug/checks', 'everyone', showChecks),
  get('/:l/territories/:slug/checks/:code', 'everyone', showCheck),
  post('/:l/territories/:slug/checks/:code', 'office', sendRule),
  post('/:l/territories/:slug/checks/:code/aside', 'office', sendAside),
  post('/:l/territories/:slug/checks/:code/taken-up', 'office', sendTakenUp),
  get('/:l/territories/:slug/reminders', 'everyone', showReminders),
  post('/:l/territories/:slug/reminders', 'office', sendReminders),
  post('/:l/territories/:slug/reminders/calendar', 'office', sendCalendar),
  get('/:l/territories/:slug/calendar/:token', 'link', calendarFeed),
]

export const memoryHomeMenu: readonly MenuEntry[] = [
  { place: 'public', path: '/territories', label: locale => memoryHome[locale].list.title, shownTo: () => true },
]

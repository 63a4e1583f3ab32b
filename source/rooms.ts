import { apiRoutes } from '#convene/api/index.ts'
import { lettersMails, lettersRoutes } from '#convene/letters/index.ts'
import {
  giveUpPlaces,
  registrationJobs,
  registrationMails,
  registrationMenu,
  registrationRoutes,
} from '#convene/registration/index.ts'
import { retentionJobs, retentionRoutes } from '#convene/retention/index.ts'
import { seminarCards, seminarMenu, seminarRoutes, seminarSearch, seminarTexts } from '#convene/seminar/index.ts'
import { administrationJobs, administrationMenu, administrationRoutes } from '#ground/administration/index.ts'
import { healthRoutes } from '#ground/doctor/index.ts'
import { fileJobs, fileRoutes } from '#ground/files/index.ts'
import type { Room } from '#ground/house.ts'
import { languageMenu, languageRoutes } from '#ground/languages/index.ts'
import { mailMenu, mailRoutes } from '#ground/mail/index.ts'
import { peopleMails, peopleMenu, peopleRoutes } from '#ground/people/index.ts'
import { searchJobs, searchMenu, searchRoutes } from '#ground/search/index.ts'
import { setupCard, setupMails, setupMenu, setupRoutes } from '#ground/setup/index.ts'
import { homeRoutes } from '#ground/web/home.tsx'

/**
 * The rooms of the house, in their one order: a room may use those before it, never those after. Their menu entries
 * stand in this order too: first what everybody reads, then the desk, then the installation.
 */
export const rooms: readonly Room[] = [
  { name: 'home', routes: [...homeRoutes, ...healthRoutes] },
  { name: 'setup', routes: setupRoutes, menu: setupMenu, mails: setupMails, home: setupCard },
  {
    name: 'seminar',
    routes: seminarRoutes,
    menu: seminarMenu,
    texts: seminarTexts,
    search: seminarSearch,
    home: seminarCards,
  },
  {
    name: 'registration',
    routes: registrationRoutes,
    menu: registrationMenu,
    mails: registrationMails,
    jobs: registrationJobs,
    beforeErasing: (tx, _house, persons) => giveUpPlaces(tx, persons),
  },
  { name: 'letters', routes: lettersRoutes, mails: lettersMails },
  { name: 'retention', routes: retentionRoutes, jobs: retentionJobs },
  { name: 'api', routes: apiRoutes },
  { name: 'search', routes: searchRoutes, menu: searchMenu, jobs: searchJobs },
  { name: 'languages', routes: languageRoutes, menu: languageMenu },
  { name: 'mail', routes: mailRoutes, menu: mailMenu },
  { name: 'people', routes: peopleRoutes, menu: peopleMenu, mails: peopleMails },
  { name: 'files', routes: fileRoutes, jobs: fileJobs },
  { name: 'administration', routes: administrationRoutes, menu: administrationMenu, jobs: administrationJobs },
]

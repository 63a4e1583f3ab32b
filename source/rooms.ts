import { apiRoutes } from '#convene/api/index.ts'
import { deskDoors } from '#convene/desk/index.ts'
import { deskChecklist, editingMenu, editingRoutes } from '#convene/editing/index.ts'
import { figuresRoutes } from '#convene/figures/index.ts'
import { guestJobs, guestMails, guestRoutes } from '#convene/guests/index.ts'
import { lettersMails, lettersRoutes } from '#convene/letters/index.ts'
import { lifeMails, lifeRoutes, lifeTexts } from '#convene/life/index.ts'
import { conveneLog } from '#convene/log/index.ts'
import { mailingJobs, mailingMails, mailingRoutes, mailingTexts } from '#convene/mailings/index.ts'
import { deskFindings, programmeDeskRoutes, programmeDocumentLog, programmeRoutes } from '#convene/programme/index.ts'
import { panelCard, panelLog, panelMails, panelRoutes } from '#convene/programme/panel/index.ts'
import {
  programmeTellLog,
  programmeTellMails,
  programmeTellRoutes,
  programmeTellTexts,
} from '#convene/programme/telling/index.ts'
import { programmeLanguageRoutes } from '#convene/programme/translating/index.ts'
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
import { groundLog, historyRoutes } from '#ground/history/index.ts'
import type { Room } from '#ground/house.ts'
import { languageMenu, languageRoutes } from '#ground/languages/index.ts'
import { bouncesJob, mailDeskCard, mailMenu, mailRoutes } from '#ground/mail/index.ts'
import { factorJobs, factorLog, factorMails, factorMenu, factorRoutes } from '#ground/people/factors/index.ts'
import { peopleMails, peopleMenu, peopleRoutes } from '#ground/people/index.ts'
import { oidcRoutes } from '#ground/people/oidc/index.ts'
import { searchJobs, searchMenu, searchRoutes } from '#ground/search/index.ts'
import { setupCard, setupMails, setupRoutes } from '#ground/setup/index.ts'
import { homeRoutes } from '#ground/web/home.tsx'
import { actorRoutes, actorTexts } from '#remember/actors/index.ts'
import { briefRoutes } from '#remember/brief/index.ts'
import { documentJobs, documentLog, documentRoutes, documentTexts } from '#remember/documents/index.ts'
import {
  memoriesOnDesk,
  memoryHomeJobs,
  memoryHomeMails,
  memoryHomeMenu,
  memoryHomeRoutes,
  ownMemories,
} from '#remember/home/index.ts'
import { journalJobs, journalLog, journalRoutes } from '#remember/journal/index.ts'
import { noteRoutes } from '#remember/notes/index.ts'
import { projectRoutes, projectTexts } from '#remember/projects/index.ts'
import { relationLog, relationRoutes, relationTexts } from '#remember/relations/index.ts'
import { memoryCarried, memoryLookups, memorySearch, memorySearchRoutes } from '#remember/search/index.ts'
import { sharingJobs, sharingMails, sharingMenu, sharingRoutes } from '#remember/sharing/index.ts'
import { sheetJobs, sheetLog, sheetRoutes } from '#remember/sheets/index.ts'
import { memoryLog, memoryTimeRoutes } from '#remember/time/index.ts'

/**
 * The rooms of the house, in their one order: a room may use those before it, never those after. Their menu entries
 * stand in this order too: first what everybody reads, then the desk, then the installation.
 */
export const rooms: readonly Room[] = [
  { name: 'home', routes: [...homeRoutes, ...healthRoutes] },
  { name: 'setup', routes: setupRoutes, mails: setupMails, home: setupCard },
  {
    name: 'seminar',
    routes: [...seminarRoutes, ...programmeRoutes],
    menu: seminarMenu,
    texts: seminarTexts,
    search: seminarSearch,
    home: seminarCards,
  },
  // Before registration: `/desk/seminars/new` is no seminar.
  {
    name: 'editing',
    routes: editingRoutes,
    menu: editingMenu,
    desk: deskDoors,
    deskCard: (visit, { slug }) => deskChecklist(visit, slug),
  },
  {
    name: 'programme',
    routes: programmeDeskRoutes,
    deskCard: deskFindings,
    log: programmeDocumentLog,
  },
  { name: 'translating', routes: programmeLanguageRoutes },
  {
    name: 'registration',
    routes: registrationRoutes,
    menu: registrationMenu,
    mails: registrationMails,
    jobs: registrationJobs,
    beforeErasing: (tx, _house, persons) => giveUpPlaces(tx, persons),
  },
  {
    name: 'panel',
    routes: panelRoutes,
    mails: panelMails,
    deskCard: panelCard,
    log: panelLog,
  },
  { name: 'life', routes: lifeRoutes, mails: lifeMails, texts: lifeTexts },
  { name: 'mailings', routes: mailingRoutes, mails: mailingMails, jobs: mailingJobs, texts: mailingTexts },
  {
    name: 'telling',
    routes: programmeTellRoutes,
    mails: programmeTellMails,
    texts: programmeTellTexts,
    log: programmeTellLog,
  },
  { name: 'guests', routes: guestRoutes, mails: guestMails, jobs: guestJobs },
  { name: 'figures', routes: figuresRoutes },
  { name: 'letters', routes: lettersRoutes, mails: lettersMails },
  { name: 'retention', routes: retentionRoutes, jobs: retentionJobs },
  { name: 'api', routes: apiRoutes },
  { name: 'log', routes: [], log: conveneLog },
  {
    name: 'memory',
    routes: memoryHomeRoutes,
    menu: memoryHomeMenu,
    mails: memoryHomeMails,
    jobs: memoryHomeJobs,
    home: ownMemories,
    deskHome: memoriesOnDesk,
  },
  { name: 'memory-relations', routes: relationRoutes, texts: relationTexts, log: relationLog },
  { name: 'memory-actors', routes: actorRoutes, texts: actorTexts },
  { name: 'memory-projects', routes: projectRoutes, texts: projectTexts },
  { name: 'memory-journal', routes: journalRoutes, jobs: journalJobs, log: journalLog },
  {
    name: 'memory-documents',
    routes: documentRoutes,
    texts: documentTexts,
    jobs: documentJobs,
    log: documentLog,
  },
  { name: 'memory-notes', routes: noteRoutes },
  { name: 'memory-sharing', routes: sharingRoutes, mails: sharingMails, menu: sharingMenu, jobs: sharingJobs },
  { name: 'memory-brief', routes: briefRoutes },
  {
    name: 'memory-search',
    routes: memorySearchRoutes,
    search: memorySearch,
    carried: memoryCarried,
    lookups: memoryLookups,
  },
  { name: 'memory-time', routes: memoryTimeRoutes, log: memoryLog },
  { name: 'memory-sheets', routes: sheetRoutes, jobs: sheetJobs, log: sheetLog },
  { name: 'search', routes: searchRoutes, menu: searchMenu, jobs: searchJobs },
  { name: 'history', routes: historyRoutes, log: groundLog },
  { name: 'languages', routes: languageRoutes, menu: languageMenu },
  { name: 'mail', routes: mailRoutes, menu: mailMenu, jobs: [bouncesJob], deskCard: mailDeskCard },
  // Before people: `/sign-in/second` is no sign-in link.
  {
    name: 'factors',
    routes: factorRoutes,
    menu: factorMenu,
    mails: factorMails,
    jobs: factorJobs,
    log: factorLog,
  },
  { name: 'oidc', routes: oidcRoutes },
  { name: 'people', routes: peopleRoutes, menu: peopleMenu, mails: peopleMails },
  { name: 'files', routes: fileRoutes, jobs: fileJobs },
  { name: 'administration', routes: administrationRoutes, menu: administrationMenu, jobs: administrationJobs },
]

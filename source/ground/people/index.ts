import type { MenuEntry, Route } from '../house.ts'
import { peopleWords } from '../languages/messages/people.ts'
import { accessWords } from '../languages/messages/people-access.ts'
import { spacesWords } from '../languages/messages/people-spaces.ts'
import { get, post } from '../web/route.ts'
import { may } from '../web/visit.ts'
import { askEndRight, sendEndRight, showAccess } from './pages/access.tsx'
import { endSessions, saveAccount, showAccount } from './pages/account.tsx'
import { becomeFirst, showFirst } from './pages/first.tsx'
import { sendGive, showGive } from './pages/give.tsx'
import { sendMembership, showMembership } from './pages/membership.tsx'
import { askErase, sendErase, showPersons } from './pages/persons.tsx'
import { askForLink, followLink, showLink, showSignIn, signOut } from './pages/sign-in.tsx'
import { sendSpaceForm, showSpaceForm } from './pages/space-form.tsx'
import { showSpaces } from './pages/spaces.tsx'

export { erasePerson } from './acts/erase-person.ts'
export { firstAdministratorLink } from './acts/first-administrator.ts'
export { signInLinkVerb } from './commands.ts'
export { peopleMails } from './mails.ts'
export { type Region, regionOf } from './rules/region.ts'
export { installationSpace, type NamedSpace, namedSpaces, spaceName } from './store/spaces.ts'

export const peopleRoutes: readonly Route[] = [
  get('/:l/sign-in', 'everyone', showSignIn),
  post('/:l/sign-in', 'everyone', askForLink, { allowance: 'sign-in' }),
  get('/:l/sign-in/:token', 'link', showLink),
  post('/:l/sign-in/:token', 'link', followLink, { allowance: 'sign-in' }),
  post('/:l/sign-out', 'everyone', signOut),
  get('/:l/first/:token', 'link', showFirst),
  post('/:l/first/:token', 'link', becomeFirst, { allowance: 'sign-in' }),
  get('/:l/account', 'signed-in', showAccount),
  post('/:l/account', 'signed-in', saveAccount),
  post('/:l/account/sessions', 'signed-in', endSessions),
  get('/:l/administration/access', 'office', showAccess),
  get('/:l/administration/access/give', 'office', showGive),
  post('/:l/administration/access/give', 'office', sendGive),
  get('/:l/administration/access/:id/end', 'office', visit => askEndRight(visit)),
  post('/:l/administration/access/:id/end', 'office', sendEndRight),
  get('/:l/administration/people', 'administrators', showPersons),
  get('/:l/administration/people/:id/erase', 'administrators', askErase),
  post('/:l/administration/people/:id/erase', 'administrators', sendErase),
  get('/:l/administration/spaces', 'administrators', showSpaces),
  get('/:l/administration/spaces/networks/:id', 'administrators', showSpaceForm('network')),
  post('/:l/administration/spaces/networks/:id', 'administrators', sendSpaceForm('network')),
  get('/:l/administration/spaces/territories/:id', 'administrators', showSpaceForm('territory')),
  post('/:l/administration/spaces/territories/:id', 'administrators', sendSpaceForm('territory')),
  get('/:l/administration/spaces/territories/:id/memberships/:membership', 'administrators', showMembership),
  post('/:l/administration/spaces/territories/:id/memberships/:membership', 'administrators', sendMembership),
]

export const peopleMenu: readonly MenuEntry[] = [
  {
    place: 'office',
    path: '/administration/access',
    label: locale => accessWords[locale].menu,
    shownTo: visit => may(visit, 'rights'),
  },
  {
    place: 'office',
    path: '/administration/people',
    label: locale => peopleWords[locale].persons.title,
    shownTo: visit => may(visit, 'administer'),
  },
  {
    place: 'office',
    path: '/administration/spaces',
    label: locale => spacesWords[locale].title,
    shownTo: visit => may(visit, 'administer'),
  },
]

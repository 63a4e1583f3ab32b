import type { MenuEntry, Route } from '../house.ts'
import { get, post } from '../web/route.ts'
import { may } from '../web/visit.ts'
import { texts } from './messages/texts.ts'
import { accessibilityPage, privacyPage, styleguidePage } from './pages/about.tsx'
import { keepTextPage, saveTextPage, textPage } from './pages/text.tsx'
import { textsPage } from './pages/texts.tsx'

const oneText = '/:l/desk/texts/:table/:record/:field'

export const languageRoutes: Route[] = [
  get('/:l/desk/texts', 'office', textsPage),
  get(oneText, 'office', textPage),
  post(oneText, 'office', saveTextPage),
  post(`${oneText}/keep`, 'office', keepTextPage),
  get('/:l/accessibility', 'everyone', accessibilityPage),
  get('/:l/privacy', 'everyone', privacyPage),
  get('/:l/styleguide', 'everyone', styleguidePage),
]

export const languageMenu: readonly MenuEntry[] = [
  {
    place: 'office',
    path: '/desk/texts',
    label: locale => texts[locale].title,
    shownTo: visit => may(visit, 'translate') || may(visit, 'edit'),
  },
]

import type { TextsOfTable } from '#ground/house.ts'
import { contactsWords } from '../messages/contacts.ts'
import { postsWords } from '../messages/posts.ts'

export { actorRoutes } from './pages/routes.ts'

export const actorTexts: TextsOfTable[] = [
  { table: 'contact', fields: { role: locale => contactsWords[locale].role } },
  { table: 'post', fields: { title: locale => postsWords[locale].titleOf } },
  { table: 'term', fields: { name: locale => postsWords[locale].name } },
]

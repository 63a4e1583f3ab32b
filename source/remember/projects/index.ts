import type { TextsOfTable } from '#ground/house.ts'
import { decisionsWords } from '../messages/decisions.ts'
import { projectsWords } from '../messages/projects.ts'

export { projectRoutes } from './pages/routes.ts'

export const projectTexts: TextsOfTable[] = [
  {
    table: 'activity',
    fields: {
      title: locale => projectsWords[locale].titleOf,
      description: locale => projectsWords[locale].description,
    },
    long: ['description'],
  },
  { table: 'decision', fields: { object: locale => decisionsWords[locale].object }, long: ['object'] },
]

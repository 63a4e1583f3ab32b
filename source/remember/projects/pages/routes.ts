import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { itself, newOne, partHere } from '../../pages/record-form.tsx'
import { decisionForm } from './decision-form.tsx'
import { sendRemoveDecision, showDecision, showRemoveDecision } from './decision-page.tsx'
import { sendDecisions, showDecisions } from './decisions.tsx'
import { moneyForm, partyForm, placeForm } from './part-forms.tsx'
import { projectForm } from './project-form.tsx'
import { sendRemoveProject, showProject, showRemoveProject } from './project-page.tsx'
import { showProjects } from './projects.tsx'
import { themesForm } from './themes-form.tsx'

const at = '/:l/territories/:slug'
const project = `${at}/projects/:id`

type PartForm = Pick<typeof placeForm, 'show' | 'send' | 'remove'>
const partRoutes = (folder: string, form: PartForm): Route[] => [
  get(`${project}/${folder}/:part`, 'office', form.show(partHere)),
  post(`${project}/${folder}/:part`, 'office', form.send(partHere)),
  post(`${project}/${folder}/:part/remove`, 'office', form.remove(partHere)),
]

/** Reading pages are open: the database decides what is there for whoever looks. `new` comes before ids; a part `new` is none yet. */
export const projectRoutes: Route[] = [
  get(`${at}/projects`, 'everyone', showProjects),
  get(`${at}/projects/new`, 'office', projectForm.show(newOne)),
  post(`${at}/projects/new`, 'office', projectForm.send(newOne)),
  get(project, 'everyone', showProject),
  get(`${project}/edit`, 'office', projectForm.show(itself)),
  post(`${project}/edit`, 'office', projectForm.send(itself)),
  get(`${project}/themes`, 'office', themesForm.show(itself)),
  post(`${project}/themes`, 'office', themesForm.send(itself)),
  ...partRoutes('organisations', partyForm),
  ...partRoutes('places', placeForm),
  ...partRoutes('money', moneyForm),
  get(`${project}/remove`, 'office', showRemoveProject),
  post(`${project}/remove`, 'office', sendRemoveProject),

  get(`${at}/decisions`, 'everyone', showDecisions),
  get(`${at}/decisions.csv`, 'everyone', sendDecisions),
  get(`${at}/decisions/new`, 'office', decisionForm.show(newOne)),
  post(`${at}/decisions/new`, 'office', decisionForm.send(newOne)),
  get(`${at}/decisions/:id`, 'everyone', showDecision),
  get(`${at}/decisions/:id/edit`, 'office', decisionForm.show(itself)),
  post(`${at}/decisions/:id/edit`, 'office', decisionForm.send(itself)),
  get(`${at}/decisions/:id/remove`, 'office', showRemoveDecision),
  post(`${at}/decisions/:id/remove`, 'office', sendRemoveDecision),
]

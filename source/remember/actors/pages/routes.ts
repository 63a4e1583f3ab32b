import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { itself, newOne } from '../../pages/record-form.tsx'
import { actorForm } from './actor-form.tsx'
import { sendApart, sendRemoveActor, showActor, showRemoveActor } from './actor-page.tsx'
import { sendTakeOver, showActors } from './actors.tsx'
import { contactForm } from './contact-form.tsx'
import { sendCard, sendCards, sendRemoveContact, showContact, showContacts, showRemoveContact } from './contacts.tsx'
import { sendDuplicates, showDuplicates } from './duplicates.tsx'
import { dutyForm } from './duty-form.tsx'
import { appointmentForm, postForm, termForm } from './post-forms.tsx'
import { sendRemoveMandate, showPost, showRemoveMandate, showTerm } from './post-page.tsx'
import { showPosts } from './posts.tsx'
import { sendRemoveDuty, showRemoveDuty, showServices } from './services.tsx'

const at = '/:l/territories/:slug'

/** Reading pages are open: the database decides what is there for whoever looks. `new` comes before ids. */
export const actorRoutes: Route[] = [
  get(`${at}/actors`, 'everyone', showActors),
  post(`${at}/actors/take-over`, 'office', sendTakeOver),
  get(`${at}/actors/duplicates`, 'office', showDuplicates),
  post(`${at}/actors/duplicates`, 'office', sendDuplicates),
  get(`${at}/actors/new`, 'office', actorForm.show(newOne)),
  post(`${at}/actors/new`, 'office', actorForm.send(newOne)),
  get(`${at}/actors/:id`, 'everyone', showActor),
  get(`${at}/actors/:id/edit`, 'office', actorForm.show(itself)),
  post(`${at}/actors/:id/edit`, 'office', actorForm.send(itself)),
  post(`${at}/actors/:id/apart`, 'office', sendApart),
  get(`${at}/actors/:id/remove`, 'office', showRemoveActor),
  post(`${at}/actors/:id/remove`, 'office', sendRemoveActor),

  get(`${at}/contacts`, 'everyone', showContacts),
  get(`${at}/contacts.vcf`, 'everyone', sendCards),
  get(`${at}/contacts/new`, 'office', contactForm.show(newOne)),
  post(`${at}/contacts/new`, 'office', contactForm.send(newOne)),
  get(`${at}/contacts/:id`, 'everyone', showContact),
  get(`${at}/contacts/:id/card.vcf`, 'everyone', sendCard),
  get(`${at}/contacts/:id/edit`, 'office', contactForm.show(itself)),
  post(`${at}/contacts/:id/edit`, 'office', contactForm.send(itself)),
  get(`${at}/contacts/:id/remove`, 'office', showRemoveContact),
  post(`${at}/contacts/:id/remove`, 'office', sendRemoveContact),

  get(`${at}/posts`, 'everyone', showPosts),
  get(`${at}/posts/new`, 'office', postForm.show(newOne)),
  post(`${at}/posts/new`, 'office', postForm.send(newOne)),
  get(`${at}/posts/:id`, 'everyone', showPost),
  get(`${at}/posts/:id/edit`, 'office', postForm.show(itself)),
  post(`${at}/posts/:id/edit`, 'office', postForm.send(itself)),
  get(`${at}/terms/new`, 'office', termForm.show(newOne)),
  post(`${at}/terms/new`, 'office', termForm.send(newOne)),
  get(`${at}/terms/:id`, 'everyone', showTerm),
  get(`${at}/terms/:id/edit`, 'office', termForm.show(itself)),
  post(`${at}/terms/:id/edit`, 'office', termForm.send(itself)),
  get(`${at}/terms/:id/remove`, 'office', showRemoveMandate('term')),
  post(`${at}/terms/:id/remove`, 'office', sendRemoveMandate('term')),
  get(`${at}/appointments/new`, 'office', appointmentForm.show(newOne)),
  post(`${at}/appointments/new`, 'office', appointmentForm.send(newOne)),
  get(`${at}/appointments/:id/edit`, 'office', appointmentForm.show(itself)),
  post(`${at}/appointments/:id/edit`, 'office', appointmentForm.send(itself)),
  get(`${at}/appointments/:id/remove`, 'office', showRemoveMandate('appointment')),
  post(`${at}/appointments/:id/remove`, 'office', sendRemoveMandate('appointment')),
  get(`${at}/posts/:id/remove`, 'office', showRemoveMandate('post')),
  post(`${at}/posts/:id/remove`, 'office', sendRemoveMandate('post')),

  get(`${at}/services`, 'everyone', showServices),
  get(`${at}/services/new`, 'office', dutyForm.show(newOne)),
  post(`${at}/services/new`, 'office', dutyForm.send(newOne)),
  get(`${at}/services/:id/edit`, 'office', dutyForm.show(itself)),
  post(`${at}/services/:id/edit`, 'office', dutyForm.send(itself)),
  get(`${at}/services/:id/remove`, 'office', showRemoveDuty),
  post(`${at}/services/:id/remove`, 'office', sendRemoveDuty),
]

import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { itself, newOne } from '../../pages/record-form.tsx'
import { sendNoteRemoval, showNote, showNoteRemoval } from './note.tsx'
import { noteForm } from './note-form.tsx'
import { showNotes } from './notes.tsx'

const notes = '/:l/territories/:slug/notes'

export const noteRoutes: Route[] = [
  get(notes, 'everyone', showNotes),
  get(`${notes}/new`, 'office', noteForm.show(newOne)),
  post(`${notes}/new`, 'office', noteForm.send(newOne)),
  get(`${notes}/:id`, 'everyone', showNote),
  get(`${notes}/:id/edit`, 'office', noteForm.show(itself)),
  post(`${notes}/:id/edit`, 'office', noteForm.send(itself)),
  get(`${notes}/:id/remove`, 'office', showNoteRemoval),
  post(`${notes}/:id/remove`, 'office', sendNoteRemoval),
]

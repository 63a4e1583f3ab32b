import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendNoteRemoval, showNote, showNoteRemoval } from './pages/note.tsx'
import { sendNoteForm, showNoteForm } from './pages/note-form.tsx'
import { showNotes } from './pages/notes.tsx'

const notes = '/:l/territories/:slug/notes'

export const noteRoutes: Route[] = [
  get(notes, 'everyone', showNotes),
  get(`${notes}/new`, 'office', showNoteForm(true)),
  post(`${notes}/new`, 'office', sendNoteForm(true)),
  get(`${notes}/:id`, 'everyone', showNote),
  get(`${notes}/:id/edit`, 'office', showNoteForm(false)),
  post(`${notes}/:id/edit`, 'office', sendNoteForm(false)),
  get(`${notes}/:id/remove`, 'office', showNoteRemoval),
  post(`${notes}/:id/remove`, 'office', sendNoteRemoval),
]

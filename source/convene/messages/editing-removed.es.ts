import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './editing-removed.en.ts'

export const es = {
  title: 'Quitado del borrador',
  lead: 'Lo que está aquí se puede volver a poner tal como estaba.',
  rooms: 'Salas quitadas',
  columns: { what: 'Qué', when: 'Cuándo', by: 'Por', back: 'Volver a poner' },
  button: 'Volver a poner',
  undo: name => `Volver a poner “${name}”`,
  program: 'El sistema',
  somebody: 'Alguien',
  done: name => `“${name}” está de nuevo en el borrador.`,
  lost: {
    room: 'Su sala ya no existe: no está en ninguna sala.',
    day: 'Su día ya no es uno de los del programa: ahora está en el primer día.',
    person: 'Una persona que participaba ya no está en el programa, ni aquí tampoco.',
    organisation: 'Una organización que nombraba ya no se conoce, y ya no figura aquí.',
  },
  slotsAgain: count => plural('es', count, { one: '# bloque está en ella.', other: '# bloques están en ella.' }),
  gone: 'Ya no hay nada con ese nombre que volver a poner. La lista de abajo está al día.',
  there: 'Ya está en el borrador.',
  refused: sentence => `No se puede volver a poner tal como estaba. ${sentence}`,
} satisfies Messages<typeof en>

import { plural } from '#ground/languages/say.ts'
import type { en } from './desk-one.en.ts'

export const es: typeof en = {
  write: 'Escribir a esta persona',
  priorityBefore: 'De −100 a 100; 0 para la mayoría. Cuenta cuando se apruebe la solicitud, si entonces no hay cupo',
  noPlaceLost: {
    refuse: 'Ninguna de estas personas tiene un cupo. Un correo se lo dice a cada una, con su motivo.',
    cancel: 'Ninguna de estas personas tiene un cupo. Un correo se lo dice a cada una.',
  },
  over: 'El seminario terminó: sus inscripciones quedan como están.',
  overLeft: count =>
    plural('es', count, {
      one: 'El seminario terminó: # inscripción quedó como estaba.',
      other: 'El seminario terminó: # inscripciones quedaron como estaban.',
    }),
  overPriority: 'El seminario terminó: la lista de espera ya no le da un cupo a nadie. No se cambió nada.',
  contact: {
    link: 'Corregir el nombre, la dirección o el idioma',
    lead: 'El seminario terminó. Todavía puede corregir el nombre de la persona, su dirección y su idioma, para que le lleguen las cartas de participación y los correos.',
    address:
      'Si cambia la dirección, la carta de participación y los correos que no llegaron salen de nuevo, a la nueva; el enlace personal que fue a la anterior deja entonces de funcionar.',
    rest: 'Lo que queda como estaba',
    why: 'El cupo se dio según estas respuestas y las estadísticas las cuentan: una vez terminado el seminario ya no se cambian.',
    only: 'El seminario terminó después de que usted abrió este formulario: solo se pueden corregir los nombres, la dirección y el idioma. Todavía no se ha guardado nada.',
  },
}

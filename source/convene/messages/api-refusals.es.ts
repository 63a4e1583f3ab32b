import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-refusals.en.ts'

export const es = {
  'invitation-unknown': 'Este código de invitación no se conoce para este seminario.',
  'invitation-ended': 'Esta invitación ha terminado.',
  'invitation-used-up': 'Todos los cupos de esta invitación están ocupados.',
  'too-many': 'Demasiadas personas se inscribieron con esta dirección en una hora.',
  answers: {
    required: 'Hay que responder a esta pregunta.',
    'text-too-long': 'Una respuesta puede tener 2.000 caracteres como máximo.',
    number: 'La respuesta debe ser un número.',
    choice: 'La respuesta debe ser una de las opciones de la pregunta.',
    date: 'La respuesta debe ser una fecha, en la forma año-mes-día.',
  },
} satisfies Messages<typeof en>

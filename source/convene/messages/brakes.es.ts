import type { Messages } from '#ground/languages/say.ts'
import type { en } from './brakes.en.ts'

export const es = {
  wrongCodes:
    'Se probaron desde aquí demasiados códigos de invitación que no existen. Espere diez minutos y verifique el código con quien se lo dio.',
  tooManyByApi: 'Llegaron demasiadas inscripciones desde esta dirección de red en diez minutos.',
} satisfies Messages<typeof en>

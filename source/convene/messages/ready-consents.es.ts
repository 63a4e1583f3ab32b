import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './ready-consents.en.ts'

const days = (count: number) => plural('es', count, { one: '# día', other: '# días' })

export const es = {
  organiser: 'el equipo organizador',
  contact: 'la dirección de contacto del seminario',
  data: (organiser, contact, persons, needs) =>
    `Acepto que lo que escribo en este formulario se use para preparar y celebrar este seminario: dar los cupos, escribirme al respecto, recibirme y decir cuántas personas vinieron. Responsable de estos datos: ${organiser}. Solo los ven las personas que organizan el seminario; no se venden ni se usan para otra cosa. Lo que digo de mis necesidades (accesibilidad, comidas) sirve solo para recibirme y se suprime ${days(needs)} después del seminario; mi nombre y mi dirección se suprimen ${days(persons)} después. Aceptar no es obligatorio, pero sin estos datos no hay inscripción. En todo momento puedo consultar mis datos, corregirlos, recibir una copia, pedir que se supriman o retirar este consentimiento, en mi página personal o escribiendo a ${contact}; lo hecho hasta entonces sigue siendo lícito. También puedo reclamar ante la autoridad de protección de datos de mi país.`,
} satisfies Messages<typeof en>

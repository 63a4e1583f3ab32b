import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sharing.en.ts'

export const es = {
  title: 'Compartido con personas',
  lead: 'Fichas que alguien sin derecho de acceso aquí puede leer, con sus partes, hasta un día dado. Se avisa a cada persona por correo.',
  none: 'No hay nada compartido',
  noneText: 'Para compartir una ficha, ábrala y elija “Compartir”.',
  record: 'Ficha',
  person: 'Persona',
  until: 'Hasta',
  reason: 'Por qué',
  sharedBy: 'Compartido por',
  ended: 'terminado',
  end: 'Terminarlo ahora',
  endDone: 'Este acceso compartido terminó.',
  share: 'Compartir',
  formLead:
    'La persona inicia sesión con esta dirección y lee esta ficha con sus partes: nada más de esta memoria, y nunca los puntos delicados.',
  endsOn: 'Último día',
  endsOnHint: 'Como máximo un año a partir de hoy.',
  reasonHint: 'Se le dice a la persona y queda en el historial.',
  done: 'Compartido: se avisa a la persona por correo.',
  confidentialNote: 'Solo quien escribió una nota confidencial la comparte.',
  mineTitle: 'Compartido con usted',
  mineLead: 'Fichas de territorios y redes que alguien le mostró.',
  mineNone: 'No hay nada compartido con usted',
  mineNoneText: 'Cuando alguien le comparta una ficha, estará aquí hasta su último día.',
  unnamed: '(sin nombre)',
  formTitle: name => `Compartir “${name}”`,
  mail: {
    name: 'Le comparten una ficha',
    subject: place => `${place}: una ficha para usted`,
    text: (name, place) => `${place} comparte con usted una ficha de su memoria: “${name}”.`,
    until: day => `Puede leerla hasta el ${day}, iniciando sesión con esta dirección.`,
    why: reason => `Por qué: ${reason}`,
    button: 'Leerla',
  },
  errors: {
    endsOn: 'Indique un último día a partir de hoy, como máximo un año.',
    reason: 'Diga por qué, en pocas palabras.',
    already: 'Esta ficha ya está compartida con esta persona: termine primero ese acceso.',
  },
} satisfies Messages<typeof en>

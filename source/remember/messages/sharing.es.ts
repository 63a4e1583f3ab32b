import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sharing.en.ts'

export const es = {
  title: 'Compartido con personas',
  lead: 'Fichas que alguien sin derecho de acceso aquí puede leer, con sus partes, hasta un día dado.',
  leadSent: 'Se avisa a cada persona por correo.',
  giveLink:
    'De esta instalación no sale ningún correo: nadie recibe aviso. Entregue usted este enlace a la persona, que inicia sesión con la dirección que usted indicó y encuentra allí lo que se le comparte.',
  none: 'No hay nada compartido',
  noneText: 'Para compartir una ficha, ábrala y elija “Compartir”.',
  record: 'Ficha',
  place: 'De',
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
  formUnsent: 'De esta instalación no sale ningún correo: después usted le dará un enlace.',
  endsOn: 'Último día',
  endsOnHint:
    'Como máximo un año a partir de hoy. Si la persona tiene hoy un derecho de acceso aquí, lo compartido termina con ese derecho.',
  reasonHint: 'Se le dice a la persona y queda en el historial.',
  done: 'Compartido: se avisa a la persona por correo.',
  doneUnsent: 'Compartido: entregue usted a la persona el enlace que aparece abajo.',
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
    text: (name, place) => `La memoria de ${place} comparte con usted esta ficha: “${name}”.`,
    note: place => `La memoria de ${place} comparte con usted una nota.`,
    until: day => `Puede leerla hasta el ${day}, iniciando sesión con esta dirección.`,
    why: reason => `Por qué: ${reason}`,
    button: 'Leerla',
  },
  errors: {
    endsOn: 'Indique un último día a partir de hoy, como máximo un año.',
    reason: 'Diga por qué, en pocas palabras.',
    already: 'Esta ficha ya está compartida con esta persona: termine primero ese acceso.',
    yourself:
      'No puede compartir una ficha consigo: usted lee esta memoria por su propio derecho de acceso. Indique la dirección de otra persona.',
  },
} satisfies Messages<typeof en>

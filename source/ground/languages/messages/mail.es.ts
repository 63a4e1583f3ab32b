import { type Messages, number, plural } from '../say.ts'
import type { en } from './mail.en.ts'

const count = (n: number, one: string, other: string, many: string) => plural('es', n, { one, other, many })

export const es = {
  frame: {
    because: host => `Usted recibe este correo porque su dirección fue indicada en ${host}. Es un envío automático.`,
    privacy: 'Qué datos suyos se guardan',
    openAddress: 'Si el botón no funciona, abra esta dirección:',
  },
  menu: 'Correos por enviar',
  list: {
    title: 'Correos por enviar',
    lead: 'Lo que Perenne escribe a las personas: lo que salió, lo que espera, lo que fue rechazado.',
    notSent:
      'Esta instalación no tiene servidor de correo (SMTP_URL no está definida): ningún correo sale. Aquí se leen.',
    caption: 'Correos',
    to: 'Para',
    what: 'Correo',
    state: 'Estado',
    written: 'Escrito (UTC)',
    writtenIn: city => `Escrito (hora de ${city})`,
    tries: 'Intentos',
    error: 'Motivo',
    allStates: 'Todos los estados',
    who: 'Nombre o dirección',
    erased: 'Persona borrada',
    empty: 'Ningún correo',
    emptyText:
      'Un correo se escribe aquí en cuanto algo atañe a alguien: una inscripción, un ingreso, un derecho de acceso.',
    nothingFound: 'Ningún correo así',
    nothingFoundText: 'Elija otro estado, o muestre todo.',
  },
  states: {
    to_send: 'por enviar',
    sending: 'saliendo',
    waiting_retry: 'se intentará de nuevo',
    sent: 'enviado',
    failed: 'no enviado',
    cancelled: 'anulado',
  },
  alarm: {
    title: 'Hay correos que no salen',
    waiting: (n, since) =>
      count(
        n,
        `Un correo debería haber salido. Espera desde el ${since}.`,
        `${number('es', n)} correos deberían haber salido. El más antiguo espera desde el ${since}.`,
        `${number('es', n)} de correos deberían haber salido. El más antiguo espera desde el ${since}.`,
      ),
    failed: n =>
      count(
        n,
        'Un correo no se envió y no se intentará de nuevo por sí solo.',
        `${number('es', n)} correos no se enviaron y no se intentarán de nuevo por sí solos.`,
        `${number('es', n)} de correos no se enviaron y no se intentarán de nuevo por sí solos.`,
      ),
    advice: 'El motivo está junto a cada correo. Una vez corregida la causa, intente de nuevo o anule.',
  },
  one: {
    kicker: 'Correo por enviar',
    to: 'Para',
    from: 'De',
    language: 'Idioma',
    written: 'Escrito',
    due: 'Sale a partir del',
    nextTry: 'Próximo intento',
    sent: 'Enviado',
    tries: 'Intentos',
    reason: 'Motivo',
    identifier: 'Número del mensaje',
    attachments: 'Adjuntos',
    words: 'Lo que dice',
    html: 'Abrirlo como lo ve quien lo recibe',
    wordless: 'Ya no hay nada que decir',
    wordlessText: 'Aquello de lo que trataba este correo ya no existe, o no está abierto para usted.',
    broken: 'No se pudo componer este correo',
    brokenText: 'La falla quedó anotada. El correo se intentará de nuevo más tarde.',
    utc: moment => `${moment} UTC`,
  },
  actions: {
    retry: 'Intentar ahora',
    cancel: 'Anular este correo',
    again: 'Enviar de nuevo',
    retried: 'El correo se intenta de nuevo.',
    cancelled: 'El correo queda anulado. No saldrá.',
    sentAgain: 'Un correo nuevo con el mismo contenido está por enviarse.',
    tooLate: 'El estado de este correo cambió entretanto. Mírelo antes de volver a intentarlo.',
    erased: 'Los datos de esta persona fueron borrados: ya no se le puede enviar nada.',
  },
  reasons: {
    'no-answer': 'El servidor de correo no respondió a tiempo.',
    unreachable: 'No se puede llegar al servidor de correo.',
    'sign-in-refused':
      'El servidor de correo rechazó nuestra identificación. Hay que revisar la dirección en SMTP_URL.',
    'refused-for-now': 'El servidor de correo lo rechazó por ahora.',
    'refused-for-good': 'El servidor de correo lo rechazó definitivamente.',
    interrupted: 'El envío se interrumpió. Es posible que el correo haya salido.',
    'recipient-erased': 'Los datos de esta persona fueron borrados.',
    'nothing-to-say': 'Aquello de lo que trataba este correo ya no existe.',
    'no-template': 'Este programa no conoce esta clase de correo.',
    'not-put-together': 'No se pudo componer el correo.',
    'by-hand': 'Anulado a mano.',
    other: 'El envío falló.',
  },
} satisfies Messages<typeof en>

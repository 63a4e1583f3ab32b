import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './letters.en.ts'

export const es = {
  title: 'Cartas de participación',
  lead: 'Una carta numerada dice, en nombre del equipo organizador, que una persona participó. Emítala para quienes vinieron: un cupo confirmado no basta para decirlo.',
  without: 'Sin carta',
  validOnes: 'Cartas válidas',
  withdrawnOnes: 'Cartas anuladas',
  all: 'Todo',
  issueTitle: 'Emitir cartas',
  tooEarlyTitle: 'No antes del día del seminario',
  tooEarly: (date, city) =>
    `Una carta dice que una persona participó: puede emitirse a partir del ${date}, hora de ${city}.`,
  cancelledTitle: 'El seminario está cancelado',
  cancelled: 'Nadie pudo participar en él: no se puede emitir ninguna carta.',
  noneTitle: 'Todavía no hay cartas',
  none: 'Las cartas aparecen aquí con su número en cuanto se emiten, y permanecen aunque se anulen.',
  noMatchTitle: 'Ninguna carta coincide',
  noMatch: 'Ninguna carta lleva ese nombre ni esa organización. Busque menos palabras o muestre todas las cartas.',
  noneOf: {
    without: {
      title: 'Nadie está sin carta',
      text: 'Aquí figuran quienes tienen un cupo confirmado y ninguna carta válida.',
    },
    valid: { title: 'Ninguna carta válida', text: 'Las cartas aparecen aquí en cuanto se emiten.' },
    withdrawn: { title: 'Ninguna carta anulada', text: 'Una carta anulada queda aquí, con su número.' },
  },
  choose: 'Carta para',
  person: 'Persona',
  organisation: 'Organización',
  category: 'Categoría',
  number: 'Número',
  issuedOn: 'Emitida el',
  issuedBy: 'Emitida por',
  state: 'Estado',
  valid: 'válida',
  withdrawnOn: date => `anulada el ${date}`,
  program: 'el sistema',
  erased: 'persona con datos borrados',
  search: 'Nombre u organización',
  pdf: letter => `Carta ${letter} (PDF)`,
  withdraw: 'Anular',
  withdrawLetter: letter => `Anular la carta ${letter}`,
  issueChosen: 'Emitir las cartas elegidas',
  issueAll: count => plural('es', count, { one: 'Emitir la carta que falta', other: 'Emitir las # cartas' }),
  mailHint: 'Cada persona recibe un correo con un enlace a su carta.',
  errors: {
    none: 'Elija al menos una persona o emita todas las cartas.',
  },
  done: {
    issued: count =>
      plural('es', count, {
        one: 'Se emitió # carta y su correo está por salir.',
        other: 'Se emitieron # cartas y sus correos están por salir.',
      }),
    already: count =>
      plural('es', count, {
        one: '# persona ya tenía su carta: queda como estaba.',
        other: '# personas ya tenían su carta: las suyas quedan como estaban.',
      }),
    left: count =>
      plural('es', count, {
        one: '# persona ya no tiene un cupo confirmado y queda sin carta.',
        other: '# personas ya no tienen un cupo confirmado y quedan sin carta.',
      }),
    nothing: 'No se emitió ninguna carta.',
    withdrawn: letter => `La carta ${letter} quedó anulada.`,
    withdrawnBefore: letter => `La carta ${letter} ya estaba anulada: nada cambió.`,
  },
  confirm: {
    title: letter => `¿Anular la carta ${letter}?`,
    text: name =>
      `La carta de ${name} dejará de ser válida y su enlace ya no la abrirá. Su número queda en la lista y no se vuelve a dar. Las copias guardadas o impresas no desaparecen: avise a la persona.`,
    button: 'Anular la carta',
  },
  confirmAll: {
    title: count => plural('es', count, { one: '¿Emitir # carta?', other: '¿Emitir # cartas?' }),
    everybody: 'Son para todas las personas que tienen un cupo confirmado y ninguna carta.',
    bearing: text => `Son para las personas sin carta cuyo nombre u organización contiene “${text}”.`,
    text: 'Cada persona recibe un correo con un enlace a su carta. Una carta puede anularse después, pero el correo ya habrá salido.',
    changed: 'El número de personas cambió entretanto: todavía no se emitió nada.',
  },
  mayNot: 'Las cartas de este seminario las emite su equipo organizador. Pídale acceso.',
  badLink: 'Este enlace no está completo o no es nuestro. Ábralo de nuevo desde el correo, sin cambiarle nada.',
  noLetter:
    'En esta dirección no hay una carta válida: no se emitió ninguna, o fue anulada. El equipo organizador puede decirle más.',
  nobodyLeft: 'El nombre de esta persona fue borrado: ya no se puede hacer la carta.',
  fileName: 'carta-de-participacion',
  paper: {
    heading: 'Carta de participación',
    number: 'Número',
    attests: 'El equipo organizador deja constancia de que',
    tookPart: 'participó en el seminario',
    standing: {
      elected: 'Cargo de elección popular',
      staff: 'Personal de un gobierno local o de un organismo público',
      university: 'Universidad, investigación',
      'civil-society': 'Sociedad civil',
    },
    date: 'Fecha',
    hours: 'Horario',
    hoursIn: (hours, city) => `${hours}, hora de ${city}`,
    venue: 'Sede',
    organisation: 'Organización',
    issued: date => `Emitida el ${date} por la organización del seminario.`,
    check: letter => `Para verificar esta carta, pregunte al equipo organizador si el número ${letter} es válido.`,
    checkWith: (letter, addresses) =>
      `Para verificar esta carta, pregunte al equipo organizador si el número ${letter} es válido: ${addresses}.`,
    page: address => `El seminario: ${address}`,
    demonstration: 'Demostración: nadie emitió esta carta y no deja constancia de nada.',
    title: (letter, name) => `Carta de participación ${letter}: ${name}`,
  },
  mail: {
    name: 'Carta de participación',
    subject: seminar => `Su carta de participación: ${seminar}`,
    text: (seminar, letter) =>
      `El equipo organizador emitió su carta de participación en “${seminar}”. Lleva el número ${letter}.`,
    use: 'Es un PDF hecho para guardarse: sigue siendo legible en un archivo y con un lector de pantalla.',
    action: 'Abrir mi carta (PDF)',
    keep: 'Este enlace es suyo: no lo comparta. Comparta la carta misma.',
    contact: addresses => `Si contiene un error, escriba al equipo organizador: ${addresses}.`,
  },
} satisfies Messages<typeof en>

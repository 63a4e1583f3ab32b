import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-territories.en.ts'

export const es = {
  title: 'Territorios',
  door: 'Territorios',
  doorText: 'Los territorios tal como se escribieron, para relacionarlos con los conocidos.',
  lead: 'Territorios que algunas personas escribieron al inscribirse y que todavía no se conocen. Mientras usted no diga de cuál se trata, no cuentan en ninguna cuota de territorio.',
  caption: 'Territorios escritos',
  name: 'Tal como se escribió',
  country: 'País',
  people: 'Personas',
  like: 'Se parece a',
  likeNone: 'nada conocido',
  emptyTitle: 'Nada que relacionar',
  empty: 'Todas las personas que nombraron un territorio nombraron uno conocido.',
  alsoWritten: names => `También escrito: ${names}`,
  oneTitle: name => `“${name}”`,
  count: count =>
    plural('es', count, {
      one: '# persona escribió este territorio.',
      other: '# personas escribieron este territorio.',
    }),
  what: '¿De qué territorio se trata?',
  other: 'Otro territorio conocido',
  otherHint: 'Escriba su nombre abajo',
  otherName: 'Nombre del territorio',
  otherNameHint: 'Exactamente como se conoce, en cualquiera de sus idiomas',
  stays:
    'La región de estas personas pasa a ser la del territorio; por eso otras cuotas pueden contarlas. Quien tiene un cupo lo conserva; si una cuota está completa, la persona queda como estaba, y se le dice a usted quién.',
  save: 'Es este',
  newOne: 'Un territorio que todavía no se conoce',
  newHint: 'Complete los campos de abajo: se vuelve público, y el formulario lo propone desde entonces',
  newTitle: 'Si todavía no se conoce',
  newName: 'Nombre',
  language: 'Idioma del nombre',
  government: 'Tipo de gobierno',
  askTitle: '¿Falta?',
  ask: 'Un territorio nuevo lo agrega la administración de esta instalación. Pídale que abra esta página: puede agregarlo aquí, y vale enseguida para estas personas.',
  named: count =>
    plural('es', count, {
      one: '# persona pertenece ahora a este territorio.',
      other: '# personas pertenecen ahora a este territorio.',
    }),
  full: count =>
    plural('es', count, {
      one: '# persona no pudo cambiar, porque una cuota está completa:',
      other: '# personas no pudieron cambiar, porque una cuota está completa:',
    }),
  gone: 'Ya nadie tiene escrito este territorio: quizá otra persona acaba de decir de cuál se trata.',
  tooLate: 'El seminario terminó o se canceló: sus inscripciones quedan como están.',
  errors: {
    what: 'Diga de qué territorio se trata.',
    other: 'Ningún territorio conocido tiene exactamente este nombre. Elija uno de los propuestos.',
    name: 'Escriba el nombre.',
    nameTooLong: 'Un nombre puede tener 200 caracteres como máximo.',
    language: 'Elija el idioma del nombre.',
    country: 'Elija un país de la lista.',
    government: 'Elija el tipo de gobierno.',
    taken: 'Ya existe un territorio con este nombre: elíjalo arriba, como otro territorio conocido.',
  },
} satisfies Messages<typeof en>

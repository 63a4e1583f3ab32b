import type { Messages } from '#ground/languages/say.ts'
import type { en } from './fields.en.ts'

export const es = {
  duringHint: 'Con la precisión que tenga: 1998, 06/2004, 12/06/2004, hacia 2004, 2004–2010, desde 2011, hasta 2015',
  circle: 'Visibilidad',
  circlePast:
    'Si lo abre a más personas, también se abren sus versiones anteriores: todo lo que se escribió ahí, aunque después se haya corregido o borrado.',
  circleHints: {
    0: 'Las personas que tienen aquí un derecho de acceso',
    1: 'Y las redes a las que pertenece el territorio',
    2: 'Todo el mundo, sin iniciar sesión',
  },
  atMost: '¿Reservarlo a menos personas?',
  atMostAsWhole: 'No: como el conjunto',
  beginsInside:
    'Otras personas ya ven el conjunto, pero lo que se agrega comienza como interno. Elija “No: como el conjunto” para mostrárselo también.',
  source: 'Idioma de origen de los textos',
  sourceFixed: language => `Los textos están escritos en ${language}; los demás idiomas son traducciones.`,
  language: 'Idioma',
  otherLanguages: 'Otros idiomas',
  inLanguage: (label, language) => `${label} (${language})`,
  translations: 'Lo mismo en los demás idiomas',
  organisation: 'Socio u organización',
  organisationHint: 'Elija entre las organizaciones ya conocidas.',
  organisationNew: 'O una nueva, por su nombre',
  contact: 'Persona',
  contactHint: 'Elija entre las personas ya conocidas.',
  contactNew: 'O una nueva, por su nombre y apellido',
  nobody: 'Nadie en particular',
  errors: {
    missing: 'Complete este campo.',
    tooLong: 'Es demasiado largo: abrevie el texto.',
    during: 'No se pudo leer esta fecha. Escriba por ejemplo 1998, 06/2004, hacia 2004, 2004–2010 o desde 2011.',
    day: 'Indique un día que exista, por ejemplo el 5 de julio de 2018.',
    circle: 'Elija quién puede verlo.',
    language: 'Elija un idioma.',
    choice: 'Elija en la lista.',
    organisation: 'Elija una organización o escriba el nombre de una nueva.',
    oneOrganisation: 'Elija una organización o escriba un nombre nuevo: no las dos cosas.',
    person: 'Elija a una persona o escriba el nombre de una nueva.',
    onePerson: 'Elija a una persona o escriba un nombre nuevo: no las dos cosas.',
    personKnown:
      'Ya se conoce a una persona de este nombre: elíjala en la lista. Si es otra, agréguela antes en “Personas”.',
    sourceFirst: 'Complete primero el texto en su idioma de origen: este existe solo como traducción.',
    notHere: 'No se conoce aquí: elija uno de la lista.',
  },
} satisfies Messages<typeof en>

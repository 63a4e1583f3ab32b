import type { Messages } from '#ground/languages/say.ts'
import type { en } from './notes.en.ts'

export const es = {
  title: 'Notas',
  lead: 'Lo que no está en ningún archivo: el contexto, una lección, una advertencia, lo que alguien le contó.',
  caption: 'Notas, lo más reciente primero',
  add: 'Escribir una nota',
  addOral: 'Anotar una memoria oral',
  kinds: {
    'oral-memory': 'Memoria oral',
    context: 'Contexto',
    lesson: 'Lección aprendida',
    warning: 'Advertencia',
    'contact-tip': 'Sobre una persona',
    fact: 'Hecho',
  },
  kindHints: {
    'oral-memory': 'Lo que contó alguien que estuvo allí',
    context: 'Lo que explica el resto',
    lesson: 'Lo que conviene repetir, o no repetir',
    warning: 'Aquello con lo que hay que tener cuidado',
    'contact-tip': 'Cómo trabajar con ella',
    fact: 'Lo que es así y no está escrito en otra parte',
  },
  kind: 'Tipo',
  anyKind: 'Todos los tipos',
  body: 'Con sus palabras, o con las de esa persona',
  told: 'Contado por',
  toldHint: 'Una memoria oral viene de alguien.',
  when: 'Cuándo fue',
  about: 'Sobre',
  circle: 'Visibilidad',
  language: 'Idioma',
  confidential: 'Confidencial',
  confidentialTick: 'Solo la leo yo, y las personas a quienes la muestro',
  confidentialHint:
    'El resto del equipo no encuentra nada de ella: ni en las listas, ni en la búsqueda, ni en el historial.',
  confidentialThen:
    'Al marcarla, termina lo que otras personas del equipo habían compartido de esta nota. Al desmarcarla, la nota se abre tal como está desde ese momento: lo que decía mientras era confidencial lo sigue leyendo solo usted.',
  somebody: 'Una persona cuyo nombre no se conserva',
  newTitle: 'Escribir una nota',
  editTitle: 'Modificar una nota',
  removeTitle: '¿Quitar esta nota?',
  removeText: 'Sale de las listas y de la búsqueda.',
  emptyTitle: 'Ninguna nota',
  empty:
    'Ninguna nota que usted pueda leer corresponde a esto. Conviene anotar lo que se iría con las personas, mientras están.',
  emptyOutside: 'Aquí no se muestra ninguna nota.',
  errors: {
    whoTold: 'Diga quién lo contó: elija una persona u otro tipo de nota.',
    confidentialInside: 'Una nota confidencial es interna: elija “Interno”.',
    notAuthor: 'Solo quien escribió una nota puede hacerla confidencial.',
  },
} satisfies Messages<typeof en>

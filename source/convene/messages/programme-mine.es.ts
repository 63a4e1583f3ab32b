import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-mine.en.ts'

export const es: Messages<typeof en> = {
  title: 'Mi programa',
  titleOf: seminar => `Mi programa: ${seminar}`,
  choosing: {
    choose: 'Elegir',
    lead: 'Marque los bloques que elige. No hace falta una cuenta: su programa tiene una dirección que puede guardar o enviar.',
    button: 'Ver mi programa',
    none: 'Todavía no ha elegido nada.',
    one: '# bloque elegido.',
    other: '# bloques elegidos.',
    kept: 'Su elección queda en este navegador y en la dirección de su programa. Perenne no conserva nada de ella.',
    refused:
      'Este navegador no recuerda nada de una página a otra. Use el botón y guarde la dirección de la página que se abre.',
  },
  lead: count => plural('es', count, { one: 'Usted eligió # bloque.', other: 'Usted eligió # bloques.' }),
  address:
    'Guarde la dirección de esta página o envíela: quien la abra verá la misma elección, con lo que cambie. Perenne no conserva nada de ella.',
  empty: {
    title: 'Usted todavía no ha elegido nada',
    text: 'Marque en el programa los bloques que elige. Aparecerán aquí en su orden, listos para su calendario.',
    button: 'Elegir en el programa',
  },
  collisions: {
    title: count =>
      plural('es', count, {
        one: 'Dos de sus bloques son al mismo tiempo',
        other: '# pares de sus bloques son al mismo tiempo',
      }),
    more: count => plural('es', count, { one: '# par más', other: '# pares más' }),
  },
  changed: {
    title: 'Su programa ha cambiado',
    text: (from, to) => `De “${from}” a “${to}”:`,
    understood: 'Entendido: avisar solo de lo que cambie a partir de ahora',
  },
  gone: {
    title: count =>
      plural('es', count, {
        one: '# bloque ya no está en el programa',
        other: '# bloques ya no están en el programa',
      }),
    last: version => `por última vez en “${version}”`,
  },
  unknown: count =>
    plural('es', count, {
      one: '# elemento de esta dirección no es un bloque de este programa; se deja de lado.',
      other: '# elementos de esta dirección no son bloques de este programa; se dejan de lado.',
    }),
  tooMany: most =>
    plural('es', most, {
      one: 'Solo se leyó el primer elemento de esta dirección.',
      other: 'Solo se leyeron los primeros # elementos de esta dirección.',
    }),
  calendar: 'Agregar a mi calendario (una vez)',
  subscribe: 'Suscribirse, para que el calendario siga los cambios',
  choose: 'Elegir otros bloques',
  clear: 'Quitar todo',
  remove: 'Quitar',
  addOne: 'Agregar al calendario',
  device: {
    print: 'Imprimir',
    other: 'Este navegador recuerda otra elección.',
    nothing: 'Este navegador no recuerda esta elección.',
    keep: 'Recordar aquí esta elección',
    own: 'Ver la elección recordada aquí',
    kept: 'Este navegador recuerda ahora esta elección.',
    refused: 'Este navegador no recuerda nada de una página a otra: guarde la dirección de esta página.',
  },
  printed: address => `El programa tal como está hoy: ${address}`,
  zone: {
    link: 'Las horas de otro lugar',
    label: '¿Las horas de qué lugar?',
    button: 'Mostrar también estas horas',
    clear: city => `Solo las horas de ${city}`,
    shown: (city, zone) => `Debajo están las horas de ${city} (${zone}).`,
    same: city => `En estos días, los relojes de ${city} dicen lo mismo.`,
    unknown: said => `“${said}” no es una zona horaria conocida aquí. Elija una de la lista.`,
    unreadable: 'Lo que pide la dirección no es una zona horaria. Elija una de la lista.',
    elsewhere: (city, hours) => `${city}: ${hours}`,
    here: city => `Mostrar también las horas de ${city}, como en este dispositivo`,
    regions: {
      Africa: 'África',
      America: 'América',
      Antarctica: 'Antártida',
      Arctic: 'Ártico',
      Asia: 'Asia',
      Atlantic: 'Atlántico',
      Australia: 'Australia',
      Europe: 'Europa',
      Indian: 'Océano Índico',
      Pacific: 'Pacífico',
      other: 'Otras',
    },
  },
}

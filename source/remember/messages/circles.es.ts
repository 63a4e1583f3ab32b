import { type Messages, plural as plural4 } from '#ground/languages/say.ts'
import type { en } from './circles.en.ts'

const plural = (count: number, one: string, other: string) => plural4('es', count, { one, other })

export const es = {
  choose: 'Elegir',
  chooseOne: name => `Elegir ${name}`,
  several: 'Quién puede ver las elegidas',
  severalHint: 'Primero se ve qué pasa a ser público y qué deja de serlo; antes no cambia nada.',
  look: 'Ver qué cambia',
  title: 'Quién puede ver estas relaciones',
  lead: 'Esto es lo que cambia. Todavía no se guardó nada.',
  none: 'No se eligió ninguna relación',
  noneText: 'Marque en la lista las que quiere abrir o cerrar, y diga quién puede verlas.',
  noCircle: 'No se dijo quién puede verlas',
  noCircleText: 'Vuelva a la lista y elija quién puede ver las que están marcadas.',
  back: 'Volver a la lista',
  opens: count => plural(count, '# pasa a ser pública', '# pasan a ser públicas'),
  widens: count => plural(count, '# se abre a la red', '# se abren a la red'),
  closes: count => plural(count, '# deja de ser pública', '# dejan de ser públicas'),
  narrows: count => plural(count, '# la ven menos personas', '# las ven menos personas'),
  same: count => plural(count, '# queda como está', '# quedan como están'),
  fromTo: (before, after) => `hoy: ${before}; después: ${after}`,
  closesText: count =>
    plural(
      count,
      'La ciudadanía ya no la lee, ni sus acuerdos, ni nada de lo que depende de ella, ni sus versiones pasadas.',
      'La ciudadanía ya no las lee, ni sus acuerdos, ni nada de lo que depende de ellas, ni sus versiones pasadas.',
    ),
  narrowsText: count =>
    plural(
      count,
      'Fuera del equipo ya nadie la lee, ni lo que depende de ella.',
      'Fuera del equipo ya nadie las lee, ni lo que depende de ellas.',
    ),
  widensText: count =>
    plural(
      count,
      'Quien lee en una red del territorio la lee entonces, con lo que depende de ella y no está reservado a menos personas.',
      'Quien lee en una red del territorio las lee entonces, con lo que depende de ellas y no está reservado a menos personas.',
    ),
  buttons: {
    0: count => plural(count, 'Hacer interna # relación', 'Hacer internas # relaciones'),
    1: count => plural(count, 'Mostrar # relación solo a la red', 'Mostrar # relaciones solo a la red'),
    2: count => plural(count, 'Hacer pública # relación', 'Hacer públicas # relaciones'),
  },
  button: count => plural(count, 'Modificar # relación', 'Modificar # relaciones'),
  nothing: 'Todas tienen ya esta visibilidad.',
  done: count => plural(count, 'Se modificó # relación.', 'Se modificaron # relaciones.'),
  undo: 'Deshacerlo: ver qué cambia',
  stale: 'Estas se modificaron mientras tanto, o algo que depende de ellas. No se guardó nada. Así están ahora:',
  many: most => `Se modifican como máximo ${most} a la vez: estas son las primeras.`,
  fresh: {
    partner: 'el socio, si él mismo es público',
    hidden:
      'Un socio cuya ficha es interna seguiría oculto: los que la lista de arriba señala, y el que usted nombra aquí por primera vez.',
    texts: 'su motivo y su relato, salvo que más abajo los reserve a menos personas',
    marked: name => `${name} (su ficha es interna)`,
  },
} satisfies Messages<typeof en>

import type { Messages } from '#ground/languages/say.ts'
import type { en } from './desk-programme.en.ts'

export const es: Messages<typeof en> = {
  part: 'El programa',
  slots: {
    label: 'Bloques',
    text: 'Quién hace qué y cuándo: títulos, temas, moderación, salas, documentos.',
  },
  timetable: {
    label: 'Cuadro de horarios',
    text: 'Todas las horas lado a lado; mueva un bloque y vea enseguida qué se superpone.',
  },
  languages: {
    label: 'Idiomas del programa',
    text: 'Traducir junto al original, publicar un idioma más tarde.',
  },
  tell: {
    label: 'Avisar de los cambios',
    text: 'Qué cambió desde el último aviso y el correo que lo cuenta.',
  },
}
